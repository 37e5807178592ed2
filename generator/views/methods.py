"""Views of a resource's methods: signatures, docstrings and the one call that each makes."""

from __future__ import annotations

from dataclasses import dataclass

from ..ir import Location, Method, Param
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
        choices = [c.argument for c in method.scope.choices] if method.scope else []
        overloads = tuple(self._signature(method, chosen=choice) for choice in choices)
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

    def _signature(self, method: Method, chosen: str | None) -> SignatureView:
        """The signature; with ``chosen``, the overload in which that scope argument is given."""
        positional = sorted(
            filter(method.is_positional, method.arguments),
            key=lambda p: method.positional.index(p.wire_name),
        )
        rest = [p for p in method.arguments if not method.is_positional(p)]
        keywords = [self._argument(method, p) for p in rest if p.required]
        keywords += self._scope_arguments(method, chosen)
        keywords += [self._argument(method, p) for p in rest if not p.required]
        keywords += [ArgumentView(n, a, default) for n, a, default, _ in _OPTIONS]
        plain_async = self.is_async and method.page is None
        return SignatureView(
            keyword="async def" if plain_async else "def",
            name=self.names.methods[method.id],
            positional=tuple(self._argument(method, p) for p in positional),
            keywords=tuple(keywords),
            returns=self._returns(method),
        )

    def _scope_arguments(
        self, method: Method, chosen: str | None
    ) -> list[ArgumentView]:
        arguments: list[ArgumentView] = []
        for choice in method.scope.choices if method.scope else ():
            name = self.names.arguments[method.id, "scope", choice.argument]
            if choice.argument == chosen:
                arguments.append(ArgumentView(name, "str", ""))
            else:
                omit, default = self.imports.core("Omit"), self.imports.core("omit")
                annotation = f"str | {omit}" if chosen is None else omit
                arguments.append(ArgumentView(name, annotation, default))
        return sorted(arguments, key=lambda a: a.default != "")

    def _argument(self, method: Method, param: Param) -> ArgumentView:
        annotator = Annotator(self.imports, lambda target: target, self.shadowed)
        annotation = annotator.request(param.type)
        name = self._name(method, param)
        if param.required:
            return ArgumentView(name, annotation, "")
        omit, default = self.imports.core("Omit"), self.imports.core("omit")
        return ArgumentView(name, f"{annotation} | {omit}", default)

    def _returns(self, method: Method) -> str:
        returns = ReturnTypes(self.names, self.imports, self.shadowed)
        if method.page is None:
            return returns.plain(method)
        page = returns.page(method, is_async=self.is_async)
        if not self.is_async:
            return page
        return (
            f"{self.typing_only.core('AsyncPaginator')}[{returns.item(method)}, {page}]"
        )

    def _call(self, method: Method) -> CallView:
        function = "self._list" if method.page else "self._request"
        scope = method.scope.choices if method.scope else ()
        return CallView(
            function=(
                f"await {function}" if self.is_async and not method.page else function
            ),
            endpoint=endpoint_constant(self.names, method),
            path=self._entries(method, Location.PATH),
            scope=tuple(
                EntryView(
                    literal(c.argument),
                    self.names.arguments[method.id, "scope", c.argument],
                )
                for c in scope
            ),
            query=self._entries(method, Location.QUERY),
            headers=self._entries(method, Location.HEADER),
        )

    def _entries(self, method: Method, location: Location) -> tuple[EntryView, ...]:
        return tuple(
            EntryView(literal(p.wire_name), self._name(method, p))
            for p in method.arguments
            if p.location is location
        )

    def _name(self, method: Method, param: Param) -> str:
        return self.names.arguments[method.id, param.location.value, param.wire_name]

    def _doc(self, method: Method) -> tuple[str, ...]:
        operation = method.operation
        text = operation.description or operation.summary
        lines = list(
            docstring(text or f"{operation.verb.upper()} {operation.path}", indent=8)
        )
        lines += ["", "Args:"]
        for choice in method.scope.choices if method.scope else ():
            name = self.names.arguments[method.id, "scope", choice.argument]
            lines += _entry(name, choice.description)
        for param in method.arguments:
            lines += _entry(self._name(method, param), param.description)
        for name, _, _, text in _OPTIONS:
            lines += _entry(name, text)
        lines += ["", "Raises:", *_raises(method, self.names)]
        return tuple(lines)


def _entry(name: str, description: str | None) -> list[str]:
    if not description:
        return []
    first, *rest = docstring(f"{name}: {description}", indent=12, hanging=4)
    return [f"    {first}", *(f"    {line}" if line else "" for line in rest)]


def _raises(method: Method, names: NameTable) -> list[str]:
    reasons = [
        f"``{names.arguments[method.id, 'path', p]}`` is empty"
        for p in method.positional
    ]
    if method.scope:
        choices = " and ".join(f"``{c.argument}``" for c in method.scope.choices)
        reasons.append(f"not exactly one of {choices} is given")
    entries = [("ValueError", f"{', or '.join(reasons)}.")] if reasons else []
    entries.append((names.base_error, "the call failed; its subclasses say how."))
    return [line for name, text in entries for line in _entry(name, text)]
