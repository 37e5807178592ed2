"""What a description says of the API as a whole, beside its operations and schemas."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from ..source import Value


class Contact(Struct, frozen=True):
    """Who answers questions about an API."""

    name: str | None
    email: str | None


class Info(Struct, frozen=True):
    """Title, version and license of an API.

    ``license`` is its SPDX identifier, or else its name; ``tags`` has the descriptions of the tags
    by name.
    """

    title: str | None
    summary: str | None
    description: str | None
    contact: Contact
    version: str | None
    license: str | None
    tags: Mapping[str, str | None]


def read_info(root: Value) -> Info:
    """What the ``info`` and the ``tags`` of a description say.

    What is no text is absent here; the checks report it.
    """
    info = _part(root, "info")
    license, contact = _part(info, "license"), _part(info, "contact")
    tags = ((_text(t, "name"), _text(t, "description")) for t in _list(root, "tags"))
    return Info(
        title=_text(info, "title"),
        summary=_text(info, "summary"),
        description=_text(info, "description"),
        contact=Contact(_text(contact, "name"), _text(contact, "email")),
        version=_text(info, "version"),
        license=_text(license, "identifier") or _text(license, "name"),
        tags=MappingProxyType({name: about for name, about in tags if name}),
    )


def tags_of(operation: Value) -> tuple[str, ...]:
    """The tags of an operation."""
    return tuple(tag for tag in _list(operation, "tags") if isinstance(tag, str))


def extensions_of(part: Value) -> dict[str, Value]:
    """The extension keywords of a part; none if it is no mapping."""
    if not isinstance(part, dict):
        return {}
    return {key: value for key, value in part.items() if key.startswith("x-")}


def _part(value: Value, key: str) -> Value:
    return value.get(key) if isinstance(value, dict) else None


def _text(value: Value, key: str) -> str | None:
    found = _part(value, key)
    return found if isinstance(found, str) else None


def _list(value: Value, key: str) -> list[Value]:
    found = _part(value, key)
    return found if isinstance(found, list) else []
