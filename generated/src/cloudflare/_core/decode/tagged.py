"""Unions whose members a property tells apart: the right class at once, and no wrong one.

The choice is made in Rust. A value that no member has is none of them: in a response it stays as it
came, and strict mode reports it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

import pydantic
from pydantic_core import core_schema

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


def _any_of(tagged: Any, handler: Any) -> Any:
    """The JSON schema: pydantic finds no discriminator in a union of unions."""
    choices = list(tagged["choices"].values())
    return handler(core_schema.union_schema(choices))


def _fields(member: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(member, type) and issubclass(member, pydantic.BaseModel):
        yield from member.model_fields.items()
