"""The order in which the pages are read, for the links at the foot of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...surface import Sdk
from .places import Places
from .navigation import GUIDES
from .shell import Link
from .text import breakable
from .type_pages import page_title, types_by_page

Neighbours = Mapping[str, tuple[Link | None, Link | None]]


def neighbours(sdk: Sdk, places: Places) -> Neighbours:
    """The pages before and after each page, by its path."""
    found = dict.fromkeys(_in_order(sdk, places))
    links = tuple(Link(breakable(link.text), link.path) for link in found)
    around = zip((None, *links[:-1]), links, (*links[1:], None), strict=True)
    return {link.path: (before, after) for before, link, after in around}


def _in_order(sdk: Sdk, places: Places) -> Iterator[Link]:
    """The start page, guides, each resource with its methods, types, page classes."""
    yield Link("Start", "index")
    for name, title in GUIDES if sdk.every_method() else ():
        yield Link(title, f"guides/{name}")
    for resource in sdk.every_resource():
        yield Link(".".join(resource.path), places.resources[resource.id].path)
        for method in resource.methods:
            yield Link(method.dotted, places.methods[method.path].path)
    schemes = {places.pages[page.scheme].path: page for page in sdk.pages}
    for path, modules in types_by_page(sdk, places).items():
        if path not in schemes:
            yield Link(page_title(modules), path)
    for path, page in schemes.items():
        yield Link(page.sync_class, path)
