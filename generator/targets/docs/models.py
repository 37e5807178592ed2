"""The page of a model: the class, its fields, what is nested in it, and which methods return it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...surface import (
    Alias,
    Definition,
    Method,
    Model,
    Page,
    PageResult,
    Sdk,
    TypeName,
    first_sentence,
)
from .entries import EntryView, EntryWriter, TypeView
from .places import Places, Target
from .shell import Link, ShellView, Surroundings
from .code import highlight
from .signatures import CodeView, item_of
from .text import EMPTY, NOTHING, RichText, Verbatim, rich

NO_TYPE = TypeView(EMPTY.html, NOTHING)


@dataclass(frozen=True, slots=True)
class ModelSection:
    """A class, or an alias where ``alias`` says of what."""

    name: str
    base: TypeView
    alias: TypeView
    values: tuple[Verbatim, ...]
    description: RichText
    fields: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ModelPage:
    """The page of a module of types; the one it is named after comes first."""

    shell: ShellView
    title: str
    statement: CodeView
    models: tuple[ModelSection, ...]
    uses: tuple[Link, ...]


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
        uses = self._uses()
        for path, definitions in together.items():
            if path not in schemes:
                definitions.sort(key=lambda d: d.root is not None)
                used = uses.get(definitions[0].name, ())
                yield Target(path), self._model(definitions, Target(path), used)
        for path, page in schemes.items():
            yield Target(path), self._page(page, together.get(path, []))

    def _uses(self) -> Mapping[TypeName, tuple[Link, ...]]:
        """The methods that return each model."""
        found: dict[TypeName, list[Link]] = defaultdict(list)
        for method in self.sdk.every_method():
            item = item_of(method)
            if item is not None:
                found[item].append(self._link(method))
        return {key: tuple(links) for key, links in found.items()}

    def _link(self, method: Method) -> Link:
        return Link(method.dotted, self.places.methods[method.path].path)

    def _model(
        self, definitions: list[Definition], place: Target, uses: tuple[Link, ...]
    ) -> ModelPage:
        root = definitions[0]
        name, about = root.name, first_sentence(root.description or "")
        module = name.module[:-1] if root.root is None else name.module
        package = ".".join((self.sdk.package.import_name, *module))
        shell = self.surroundings.shell(place, name.name, about, module=package)
        writer = EntryWriter(self.sdk, self.places, shell.root)
        return ModelPage(
            shell=shell,
            title=name.name,
            statement=_import(package, name.name),
            models=tuple(self._section(d, writer) for d in definitions),
            uses=uses,
        )

    def _section(self, definition: Definition, writer: EntryWriter) -> ModelSection:
        name = definition.name.name
        if isinstance(definition, Alias):
            alias, values = writer.type(definition.type), writer.values(definition.type)
            return ModelSection(
                name, NO_TYPE, alias, values, rich(definition.description), ()
            )
        return ModelSection(
            name=name,
            base=self._base(definition, writer),
            alias=NO_TYPE,
            values=(),
            description=rich(definition.description),
            fields=writer.fields(definition, name),
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
                writer.fields(self.sdk.body_of(page), name),
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
        )


def _import(package: str, names: str) -> CodeView:
    source = f"from {package} import {names}"
    return CodeView(highlight(source, "python"), source)
