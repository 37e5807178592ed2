"""Values built from Python objects without validation: ``Model.construct``.

What has the described form becomes the described type at every depth; anything else stays as it is,
and nothing raises.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import (
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
)
from weakref import WeakKeyDictionary

import pydantic
from pydantic import TypeAdapter

from .moments import parse_date, parse_datetime
from .tagged import PropertyInfo, subtypes_of

ModelT = TypeVar("ModelT", bound=pydantic.BaseModel)

_EXACT = 2.0**53
"""The first whole number from which on a float may stand for several (IEEE 754, binary64)."""

_TAKEN = frozenset(("cls", "_fields_set"))
"""Names of fields that pydantic's own constructor has for arguments."""


def construct_model(
    model: type[ModelT], fields_set: set[str] | None, values: Mapping[str, Any]
) -> ModelT:
    """A model with the values of its fields, by wire name or name; a required one that is missing is
    None."""
    if not model.__pydantic_complete__:
        model.model_rebuild(raise_errors=False)
    found: dict[str, Any] = {}
    given: set[str] = set()
    rest = dict(values)
    for name, field in model.model_fields.items():
        key = field.alias if field.alias is not None and field.alias in rest else name
        if key in rest:
            found[name] = construct_type(
                rest.pop(key), field.annotation, field.metadata
            )
            given.add(name)
        elif field.is_required():
            found[name] = None
        else:
            found[name] = field.get_default(call_default_factory=True)
    extra = _type_of_extras(model)
    for key, value in rest.items():
        found[key] = value if extra is None else construct_type(value, extra)
    plain = {name: value for name, value in found.items() if name not in _TAKEN}
    made = model.model_construct(given if fields_set is None else fields_set, **plain)
    for name in found.keys() & _TAKEN:
        vars(made)[name] = found[name]
    return made


def construct_type(value: Any, type_: Any, metadata: Sequence[Any] = ()) -> Any:
    """A value as a type, as far as it has its form; ``metadata`` is what annotates the type."""
    notes = list(metadata)
    while True:
        if hasattr(type_, "__value__"):
            type_ = type_.__value__
        elif get_origin(type_) is Annotated:
            type_, *inner = get_args(type_)
            notes += inner
        else:
            break
    origin, arguments = get_origin(type_) or type_, get_args(type_)
    if origin in (Union, types.UnionType):
        return _construct_union(value, type_, arguments, notes)
    if isinstance(origin, type) and issubclass(origin, pydantic.BaseModel):
        return _construct_one(value, type_)
    if origin is dict and _is_map(value) and len(arguments) == 2:
        return {k: construct_type(v, arguments[1]) for k, v in value.items()}
    if origin is list and _is_list(value) and arguments:
        return [construct_type(item, arguments[0]) for item in value]
    if origin is float and type(value) is int and -_EXACT < value < _EXACT:
        return float(value)
    if origin in (datetime, date):
        try:
            return (parse_datetime if origin is datetime else parse_date)(value)
        except (ValueError, TypeError, OverflowError):
            return value
    return value


def _construct_one(value: Any, model: Any) -> Any:
    """A model from a mapping, or several from a list of them."""
    if _is_list(value):
        return [_construct_one(item, model) for item in value]
    if not _is_map(value):
        return value
    subtypes = subtypes_of(model)
    if subtypes is not None:
        model = subtypes.classes().get(_tag(value, subtypes.discriminator), model)
    return construct_model(model, None, value)


def _construct_union(
    value: Any, union: Any, members: Sequence[Any], notes: Sequence[Any]
) -> Any:
    """A value as the member of a union that it is valid for; else as the one that a property names,
    else as the first."""
    info = next((note for note in notes if isinstance(note, PropertyInfo)), None)
    mapped = info.mapping if info is not None else None
    if not mapped:
        try:
            return _adapter(union).validate_python(value)
        except pydantic.ValidationError:
            pass
    if info is not None and _is_map(value) and info.discriminator:
        tags = discriminator_of(union, info)
        tag = _tag(value, *tags.places)
        chosen = tags.members.get(tag, info.default)
        if chosen is not None:
            return construct_type(value, chosen)
    first = next((m for m in members if m is not type(None)), None)
    return value if first is None else construct_type(value, first)


class Discriminator:
    """The members of a union by the values of a property; ``places`` are its names."""

    def __init__(self, union: Any, info: PropertyInfo) -> None:
        self.members: dict[Any, Any] = dict(info.mapping or {})
        self.places: tuple[str, ...] = (info.discriminator,)
        for member in get_args(union):
            fields = getattr(_bare(member), "model_fields", {})
            for name, field in fields.items():
                if info.discriminator not in (name, field.alias):
                    continue
                self.places += (field.alias or name, name)
                if not info.mapping and get_origin(field.annotation) is Literal:
                    tags = get_args(field.annotation)
                    self.members |= dict.fromkeys(tags, member)


DISCRIMINATOR_CACHE: WeakKeyDictionary[Any, Discriminator] = WeakKeyDictionary()
"""What tells the members of the unions apart that were met so far."""


def discriminator_of(union: Any, info: PropertyInfo) -> Discriminator:
    """What tells the members of a union apart."""
    if info.mapping:
        return Discriminator(union, info)
    try:
        known = DISCRIMINATOR_CACHE.get(union)
        if known is None or info.discriminator not in known.places:
            known = DISCRIMINATOR_CACHE[union] = Discriminator(union, info)
        return known
    except TypeError:  # a union that no weak reference can refer to
        return Discriminator(union, info)


def validate_type(*, type_: Any, value: Any) -> Any:
    """A value as a type, strictly as described.

    Raises:
        pydantic.ValidationError: it is not of that type.
    """
    return _adapter(type_).validate_python(value)


def _is_map(value: object) -> bool:
    return isinstance(value, Mapping)


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _tag(values: Mapping[str, Any], *places: str) -> Any:
    found = next((values[place] for place in places if place in values), None)
    return found if isinstance(found, (str, int)) else None


def _bare(type_: Any) -> Any:
    return get_args(type_)[0] if get_origin(type_) is Annotated else type_


def _adapter(type_: Any) -> TypeAdapter[Any]:
    try:
        return _known_adapter(type_)
    except TypeError:  # it cannot be a key
        return TypeAdapter(type_)


@lru_cache(maxsize=4096)
def _known_adapter(type_: Any) -> TypeAdapter[Any]:
    return TypeAdapter(type_)


def _type_of_extras(model: type[pydantic.BaseModel]) -> Any:
    """The type that a model gives its unknown fields; None where it gives none."""
    for kind in model.__mro__:
        if kind is pydantic.BaseModel:
            return None
        stated: Any = vars(kind).get("__annotations__", {}).get("__pydantic_extra__")
        if isinstance(stated, str):
            module = vars(sys.modules[kind.__module__])
            holder = types.SimpleNamespace(__annotations__={"extra": stated})
            try:
                stated = _hints(holder, module)["extra"]
            except NameError:  # a name that only type checkers know
                return None
        if get_origin(stated) is dict:
            return get_args(stated)[1]
    return None


def _hints(holder: Any, names: dict[str, Any]) -> dict[str, Any]:
    from typing import get_type_hints

    return get_type_hints(holder, names)
