"""What a description no longer has, and what took its place: by rule, and only if it is certain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from types import MappingProxyType

from msgspec import Struct, field

from ..source.document import Value

Endpoint = tuple[str, str]
"""A verb and a path."""


class Removed(Struct, frozen=True):
    """The operations that the API no longer has and the description keeps, each with the operation that
    took its place, if that is known; ``until`` is the version of the client that no longer has them.
    """

    until: str = ""
    operations: Mapping[Endpoint, Endpoint | None] = field(
        default_factory=lambda: MappingProxyType({})
    )


NOTHING = Removed()

_VARIABLE = re.compile(r"\{[^{}]*\}")
_VERSION = re.compile(r"/v[0-9]+(?=/|$)")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_SIMILAR = 0.75
_ANNOTATIONS = frozenset(
    ("title", "description", "example", "examples", "deprecated", "externalDocs")
)
_TELLING = frozenset(
    ("$ref", "enum", "const", "pattern", "properties", "allOf", "anyOf", "oneOf")
)
"""Keywords of schemas that few properties of one object share."""


def route_key(verb: str, path: str) -> Endpoint:
    """What two descriptions have in common of an operation, however its variables are called."""
    return verb, _VARIABLE.sub("{}", path)


def successor_of(
    endpoint: Endpoint,
    former: Mapping[Endpoint, Mapping[str, Value]],
    present: Mapping[Endpoint, Mapping[str, Value]],
) -> Endpoint | None:
    """The operation that took the place of one that is gone: a new one with its operationId, or else
    the only new one on its route, or on its route in another version of the API."""
    known = {route_key(*found) for found in former}
    gone = {route_key(*found) for found in former} - {
        route_key(*found) for found in present
    }
    added = [found for found in present if route_key(*found) not in known]
    id = former[endpoint].get("operationId")
    same_id = [
        e for e in added if id is not None and present[e].get("operationId") == id
    ]
    if len(same_id) == 1:
        return same_id[0]
    verb, route = route_key(*endpoint)
    on_route = [e for e in added if route_key(*e)[1] == route]
    if len(on_route) == 1 and sum(found[1] == route for found in gone) == 1:
        return on_route[0]
    bare = _VERSION.sub("", route)
    moved = [
        e for e in added if e[0] == verb and _VERSION.sub("", route_key(*e)[1]) == bare
    ]
    return moved[0] if len(moved) == 1 else None


def renamed(
    name: str, former: Mapping[str, Value], present: Mapping[str, Value]
) -> str | None:
    """The new name of a part of an object or of a list of arguments, whose parts have schemas.

    It is the only new part that has the schema of the one that is gone, which no other that is gone
    has; and its name, its description or the schema itself show that this is no coincidence.
    """
    schema = _bare(former[name])
    gone = [n for n in former if n not in present and _bare(former[n]) == schema]
    added = [n for n in present if n not in former and _bare(present[n]) == schema]
    if gone != [name] or len(added) != 1:
        return None
    (other,) = added
    is_certain = (
        not _TELLING.isdisjoint(schema)
        or _have_one_description(former[name], present[other])
        or _are_alike(name, other)
    )
    return other if is_certain else None


def _bare(schema: Value) -> Mapping[str, Value]:
    """A schema without what it says to readers."""
    if not isinstance(schema, dict):
        return {}
    return {k: v for k, v in schema.items() if k not in _ANNOTATIONS}


def _have_one_description(first: Value, second: Value) -> bool:
    texts = [s.get("description") for s in (first, second) if isinstance(s, dict)]
    return len(texts) == 2 and bool(texts[0]) and texts[0] == texts[1]


def _are_alike(first: str, second: str) -> bool:
    """Whether one of two names has all words of the other, or they are spelled nearly the same."""
    own, others = _words(first), _words(second)
    ratio = SequenceMatcher(None, first.lower(), second.lower()).ratio()
    return ratio >= _SIMILAR or own <= others or others <= own


def _words(name: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(name)}
