"""Iterables in typed dictionaries that are read once and kept (``_models.EagerIterable``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any, TypeAlias, TypeVar, cast, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")


class _Eager:
    """Validates the items of an iterable, and keeps them in a collection of its own kind: a list for
    an iterator or a text."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        (item,) = get_args(source)
        items = core_schema.list_schema(handler.generate_schema(item))
        return core_schema.no_info_wrap_validator_function(
            _collected,
            items,
            serialization=core_schema.plain_serializer_function_ser_schema(_as_list),
        )


EagerIterable: TypeAlias = Annotated[Iterable[T], _Eager()]


def _as_list(value: Iterable[Any]) -> list[Any]:
    return list(value)


def _collected(value: Any, validate: Callable[[Any], Any]) -> Any:
    if not isinstance(value, Iterable):
        return validate(value)
    items = validate(list(cast("Iterable[object]", value)))
    kind: Any = type(cast("object", value))
    if kind in (list, str, bytes):
        return items
    try:
        return kind(items)
    except (TypeError, ValueError):  # an iterator, say, of which there is only this one
        return items
