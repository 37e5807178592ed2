"""Arguments as they are sent, by the annotations of their types (``_utils._transform``).

The way through a value is written once; it asks for the contents of files, which the two drivers
read in their own way.
"""

from __future__ import annotations

import io
import os
from base64 import b64encode
from collections.abc import Generator, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import (
    Any,
    Literal,
    TypeAlias,
    TypeVar,
    cast,
    get_args,
    get_origin,
)

import pydantic
from typing_extensions import get_type_hints

from ..decode import tagged
from ..wire.sentinels import NotGiven, Omit
from ..wire.wire_names import WireName
from .type_questions import (
    is_annotated_type,
    is_type_alias_type,
    is_typeddict,
    is_union_type,
    strip_annotated_type,
)

T = TypeVar("T")
PropertyFormat: TypeAlias = Literal["iso8601", "base64", "custom"]
Steps: TypeAlias = Generator[Path, bytes, Any]
"""The way through a value; yields the paths of files, and is sent their contents."""

_PLAIN = (str, bytes, int, float, bool, type(None))


class PropertyInfo(tagged.PropertyInfo):
    """Annotates a property with its name on the wire, the form of its values, or what tells the
    members of a union apart."""

    def __init__(
        self,
        *,
        alias: str | None = None,
        format: PropertyFormat | None = None,
        format_template: str | None = None,
        discriminator: str | None = None,
    ) -> None:
        super().__init__(discriminator=discriminator or "")
        self.alias = alias
        self.format = format
        self.format_template = format_template

    def __repr__(self) -> str:
        return (
            f"PropertyInfo(alias={self.alias!r}, format={self.format!r}, "
            f"format_template={self.format_template!r}, "
            f"discriminator={self.discriminator or None!r})"
        )

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        if not self.discriminator:
            return handler(source)
        return super().__get_pydantic_core_schema__(source, handler)


def transform(data: T, expected_type: object) -> T:
    """Data with the names and forms of the wire, as ``expected_type`` and its annotations say."""
    steps = _transformed(data, expected_type, None)
    try:
        path = next(steps)
        while True:
            path = steps.send(path.read_bytes())
    except StopIteration as done:
        return cast("T", done.value)


async def async_transform(data: T, expected_type: object) -> T:
    """The same; files are read in a thread."""
    from anyio.to_thread import run_sync

    steps = _transformed(data, expected_type, None)
    try:
        path = next(steps)
        while True:
            path = steps.send(await run_sync(path.read_bytes))
    except StopIteration as done:
        return cast("T", done.value)


def maybe_transform(data: object, expected_type: object) -> Any:
    """The same for data that may be None."""
    return None if data is None else transform(data, expected_type)


async def async_maybe_transform(data: object, expected_type: object) -> Any:
    """The same for data that may be None; files are read in a thread."""
    return None if data is None else await async_transform(data, expected_type)


def _transformed(data: Any, hint: Any, form: PropertyInfo | None) -> Steps:
    """One value by its type; ``form`` is the nearest annotation that gives values a form."""
    if is_type_alias_type(hint):
        hint = hint.__value__
    form = next((n for n in _notes(hint, PropertyInfo) if n.format), form)
    kind = strip_annotated_type(hint)
    if is_type_alias_type(kind):
        return (yield from _transformed(data, kind, form))
    if is_typeddict(kind) and isinstance(data, Mapping):
        return (yield from _typed_dict(cast("Mapping[str, Any]", data), kind))
    arguments = get_args(kind)
    if get_origin(kind) is dict and isinstance(data, Mapping):
        found: dict[Any, Any] = {}
        for key, value in cast("Mapping[object, object]", data).items():
            found[key] = yield from _transformed(value, arguments[1], form)
        return found
    if is_union_type(kind):
        for member in arguments:
            data = yield from _transformed(data, member, form)
        return data
    if _takes_items(kind) and _has_items(data):
        return (yield from _items(data, arguments[0], form))
    if isinstance(data, pydantic.BaseModel):
        return pydantic.BaseModel.model_dump(
            _complete(data), exclude_unset=True, mode="json", by_alias=True
        )
    return (yield from _formed(data, form))


def _typed_dict(data: Mapping[str, Any], kind: Any) -> Steps:
    """The entries of a typed dictionary, without those that were not given."""
    hints = get_type_hints(kind, include_extras=True)
    found: dict[str, Any] = {}
    for key, value in data.items():
        if isinstance(value, (NotGiven, Omit)):
            continue
        hint = hints.get(key)
        if hint is None:
            found[key] = value
        else:
            found[_wire_name(hint) or key] = yield from _transformed(value, hint, None)
    return found


def _items(data: Iterable[Any], item: Any, form: PropertyInfo | None) -> Steps:
    """The items of a list; a list of plain values is the same object."""
    if strip_annotated_type(item) in _PLAIN:
        return data if isinstance(data, list) else list(data)
    found: list[Any] = []
    for value in data:
        found.append((yield from _transformed(value, item, form)))
    return found


def _formed(data: Any, form: PropertyInfo | None) -> Steps:
    """A single value in the form that annotates it."""
    if form is None:
        return data
    if isinstance(data, (date, datetime)):
        if form.format == "iso8601":
            return data.isoformat()
        if form.format == "custom" and form.format_template is not None:
            return data.strftime(form.format_template)
    if form.format == "base64":
        if isinstance(data, os.PathLike):
            content = yield Path(cast("os.PathLike[str]", data))
            return b64encode(content).decode("ascii")
        if isinstance(data, io.IOBase):
            read: Any = cast("Any", data).read()
            content = read.encode() if isinstance(read, str) else read
            return b64encode(content).decode("ascii")
    return data


def _complete(model: pydantic.BaseModel) -> pydantic.BaseModel:
    """The model, whose class is built: pydantic's serialiser needs that."""
    type(model).model_rebuild()
    return model


def _takes_items(kind: Any) -> bool:
    origin = get_origin(kind)
    return (
        isinstance(origin, type)
        and issubclass(origin, Iterable)
        and not issubclass(origin, (Mapping, tuple))
        and len(get_args(kind)) == 1
    )


def _has_items(data: Any) -> bool:
    return isinstance(data, Iterable) and not isinstance(
        data, (str, bytes, Mapping, pydantic.BaseModel, io.IOBase)
    )


def _wire_name(hint: Any) -> str | None:
    """The name that annotates a property, in either of the two ways."""
    names = [note.name for note in _notes(hint, WireName)]
    names += [note.alias for note in _notes(hint, PropertyInfo) if note.alias]
    return names[0] if names else None


def _notes(hint: Any, kind: type[T]) -> list[T]:
    """The annotations of a kind that a type has, the outermost ones last."""
    found: list[T] = []
    while get_args(hint) and (
        is_annotated_type(hint) or strip_annotated_type(hint) is not hint
    ):
        notes: tuple[Any, ...] = getattr(hint, "__metadata__", ())
        found = [note for note in notes if isinstance(note, kind)] + found
        hint = get_args(hint)[0]
    return found
