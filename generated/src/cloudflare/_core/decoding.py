"""Response bytes as typed values."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from .lenient import LABEL, NEVER, lenient
from .models import BaseModel

T = TypeVar("T")
MOST_PROBLEMS = 5


class Undecodable(Exception):
    """Bytes that are not what was described; the message names the places."""


@dataclass(frozen=True, slots=True)
class Decoder(Generic[T]):
    """Decodes JSON into one type."""

    decode: Callable[[bytes, bool], T]

    @staticmethod
    def of(kind: Any) -> Decoder[Any]:
        """The decoder of a type: a model, a list of models, a union, …"""
        if kind is None or kind is type(None):
            return Decoder(lambda data, strict: None)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return Decoder(_guarded(kind.model_validate_json))
        return Decoder(_guarded(TypeAdapter(_Lenient.annotate(kind)).validate_json))


class _Lenient:
    """An annotation that makes a type lenient at every depth."""

    @classmethod
    def annotate(cls, kind: Any) -> Any:
        from typing import Annotated

        return Annotated[kind, cls()]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: Callable[[Any], Any]
    ) -> Any:
        return lenient(handler(source))


def _guarded(validate: Callable[..., Any]) -> Callable[[bytes, bool], Any]:
    def decode(data: bytes, strict: bool) -> Any:
        try:
            return validate(data, strict=True if strict else None)
        except ValidationError as error:
            raise Undecodable(_words(error)) from None

    return decode


def _words(error: ValidationError) -> str:
    problems = list(_problems(error))
    shown = "; ".join(problems[:MOST_PROBLEMS])
    more = len(problems) - MOST_PROBLEMS
    return f"{shown}; and {more} more" if more > 0 else shown


def _problems(error: ValidationError) -> Iterator[str]:
    for entry in error.errors(include_url=False, include_input=False):
        if NEVER in str(entry.get("ctx", "")):
            continue
        path = ".".join(str(part) for part in entry["loc"] if part != LABEL)
        yield f"{path}: {entry['msg']}" if path else entry["msg"]


def decode_loosely(data: bytes) -> Any:
    """The JSON value of bytes, or their text, or None where there is nothing; never raises."""
    if not data.strip():
        return None
    try:
        return from_json(data, allow_inf_nan=False)
    except ValueError:
        return data.decode("utf-8", "replace").strip()


def encode_json(value: object) -> bytes:
    """Compact JSON (RFC 8259) of a body.

    Raises:
        TypeError: a value has no JSON form.
        ValueError: a number is not finite, or a datetime has no time zone.
    """
    text = json.dumps(
        value,
        ensure_ascii=False,
        separators=(",", ":"),
        allow_nan=False,
        default=_to_json,
    )
    return text.encode()


def _to_json(value: object) -> object:
    from datetime import date, datetime
    from enum import Enum
    from uuid import UUID

    from .query import timestamp

    match value:
        case BaseModel():
            return value.to_dict(mode="json")
        case datetime():
            return timestamp("body", value)
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case UUID():
            return str(value)
    raise TypeError(f"a {type(value).__name__} has no JSON form")
