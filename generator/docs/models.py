"""The page of a model: the class, its fields, what is nested in it, and which methods return it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..ir import (
    Alias,
    Api,
    Definition,
    Object,
    PageBody,
    PageResult,
    PageScheme,
    TypeId,
    Within,
)
from ..naming import NameTable
from ..views.docstrings import summary
from .entries import EntryView, EntryWriter, TypeView
from .places import Places, Target
from .shell import Link, ShellView, Surroundings
from .code import highlight
from .signatures import CodeView, dotted, item_of
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

    api: Api
    names: NameTable
    places: Places
    surroundings: Surroundings

    def every(self) -> Iterator[tuple[Target, ModelPage]]:
        """All pages of models, then those of page classes."""
        together: dict[str, list[Definition]] = defaultdict(list)
        for definition in self.api.types.values():
            if not isinstance(definition.origin, PageBody):
                together[self.places.types[definition.id].path].append(definition)
        schemes = {self.places.pages[s.name].path: s for s in self.api.pages}
        uses = self._uses()
        for path, definitions in together.items():
            if path not in schemes:
                definitions.sort(key=lambda d: isinstance(d.origin, Within))
                used = uses.get(definitions[0].id, ())
                yield Target(path), self._model(definitions, Target(path), used)
        for path, scheme in schemes.items():
            yield Target(path), self._page(scheme, together.get(path, []))

    def _uses(self) -> Mapping[TypeId, tuple[Link, ...]]:
        """The methods that return each model."""
        found: dict[TypeId, list[Link]] = defaultdict(list)
        for resource in self.api.every_resource():
            for method in resource.methods:
                item = item_of(method)
                if item is not None:
                    place = self.places.methods[method.id]
                    found[item].append(Link(dotted(self.names, method), place.path))
        return {key: tuple(links) for key, links in found.items()}

    def _model(
        self, definitions: list[Definition], place: Target, uses: tuple[Link, ...]
    ) -> ModelPage:
        root = definitions[0]
        name = self.names.types[root.id]
        about = summary(root.description or "")
        is_nested = isinstance(root.origin, Within)
        module = name.module if is_nested else name.module[:-1]
        package = ".".join((self.names.package, *module))
        shell = self.surroundings.shell(place, name.name, about, module=package)
        writer = EntryWriter(self.api, self.names, self.places, shell.root)
        return ModelPage(
            shell=shell,
            title=name.name,
            statement=_import(package, name.name),
            models=tuple(self._section(d, writer) for d in definitions),
            uses=uses,
        )

    def _section(self, definition: Definition, writer: EntryWriter) -> ModelSection:
        name = self.names.types[definition.id].name
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
            fields=writer.fields(definition.id, name),
        )

    def _base(self, definition: Object, writer: EntryWriter) -> TypeView:
        return writer.model(definition.base) if definition.base else NO_TYPE

    def _page(self, scheme: PageScheme, nested: list[Definition]) -> ModelPage:
        page, place = self.names.pages[scheme.name], self.places.pages[scheme.name]
        text = scheme.description or f"A page of the pagination scheme {scheme.name}."
        shell = self.surroundings.shell(
            place, page.sync_class, text, module=f"{self.names.package}.pagination"
        )
        writer = EntryWriter(self.api, self.names, self.places, shell.root)
        sections = tuple(
            ModelSection(
                name, NO_TYPE, NO_TYPE, (), rich(text), writer.fields(scheme.id, name)
            )
            for name in (page.sync_class, page.async_class)
        )
        names = f"{page.async_class}, {page.sync_class}"
        return ModelPage(
            shell=shell,
            title=page.sync_class,
            statement=_import(f"{self.names.package}.pagination", names),
            models=(*sections, *(self._section(d, writer) for d in nested)),
            uses=tuple(
                Link(dotted(self.names, m), self.places.methods[m.id].path)
                for r in self.api.every_resource()
                for m in r.methods
                if isinstance(m.result, PageResult) and m.result.scheme == scheme.name
            ),
        )


def _import(package: str, names: str) -> CodeView:
    source = f"from {package} import {names}"
    return CodeView(highlight(source, "python"), source)
