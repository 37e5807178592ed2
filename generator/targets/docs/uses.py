"""Where each type is used: by methods that take or return it, and in other types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from ...surface import (
    Alias,
    Definition,
    Method,
    Sdk,
    SwitchedResult,
    TypeExpression,
    TypeName,
    names_in,
    returned_type,
)
from .places import Places
from .shell import Link
from .type_pages import documented

Links = Mapping[TypeName, tuple[Link, ...]]


class Uses(Struct, frozen=True):
    """The uses of each type: the methods that return it, those that it can be given to, and the
    types that have it inside."""

    returned: Links
    taken: Links
    held: Links


def uses_of(sdk: Sdk, places: Places) -> Uses:
    """The uses of every type of a surface."""
    methods = [(m, method_link(places, m)) for m in sdk.every_method()]
    holders = [(d, type_link(places, d)) for d in documented(sdk)]
    for page in sdk.pages:
        place = places.pages[page.scheme]
        link = Link(page.sync_class, place.path, place.anchor)
        holders.append((sdk.body_of(page), link))
    return Uses(
        returned=_gathered((_returned(m), link) for m, link in methods),
        taken=_gathered((_taken(m), link) for m, link in methods),
        held=_gathered((_inside(found), link) for found, link in holders),
    )


def together(found: Links, names: Iterable[TypeName]) -> tuple[Link, ...]:
    """The uses of several types, each once."""
    return tuple(dict.fromkeys(link for name in names for link in found.get(name, ())))


def method_link(places: Places, method: Method) -> Link:
    """A link to the page of a method."""
    return Link(method.dotted, places.methods[method.path].path)


def type_link(places: Places, definition: Definition) -> Link:
    """A link to where a type is documented."""
    place = places.types[definition.name]
    return Link(definition.name.name, place.path, place.anchor)


def _gathered(uses: Iterable[tuple[Iterable[TypeExpression], Link]]) -> Links:
    found: dict[TypeName, list[Link]] = defaultdict(list)
    for refs, link in uses:
        names = (name for ref in refs for name in names_in(ref))
        for name in dict.fromkeys(names):
            found[name].append(link)
    return {name: tuple(links) for name, links in found.items()}


def _taken(method: Method) -> Iterator[TypeExpression]:
    for argument in method.arguments:
        yield argument.type


def _returned(method: Method) -> Iterator[TypeExpression]:
    result = method.result
    if isinstance(result, SwitchedResult):
        yield result.value.type
        result = result.stream
    found = returned_type(result)
    if found is not None:
        yield found


def _inside(definition: Definition) -> Iterator[TypeExpression]:
    if isinstance(definition, Alias):
        yield definition.type
        return
    for field in definition.fields:
        yield field.type
