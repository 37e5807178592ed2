"""Views of what a method's call is made of before its arguments are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from ..ir import (
    Method,
    ModelResult,
    NoResult,
    PageResult,
    PathScope,
    ScopeArgument,
    TypeId,
)
from ..naming import NameTable
from ..naming.words import Casing
from .annotations import Annotator
from .imports import Imports
from .literals import literal


@dataclass(frozen=True, slots=True)
class EntryView:
    """A key and what stands behind it."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class ScopeView:
    """The constant of a path scope."""

    constant: str
    kind: str
    id: str
    choices: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class EndpointView:
    """The constant of an endpoint; ``returns`` are the keyword arguments that say what comes back.

    ``annotation`` is empty where a type checker can infer it from them.
    """

    constant: str
    annotation: str
    type: str
    verb: str
    path: str
    scope: str
    returns: tuple[EntryView, ...]


def scope_constant(scope: PathScope | None) -> str:
    """The constant's name; empty without a scope."""
    return f"_{Casing().snake(scope.name).upper()}" if scope else ""


def scope_view(scope: PathScope, method: Method, imports: Imports) -> ScopeView:
    """The view of a method's path scope."""
    imports.core("PathScope")
    choices = tuple(
        EntryView(literal(a.wire_name), literal(a.value))
        for a in method.arguments
        if isinstance(a, ScopeArgument)
    )
    return ScopeView(
        scope_constant(scope), literal(scope.kind), literal(scope.id), choices
    )


def endpoint_constant(names: NameTable, method: Method) -> str:
    """The constant that a method calls."""
    return f"_{names.methods[method.id].upper()}"


def endpoint(
    names: NameTable, method: Method, imports: Imports, shadowed: frozenset[str]
) -> EndpointView:
    """The view of a method's endpoint."""
    returns = ReturnTypes(names, imports, shadowed)
    match method.result:
        case PageResult() as page:
            entries: tuple[EntryView, ...] = (
                EntryView("page", returns.page(page, is_async=False)),
                EntryView("async_page", returns.page(page, is_async=True)),
            )
            kind = imports.core("PagedEndpoint")
            annotation = ""
        case ModelResult() | NoResult():
            entries = (EntryView("returns", returns.plain(method.result)),)
            kind = imports.core("Endpoint")
            annotation = f"{kind}[{returns.plain(method.result)}]"
        case _:
            assert_never(method.result)
    return EndpointView(
        constant=endpoint_constant(names, method),
        annotation=annotation,
        type=kind,
        verb=literal(method.operation.verb.upper()),
        path=literal(method.operation.path),
        scope=scope_constant(method.scope),
        returns=entries,
    )


@dataclass(frozen=True, slots=True)
class ReturnTypes:
    """What methods return, reached through packages that load a type when it is first used."""

    names: NameTable
    imports: Imports
    shadowed: frozenset[str]

    def plain(self, result: ModelResult | NoResult) -> str:
        """The type of a response without pages."""
        if isinstance(result, NoResult):
            return "None"
        return self._annotator().response(result.type)

    def item(self, result: PageResult) -> str:
        """The type of a page's items."""
        return self._annotator().response(result.item)

    def page(self, result: PageResult, *, is_async: bool) -> str:
        """The page class of a method, with its item type."""
        page = self.names.pages[result.scheme]
        package = self.imports.module_alias(("pagination",), self.shadowed)
        name = page.async_class if is_async else page.sync_class
        return f"{package}.{name}[{self.item(result)}]"

    def _annotator(self) -> Annotator:
        return Annotator(self.imports, self._model, self.shadowed)

    def _model(self, target: TypeId) -> str:
        found = self.names.types[target]
        package = self.imports.module_alias(found.module[:-1], self.shadowed)
        return f"{package}.{found.name}"
