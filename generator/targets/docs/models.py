"""The page of a model: the class, its fields, what is nested in it, and which methods return it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...surface import (
    Alias,
    Definition,
    Direction,
    Method,
    Model,
    Page,
    PageResult,
    Sdk,
    SwitchedResult,
    TypeExpression,
    TypeName,
    first_sentence,
    returned_type,
    names_in,
)
from .entries import EntryWriter, InsideView, TypeView
from .places import Places, Target
from .shell import Link, ShellView, Surroundings
from .code import highlight
from .signatures import CodeView
from .text import EMPTY, NOTHING, RichText, Verbatim, rich

NO_TYPE = TypeView(EMPTY.html, NOTHING)


@dataclass(frozen=True, slots=True)
class ModelSection:
    """A class, or an alias where ``alias`` says of what. ``is_sent`` says that callers give it, as a
    dictionary."""

    name: str
    base: TypeView
    alias: TypeView
    values: tuple[Verbatim, ...]
    description: RichText
    is_sent: bool
    inside: InsideView


@dataclass(frozen=True, slots=True)
class ModelPage:
    """The page of a module of types; the one it is named after comes first. ``uses`` are the methods
    that return it, ``takers`` those that it can be given to."""

    shell: ShellView
    title: str
    statement: CodeView
    models: tuple[ModelSection, ...]
    uses: tuple[Link, ...]
    takers: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ModelPages:
    """Puts models and page classes into pages."""

    sdk: Sdk
    places: Places
    surroundings: Surroundings

    def every(self) -> Iterator[tuple[Target, ModelPage]]:
        """All pages of models, then those of page classes."""
        together: dict[str, list[Definition]] = defaultdict(list)
        for definition in self.sdk.types:
            if definition.resource is not None or definition.root is not None:
                together[self.places.types[definition.name].path].append(definition)
        schemes = {self.places.pages[p.scheme].path: p for p in self.sdk.pages}
        returned, taken = self._uses(_returned), self._uses(_taken)
        for path, definitions in together.items():
            if path not in schemes:
                definitions.sort(key=lambda d: d.root is not None)
                names = [definition.name for definition in definitions]
                yield Target(path), self._model(
                    definitions,
                    Target(path),
                    _together(returned, names),
                    _together(taken, names),
                )
        for path, page in schemes.items():
            yield Target(path), self._page(page, together.get(path, []))

    def _uses(
        self, types: Callable[[Method], Iterable[TypeExpression]]
    ) -> Mapping[TypeName, tuple[Link, ...]]:
        """The methods that have each model in some of their types."""
        found: dict[TypeName, list[Link]] = defaultdict(list)
        for method in self.sdk.every_method():
            names = (name for ref in types(method) for name in names_in(ref))
            for name in dict.fromkeys(names):
                found[name].append(self._link(method))
        return {key: tuple(links) for key, links in found.items()}

    def _link(self, method: Method) -> Link:
        return Link(method.dotted, self.places.methods[method.path].path)

    def _model(
        self,
        definitions: list[Definition],
        place: Target,
        uses: tuple[Link, ...],
        takers: tuple[Link, ...],
    ) -> ModelPage:
        root = definitions[0]
        name, about = root.name, first_sentence(root.description or "")
        module = name.module[:-1] if root.root is None else name.module
        package = ".".join((self.sdk.package.import_name, *module))
        title, names = name.name, [name.name]
        if root.root is not None and len(definitions) > 1:  # what a method takes
            title, names = root.root.name, [d.name.name for d in definitions]
        shell = self.surroundings.shell(place, title, about, module=package)
        writer = EntryWriter(self.sdk, self.places, shell.root)
        return ModelPage(
            shell=shell,
            title=title,
            statement=_import(package, ", ".join(names)),
            models=tuple(self._section(d, writer) for d in definitions),
            uses=uses,
            takers=takers,
        )

    def _section(self, definition: Definition, writer: EntryWriter) -> ModelSection:
        name = definition.name.name
        is_sent = definition.direction is Direction.SENT
        about = rich(definition.description)
        if isinstance(definition, Alias):
            return ModelSection(
                name=name,
                base=NO_TYPE,
                alias=writer.type(definition.type, is_request=is_sent),
                values=writer.values(definition.type),
                description=about,
                is_sent=is_sent,
                inside=writer.inside(definition.type, name),
            )
        return ModelSection(
            name=name,
            base=self._base(definition, writer),
            alias=NO_TYPE,
            values=(),
            description=about,
            is_sent=is_sent,
            inside=writer.object(definition, name),
        )

    def _base(self, definition: Model, writer: EntryWriter) -> TypeView:
        return writer.model(definition.base) if definition.base else NO_TYPE

    def _page(self, page: Page, nested: list[Definition]) -> ModelPage:
        place, text = self.places.pages[page.scheme], page.description
        package = f"{self.sdk.package.import_name}.pagination"
        shell = self.surroundings.shell(place, page.sync_class, text, module=package)
        writer = EntryWriter(self.sdk, self.places, shell.root)
        sections = tuple(
            ModelSection(
                name,
                NO_TYPE,
                NO_TYPE,
                (),
                rich(text),
                False,
                writer.object(self.sdk.body_of(page), name),
            )
            for name in (page.sync_class, page.async_class)
        )
        names = f"{page.async_class}, {page.sync_class}"
        return ModelPage(
            shell=shell,
            title=page.sync_class,
            statement=_import(package, names),
            models=(*sections, *(self._section(d, writer) for d in nested)),
            uses=tuple(
                self._link(method)
                for method in self.sdk.every_method()
                if isinstance(method.result, PageResult)
                and method.result.scheme == page.scheme
            ),
            takers=(),
        )


def _import(package: str, names: str) -> CodeView:
    source = f"from {package} import {names}"
    return CodeView(highlight(source, "python"), source)


def _together(
    found: Mapping[TypeName, tuple[Link, ...]], names: Iterable[TypeName]
) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(link for name in names for link in found.get(name, ())))


def _taken(method: Method) -> Iterator[TypeExpression]:
    for argument in method.arguments:
        yield argument.type


def _returned(method: Method) -> Iterator[TypeExpression]:
    result = method.result
    if isinstance(result, SwitchedResult):
        yield result.value.type
        result = result.stream
    found = returned_type(result)
    if found is not None:
        yield found
