"""Views of what a method's call is made of before its arguments are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from msgspec import Struct

from ...surface import (
    BinaryResult,
    Location,
    MediaTypes,
    Method,
    ModelResult,
    NoResult,
    Page,
    PageResult,
    Result,
    Scope,
    Sdk,
    Security,
    StreamResult,
    SwitchedResult,
    TextResult,
    TypeExpression,
    TypeName,
)
from ..notation.annotations import Annotator
from ..notation.imports import Imports
from ..notation.literals import literal, tuple_of
from ..notation.signatures import ReturnTypes
from .body_specs import body_spec
from .params import params
from .wire_names import has_renamed


class EntryView(Struct, frozen=True):
    """A key and its value."""

    key: str
    value: str


class ScopeView(Struct, frozen=True):
    """The constant of a path scope."""

    constant: str
    kind: str
    id: str
    choices: tuple[EntryView, ...]


class EndpointView(Struct, frozen=True):
    """The constant of an endpoint; ``params`` are the keyword arguments that say where it is and where arguments go,
    ``returns`` those that say what comes back.

    ``annotation`` is empty where a type checker can infer it from them.
    """

    constant: str
    annotation: str
    type: str
    verb: str
    path: str
    scope: str
    params: tuple[EntryView, ...]
    returns: tuple[EntryView, ...]


PARAMS = {
    Location.PATH: "path_params",
    Location.SCOPE: "scope_params",
    Location.QUERY: "query_params",
    Location.HEADER: "header_params",
    Location.COOKIE: "cookie_params",
}
"""What an endpoint calls the arguments of a location."""

SENT = frozenset((*PARAMS, Location.BODY))
"""Where arguments go that are sent."""


def scope_view(scope: Scope, imports: Imports) -> ScopeView:
    """The view of a path scope."""
    imports.core("PathScope")
    choices = tuple(
        EntryView(literal(wire_name), literal(value))
        for wire_name, value in scope.choices.items()
    )
    return ScopeView(
        scope_constant(scope), literal(scope.kind), literal(scope.id), choices
    )


def scope_constant(scope: Scope) -> str:
    """The name of a scope's constant."""
    return f"_{scope.name.upper()}"


def endpoint_constant(method: Method) -> str:
    """The name of the constant that a method calls."""
    return f"_{method.name.upper()}"


def endpoint(
    sdk: Sdk,
    method: Method,
    imports: Imports,
    shadowed: frozenset[str],
    renamed: frozenset[TypeName],
) -> EndpointView:
    """The view of a method's endpoint; ``renamed`` are types that hold names of their own."""
    types = return_types(sdk, imports, imports, shadowed)
    kind, arguments, options, returns = _returned(method.result, types)
    name = imports.core(kind)
    inside = f"[{', '.join(arguments)}]" if arguments else ""
    return EndpointView(
        constant=endpoint_constant(method),
        annotation=f"{name}{inside}" if inside else "",
        type=name,
        verb=literal(method.verb.upper()),
        path=literal(method.template),
        scope=scope_constant(method.scope) if method.scope else "",
        params=(
            *_address(method),
            *_params(sdk, method, imports),
            *_security(sdk, method),
            *options,
            *_failures(method, types),
            *_defaults(method),
        ),
        returns=(*_arguments(method, imports, shadowed, renamed), *returns),
    )


Entries = tuple[EntryView, ...]


def _returned(
    result: Result, types: ReturnTypes
) -> tuple[str, tuple[str, ...], Entries, Entries]:
    """The class of an endpoint, the types that a checker cannot infer, the arguments that say what is
    asked for, and those that say what comes back."""
    match result:
        case PageResult(in_body=in_body):
            pages = (
                EntryView("page", types.page(result, is_async=False)),
                EntryView("async_page", types.page(result, is_async=True)),
            )
            own = (EntryView("in_body", "True"),) if in_body else ()
            return "PagedEndpoint", (), (*_accept(result.accept), *own), pages
        case StreamResult():
            item = types.item(result)
            returned = (EntryView("item", item),)
            return "StreamEndpoint", (item,), _accept(result.accept), returned
        case SwitchedResult(value=value, stream=stream):
            item, kind = types.item(stream), types.called(value, is_async=False)
            options = (
                *_accept(stream.accept),
                *_accept(value.accept, "accept_value"),
                *_statuses(value, types),
                *_unwrapped(value),
            )
            both = (EntryView("item", item), EntryView("returns", kind))
            return "SwitchedEndpoint", (item, kind), options, both
        case BinaryResult(accept=accept):
            return "BinaryEndpoint", (), _accept(accept), ()
        case ModelResult():
            options = (
                *_accept(result.accept),
                *_statuses(result, types),
                *_unwrapped(result),
            )
        case TextResult(accept=accept):
            options = (*_accept(accept), EntryView("is_json", literal(False)))
        case NoResult():
            options = _accept(("*/*",))
        case _:
            assert_never(result)
    value_type = types.called(result, is_async=False)
    return "Endpoint", (value_type,), options, (EntryView("returns", value_type),)


