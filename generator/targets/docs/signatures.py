"""Signatures as the package has them, their types without the modules that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ...surface import (
    Method,
    Named,
    PageResult,
    Sdk,
    TypeName,
    returned_type,
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


@dataclass(frozen=True, slots=True)
class CodeView:
    """Code for both forms of a page."""

    html: Markup
    plain: str


@dataclass(frozen=True, slots=True)
class SignatureWriter:
    """Renders signatures for one page; ``root`` leads to the top of the site."""

    sdk: Sdk
    places: Places
    root: str

    def signature(self, method: Method, *, is_async: bool) -> CodeView:
        """The signature of a method, with links to what it returns."""
        returns = self.returns(method, is_async=is_async)
        annotator = Annotator(Imports(()), lambda name: name.name)
        view = signature(method, annotator, returns, is_async=is_async)
        source = _text(view, method.dotted)
        return CodeView(highlight(source, "python", self.links(method)), source)

    def call(self, method: Method) -> CodeView:
        """The call in a line: what needs no keyword, and the type of the rest."""
        arguments = [a.name for a in method.arguments if a.positional]
        if method.params_type is not None:
            arguments.append(f"**params: {method.params_type.name}")
        returns = self.returns(method, is_async=False)
        name = verbatim(f"client.{method.dotted}")
        rest = f"({', '.join(arguments)}) -> {returns}"
        shown = highlight(rest, "python", self.links(method))
        return CodeView(name.html + shown, name.plain + rest)

    def links(self, method: Method) -> Mapping[str, str]:
        """The addresses of the names in what a method returns."""
        return {
            name: self._href(place) for name, place in self._targets(method).items()
        }

    def returns(self, method: Method, *, is_async: bool) -> str:
        """What a call returns, before it is awaited."""
        return self._types({}).called(method.result, is_async=is_async)

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

    def _targets(self, method: Method) -> Mapping[str, Target]:
        found: dict[str, Target] = {}
        self._types(found).called(method.result, is_async=False)
        if isinstance(method.result, PageResult):
            page = self.sdk.page(method.result.scheme)
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


def item_of(method: Method) -> TypeName | None:
    """The model that a method returns, or returns pages of; None if it is not a model."""
    ref = returned_type(method.result)
    return ref.name if isinstance(ref, Named) else None
