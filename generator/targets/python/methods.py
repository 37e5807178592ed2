"""Views of a resource's methods: signatures, docstrings and the one call that each makes."""

from __future__ import annotations

from dataclasses import dataclass

from ...surface import Argument, Method, Sdk
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
from .endpoints import SENT, endpoint_constant, return_types


@dataclass(frozen=True, slots=True)
class CallView:
    """The call that a method makes: ``function`` with its ``await``, and the arguments to pass."""

    function: str
    endpoint: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OverloadView:
    """A signature without a body, its parameters as source."""

    keyword: str
    name: str
    parameters: tuple[str, ...]
    returns: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method; ``overloads`` is empty where one signature is enough."""

    overloads: tuple[OverloadView, ...]
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
        view = signature(method, annotator, returns, is_async=self.is_async)
        if method.choices:
            self.imports.name("typing", "overload")
        if method.deprecated is not None:
            self.imports.name("typing_extensions", "deprecated")
        self.imports.core("not_given")
        for name in ("Headers", "Query", "Body", "NotGiven"):
            self.typing_only.core(name)
        return MethodView(
            overloads=tuple(
                self._overload(method, choice, view) for choice in method.choices
            ),
            signature=view,
            deprecated=(
                literal(method.deprecated) if method.deprecated is not None else ""
            ),
            doc=tuple(self._doc(method)),
            call=self._call(method),
        )

    def _returns(self) -> ReturnTypes:
        return return_types(self.sdk, self.imports, self.typing_only, self.shadowed)

    def _overload(
        self, method: Method, chosen: Argument, view: SignatureView
    ) -> OverloadView:
        """The signature in which one choice of the scope is given, and the others are not."""
        assert method.arguments_type is not None
        omit, default = self.imports.core("Omit"), self.imports.core("omit")
        found = method.arguments_type
        rest = self.typing_only.local(found.module, found.name)
        unpack = self.typing_only.name("typing", "Unpack")
        others = [a for a in method.choices if a != chosen]
        return OverloadView(
            keyword=view.keyword,
            name=view.name,
            parameters=(
                "self",
                *(f"{a.name}: {a.annotation}" for a in view.positional),
                "*",
                f"{chosen.name}: str",
                *(f"{a.name}: {omit} = {default}" for a in others),
                f"**arguments: {unpack}[{rest}]",
            ),
            returns=view.returns,
        )

    def _call(self, method: Method) -> CallView:
        function = "self._list" if method.is_paged else "self._request"
        is_awaited = self.is_async and not method.is_paged
        return CallView(
            function=f"await {function}" if is_awaited else function,
            endpoint=endpoint_constant(method),
            arguments=(
                *(a.name for a in method.arguments if a.location in SENT),
                *(option.name for option in REQUEST_OPTIONS),
            ),
        )

    def _doc(self, method: Method) -> list[str]:
        text = method.description or method.summary
        lines = list(
            docstring(text or f"{method.verb.upper()} {method.route}", indent=8)
        )
        entries = [_entry(a.name, a.description) for a in method.arguments]
        if any(entries):
            lines += ["", "Args:", *(line for entry in entries for line in entry)]
        return [*lines, "", "Raises:", *_raises(method, self.sdk.base_error)]


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
