"""Views of a resource's methods: signatures, docstrings and the one call that each makes."""

from __future__ import annotations

from dataclasses import dataclass

from ..ir import (
    Argument,
    HeaderArgument,
    Method,
    PageResult,
    PathArgument,
    QueryArgument,
    ScopeArgument,
    is_required,
)
from ..naming import NameTable
from .annotations import Annotator
from .docstrings import docstring
from .endpoints import EntryView, ReturnTypes, endpoint_constant
from .imports import Imports
from .literals import literal

_OPTIONS = (
    (
        "extra_headers",
        "Headers | None",
        "None",
        "Further headers, which win over all others.",
    ),
    ("extra_query", "Query | None", "None", "Further query parameters."),
    ("extra_body", "Body | None", "None", "Further properties of the JSON body."),
    (
        "timeout",
        "float | httpx2.Timeout | None | NotGiven",
        "not_given",
        "Seconds for each phase of this call (connect, read, write, pool).",
    ),
)


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """An argument; ``default`` is empty where it must be given."""

    name: str
    annotation: str
    default: str


@dataclass(frozen=True, slots=True)
class SignatureView:
    """A signature: ``keyword`` is ``def`` or ``async def``."""

    keyword: str
    name: str
    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    returns: str


@dataclass(frozen=True, slots=True)
class CallView:
    """The call that a method makes: ``function`` with its ``await``, and what goes where."""

    function: str
    endpoint: str
    path: tuple[EntryView, ...]
    scope: tuple[EntryView, ...]
    query: tuple[EntryView, ...]
    headers: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method; ``overloads`` is empty where one signature says it all."""

    overloads: tuple[SignatureView, ...]
    signature: SignatureView
    deprecated: str
    doc: tuple[str, ...]
    call: CallView


@dataclass(frozen=True, slots=True)
class MethodWriter:
    """Puts the methods of one resource class into views; ``typing_only`` are imports that nothing
    but annotations needs."""

    names: NameTable
    imports: Imports
    typing_only: Imports
    shadowed: frozenset[str]
    is_async: bool

    def view(self, method: Method) -> MethodView:
        """The view of one method."""
        overloads = tuple(
            self._signature(method, chosen=a)
            for a in method.arguments
            if isinstance(a, ScopeArgument)
        )
        if overloads:
            self.imports.name("typing", "overload")
        if method.deprecated is not None:
            self.imports.name("typing_extensions", "deprecated")
        self.imports.core("not_given")
        for name in ("Headers", "Query", "Body", "NotGiven"):
            self.typing_only.core(name)
        return MethodView(
            overloads=overloads,
            signature=self._signature(method, chosen=None),
            deprecated=(
                literal(method.deprecated) if method.deprecated is not None else ""
            ),
            doc=self._doc(method),
            call=self._call(method),
        )

    def _signature(self, method: Method, chosen: ScopeArgument | None) -> SignatureView:
        """The signature; with ``chosen``, the overload in which that scope argument is given."""
        rest = [a for a in method.arguments if not is_positional(method, a)]
        keywords = [self._argument(method, a) for a in rest if is_required(a)]
        keywords += self._scope_arguments(method, chosen)
        keywords += [
            self._argument(method, a)
            for a in rest
            if not is_required(a) and not isinstance(a, ScopeArgument)
        ]
        keywords += [ArgumentView(n, a, default) for n, a, default, _ in _OPTIONS]
        plain_async = self.is_async and not isinstance(method.result, PageResult)
        return SignatureView(
            keyword="async def" if plain_async else "def",
            name=self.names.methods[method.id],
            positional=tuple(
                self._argument(method, a) for a in positional_arguments(method)
            ),
            keywords=tuple(keywords),
            returns=self._returns(method),
        )

    def _scope_arguments(
        self, method: Method, chosen: ScopeArgument | None
    ) -> list[ArgumentView]:
        arguments: list[ArgumentView] = []
        for choice in method.arguments:
            if not isinstance(choice, ScopeArgument):
                continue
            name = self._name(method, choice)
            if choice == chosen:
                arguments.append(ArgumentView(name, "str", ""))
            else:
                omit, default = self.imports.core("Omit"), self.imports.core("omit")
                annotation = f"str | {omit}" if chosen is None else omit
                arguments.append(ArgumentView(name, annotation, default))
        return sorted(arguments, key=lambda a: a.default != "")

    def _argument(self, method: Method, argument: Argument) -> ArgumentView:
        assert not isinstance(argument, ScopeArgument)
        annotator = Annotator(self.imports, lambda target: target, self.shadowed)
        annotation = annotator.request(argument.type)
        name = self._name(method, argument)
        if is_required(argument):
            return ArgumentView(name, annotation, "")
        omit, default = self.imports.core("Omit"), self.imports.core("omit")
        return ArgumentView(name, f"{annotation} | {omit}", default)

    def _returns(self, method: Method) -> str:
        returns = ReturnTypes(self.names, self.imports, self.shadowed)
        result = method.result
        if not isinstance(result, PageResult):
            return returns.plain(result)
        page = returns.page(result, is_async=self.is_async)
        if not self.is_async:
            return page
        return (
            f"{self.typing_only.core('AsyncPaginator')}[{returns.item(result)}, {page}]"
        )

    def _call(self, method: Method) -> CallView:
        paged = isinstance(method.result, PageResult)
        function = "self._list" if paged else "self._request"
        return CallView(
            function=f"await {function}" if self.is_async and not paged else function,
            endpoint=endpoint_constant(self.names, method),
            path=self._entries(method, PathArgument),
            scope=self._entries(method, ScopeArgument),
            query=self._entries(method, QueryArgument),
            headers=self._entries(method, HeaderArgument),
        )

    def _entries(self, method: Method, kind: type[Argument]) -> tuple[EntryView, ...]:
        return tuple(
            EntryView(literal(a.wire_name), self._name(method, a))
            for a in method.arguments
            if isinstance(a, kind)
        )

    def _name(self, method: Method, argument: Argument) -> str:
        return self.names.argument(method.id, argument)

    def _doc(self, method: Method) -> tuple[str, ...]:
        operation = method.operation
        text = operation.description or operation.summary
        lines = list(
            docstring(text or f"{operation.verb.upper()} {operation.path}", indent=8)
        )
        lines += ["", "Args:"]
        for argument in method.arguments:
            lines += _entry(self._name(method, argument), argument.description)
        for name, _, _, text in _OPTIONS:
            lines += _entry(name, text)
        lines += ["", "Raises:", *_raises(method, self.names)]
        return tuple(lines)


def is_positional(method: Method, argument: Argument) -> bool:
    """Whether an argument may be given without a keyword."""
    return (
        isinstance(argument, PathArgument) and argument.wire_name in method.positional
    )


def positional_arguments(method: Method) -> list[Argument]:
    """The arguments that may be given without a keyword, in order."""
    return sorted(
        (a for a in method.arguments if is_positional(method, a)),
        key=lambda a: method.positional.index(a.wire_name),
    )


def _entry(name: str, description: str | None) -> list[str]:
    if not description:
        return []
    first, *rest = docstring(f"{name}: {description}", indent=12, hanging=4)
    return [f"    {first}", *(f"    {line}" if line else "" for line in rest)]


def _raises(method: Method, names: NameTable) -> list[str]:
    reasons = [
        f"``{names.argument(method.id, a)}`` is empty"
        for a in positional_arguments(method)
    ]
    if method.scope:
        choices = " and ".join(
            f"``{a.wire_name}``"
            for a in method.arguments
            if isinstance(a, ScopeArgument)
        )
        reasons.append(f"not exactly one of {choices} is given")
    entries = [("ValueError", f"{', or '.join(reasons)}.")] if reasons else []
    entries.append((names.base_error, "the call failed; its subclasses say how."))
    return [line for name, text in entries for line in _entry(name, text)]
