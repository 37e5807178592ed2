"""Views of a resource's methods: signatures, docstrings and the one call that each makes."""

from __future__ import annotations

from dataclasses import dataclass

from ...surface import Location, Method, Sdk
from ..notation.annotations import Annotator
from ..notation.imports import Imports
from ..notation.literals import literal
from ..notation.signatures import (
    REQUEST_OPTIONS,
    ReturnTypes,
    SignatureView,
    signature,
)
from .docstrings import docstring
from .endpoints import EntryView, endpoint_constant, return_types


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
    """A method; ``overloads`` is empty where one signature is enough."""

    overloads: tuple[SignatureView, ...]
    signature: SignatureView
    deprecated: str
    doc: tuple[str, ...]
    call: CallView


@dataclass(frozen=True, slots=True)
class MethodWriter:
    """Makes the views of the methods of one resource class; ``typing_only`` are imports that
    nothing but annotations needs."""

    sdk: Sdk
    imports: Imports
    typing_only: Imports
    shadowed: frozenset[str]
    is_async: bool

    def view(self, method: Method) -> MethodView:
        """The view of one method."""
        annotator = Annotator(self.imports, lambda name: name.name, self.shadowed)
        returns = self._returns().called(method.result, is_async=self.is_async)
        overloads = tuple(
            signature(method, annotator, returns, is_async=self.is_async, chosen=choice)
            for choice in method.choices
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
            signature=signature(method, annotator, returns, is_async=self.is_async),
            deprecated=(
                literal(method.deprecated) if method.deprecated is not None else ""
            ),
            doc=tuple(self._doc(method)),
            call=self._call(method),
        )

    def _returns(self) -> ReturnTypes:
        return return_types(self.sdk, self.imports, self.typing_only, self.shadowed)

    def _call(self, method: Method) -> CallView:
        function = "self._list" if method.is_paged else "self._request"
        is_awaited = self.is_async and not method.is_paged
        return CallView(
            function=f"await {function}" if is_awaited else function,
            endpoint=endpoint_constant(method),
            path=_entries(method, Location.PATH),
            scope=_entries(method, Location.SCOPE),
            query=_entries(method, Location.QUERY),
            headers=_entries(method, Location.HEADER),
        )

    def _doc(self, method: Method) -> list[str]:
        text = method.description or method.summary
        lines = list(
            docstring(text or f"{method.verb.upper()} {method.route}", indent=8)
        )
        lines += ["", "Args:"]
        for argument in method.arguments:
            lines += _entry(argument.name, argument.description)
        for option in REQUEST_OPTIONS:
            lines += _entry(option.name, option.description)
        return [*lines, "", "Raises:", *_raises(method, self.sdk.base_error)]


def _entries(method: Method, location: Location) -> tuple[EntryView, ...]:
    return tuple(
        EntryView(literal(a.wire_name), a.name)
        for a in method.arguments
        if a.location is location
    )


def _entry(name: str, description: str | None) -> list[str]:
    if not description:
        return []
    first, *rest = docstring(f"{name}: {description}", indent=12, hanging=4)
    return [f"    {first}", *(f"    {line}" if line else "" for line in rest)]


def _raises(method: Method, base_error: str) -> list[str]:
    reasons = [f"``{a.name}`` is empty" for a in method.arguments if a.positional]
    if method.choices:
        choices = " and ".join(f"``{a.name}``" for a in method.choices)
        reasons.append(f"not exactly one of {choices} is given")
    entries = [("ValueError", f"{', or '.join(reasons)}.")] if reasons else []
    entries.append((base_error, "the call failed; its subclasses say how."))
    return [line for name, text in entries for line in _entry(name, text)]
