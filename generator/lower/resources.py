"""The resource tree of the configuration, filled with the operations of the description."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from ..config import MethodConfig, ModelConfig, ResourceConfig, SdkConfig
from ..ir import (
    Alias,
    Method,
    ModelEntry,
    Ref,
    Removal,
    Resource,
    ResourcePath,
    TypeId,
    WebhookMethod,
)
from ..diagnostics import Place, Report
from ..openapi import Description, Schema
from .hints import type_name
from .meaning import shapes_object
from .operations import DEPRECATED, OperationLowering
from .schemas import SchemaLowering
from .use import Use
from .sent import SHARED, sent_id

STANDARD_METHODS = ("create", "retrieve", "update", "list", "delete")
Endpoint = tuple[str, str]
"""A verb and a path."""


class NamedSchema(Struct, frozen=True):
    """A model of the configuration and the schema that it names."""

    entry: ModelEntry
    id: TypeId
    schema: Schema
    place: Place


def named_schemas(
    description: Description, config: SdkConfig, report: Report
) -> tuple[NamedSchema, ...]:
    """The schemas that the configuration names as models; one that is missing is reported.

    A model that only refers to another one, or to the schema of one, is a name for it.
    """
    found: list[tuple[ModelEntry, Schema, Place]] = []
    for resource, model in _models(config):
        if model.alias_of is not None:
            continue
        schema = description.find_schema(model.target)
        if schema is None:
            close = get_close_matches(model.target, description.schema_names)
            report.tolerable(
                "C013",
                model.place,
                f"the model '{model.name}' refers to the schema '{model.target}', which does not exist",
                help=(
                    f"did you mean '{close[0]}'?"
                    if close
                    else "use a schema of the description"
                ),
            )
            continue
        hint = type_name(*filter(None, (schema, description.resolve(schema))))
        entry = ModelEntry(resource, model.name, hint, not model.has_suffix)
        found.append((entry, schema, model.place))
    named: list[NamedSchema] = []
    taken = {schema.id for _, schema, _ in found}
    for entry, schema, place in found:
        target = description.resolve(schema)
        if target is None:
            continue
        stands_alone = shapes_object(schema) or target.id in taken
        schema_id = schema.id if stands_alone else target.id
        taken.add(schema_id)
        named.append(NamedSchema(entry, TypeId(schema_id), schema, place))
    return tuple(named)


def _models(config: SdkConfig) -> Iterator[tuple[ResourcePath, ModelConfig]]:
    for model in config.shared:
        yield SHARED, model
    waiting = list(config.resources)
    while waiting:
        resource = waiting.pop(0)
        for model in resource.models:
            yield resource.path, model
        waiting = [*resource.children, *waiting]


def lower_models(
    config: SdkConfig,
    named: tuple[NamedSchema, ...],
    schemas: SchemaLowering,
    report: Report,
) -> None:
    """Define every model that the configuration names, used or not, and the further names of some."""
    for model in named:
        schemas.type_of(model.schema, Use(model.id, model.id, (), model.entry))
    schemas.add_subtypes()
    _lower_aliases(config, named, schemas, report)


def _lower_aliases(
    config: SdkConfig,
    named: tuple[NamedSchema, ...],
    schemas: SchemaLowering,
    report: Report,
) -> None:
    """Define the further names of models; one without a model is reported."""
    known = {(*model.entry.resource, model.entry.name): model for model in named}
    for resource, model in _models(config):
        if model.alias_of is None:
            continue
        *others, name = model.alias_of.split(".")
        target = known.get((*(others or resource), name))
        if target is None:
            report.tolerable(
                "C013",
                model.place,
                f"the alias '{model.name}' names the model '{model.alias_of}', which does not exist",
                help="write to: with a model of the configuration",
            )
            continue
        alias = TypeId("/".join(("#/aliases", *resource, model.name)))
        schemas.types[alias] = Alias(
            id=alias,
            origin=ModelEntry(resource, model.name),
            type=Ref(target.id),
            description=f"Deprecated: {model.deprecated}" if model.deprecated else None,
            place=model.place,
        )


def lower_sent_models(named: tuple[NamedSchema, ...], sent: SchemaLowering) -> None:
    """Define the form of every model that callers give, as far as one of them is used."""
    models = {sent_id(model.id): model for model in named}
    defined: set[TypeId] = set()
    while waiting := [found for found in sent.wanted.values() if found not in defined]:
        for wanted in waiting:
            defined.add(wanted)
            model = models[wanted]
            sent.type_of(model.schema, Use(wanted, wanted, (), model.entry))


def with_webhooks(
    resources: Iterable[Resource],
    entries: Iterable[ResourceConfig],
    methods: Callable[[ResourceConfig], tuple[WebhookMethod, ...]],
) -> tuple[Resource, ...]:
    """Resources with the methods that read webhooks."""
    return tuple(
        replace(
            resource,
            webhooks=methods(entry) if entry.webhooks else (),
            children=with_webhooks(resource.children, entry.children, methods),
        )
        for resource, entry in zip(resources, entries, strict=True)
    )


class ResourceLowering(Struct, dict=True):
    """Lowers the tree and remembers which operations it covers."""

    description: Description
    config: SdkConfig
    operations: OperationLowering
    report: Report
    covered: set[Endpoint] = field(default_factory=set)

    def tree(self) -> tuple[Resource, ...]:
        """The top-level resources in the order of the configuration."""
        return tuple(self._resource(entry) for entry in self.config.resources)

    def _resource(self, entry: ResourceConfig) -> Resource:
        methods = [self._method(entry.path, method) for method in entry.methods]
        return Resource(
            path=entry.path,
            methods=tuple(sorted((m for m in methods if m), key=_method_order)),
            children=tuple(self._resource(child) for child in entry.children),
            description=(
                self._about(entry) if entry.description is None else entry.description
            ),
            has_own_list=entry.has_own_list,
            place=entry.place,
        )

    def _about(self, entry: ResourceConfig) -> str | None:
        """The text of the tag that is on all methods of a resource, and on no operation outside it."""
        operations = self.description.operations
        own = [operations.get((m.verb, m.path)) for m in entry.methods]
        tags = {found.tags[:1] for found in own if found is not None}
        if len(tags) != 1:
            return None
        within = set(_endpoints(entry))
        for tag in tags.pop():
            if self._tagged[tag] <= within:
                return self.description.info.tags.get(tag) or None
        return None

    @cached_property
    def _tagged(self) -> Mapping[str, set[Endpoint]]:
        """The operations of each tag."""
        found: dict[str, set[Endpoint]] = {}
        for key, operation in self.description.operations.items():
            for tag in operation.tags:
                found.setdefault(tag, set()).add(key)
        return found

    def _method(self, resource: ResourcePath, entry: MethodConfig) -> Method | None:
        endpoint = (entry.verb, entry.path)
        operation = self.description.operations.get(endpoint)
        if operation is None:
            self.report.tolerable(
                "C008",
                entry.place,
                f"the method '{entry.name}' refers to '{entry.verb} {entry.path}', "
                "which the description does not have",
                help=self._likely(entry),
            )
            return None
        self.covered.add(endpoint)
        method = self.operations.method(resource, entry, operation)
        removed = self.description.removed
        if method is None or endpoint not in removed.operations:
            return method
        return replace(
            method,
            deprecated=None if method.deprecated == DEPRECATED else method.deprecated,
            removed=Removal(removed.until, removed.operations[endpoint]),
            skip_test=method.skip_test or "The API no longer has it.",
        )

    def _likely(self, entry: MethodConfig) -> str:
        known = [str(operation) for operation in self.description.operations.values()]
        close = get_close_matches(f"{entry.verb} {entry.path}", known, n=1)
        return (
            f"did you mean '{close[0]}'?"
            if close
            else "add the operation to the description"
        )

    def check_coverage(self) -> None:
        """Report operations that the configuration neither maps nor lists as unspecified."""
        known = self.description.operations
        for endpoint, operation in known.items():
            if endpoint in self.config.unspecified:
                self.operations.left_out["an entry in unspecified_endpoints"] += 1
            elif endpoint in self.config.skipped - self.covered:
                self.operations.left_out["skipped in the configuration"] += 1
            elif endpoint not in self.covered:
                self.operations.left_out["no method in the configuration"] += 1
                self.report.warning(
                    "C009",
                    operation.origin.place,
                    f"no method is generated for '{operation}'",
                    help="add it to a resource of the configuration, or to unspecified_endpoints",
                )
        for verb, path in sorted(self.config.unspecified - known.keys()):
            self.report.warning(
                "C014",
                self.config.place,
                f"unspecified_endpoints lists '{verb} {path}', which the description does not have",
                help="remove the entry",
            )


def _method_order(method: Method) -> tuple[int, str]:
    """The standard methods first, in their order; the others by name."""
    name = method.id.name
    if name in STANDARD_METHODS:
        return STANDARD_METHODS.index(name), name
    return len(STANDARD_METHODS), name


def _endpoints(entry: ResourceConfig) -> Iterator[Endpoint]:
    """The operations of a resource and of those below it."""
    for method in entry.methods:
        yield method.verb, method.path
    for child in entry.children:
        yield from _endpoints(child)
