"""Views of the prose around the package: README and the list of methods."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from ..ir import (
    Api,
    Example,
    Location,
    Method,
    MethodResult,
    ModelEntry,
    Object,
    PageResult,
    Ref,
    Resource,
    ScopeArgument,
    is_required,
    location_of,
    returned_type,
)
from ..naming import NameTable
from ..naming.table import Module
from .docstrings import summary
from .literals import literal
from .methods import is_positional, positional_arguments
from .pages import item_attributes

_URL = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#|!])")


@dataclass(frozen=True, slots=True)
class OptionLine:
    """A constructor option and the variable that it is read from."""

    name: str
    env: str
    description: str


@dataclass(frozen=True, slots=True)
class ExampleView:
    """A call to show: the dotted resource, the method, its arguments as ``name=literal``.

    ``items`` is the attribute of a page that holds its items, ``attribute`` one of a result or
    item that is worth printing.
    """

    resource: str
    method: str
    arguments: tuple[str, ...]
    items: str
    attribute: str
    paged: bool


@dataclass(frozen=True, slots=True)
class ReadmeView:
    """The README of the package; ``timeout`` is in seconds."""

    title: str
    notice: str
    project: str
    package: str
    client: str
    async_client: str
    base_error: str
    env_prefix: str
    base_url: str
    version: str
    docs_url: str
    max_retries: str
    timeout: str
    option: OptionLine
    options: tuple[OptionLine, ...]
    example: ExampleView


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
    """A section of the list of methods."""

    heading: str
    package: str
    types: tuple[str, ...]
    methods: tuple[ApiMethodView, ...]


@dataclass(frozen=True, slots=True)
class ApiListView:
    """The list of resources, types and methods."""

    shared: tuple[str, ...]
    package: str
    resources: tuple[ApiResourceView, ...]


def markdown(text: str) -> str:
    """Text as one line of Markdown prose, in which nothing but code spans is markup."""
    flat = " ".join(text.split())
    safe = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in flat)
    spans = safe.split("`")
    if len(spans) % 2 == 0:  # a stray backtick: none of them is markup
        return _MARKDOWN.sub(r"\\\1", safe)
    plain = (
        _MARKDOWN.sub(r"\\\1", s) if i % 2 == 0 else s.replace("|", "\\|")
        for i, s in enumerate(spans)
    )
    return "`".join(plain)


def _url(text: str) -> str:
    """The text if it is a web address that may stand in Markdown as it is, else nothing."""
    return text if _URL.fullmatch(text) else ""


def readme(api: Api, names: NameTable) -> ReadmeView | None:
    """The README, or None where there is no method to show."""
    example = _example(api)
    if example is None:
        return None
    options = tuple(
        OptionLine(names.options[o.name], o.env or "", markdown(o.description or ""))
        for o in api.options
    )
    secret = next((a.option for a in api.auth if (a.option,) in api.security), None)
    credential = next(
        (o for o in options if o.name == names.options.get(secret or "")), None
    )
    package = api.package
    return ReadmeView(
        title=markdown(package.title),
        notice=markdown(package.notice or ""),
        project=package.project_name,
        package=package.import_name,
        client=names.client,
        async_client=names.async_client,
        base_error=names.base_error,
        env_prefix=api.env_prefix.upper().replace("-", "_"),
        base_url=literal(next(iter(api.servers.values()), "")),
        version=package.version,
        docs_url=_url(package.docs_url or ""),
        max_retries=str(api.max_retries),
        timeout=f"{api.timeout_seconds:g}",
        option=credential or OptionLine("", "", ""),
        options=options,
        example=_example_view(api, names, example),
    )


def _example(api: Api) -> tuple[Method, Mapping[str, object]] | None:
    """The configured example, else the first method with values for what it needs."""
    methods = [m for r in api.every_resource() for m in r.methods]
    chosen: Example | None = api.examples.get("default")
    if chosen is not None:
        return next(m for m in methods if m.id == chosen.method), chosen.arguments
    if not methods:
        return None
    paged = [m for m in methods if isinstance(m.result, PageResult)]
    method = (paged or methods)[0]
    values: dict[str, object] = {
        a.wire_name: a.example or a.wire_name
        for a in method.arguments
        if not isinstance(a, ScopeArgument) and is_required(a)
    }
    choices = [a.wire_name for a in method.arguments if isinstance(a, ScopeArgument)]
    return method, values | {name: name for name in choices[:1]}


def _example_view(
    api: Api, names: NameTable, example: tuple[Method, Mapping[str, object]]
) -> ExampleView:
    method, values = example
    arguments = [
        f"{name}={literal(values[wire_name])}"
        for wire_name, name in _argument_order(names, method)
        if wire_name in values
    ]
    dotted = [
        names.resources[method.id.resource[: n + 1]].attribute
        for n in range(len(method.id.resource))
    ]
    result = returned_type(method.result)
    definition = api.types.get(result.target) if isinstance(result, Ref) else None
    attribute = ""
    if isinstance(definition, Object) and definition.fields:
        attribute = names.fields[definition.id, definition.fields[0].wire_name]
    return ExampleView(
        resource=".".join(dotted),
        method=names.methods[method.id],
        arguments=tuple(arguments),
        items=_items(api, names, method),
        attribute=attribute,
        paged=isinstance(method.result, PageResult),
    )


def _items(api: Api, names: NameTable, method: Method) -> str:
    """The dotted attributes from a page to its items."""
    result = method.result
    if not isinstance(result, PageResult):
        return ""
    scheme = next(s for s in api.pages if s.name == result.scheme)
    return ".".join(item_attributes(api, names, scheme))


def _argument_order(names: NameTable, method: Method) -> list[tuple[str, str]]:
    """Wire name and name of the method's arguments as one would write them: path first."""
    rank = {Location.PATH.value: 0, "scope": 1}
    own = [(key, name) for key, name in names.arguments.items() if key[0] == method.id]
    own.sort(key=lambda entry: rank.get(entry[0][1], 2))
    return [(wire_name, name) for (_, _, wire_name), name in own]


