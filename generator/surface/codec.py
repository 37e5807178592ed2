"""A surface as JSON and back.

The dataclasses are the format: a key for each field. A member of a closed sum says which one it is
under ``is``, which no field is called, since it is a keyword.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from ..ir import Late
from .model import Sdk


def dumps(sdk: Sdk) -> str:
    """The surface as JSON: the same text for the same surface."""
    return json.dumps(_encoded(sdk, Sdk), indent=1) + "\n"


def loads(text: str) -> Sdk:
    """The surface that a text holds.

    Raises:
        ValueError: the text is not the JSON of a surface.
    """
    try:
        found = _decoded(json.loads(text), Sdk)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not a surface: {error!r}") from error
    if not isinstance(found, Sdk):
        raise ValueError(f"not a surface: {text[:80]!r}")
    return found


def _encoded(value: Any, hint: Any) -> Any:
    if value is None or hint is object:
        return _encoded_value(value)
    if get_origin(hint) is Late:
        return _encoded(value.value, *get_args(hint))
    if members := _members(hint):
        member = type(value) if type(value) in members else members[0]
        tag = {"is": member.__name__} if len(members) > 1 else {}
        encoded = _encoded(value, member)
        return {**tag, **encoded} if tag and is_dataclass(member) else encoded
    if (hints := _fields(hint)) is not None:
        return {name: _encoded(getattr(value, name), h) for name, h in hints.items()}
    if items := _items(hint, value):
        return [_encoded(item, h) for item, h in zip(value, items, strict=True)]
    if inner := _values(hint):
        return {key: _encoded(entry, inner) for key, entry in value.items()}
    if isinstance(value, tuple):
        return []
    return value.value if isinstance(value, Enum) else value


def _decoded(value: Any, hint: Any) -> Any:
    if value is None or hint is object:
        return _decoded_value(value)
    if get_origin(hint) is Late:
        decoded = _decoded(value, *get_args(hint))
        return Late(lambda: decoded)
    if members := _members(hint):
        tags = {member.__name__: member for member in members}
        tagged = len(members) > 1 and isinstance(value, Mapping)
        return _decoded(value, tags[value["is"]] if tagged else members[0])
    if (hints := _fields(hint)) is not None:
        return hint(**{name: _decoded(value[name], h) for name, h in hints.items()})
    if get_origin(hint) is tuple:
        items = _items(hint, value)
        return tuple(_decoded(v, h) for v, h in zip(value, items, strict=True))
    if inner := _values(hint):
        entries = {key: _decoded(entry, inner) for key, entry in value.items()}
        return MappingProxyType(entries)
    return hint(value) if issubclass(hint, Enum) else value


def _encoded_value(value: Any) -> Any:
    """A value of an example: JSON, but for the bytes of files."""
    if isinstance(value, bytes):
        return {"is": "bytes", "text": value.decode("latin-1")}
    if isinstance(value, Mapping):
        return {key: _encoded_value(entry) for key, entry in value.items()}
    return [_encoded_value(i) for i in value] if isinstance(value, list) else value


def _decoded_value(value: Any) -> Any:
    if isinstance(value, list):
        return [_decoded_value(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    if value.keys() == {"is", "text"} and value["is"] == "bytes":
        return value["text"].encode("latin-1")
    return {key: _decoded_value(entry) for key, entry in value.items()}


def _members(hint: Any) -> list[Any]:
    """The members of a sum, without None."""
    if get_origin(hint) not in (Union, UnionType):
        return []
    return [member for member in get_args(hint) if member is not NoneType]


@cache
def _fields(hint: Any) -> dict[str, Any] | None:
    """The hints of a dataclass's fields; None for any other hint."""
    return get_type_hints(hint) if is_dataclass(hint) else None


def _items(hint: Any, value: Any) -> list[Any]:
    """The hint of each item of a tuple."""
    if get_origin(hint) is not tuple:
        return []
    arguments = get_args(hint)
    if arguments[-1] is Ellipsis:
        return [arguments[0]] * len(value)
    return list(arguments)


def _values(hint: Any) -> Any:
    """The hint of a mapping's values."""
    origin = get_origin(hint)
    is_mapping = isinstance(origin, type) and issubclass(origin, Mapping)
    return get_args(hint)[1] if is_mapping else None
