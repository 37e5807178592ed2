"""The resource tree of the configuration, filled with the operations of the description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from ..config import MethodConfig, ModelConfig, ResourceConfig, SdkConfig
from ..ir import Method, ModelEntry, Resource, ResourcePath, TypeId
from ..openapi import Cursor
from .operations import OperationLowering
from .schemas import SchemaLowering, Use

SHARED: ResourcePath = ("$shared",)
STANDARD_METHODS = ("create", "retrieve", "update", "list", "delete")
VERBS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


@dataclass(frozen=True, slots=True)
class NamedSchema:
    """A model of the configuration and the schema that it names."""

    entry: ModelEntry
    id: TypeId
    schema: Cursor


def named_schemas(root: Cursor, config: SdkConfig) -> tuple[NamedSchema, ...]:
    """The schemas that the configuration names as models; one that is missing is reported."""
    found: list[NamedSchema] = []
    for resource, model in _models(config):
        pointer = model.target
        if not pointer.startswith("#"):
            pointer = f"#/components/schemas/{pointer}"
        schema = root.goto(pointer)
        if schema is None:
            known = root.descend("components", "schemas")
            close = get_close_matches(
                model.target, [n for n, _ in known.entries()] if known else []
            )
            root.report.error(
                "C013",
                model.place,
                f"the model '{model.name}' names the schema '{model.target}', which does not exist",
                help=(
                    f"did you mean '{close[0]}'?"
                    if close
                    else "name a schema of the description"
                ),
            )
            continue
        resolved = schema.resolve()
        entry = ModelEntry(resource, model.name)
        found.append(NamedSchema(entry, TypeId(resolved.id), resolved))
    return tuple(found)


def _models(config: SdkConfig) -> Iterator[tuple[ResourcePath, ModelConfig]]:
    for model in config.shared:
        yield SHARED, model
    waiting = list(config.resources)
    while waiting:
        resource = waiting.pop(0)
        for model in resource.models:
            yield resource.path, model
        waiting = [*resource.children, *waiting]


def lower_models(named: tuple[NamedSchema, ...], schemas: SchemaLowering) -> None:
    """Define every model that the configuration names, used or not."""
    for model in named:
        schemas.type_of(model.schema, Use(model.id, model.id, (), model.entry))


@dataclass(slots=True)
class ResourceLowering:
    """Lowers the tree and remembers which operations it covers."""

    root: Cursor
    config: SdkConfig
    operations: OperationLowering
    covered: set[tuple[str, str]] = field(default_factory=set)

    def tree(self) -> tuple[Resource, ...]:
        """The top-level resources in the order of the configuration."""
        return tuple(self._resource(entry) for entry in self.config.resources)

    def _resource(self, entry: ResourceConfig) -> Resource:
        methods = [self._method(entry.path, method) for method in entry.methods]
        return Resource(
            path=entry.path,
            methods=tuple(sorted((m for m in methods if m), key=_method_order)),
            children=tuple(self._resource(child) for child in entry.children),
            description=entry.description,
            place=entry.place,
        )

    def _method(self, resource: ResourcePath, entry: MethodConfig) -> Method | None:
        item = self.root.descend("paths", entry.path)
        found = item.resolve().at(entry.verb) if item else None
        if found is None:
            self.root.report.error(
                "C008",
                entry.place,
                f"the method '{entry.name}' names '{entry.verb} {entry.path}', "
                "which the description does not have",
                help=self._likely(entry),
            )
            return None
        self.covered.add((entry.verb, entry.path))
        return self.operations.method(resource, entry, found)

    def _likely(self, entry: MethodConfig) -> str:
        known = [f"{verb} {path}" for verb, path, _ in self._operations()]
        close = get_close_matches(f"{entry.verb} {entry.path}", known, n=1)
        return (
            f"did you mean '{close[0]}'?"
            if close
            else "add the operation to the description"
        )

    def check_coverage(self) -> None:
        """Report operations that the configuration neither maps nor lists as unspecified."""
        for verb, path, operation in self._operations():
            if (verb, path) not in self.covered | self.config.unspecified:
                operation.warning(
                    "C009",
                    f"no method is made of '{verb} {path}'",
                    help="add it to a resource of the configuration, or to unspecified_endpoints",
                )
        known = {(verb, path) for verb, path, _ in self._operations()}
        for verb, path in sorted(self.config.unspecified - known):
            self.root.report.warning(
                "C014",
                self.config.place,
                f"unspecified_endpoints lists '{verb} {path}', which the description does not have",
                help="remove the entry",
            )

    def _operations(self) -> Iterator[tuple[str, str, Cursor]]:
        paths = self.root.at("paths")
        for path, item in paths.entries() if paths else ():
            for verb, operation in item.resolve().entries():
                if verb in VERBS:
                    yield verb, path, operation


def _method_order(method: Method) -> tuple[int, str]:
    """The standard methods first, in their order; the others by name."""
    name = method.id.name
    if name in STANDARD_METHODS:
        return STANDARD_METHODS.index(name), name
    return len(STANDARD_METHODS), name