def api_list(api: Api, names: NameTable) -> ApiListView:
    """The list of everything that the package offers."""
    shared = tuple(
        names.types[d.id].name
        for d in api.types.values()
        if isinstance(d.origin, ModelEntry)
        and names.types[d.id].module[:2] == ("types", "shared")
    )
    resources = tuple(_resource(api, names, r) for r in api.every_resource())
    return ApiListView(shared, names.package, resources)


def _resource(api: Api, names: NameTable, resource: Resource) -> ApiResourceView:
    own = names.resources[resource.path]
    types = [
        names.types[d.id].name
        for d in api.types.values()
        if isinstance(d.origin, (ModelEntry, MethodResult))
        and d.origin.resource == resource.path
    ]
    return ApiResourceView(
        heading=f"{'#' * len(resource.path)} {own.sync_class.removesuffix('Resource')}",
        package=".".join((names.package, *own.types_package)),
        types=tuple(types),
        methods=tuple(_method(names, method) for method in resource.methods),
    )


def _method(names: NameTable, method: Method) -> ApiMethodView:
    resource = method.id.resource
    dotted = [
        names.resources[resource[: n + 1]].attribute for n in range(len(resource))
    ]
    positional = [names.argument(method.id, a) for a in positional_arguments(method)]
    keywords = [
        names.argument(method.id, a)
        for a in method.arguments
        if location_of(a) in (Location.SCOPE, Location.PATH)
        and not is_positional(method, a)
    ]
    starred = ["\\*", *keywords] if keywords else []
    item = returned_type(method.result)
    found = names.types[item.target] if isinstance(item, Ref) else None
    inner = found.name if found else "object"
    result = method.result
    page = (
        names.pages[result.scheme].sync_class if isinstance(result, PageResult) else ""
    )
    operation = method.operation
    text = operation.description or operation.summary
    return ApiMethodView(
        title=escape(f"{operation.verb} {operation.path}"),
        path=".".join(dotted),
        name=names.methods[method.id],
        file=_file(names, names.resources[resource].module),
        arguments=", ".join((*positional, *starred)),
        params_file=(
            _file(names, names.params_types[method.id].module)
            if method.has_keywords
            else ""
        ),
        returns=f"{page}[{inner}]" if page else (inner if item else "None"),
        returns_file=_file(names, found.module) if found else "",
        summary=markdown(summary(text)) if text else "",
    )


def _file(names: NameTable, module: Module) -> str:
    return "/".join(("src", names.package, *module)) + ".py"
