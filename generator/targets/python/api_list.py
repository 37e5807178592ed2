"""View of the list of everything that the package offers: api.md."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from html import escape
from typing import assert_never

from ...diagnostics import printable
from ...surface import (
    SHARED,
    BinaryResult,
    Location,
    Method,
    ModelResult,
    Module,
    Named,
    NoResult,
    Nullable,
    PageResult,
    Resource,
    ResourcePath,
    Result,
    Sdk,
    StreamResult,
    SwitchedResult,
    TextResult,
    TypeExpression,
    returned_type,
)
from ..notation.markdown import markdown


@dataclass(frozen=True, slots=True)
class ApiMethodView:
    """A bullet of the list of methods."""

    title: str
    path: str
    name: str
    file: str
    arguments: str
    params_file: str
    returns: str
    returns_file: str
    summary: str


@dataclass(frozen=True, slots=True)
class ApiResourceView:
    """A section of the list of methods; ``path`` leads to the resource from the client."""

    path: str
    package: str
    types: tuple[str, ...]
    methods: tuple[ApiMethodView, ...]


@dataclass(frozen=True, slots=True)
class ApiListView:
    """The list of resources, types and methods."""

    shared: tuple[str, ...]
    package: str
    resources: tuple[ApiResourceView, ...]


def api_list(sdk: Sdk) -> ApiListView:
    """The list of everything that the package offers."""
    types: dict[ResourcePath | None, list[str]] = defaultdict(list)
    for definition in sdk.types:
        types[definition.resource].append(definition.name.name)
    return ApiListView(
        shared=tuple(types[SHARED]),
        package=sdk.package.import_name,
        resources=tuple(
            section
            for section in (
                _resource(sdk, r, types[r.id]) for r in sdk.every_resource()
            )
            if section.types or section.methods
        ),
    )


def _resource(sdk: Sdk, resource: Resource, types: list[str]) -> ApiResourceView:
    return ApiResourceView(
        path="client" if resource.is_client else ".".join(resource.path),
        package=".".join((sdk.package.import_name, *resource.types_package)),
        types=tuple(types),
        methods=tuple(_method(sdk, resource, method) for method in resource.methods),
    )


def _method(sdk: Sdk, resource: Resource, method: Method) -> ApiMethodView:
    in_path = (Location.PATH, Location.SCOPE)
    positional = [a.name for a in method.arguments if a.positional]
    keywords = [
        a.name for a in method.arguments if a.location in in_path and not a.positional
    ]
    starred = ["\\*", *keywords] if keywords else []
    item = returned_type(method.result)
    found = item.name if isinstance(item, Named) else None
    params = method.params_type
    return ApiMethodView(
        title=escape(printable(f"{method.verb} {method.route}")),
        path=".".join(("client", *method.path[:-1])),
        name=method.name,
        file=_file(sdk, resource.module),
        arguments=", ".join((*positional, *starred)),
        params_file=_file(sdk, params.module) if params else "",
        returns=_returns(sdk, method.result),
        returns_file=_file(sdk, found.module) if found else "",
        summary=markdown(method.about),
    )


def _returns(sdk: Sdk, result: Result) -> str:
    """What a call returns, in short."""
    match result:
        case ModelResult(type=ref):
            return _short(ref)
        case PageResult(scheme=scheme, item=item):
            return f"{sdk.page(scheme).sync_class}[{_short(item)}]"
        case StreamResult(item=item):
            return f"Stream[{_short(item) if item else 'ServerSentEvent'}]"
        case SwitchedResult(value=value, stream=stream):
            return f"{_returns(sdk, value)} | {_returns(sdk, stream)}"
        case BinaryResult():
            return "BinaryAPIResponse"
        case TextResult():
            return "str"
        case NoResult():
            return "None"
    assert_never(result)


def _short(ref: TypeExpression) -> str:
    """A type that has a name, by it; ``object`` stands for any other."""
    if isinstance(ref, Nullable):
        return f"{_short(ref.inner)} | None"
    return ref.name.name if isinstance(ref, Named) else "object"


def _file(sdk: Sdk, module: Module) -> str:
    return "/".join(("src", sdk.package.import_name, *module)) + ".py"
