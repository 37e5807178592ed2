"""Every file of the site: what it is printed from, or what it is.

Decides which pages there are; the module of each kind decides what its pages show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...render import render, template_folder
from ...surface import Sdk
from .brand import PLAIN, Site, icon, palette
from .guides import changelog, guides, start
from .machines import llms, overlay
from .methods import MethodPages
from .models import ModelPages
from .places import find_places
from .resources import ResourcePages, types_by_resource
from .search import SearchIndex
from .shell import Surroundings


def texts(sdk: Sdk, site: Site = PLAIN) -> Mapping[str, str]:
    """Every page, the search index, what machines read, style sheets and scripts, by path."""
    return dict(_texts(sdk, site)) | _assets()


def _texts(sdk: Sdk, site: Site) -> Iterator[tuple[str, str]]:
    places = find_places(sdk)
    around = Surroundings(sdk, places, bool(sdk.every_method()), site)
    types = types_by_resource(sdk, places)
    resources = ResourcePages(places, around, types)
    methods = MethodPages(sdk, places, around)
    source, first = start(sdk, around, resources)
    yield "index.md", source
    yield "index.html", render("docs/guide.html.jinja", first)
    for place, source, guide in (*guides(sdk, around), *changelog(around)):
        yield f"{place.path}.md", source
        yield f"{place.path}.html", render("docs/guide.html.jinja", guide)
    for resource in sdk.every_resource():
        yield from _both(
            places.resources[resource.id].path, "resource", resources.page(resource)
        )
        for method in resource.methods:
            yield from _both(
                places.methods[method.path].path,
                "method",
                methods.page(method, within=resource.id),
            )
    titles = []
    for place, model in ModelPages(sdk, places, around).every():
        titles.append((model.title, place.path))
        yield from _both(place.path, "model", model)
    has_changelog = bool(site.changelog)
    yield "assets/search-index.js", SearchIndex(sdk, places, has_changelog).script()
    listed = llms(sdk, places, tuple(titles), has_changelog=has_changelog)
    yield "llms.txt", render("docs/llms.txt.jinja", listed)
    if not site.logo:
        view = icon(site, sdk.package.title)
        yield "assets/icon.svg", render("docs/icon.svg.jinja", view)
    if site.color:
        yield "assets/brand.css", render("docs/brand.css.jinja", palette(site))
    name = "openapi-code-samples.overlay.yaml"
    yield name, render(f"docs/{name}.jinja", overlay(sdk))


def _assets() -> dict[str, str]:
    """Style sheet and scripts, unchanged."""
    folder = template_folder() / "docs" / "assets"
    return {
        f"assets/{path.name}": path.read_text("utf-8")
        for path in sorted(folder.iterdir())
    }


def _both(path: str, kind: str, view: object) -> Iterator[tuple[str, str]]:
    for ending in ("html", "md"):
        yield f"{path}.{ending}", render(f"docs/{kind}.{ending}.jinja", view)
