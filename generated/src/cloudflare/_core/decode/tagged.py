"""Unions whose members a property tells apart: the right class at once, and no wrong one.

The choice is made in Rust. A value that no member has is none of them: in a response it stays as it
came, and strict mode reports it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Literal, TypeGuard, cast, get_args, get_origin

import pydantic
from pydantic_core import core_schema

from .lenient import LABEL
from .required import required_names

__all__ = ["UNDECIDED", "PropertyInfo", "Subtypes"]

UNDECIDED = "undecided"
"""The type of the error about a value without the property that tells classes apart; another one says
that the property is missing."""


class PropertyInfo:
    """Annotates a union with the property, by its wire name, that tells its members apart.

    ``mapping`` has the member for each value of the property; without it the constants that the
    members have for the property decide. ``default`` is the member for any other value.
    """

    def __init__(
        self,
        *,
        discriminator: str,
        mapping: Mapping[Any, Any] | None = None,
        default: Any = None,
    ) -> None:
        self.discriminator = discriminator
        self.mapping = mapping
        self.default = default

    def __repr__(self) -> str:
        return f"PropertyInfo(discriminator={self.discriminator!r})"

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        members = get_args(source)
        if self.mapping is None:
            tags = {tag: m for m in members for tag in self._constants(m)}
        else:
            tags = dict(self.mapping)
        if not tags:
            return handler(source)
        schemas = {
            id(m): handler.generate_schema(m) for m in (*tags.values(), *members)
        }
        tagged: Any = core_schema.tagged_union_schema(
            {tag: schemas[id(member)] for tag, member in tags.items()},
            discriminator=_places(self.discriminator, members),
            metadata={"pydantic_js_functions": [_any_of]},
        )
        if self.default is None and (untagged := self._untagged(members, schemas)):
            tagged = core_schema.union_schema(
                [(tagged, LABEL), (untagged, LABEL)],
                mode="left_to_right",
                metadata={"pydantic_js_functions": [partial(_choices_of, tagged)]},
            )
        rest = [m for m in members if all(m is not other for other in tags.values())]
        if self.default is not None:
            rest = [*(m for m in rest if m is not self.default), self.default]
        if not rest:
            return tagged
        others = [
            schemas.get(id(member)) or handler.generate_schema(member)
            for member in rest
        ]
        return core_schema.union_schema([tagged, *others], mode="left_to_right")

    def _untagged(self, members: Sequence[Any], schemas: Mapping[int, Any]) -> Any:
        """The schema of a value without the property; None where each class must have it."""
        models = [member for member in members if _is_model(member)]
        others = [m for m in members if not _is_model(m) and get_origin(m) is not list]
        if others or all(self.discriminator in _given(model) for model in models):
            return None
        found: list[_Untagged] = []

        def choose(value: Any) -> str | None:
            if not found:  # the classes are complete only now
                found.append(_Untagged(self.discriminator, models))
            return found[0].choose(value)

        return core_schema.tagged_union_schema(
            {str(n): schemas[id(model)] for n, model in enumerate(models)},
            discriminator=choose,
            custom_error_type=UNDECIDED,
            custom_error_message="the required fields do not tell which class it is",
        )

    def _constants(self, member: Any) -> Iterator[Any]:
        """The values that a class allows for the property."""
        for name, field in _fields(member):
            if self.discriminator in (field.alias, name):
                for literal in (field.annotation, *get_args(field.annotation)):
                    if get_origin(literal) is Literal:
                        yield from get_args(literal)


class Subtypes:
    """Tells which of the classes that extend a model a response holds, by a property's wire name.

    ``classes`` gives the class for each value of the property; any other value is one of the model
    itself.
    """

    def __init__(
        self, discriminator: str, classes: Callable[[], Mapping[Any, type]]
    ) -> None:
        self.discriminator = discriminator
        self.classes = classes

    def schema(self, model: type, of: Callable[[type], Any]) -> Any:
        """The core schema of a value of the model; ``of`` gives that of one class alone."""
        classes = self.classes()
        tagged = core_schema.tagged_union_schema(
            {tag: of(found) for tag, found in classes.items()},
            discriminator=_places(self.discriminator, (*classes.values(), model)),
            metadata={"pydantic_js_functions": [_any_of]},
        )
        return core_schema.union_schema([tagged, of(model)], mode="left_to_right")


def subtypes_of(model: type) -> Subtypes | None:
    """What tells the classes that extend a model apart, if anything does."""
    return vars(model).get("__subtypes__")


def _places(property_: str, members: Iterable[Any]) -> list[list[str | int]]:
    """Where the property stands: under its wire name, or its name in the classes."""
    names = {property_: None}
    for member in members:
        for name, field in _fields(member):
            if field.alias == property_:
                names[name] = None
    return [[name] for name in names]


class _Untagged:
    """Tells which class a value is of by its fields: the only one all of whose required fields it
    has, and that has all of the value's fields that any of the classes has."""

    def __init__(
        self, discriminator: str, models: Sequence[type[pydantic.BaseModel]]
    ) -> None:
        self._models = models
        self._fields = [_wire_names(model) for model in models]
        self._required = [required_names(model) for model in models]
        self._described = frozenset(n for names in self._fields for n in names.values())
        self._places = [str(place) for (place,) in _places(discriminator, models)]

    def choose(self, value: Any) -> str | None:
        """The number of the class; None if it is not certain."""
        if not isinstance(value, dict):
            kinds = [n for n, m in enumerate(self._models) if type(value) is m]
            return str(kinds[0]) if kinds else None
        given = cast("dict[str, Any]", value)
        if any(given.get(place) is not None for place in self._places):
            return None
        fitting = [n for n in range(len(self._models)) if self._fits(n, given.keys())]
        return str(fitting[0]) if len(fitting) == 1 else None

    def _fits(self, number: int, keys: Iterable[str]) -> bool:
        names = self._fields[number]
        described = self._described.intersection(names.get(key, key) for key in keys)
        is_any = bool(described) and described.issubset(names.values())
        return is_any and self._required[number] <= described


def _given(model: type[pydantic.BaseModel]) -> Iterator[str]:
    """The wire names of the fields that have no default."""
    for name, field in model.model_fields.items():
        if field.is_required():
            yield field.alias or name


def _wire_names(model: type[pydantic.BaseModel]) -> dict[str, str]:
    return {name: field.alias or name for name, field in model.model_fields.items()}


def _any_of(tagged: Any, handler: Any) -> Any:
    """The JSON schema: pydantic finds no discriminator in a union of unions."""
    choices = list(tagged["choices"].values())
    return handler(core_schema.union_schema(choices))


def _choices_of(tagged: Any, _: Any, handler: Any) -> Any:
    return _any_of(tagged, handler)


def _fields(member: Any) -> Iterator[tuple[str, Any]]:
    if _is_model(member):
        yield from member.model_fields.items()


def _is_model(member: Any) -> TypeGuard[type[pydantic.BaseModel]]:
    return isinstance(member, type) and issubclass(member, pydantic.BaseModel)
