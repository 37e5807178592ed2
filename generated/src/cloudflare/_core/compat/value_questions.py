"""Questions about values, and small conversions (``_utils._utils``)."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeGuard, TypeVar, cast

from ..wire.multipart import file_from_path
from ..wire.sentinels import NotGiven, Omit

__all__ = [
    "coerce_boolean",
    "coerce_float",
    "coerce_integer",
    "file_from_path",
    "flatten",
    "get_required_header",
    "human_join",
    "is_dict",
    "is_given",
    "is_iterable",
    "is_list",
    "is_mapping",
    "is_mapping_t",
    "is_sequence",
    "is_sequence_t",
    "is_tuple",
    "is_tuple_t",
    "json_safe",
    "lru_cache",
    "maybe_coerce_boolean",
    "maybe_coerce_float",
    "maybe_coerce_integer",
    "removeprefix",
    "removesuffix",
    "strip_not_given",
]

T = TypeVar("T")
FunctionT = TypeVar("FunctionT", bound=Callable[..., Any])


def is_given(value: T | NotGiven | Omit) -> TypeGuard[T]:
    """Whether an argument was given."""
    return not isinstance(value, (NotGiven, Omit))


def is_dict(value: object) -> TypeGuard[dict[object, object]]:
    """Whether a value is a dict."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[object, ...]]:
    """Whether a value is a tuple."""
    return isinstance(value, tuple)


def is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    """Whether a value is a mapping."""
    return isinstance(value, Mapping)


def is_sequence(value: object) -> TypeGuard[Sequence[object]]:
    """Whether a value is a sequence."""
    return isinstance(value, Sequence)


def is_iterable(value: object) -> TypeGuard[Iterable[object]]:
    """Whether a value can be iterated over."""
    return isinstance(value, Iterable)


is_tuple_t = is_tuple
is_mapping_t = is_mapping
is_sequence_t = is_sequence


def flatten(lists: Iterable[Iterable[T]]) -> list[T]:
    """The items of several lists as one list."""
    return [item for items in lists for item in items]


def strip_not_given(values: object) -> object:
    """A mapping without the values that were not given; anything else as it is."""
    if not isinstance(values, Mapping):
        return values
    entries = cast("Mapping[object, object]", values)
    return {k: v for k, v in entries.items() if not isinstance(v, NotGiven)}


def json_safe(value: object) -> object:
    """A copy in which mappings are dicts, sequences are lists, and moments are texts."""
    match value:
        case Mapping():
            entries = cast("Mapping[object, object]", value)
            return {json_safe(key): json_safe(entry) for key, entry in entries.items()}
        case str() | bytes() | bytearray():
            return value
        case datetime() | date():
            return value.isoformat()
        case Iterable():
            return [json_safe(item) for item in cast("Iterable[object]", value)]
        case _:
            return value


def coerce_integer(text: str) -> int:
    """The whole number that a text is."""
    return int(text, base=10)


def coerce_float(text: str) -> float:
    """The number that a text is."""
    return float(text)


def coerce_boolean(text: str) -> bool:
    """Whether a text says yes: ``true``, ``1`` or ``on``."""
    return text in ("true", "1", "on")


def maybe_coerce_integer(text: str | None) -> int | None:
    """The whole number that a text is, if there is a text."""
    return None if text is None else coerce_integer(text)


def maybe_coerce_float(text: str | None) -> float | None:
    """The number that a text is, if there is a text."""
    return None if text is None else coerce_float(text)


def maybe_coerce_boolean(text: str | None) -> bool | None:
    """Whether a text says yes, if there is a text."""
    return None if text is None else coerce_boolean(text)


def removeprefix(text: str, prefix: str) -> str:
    """A text without a prefix."""
    return text.removeprefix(prefix)


def removesuffix(text: str, suffix: str) -> str:
    """A text without a suffix."""
    return text.removesuffix(suffix)


def human_join(parts: Sequence[str], *, delim: str = ", ", final: str = "or") -> str:
    """Parts as an English enumeration: ``a, b or c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{delim.join(parts[:-1])} {final} {parts[-1]}"


def lru_cache(*, maxsize: int | None = 128) -> Callable[[FunctionT], FunctionT]:
    """``functools.lru_cache`` that keeps the type of the function."""

    def decorate(function: FunctionT) -> FunctionT:
        return cast("FunctionT", functools.lru_cache(maxsize=maxsize)(function))

    return decorate


def get_required_header(headers: Any, header: str) -> str:
    """The value of a header, whatever the case of its name.

    Raises:
        ValueError: there is no such header.
    """
    for name, value in headers.items():
        if isinstance(value, str) and name.lower() == header.lower():
            return value
    raise ValueError(f"Could not find {header} header")
