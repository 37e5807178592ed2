"""Core schemas of models that hold each other, without nesting.

pydantic puts the schema of a model into that of every model that holds it, and descends into it
each time: a chain of fifty models is too deep for the interpreter. Here the schema of each model is
made once, with references where it holds others; a validator is made of the list of all that can
be reached. Neither depends on how long a chain of models is, or whether they hold themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, cast, get_args, get_origin

from pydantic_core import core_schema

from ..cached import cached_property
from .tagged import subtypes_of

Schema: TypeAlias = Any
Handler: TypeAlias = Any
HELD = "clientwright_held"
"""The key of a schema's metadata that names the model which the schema stands for."""

_OWN = "__clientwright_schema__"
_NO_SCHEMAS = frozenset(("metadata", "default", "config", "cls", "expected"))
"""Keys of schemas that hold anything but schemas."""

_NAMED = frozenset(("fields", "choices"))
"""Keys of schemas that hold schemas by names, which may be those of the keys above."""


@dataclass(frozen=True, slots=True)
class OwnSchema:
    """The schema of one model, with references to the models and other definitions it holds."""

    schema: Schema
    models: tuple[type, ...]
    definitions: Mapping[str, Schema]


@dataclass
class Build:
    """The schemas that are being made together; ``inside`` one of them, models are only named."""

    root: type | None = None
    inside: bool = False
    made: dict[type, Schema] = field(default_factory=dict[type, Schema])
    waiting: list[type] = field(default_factory=list[type])

    def is_made(self, model: type) -> bool:
        """Whether a model is the one that is being built, and its schema is there."""
        return model is self.root and model in self.made

    @cached_property
    def flat(self) -> Schema:
        """The schema of what is being built, with the definitions of all that it can reach."""
        own = None if self.root is None else own_schema(self.root)
        assert own is not None
        return flat_schema(own)

    @property
    def config(self) -> Any:
        """The configuration of the model that is being built."""
        return None if self.root is None else self.made[self.root].get("config")

    def standing_for(self, model: type, base: type | None = None) -> Schema:
        """What stands for a model, or for those that extend it; ``base`` is the one around it."""
        subtypes = subtypes_of(model)
        if subtypes is not None and model is not base:
            return subtypes.schema(model, lambda m: self.standing_for(m, model))
        self.waiting.append(model)
        return _standing_for(model)

    def named(self, handler: Handler, source: Any) -> Schema:
        """The schema of a type in which models are only named."""
        self.inside = True
        try:
            return handler(source)
        finally:
            self.inside = False

    def finish(self, handler: Handler) -> None:
        """Make the schemas of all models that were named, then keep each with its references."""
        while self.waiting:
            model = self.waiting.pop()
            if model not in self.made and own_schema(model) is None:
                handler.generate_schema(model)
        for model, schema in self.made.items():
            setattr(model, _OWN, self.linked(schema, handler))

    def linked(self, schema: Schema, handler: Handler) -> OwnSchema:
        """A schema with references in the place of what stands for models."""
        links = _Links(self, handler)
        linked = links.of(schema)
        return OwnSchema(linked, tuple(links.models), links.definitions)

    def reference_of(self, model: type) -> str:
        """The name of a model's definition."""
        schema = self.made.get(model)
        if schema is None:
            own = own_schema(model)
            assert own is not None
            schema = own.schema
        name: str = schema["ref"]
        return name


_BUILD: ContextVar[Build | None] = ContextVar("build", default=None)


def own_schema(model: type) -> OwnSchema | None:
    """The schema of a model, if it was made."""
    return vars(model).get(_OWN)


def current_build() -> Build | None:
    """What is being made."""
    return _BUILD.get()


@contextmanager
def building(root: type | None = None) -> Generator[Build]:
    """Lets models be named instead of nested while a schema is made, that of ``root`` or another."""
    build = Build(root)
    token = _BUILD.set(build)
    try:
        yield build
    finally:
        _BUILD.reset(token)


def model_schema(
    model: type, source: Any, handler: Handler, soften: Callable[[Schema], None]
) -> Schema:
    """The core schema of a model for pydantic, which asks for it."""
    build = _BUILD.get()
    if build is not None and build.inside:
        return build.standing_for(model)
    schema = handler(source) if build is None else build.named(handler, source)
    try:
        found = handler.resolve_ref_schema(schema)
    except LookupError:
        return schema  # a model inside itself: the outer one is softened when it is complete
    soften(found)
    if build is not None:
        build.made[model] = found
        if model is build.root:
            build.finish(handler)
    return schema


def flat_schema(own: OwnSchema) -> Schema:
    """The definitions of everything that can be reached from a schema."""
    definitions: dict[str, Schema] = dict(own.definitions)
    reached: set[type] = set()
    waiting = list(own.models)
    while waiting:
        model = waiting.pop()
        if model in reached:
            continue
        reached.add(model)
        found = own_schema(model)
        assert found is not None
        definitions |= {found.schema["ref"]: found.schema, **found.definitions}
        waiting += found.models
    root = own.schema
    name = root.get("ref")
    if name in definitions:
        root = core_schema.definition_reference_schema(name)
    return core_schema.definitions_schema(root, list(definitions.values()))


def _standing_for(model: Any) -> Schema:
    """What stands for a model until it is replaced by a reference.

    It has the fields that tell the members of a discriminated union apart.
    """
    fields = {
        name: core_schema.model_field(
            core_schema.literal_schema(list(get_args(info.annotation))),
            validation_alias=info.alias,
        )
        for name, info in model.model_fields.items()
        if get_origin(info.annotation) is Literal
    }
    return core_schema.model_schema(
        model, core_schema.model_fields_schema(fields), metadata={HELD: model}
    )


class _Links:
    """Replaces what stands for models, and collects what is referred to."""

    def __init__(self, build: Build, handler: Handler) -> None:
        self.models: dict[type, None] = {}
        self.definitions: dict[str, Schema] = {}
        self._build = build
        self._handler = handler
        self._known = {schema["ref"]: model for model, schema in build.made.items()}

    def of(self, value: Any) -> Any:
        if isinstance(value, dict):
            return self._schema(value)
        if isinstance(value, list):
            return [self.of(entry) for entry in cast("list[object]", value)]
        if isinstance(value, tuple):
            return tuple(self.of(e) for e in cast("tuple[object, ...]", value))
        return value

    def _schema(self, schema: Schema) -> Schema:
        held = schema.get("metadata", {}).get(HELD) if "type" in schema else None
        if held is not None:
            self.models[held] = None
            return core_schema.definition_reference_schema(
                self._build.reference_of(held)
            )
        if schema.get("type") == "definitions":
            return self.of(
                schema["schema"]
            )  # its definitions are resolved as others are
        if schema.get("type") == "definition-ref":
            self._refer(schema["schema_ref"])
            return schema
        return {key: self._part(key, value) for key, value in schema.items()}

    def _part(self, key: str, value: Any) -> Any:
        if key in _NO_SCHEMAS:
            return value
        if key in _NAMED and isinstance(value, dict):
            named = cast("dict[object, object]", value)
            return {name: self.of(entry) for name, entry in named.items()}
        return self.of(value)

    def _refer(self, name: str) -> None:
        if name in self._known:
            self.models[self._known[name]] = None
        elif name not in self.definitions:
            reference = core_schema.definition_reference_schema(name)
            self.definitions[name] = {}
            self.definitions[name] = self.of(
                self._handler.resolve_ref_schema(reference)
            )