def _accept(media_types: MediaTypes, key: str = "accept") -> Entries:
    if not media_types:
        return ()
    return (EntryView(key, literal(", ".join(media_types))),)


def _statuses(result: ModelResult, types: ReturnTypes) -> Entries:
    return _by_status("statuses", result.statuses, types)


def _failures(method: Method, types: ReturnTypes) -> Entries:
    """The types of the bodies of failures that have one; a status without one is named only where a
    range of statuses or the default would give it theirs."""
    typed = [f for f in method.failures if f.model is not None]
    named = typed if all(f.status.isdigit() for f in typed) else method.failures
    return _by_status("failures", [(f.status, f.model) for f in named], types)


def _by_status(
    key: str, found: Sequence[tuple[str, TypeExpression | None]], types: ReturnTypes
) -> Entries:
    if not found:
        return ()
    entries = (
        f"{literal(status)}: lambda: {types.annotate(ref) if ref else None}"
        for status, ref in found
    )
    return (EntryView(key, f"{{{', '.join(entries)}}}"),)


def _unwrapped(result: ModelResult) -> Entries:
    if result.unwrapped is None:
        return ()
    return (EntryView("unwrap", literal(result.unwrapped)),)


def endpoint_expression(method: Method, *, is_async: bool) -> str:
    """What a method calls: its endpoint, in the form of its client."""
    constant, prefix = endpoint_constant(method), "async_" if is_async else ""
    match method.result:
        case StreamResult():
            return f"{constant}.{prefix}streams"
        case SwitchedResult(switch=switch):
            return f"{constant}.{prefix}chosen({switch})"
        case BinaryResult():
            return f"{constant}.{prefix}responses"
        case ModelResult() | PageResult() | TextResult() | NoResult():
            return constant
    assert_never(method.result)


def _defaults(method: Method) -> Iterator[EntryView]:
    """What calls of the method have in place of what the client has."""
    stated = {
        "timeout": method.defaults.timeout_seconds,
        "max_retries": method.defaults.max_retries,
        "retries": method.defaults.retries,
    }
    found = {key: value for key, value in stated.items() if value is not None}
    if found:
        yield EntryView("defaults", literal(found))


def _address(method: Method) -> Iterator[EntryView]:
    if method.server is not None:
        yield EntryView("server", literal(method.server))
    if method.query:
        yield EntryView("query", literal(dict(method.query)))


def _arguments(
    method: Method,
    imports: Imports,
    shadowed: frozenset[str],
    renamed: frozenset[TypeName],
) -> Iterator[EntryView]:
    """The typed dictionary of the arguments, where names inside them differ from the wire's."""
    found = method.params_type
    if found is None or not any(has_renamed(a.type, renamed) for a in method.arguments):
        return
    alias = imports.module_alias(found.module[:-1], shadowed)
    yield EntryView("arguments", f"{alias}.{found.name}")


def _params(sdk: Sdk, method: Method, imports: Imports) -> Iterator[EntryView]:
    for location, key in PARAMS.items():
        given = [a for a in method.arguments if a.location is location]
        is_plain = all(a.name == a.wire_name and not a.style for a in given)
        if not given or (location is Location.SCOPE and is_plain):
            continue
        yield EntryView(key, params(given, imports))
    if spec := body_spec(method, imports):
        yield EntryView("body", spec)


def _security(sdk: Sdk, method: Method) -> Iterator[EntryView]:
    """The credentials of a method, if they are not those of the API."""
    if method.has_own_security:
        yield EntryView("security", alternatives(sdk, method.security))


def alternatives(sdk: Sdk, security: Security) -> str:
    """Alternatives of credentials as source, with options by the names of their attributes."""
    return tuple_of(
        [tuple_of([literal(sdk.option(key).name) for key in keys]) for keys in security]
    )


def return_types(
    sdk: Sdk, imports: Imports, typing_only: Imports, shadowed: frozenset[str]
) -> ReturnTypes:
    """What methods return, reached through packages that load a type when it is first used."""

    def model(name: TypeName) -> str:
        return f"{imports.module_alias(name.module[:-1], shadowed)}.{name.name}"

    def page_class(page: Page, name: str) -> str:
        return f"{imports.module_alias(page.module[:-1], shadowed)}.{name}"

    return ReturnTypes(
        sdk=sdk,
        annotate=Annotator(imports, model, shadowed).response,
        page_class=page_class,
        core=typing_only.core,
        event=lambda: imports.core("ServerSentEvent"),
    )
