"""Views of a resource's methods: signatures, docstrings and the one call that each makes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...surface import Argument, Method, Nullable, Sdk, SwitchedResult, TypeName
from ..notation.annotations import Annotator
from ..notation.imports import Imports
from ..notation.literals import literal
from ..notation.signatures import (
    ReturnTypes,
    SignatureView,
    argument_view,
    request_options,
    signature,
)
from .docstrings import passage
from .endpoints import SENT, endpoint_expression, return_types


class CallView(Struct, frozen=True):
    """The call that a method makes: ``function`` with its ``await``, and the arguments to pass."""

    function: str
    endpoint: str
    arguments: tuple[str, ...]


class OverloadView(Struct, frozen=True):
    """A signature without a body, its parameters as source."""

    keyword: str
    name: str
    parameters: tuple[str, ...]
    returns: str


class MethodView(Struct, frozen=True):
    """A method; ``overloads`` is empty where one signature is enough."""

    overloads: tuple[OverloadView, ...]
    signature: SignatureView
    deprecated: str
    doc: tuple[str, ...]
    call: CallView


class MethodWriter(Struct, frozen=True):
    """Makes the views of the methods of one resource class; ``typing_only`` are imports that
    nothing but annotations needs."""

    sdk: Sdk
    imports: Imports
    typing_only: Imports
    shadowed: frozenset[str]
    is_async: bool

    def view(self, method: Method) -> MethodView:
        """The view of one method."""
        annotator = Annotator(
            self.imports,
            self._given,
            self.shadowed,
            definitions=self.sdk.definitions,
        )
        returns = self._returns().called(method.result, is_async=self.is_async)
        view = signature(self.sdk, method, annotator, returns, is_async=self.is_async)
        if method.deciding or method.variants:
            self.imports.name("typing", "overload")
        if method.deprecated is not None:
            self.imports.name("typing_extensions", "deprecated")
        self.imports.core("not_given")
        for name in ("Headers", "Query", "Body", "NotGiven"):
            self.typing_only.core(name)
        return MethodView(
            overloads=(
                *self._overloads(method, view),
                *(
                    self._variant(method, view, arguments, annotator)
                    for arguments in method.variants
                ),
            ),
            signature=view,
            deprecated=(
                literal(method.deprecated) if method.deprecated is not None else ""
            ),
            doc=tuple(self._doc(method)),
            call=self._call(method),
        )

    def _given(self, name: TypeName) -> str:
        """The expression that reaches a type of what callers give: from the package that exports
        it, or from the module that it is nested in."""
        nested = self.sdk.definitions[name].root is not None
        module = name.module if nested else name.module[:-1]
        alias = self.typing_only.module_alias(module, self.shadowed)
        return f"{alias}.{name.name}"

    def _returns(self) -> ReturnTypes:
        return return_types(self.sdk, self.imports, self.typing_only, self.shadowed)

    def _overloads(self, method: Method, view: SignatureView) -> Iterator[OverloadView]:
        """A signature for each choice of the scope, and each position of the switch."""
        if not method.deciding:
            return
        for chosen in method.choices or (None,):
            given = self._chosen(method, chosen) if chosen else ()
            for switch, returns in self._positions(method, view.returns):
                yield self._overload(method, view, (*given, *switch), returns)

    def _chosen(self, method: Method, chosen: Argument) -> tuple[str, ...]:
        """One choice of the scope, which is given, and the others, which are not."""
        omit, default = self.imports.core("Omit"), self.imports.core("omit")
        others = (a for a in method.choices if a != chosen)
        return (
            f"{chosen.name}: str",
            *(f"{a.name}: {omit} = {default}" for a in others),
        )

    def _positions(
        self, method: Method, returns: str
    ) -> Iterator[tuple[tuple[str, ...], str]]:
        """What the switch may be, and what is then returned."""
        result, switch = method.result, method.switch
        if not isinstance(result, SwitchedResult) or switch is None:
            yield (), returns
            return
        literals = self.imports.name("typing", "Literal")
        off = [f"{literals}[False]"]
        if isinstance(switch.type, Nullable):
            off.append("None")
        default = ""
        if not switch.required:
            off.append(self.imports.core("Omit"))
            default = f" = {self.imports.core('omit')}"
        types = self._returns()
        value = types.called(result.value, is_async=self.is_async)
        stream = types.called(result.stream, is_async=self.is_async)
        yield (f"{switch.name}: {' | '.join(off)}{default}",), value
        yield (f"{switch.name}: {literals}[True]",), stream
        yield (f"{switch.name}: bool",), returns

    def _overload(
        self, method: Method, view: SignatureView, given: tuple[str, ...], returns: str
    ) -> OverloadView:
        """The signature in which the deciding arguments are given in one way."""
        assert method.arguments_type is not None
        found = method.arguments_type
        rest = self.typing_only.local(found.module, found.name)
        unpack = self.typing_only.name("typing", "Unpack")
        return OverloadView(
            keyword=view.keyword,
            name=view.name,
            parameters=(
                "self",
                *(f"{a.name}: {a.annotation}" for a in view.positional),
                "*",
                *given,
                f"**arguments: {unpack}[{rest}]",
            ),
            returns=returns,
        )

    def _variant(
        self,
        method: Method,
        view: SignatureView,
        arguments: tuple[Argument, ...],
        annotator: Annotator,
    ) -> OverloadView:
        """The signature for one of the kinds of objects that the body may be."""
        own = [argument_view(a, annotator) for a in arguments]
        count = sum(a.positional for a in arguments)
        keywords = (
            *own[count:],
            *view.keywords[-len(request_options(self.sdk, method)) :],
        )
        return OverloadView(
            keyword=view.keyword,
            name=view.name,
            parameters=(
                "self",
                *(f"{a.name}: {a.annotation}" for a in own[:count]),
                "*",
                *(
                    f"{a.name}: {a.annotation}{f' = {a.default}' if a.default else ''}"
                    for a in keywords
                ),
            ),
            returns=view.returns,
        )

    def _call(self, method: Method) -> CallView:
        function = "self._list" if method.is_paged else "self._request"
        is_awaited = self.is_async and not method.is_paged
        return CallView(
            function=f"await {function}" if is_awaited else function,
            endpoint=endpoint_expression(method, is_async=self.is_async),
            arguments=(
                *(a.name for a in method.arguments if a.location in SENT),
                *(option.name for option in request_options(self.sdk, method)),
            ),
        )

    def _doc(self, method: Method) -> list[str]:
        text = method.description or method.summary
        lines = list(passage(text or f"{method.verb.upper()} {method.route}", indent=8))
        entries = [_entry(a.name, a.description) for a in method.arguments]
        if any(entries):
            lines += ["", "Args:", *(line for entry in entries for line in entry)]
        return [*lines, "", "Raises:", *_raises(method, self.sdk.base_error)]


def _entry(name: str, description: str | None) -> list[str]:
    if not description:
        return []
    first, *rest = passage(f"{name}: {description}", indent=12, hanging=4)
    return [f"    {first}", *(f"    {line}" if line else "" for line in rest)]


def _raises(method: Method, base_error: str) -> list[str]:
    reasons = [f"``{a.name}`` is empty" for a in method.arguments if a.positional]
    if method.choices:
        choices = " and ".join(f"``{a.name}``" for a in method.choices)
        reasons.append(f"not exactly one of {choices} is given")
    entries = [("ValueError", f"{', or '.join(reasons)}.")] if reasons else []
    if method.either:
        needed = " or ".join(_listed(names) for names in method.either)
        entries.append(("TypeError", f"{needed} must be given."))
    entries.append((base_error, "the call failed; its subclasses say how."))
    return [line for name, text in entries for line in _entry(name, text)]


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(f"``{name}``" for name in names)
