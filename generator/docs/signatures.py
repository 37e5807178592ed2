"""Signatures as the package has them, their types without the modules that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from markupsafe import Markup

from ..ir import (
    Method,
    ModelResult,
    NoResult,
    PageResult,
    Ref,
    TypeId,
    TypeRef,
    returned_type,
)
from ..naming import NameTable
from ..views.annotations import Annotator
from ..views.imports import Imports
from ..views.methods import (
    ArgumentView,
    MethodWriter,
    SignatureView,
    positional_arguments,
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
    """Puts signatures into words for one page; ``root`` leads to the top of the site."""

    names: NameTable
    places: Places
    root: str

    def signature(self, method: Method, *, is_async: bool) -> CodeView:
        """The signature of a method, with links to what it returns."""
        writer = MethodWriter(
            self.names, Imports(()), Imports(()), frozenset(), is_async
        )
        view = replace(
            writer.view(method).signature,
            returns=self.returns(method, is_async=is_async),
        )
        source = _text(view, dotted(self.names, method))
        return CodeView(highlight(source, "python", self.links(method)), source)

    def call(self, method: Method) -> CodeView:
        """The call in a line: what may stand without a keyword, and the type of the rest."""
        arguments = [
            self.names.argument(method.id, a) for a in positional_arguments(method)
        ]
        if method.has_keywords:
            arguments.append(f"**params: {self.names.params_types[method.id].name}")
        returns = self.returns(method, is_async=False)
        name = verbatim(f"client.{dotted(self.names, method)}")
        rest = f"({', '.join(arguments)}) -> {returns}"
        shown = highlight(rest, "python", self.links(method))
        return CodeView(name.html + shown, name.plain + rest)

    def links(self, method: Method) -> Mapping[str, str]:
        """The addresses of the names that stand in what a method returns."""
        return {
            name: self._href(place) for name, place in self._targets(method).items()
        }

    def returns(self, method: Method, *, is_async: bool) -> str:
        """What a call returns, before it is awaited."""
        match method.result:
            case NoResult():
                return "None"
            case ModelResult(type=ref):
                return self._type(ref)
            case PageResult(scheme=scheme, item=ref):
                page, item = self.names.pages[scheme], self._type(ref)
                if is_async:
                    return f"AsyncPaginator[{item}, {page.async_class}[{item}]]"
                return f"{page.sync_class}[{item}]"
        assert_never(method.result)

    def _targets(self, method: Method) -> Mapping[str, Target]:
        found: dict[str, Target] = {}
        ref = returned_type(method.result)
        if ref is not None:
            self._type(ref, found)
        if isinstance(method.result, PageResult):
            page, place = (
                self.names.pages[method.result.scheme],
                self.places.pages[method.result.scheme],
            )
            found |= {page.sync_class: place, page.async_class: place}
        return found

    def _type(self, ref: TypeRef, found: dict[str, Target] | None = None) -> str:
        def model(target: TypeId) -> str:
            name = self.names.types[target].name
            if found is not None:
                found[name] = self.places.types[target]
            return name

        return Annotator(Imports(()), model).response(ref)

    def _href(self, place: Target) -> str:
        return f"{self.root}{place.path}.html{place.anchor}"


def dotted(names: NameTable, method: Method) -> str:
    """The way from the client to a method."""
    path = method.id.resource
    steps = [names.resources[path[: n + 1]].attribute for n in range(len(path))]
    return ".".join((*steps, names.methods[method.id]))


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


def item_of(method: Method) -> TypeId | None:
    """The model that a method returns, or returns pages of; None where it is no model."""
    ref = returned_type(method.result)
    return ref.target if isinstance(ref, Ref) else None
