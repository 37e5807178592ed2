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
from .required import is_required

__all__ = ["PropertyInfo", "Subtypes"]


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
                metadata={"pydantic_js_functions": [partial(_like, tagged)]},
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
        """The schema of a value without the property; None where each member must have it, or
        nothing else.

        The value is of the member all of whose required fields it has; if it has those of several,
        of the one that requires all that the others do. Otherwise it is of none.
        """
        required = {n: _required(member) for n, member in enumerate(members)}
        needs = {
            number: names
            for number, names in required.items()
            if names and self.discriminator not in names
        }
        if not needs:
            return None
        places = [name for (name,) in _places(self.discriminator, members)]

        def choose(value: Any) -> int | None:
            if not isinstance(value, dict) or any(name in value for name in places):
                return None
            found = cast("dict[str, Any]", value).keys()
            fitting = [number for number, names in needs.items() if names <= found]
            if not fitting:
                return None
            most = max(fitting, key=lambda number: len(needs[number]))
            others = (needs[number] for number in fitting if number != most)
            return most if all(names < needs[most] for names in others) else None

        return core_schema.tagged_union_schema(
            {number: schemas[id(members[number])] for number in needs},
            discriminator=choose,
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


def _required(member: Any) -> frozenset[str] | None:
    """The wire names of the fields that a class requires; None for what is no class."""
    if not _is_model(member):
        return None
    fields = member.model_fields.items()
    return frozenset(
        field.alias or name for name, field in fields if is_required(field)
    )


def _like(schema: Any, _: Any, handler: Any) -> Any:
    """The JSON schema: that of another schema."""
    return handler(schema)


def _any_of(tagged: Any, handler: Any) -> Any:
    """The JSON schema: pydantic finds no discriminator in a union of unions."""
    choices = list(tagged["choices"].values())
    return handler(core_schema.union_schema(choices))


def _fields(member: Any) -> Iterator[tuple[str, Any]]:
    if _is_model(member):
        yield from member.model_fields.items()


def _is_model(member: Any) -> TypeGuard[type[pydantic.BaseModel]]:
    return isinstance(member, type) and issubclass(member, pydantic.BaseModel)
