"""View of the list of everything that the package offers: api.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape
from typing import assert_never

from msgspec import Struct

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
    Webhook,
    returned_type,
)
from ..notation.markdown import markdown


class ApiMethodView(Struct, frozen=True):
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


class ApiResourceView(Struct, frozen=True):
    """A section of the list of methods; ``path`` leads to the resource from the client. Where another
    file has the list, ``list_file`` leads there."""

    path: str
    list_file: str
    package: str
    types: tuple[str, ...]
    methods: tuple[ApiMethodView, ...]
    webhooks: tuple[ApiMethodView, ...]


class ApiListView(Struct, frozen=True):
    """The list of resources, types and methods."""

    title: str
    shared: tuple[str, ...]
    package: str
    resources: tuple[ApiResourceView, ...]


Types = Mapping[ResourcePath | None, list[str]]
"""The names of types by the resource that lists them."""


def api_lists(sdk: Sdk) -> Iterator[tuple[str, ApiListView]]:
    """The lists of everything that the package offers, by path: the main one, and those of resources that
    have a list of their own."""
    types: dict[ResourcePath | None, list[str]] = defaultdict(list)
    for definition in sdk.types:
        types[definition.resource].append(definition.name.name)
    package = sdk.package.import_name
    main = tuple(_sections(sdk, types, sdk.resources, ""))
    yield "api.md", ApiListView(package, tuple(types[SHARED]), package, main)
    for resource in sdk.every_resource():
        if resource.has_own_list:
            path = _list_file(sdk, resource)
            up = "../" * path.count("/")
            own = (
                *_section(sdk, types, resource, up),
                *_sections(sdk, types, resource.children, up),
            )
            title = f"{package}: {'.'.join(resource.path)}"
            yield path, ApiListView(title, (), package, own)


def _list_file(sdk: Sdk, resource: Resource) -> str:
    folder = "/".join(("src", sdk.package.import_name, "resources", *resource.path))
    return f"{folder}/api.md"


def _sections(
    sdk: Sdk, types: Types, resources: tuple[Resource, ...], up: str
) -> Iterator[ApiResourceView]:
    """The sections of resources and of those below them; ``up`` leads to the top of the repository."""
    for resource in resources:
        if resource.has_own_list:
            path, file = ".".join(resource.path), up + _list_file(sdk, resource)
            yield ApiResourceView(path, file, "", (), (), ())
        else:
            yield from _section(sdk, types, resource, up)
            yield from _sections(sdk, types, resource.children, up)


def _section(
    sdk: Sdk, types: Types, resource: Resource, up: str
) -> Iterator[ApiResourceView]:
    listed = tuple(types[resource.id])
    if listed or resource.methods or resource.webhooks:
        yield ApiResourceView(
            path="client" if resource.is_client else ".".join(resource.path),
            list_file="",
            package=".".join((sdk.package.import_name, *resource.types_package)),
            types=listed,
            methods=tuple(_method(sdk, resource, m, up) for m in resource.methods),
            webhooks=tuple(_webhook(sdk, resource, w, up) for w in resource.webhooks),
        )


def _webhook(sdk: Sdk, resource: Resource, found: Webhook, up: str) -> ApiMethodView:
    event = found.type.name if isinstance(found.type, Named) else None
    return ApiMethodView(
        title="",
        path=".".join(("client", *found.path[:-1])),
        name=found.name,
        file=up + _file(sdk, resource.module),
        arguments="payload, \\*, headers, key" if found.is_verified else "payload",
        params_file="",
        returns=_short(found.type),
        returns_file=up + _file(sdk, event.module) if event else "",
        summary=found.about,
    )


def _method(sdk: Sdk, resource: Resource, method: Method, up: str) -> ApiMethodView:
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
        file=up + _file(sdk, resource.module),
        arguments=", ".join((*positional, *starred)),
        params_file=up + _file(sdk, params.module) if params else "",
        returns=_returns(sdk, method.result),
        returns_file=up + _file(sdk, found.module) if found else "",
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
