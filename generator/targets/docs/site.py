"""Every file of the site: what it is printed from, or what it is.

Decides which pages there are; the module of each kind decides what its pages show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...render import render, template_folder
from ...surface import Sdk
from .brand import PLAIN, Site, icon, palette
from .counterparts import counterparts
from .guides import changelog, guides, start
from .machines import llms, overlay, whole
from .methods import MethodPages
from .models import ModelPages
from .navigation import navigation
from .neighbours import neighbours
from .places import MANY, find_places
from .resources import ResourcePages, types_by_resource
from .search import SearchIndex
from .shell import Surroundings, crumbs
from .type_texts import TypeTexts


def texts(sdk: Sdk, site: Site = PLAIN) -> Mapping[str, str]:
    """Every page, the search index, what machines read, style sheets and scripts, by path."""
    found = dict(_texts(sdk, site))
    found["llms-full.txt"] = whole(found, is_large=len(sdk.types) > MANY)
    return found | _assets()


def _texts(sdk: Sdk, site: Site) -> Iterator[tuple[str, str]]:
    places = find_places(sdk)
    around = Surroundings(
        sdk,
        navigation(
            sdk,
            places,
            has_guides=bool(sdk.every_method()),
            has_changelog=bool(site.changelog),
        ),
        neighbours=neighbours(sdk, places),
        crumbs=crumbs(sdk, places),
        site=site,
    )
    resources = ResourcePages(places, around, types_by_resource(sdk, places))
    types = TypeTexts(sdk)
    methods = MethodPages(sdk, places, types, around)
    source, first = start(sdk, around, resources)
    yield "index.md", source
    yield "index.html", render("docs/guide.html.jinja", first)
    for place, source, guide in (*guides(sdk, around), *changelog(around)):
        yield f"{place.path}.md", source
        yield f"{place.path}.html", render("docs/guide.html.jinja", guide)
    programs = []
    for resource in sdk.every_resource():
        yield from _both(
            places.resources[resource.id].path, "resource", resources.page(resource)
        )
        for method in resource.methods:
            page = methods.page(method, within=resource.id)
            sync, both = page.programs.sync.plain, page.programs.asynchronous.plain
            programs.append((method, sync, both))
            yield from _both(places.methods[method.path].path, "method", page)
    titles = []
    same = counterparts(sdk) if len(sdk.types) > MANY else {}
    for place, model in ModelPages(sdk, places, types, around, same).every():
        titles.append((model.title, place.path))
        yield from _both(place.path, "model", model)
    has_changelog = bool(site.changelog)
    yield (
        "assets/search-index.js",
        SearchIndex(sdk, places, same, has_changelog).script(),
    )
    listed = llms(sdk, places, tuple(titles), has_changelog=has_changelog)
    yield "llms.txt", render("docs/llms.txt.jinja", listed)
    if not site.logo:
        view = icon(site, sdk.package.title)
        yield "assets/icon.svg", render("docs/icon.svg.jinja", view)
    if site.color:
        yield "assets/brand.css", render("docs/brand.css.jinja", palette(site))
    name = "openapi-code-samples.overlay.yaml"
    yield name, render(f"docs/{name}.jinja", overlay(sdk, programs))


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
