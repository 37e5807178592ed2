"""Signatures as the package has them, their types without the modules that hold them."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

from ...surface import (
    Method,
    PageResult,
    Result,
    Sdk,
    TypeName,
)
from ..notation.annotations import Annotator
from ..notation.imports import Imports
from ..notation.signatures import (
    ArgumentView,
    ReturnTypes,
    SignatureView,
    signature,
)
from .code import highlight
from .places import Places, Target
from .text import verbatim


class CodeView(Struct, frozen=True):
    """Code for both forms of a page."""

    html: Markup
    plain: str


class SignatureWriter(Struct, frozen=True):
    """Renders signatures for one page; ``root`` leads to the top of the site."""

    sdk: Sdk
    places: Places
    root: str

    def signature(self, method: Method, *, is_async: bool) -> CodeView:
        """The signature of a method, with links to the types of what it takes and returns."""
        links: dict[str, str] = {}

        def model(target: TypeName) -> str:
            links[target.name] = self._href(self.places.types[target])
            return target.name

        returns = self.returns(method, is_async=is_async)
        definitions = self.sdk.definitions
        annotator = Annotator(Imports(()), model, definitions=definitions)
        view = signature(self.sdk, method, annotator, returns, is_async=is_async)
        source = _text(view, method.dotted)
        links |= self.links(method.result)
        return CodeView(highlight(source, "type", links), source)

    def call(self, method: Method, *, is_async: bool) -> CodeView:
        """The call in a line: what needs no keyword, and the type of the rest."""
        arguments = [a.name for a in method.arguments if a.positional]
        if method.params_type is None:
            keywords = [a.name for a in method.arguments if not a.positional]
            arguments += ["*", *keywords] if keywords else ()
        else:
            arguments.append(f"**params: {method.params_type.name}")
        returns = self.returns(method, is_async=is_async)
        awaited = "" if method.is_paged or not is_async else "await "
        name = verbatim(f"{awaited}client.{method.dotted}")
        rest = f"({', '.join(arguments)}) -> {returns}"
        shown = highlight(rest, "type", self.links(method.result))
        return CodeView(name.html + shown, name.plain + rest)

    def links(self, result: Result) -> Mapping[str, str]:
        """The addresses of the names in what a call returns."""
        return {
            name: self._href(place) for name, place in self._targets(result).items()
        }

    def returns(self, method: Method, *, is_async: bool) -> str:
        """What a call returns, before it is awaited."""
        return self._types({}).called(method.result, is_async=is_async)

    def returned(self, result: Result) -> str:
        """One form of what a call of the synchronous client returns."""
        return self._types({}).called(result, is_async=False)

    def _types(self, found: dict[str, Target]) -> ReturnTypes:
        """What methods return; the models on the way are added to ``found``."""

        def model(target: TypeName) -> str:
            found[target.name] = self.places.types[target]
            return target.name

        return ReturnTypes(
            sdk=self.sdk,
            annotate=Annotator(Imports(()), model).response,
            page_class=lambda _, name: name,
            core=lambda name: name,
            event=lambda: "ServerSentEvent",
        )

    def _targets(self, result: Result) -> Mapping[str, Target]:
        found: dict[str, Target] = {}
        self._types(found).called(result, is_async=False)
        if isinstance(result, PageResult):
            page = self.sdk.page(result.scheme)
            place = self.places.pages[page.scheme]
            found |= {page.sync_class: place, page.async_class: place}
        return found

    def _href(self, place: Target) -> str:
        return f"{self.root}{place.path}.html{place.anchor}"


def _text(view: SignatureView, name: str) -> str:
    lines = [*map(_argument, view.positional)]
    if view.keywords:
        lines += ["*", *map(_argument, view.keywords)]
    inside = "".join(f"    {line},\n" for line in lines)
    awaited = "await " if view.keyword == "async def" else ""
    return f"{awaited}client.{name}(\n{inside}) -> {view.returns}"


def _argument(view: ArgumentView) -> str:
    default = f" = {view.default}" if view.default else ""
    return f"{view.name}: {view.annotation}{default}"
