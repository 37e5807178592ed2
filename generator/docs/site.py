"""Every file of the site: what it is printed from, or what it is.

Decides which pages there are; what stands on them is decided by the modules of each kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Api
from ..naming import NameTable
from ..render import render, template_folder
from .guides import guides, start
from .machines import llms, overlay
from .methods import MethodPages
from .models import ModelPages
from .places import find_places
from .resources import ResourcePages, types_by_resource
from .search import SearchIndex
from .shell import Surroundings


def pages(api: Api, names: NameTable) -> Iterator[tuple[str, str]]:
    """The path and text of every page, of the search index, and of what machines read."""
    places = find_places(api, names)
    around = Surroundings(api, names, places, has_guides=bool(names.methods))
    types = types_by_resource(api, names, places)
    resources = ResourcePages(api, names, places, around, types)
    methods = MethodPages(api, names, places, around)
    source, first = start(api, names, around, resources)
    yield "index.md", source
    yield "index.html", render("docs/guide.html.jinja", first)
    for place, source, guide in guides(api, names, around):
        yield f"{place.path}.md", source
        yield f"{place.path}.html", render("docs/guide.html.jinja", guide)
    for resource in api.every_resource():
        yield from _both(
            places.resources[resource.path].path, "resource", resources.page(resource)
        )
        for method in resource.methods:
            yield from _both(
                places.methods[method.id].path, "method", methods.page(method)
            )
    titles = []
    for place, model in ModelPages(api, names, places, around).every():
        titles.append((model.title, place.path))
        yield from _both(place.path, "model", model)
    yield "assets/search-index.js", SearchIndex(api, names, places).script()
    yield "llms.txt", render(
        "docs/llms.txt.jinja", llms(api, names, places, tuple(titles))
    )
    name = "openapi-code-samples.overlay.yaml"
    yield name, render(f"docs/{name}.jinja", overlay(api, names))


def asset_files() -> dict[str, bytes]:
    """Style sheet and scripts, as they stand."""
    folder = template_folder() / "docs" / "assets"
    return {
        f"assets/{path.name}": path.read_bytes() for path in sorted(folder.iterdir())
    }


def _both(path: str, kind: str, view: object) -> Iterator[tuple[str, str]]:
    for ending in ("html", "md"):
        yield f"{path}.{ending}", render(f"docs/{kind}.{ending}.jinja", view)
