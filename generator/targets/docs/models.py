"""The page of a model: the class, its fields, what is nested in it, and which methods return it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...surface import (
    SHARED,
    Alias,
    Definition,
    Direction,
    Model,
    Page,
    PageResult,
    Sdk,
    first_sentence,
)
from .abouts import TypeView
from .code import highlight
from .counterparts import Counterparts
from .entries import NOTHING_INSIDE, EntryWriter, InsideView
from .inside import all_fields
from .places import Places, Target
from .shell import Link, ShellView, Surroundings
from .signatures import CodeView
from .text import EMPTY, NOTHING, RichText, Verbatim, rich
from .type_pages import ModuleTypes, module_title, page_title, types_by_page
from .type_texts import TypeTexts
from .uses import Uses, method_link, together, uses_of

_MOST_HOLDERS = 8
NO_TYPE = TypeView(EMPTY.html, NOTHING)


class ModelSection(Struct, frozen=True):
    """A class, or an alias where ``alias`` says of what. ``is_sent`` says that callers give it, as a
    dictionary; ``same`` is the class whose fields are its keys, of which it needs ``required``.
    """

    anchor: str
    name: str
    base: TypeView
    alias: TypeView
    values: tuple[Verbatim, ...]
    description: RichText
    is_sent: bool
    same: TypeView
    required: tuple[str, ...]
    inside: InsideView


class ModuleView(Struct, frozen=True):
    """The types of a module; the one it is named after comes first. ``uses`` are the methods that
    return one of them, ``takers`` those that one can be given to, ``holders`` the types that have
    one inside, of which ``further`` are not listed."""

    statement: CodeView
    models: tuple[ModelSection, ...]
    uses: tuple[Link, ...]
    takers: tuple[Link, ...]
    holders: tuple[Link, ...]
    further: str


class ModelPage(Struct, frozen=True):
    """A page of types: those of a module, or of several small ones."""

    shell: ShellView
    title: str
    modules: tuple[ModuleView, ...]
    is_shared: bool


class ModelPages(Struct, frozen=True):
    """Puts models and page classes into pages; ``same`` has the types that are shown by another."""

    sdk: Sdk
    places: Places
    types: TypeTexts
    surroundings: Surroundings
    same: Counterparts

    def every(self) -> Iterator[tuple[Target, ModelPage]]:
        """All pages of models, then those of page classes."""
        modules = types_by_page(self.sdk, self.places)
        schemes = {self.places.pages[p.scheme].path: p for p in self.sdk.pages}
        uses = uses_of(self.sdk, self.places)
        for path, found in modules.items():
            if path not in schemes:
                yield Target(path), self._types(found, Target(path), uses)
        for path, page in schemes.items():
            nested = [d for types in modules.get(path, ()) for d in types]
            yield Target(path), self._page(page, nested)

    def _types(
        self, modules: Sequence[ModuleTypes], place: Target, uses: Uses
    ) -> ModelPage:
        first = modules[0][0]
        resources = (d.resource for types in modules for d in types)
        title, about = page_title(modules), first_sentence(first.description or "")
        if len(modules) > 1:
            about = ", ".join(map(module_title, modules))
        shell = self.surroundings.shell(
            place,
            title,
            about,
            module=self._package(first),
            owner=next((r for r in resources if r is not None), SHARED),
        )
        writer = EntryWriter(self.sdk, self.places, self.types, shell.root, shell.path)
        return ModelPage(
            shell=shell,
            title=title,
            modules=tuple(self._module(types, writer, uses) for types in modules),
            is_shared=len(modules) > 1,
        )

    def _package(self, definition: Definition) -> str:
        """The module that a type is imported from."""
        module = definition.name.module
        inner = module[:-1] if definition.root is None else module
        return ".".join((self.sdk.package.import_name, *inner))

    def _module(
        self, types: ModuleTypes, writer: EntryWriter, uses: Uses
    ) -> ModuleView:
        names = [found.name for found in types]
        imported = names if types[0].root is not None else names[:1]
        source = ", ".join(name.name for name in imported)
        own = {self.places.types[name] for name in names}
        held = together(uses.held, names)
        holders = [link for link in held if Target(link.path, link.anchor) not in own]
        further = len(holders) - _MOST_HOLDERS
        return ModuleView(
            statement=_import(self._package(types[0]), source),
            models=tuple(self._section(found, writer) for found in types),
            uses=together(uses.returned, names),
            takers=together(uses.taken, names),
            holders=tuple(holders[:_MOST_HOLDERS]),
            further=f"and {further} more" if further > 0 else "",
        )

    def _section(self, definition: Definition, writer: EntryWriter) -> ModelSection:
        name = definition.name.name
        anchor = self.places.types[definition.name].anchor.removeprefix("#")
        is_sent = definition.direction is Direction.SENT
        about = rich(definition.description)
        if isinstance(definition, Alias):
            return ModelSection(
                anchor=anchor,
                name=name,
                base=NO_TYPE,
                alias=writer.type(definition.type, is_request=is_sent),
                values=self.types.values(definition.type),
                description=about,
                is_sent=is_sent,
                same=NO_TYPE,
                required=(),
                inside=writer.inside(definition.type, anchor, writer.room),
            )
        same = self.same.get(definition.name)
        fields = all_fields(self.sdk, definition)
        return ModelSection(
            anchor=anchor,
            name=name,
            base=self._base(definition, writer),
            alias=NO_TYPE,
            values=(),
            description=about,
            is_sent=is_sent,
            same=writer.model(same.name) if same else NO_TYPE,
            required=tuple(f.name for f in fields if f.required) if same else (),
            inside=(
                NOTHING_INSIDE
                if same
                else writer.object(definition, anchor, writer.room)
            ),
        )

    def _base(self, definition: Model, writer: EntryWriter) -> TypeView:
        return writer.model(definition.base) if definition.base else NO_TYPE

    def _page(self, page: Page, nested: list[Definition]) -> ModelPage:
        place, text = self.places.pages[page.scheme], page.description
        package = f"{self.sdk.package.import_name}.pagination"
        shell = self.surroundings.shell(
            place, page.sync_class, text, module=package, owner=SHARED
        )
        writer = EntryWriter(self.sdk, self.places, self.types, shell.root, shell.path)
        sections = tuple(
            ModelSection(
                name,
                name,
                NO_TYPE,
                NO_TYPE,
                (),
                rich(text),
                False,
                NO_TYPE,
                (),
                writer.object(self.sdk.body_of(page), name, writer.room),
            )
            for name in (page.sync_class, page.async_class)
        )
        names = f"{page.async_class}, {page.sync_class}"
        returning = (
            method
            for method in self.sdk.every_method()
            if isinstance(method.result, PageResult)
            and method.result.scheme == page.scheme
        )
        module = ModuleView(
            statement=_import(package, names),
            models=(*sections, *(self._section(d, writer) for d in nested)),
            uses=tuple(method_link(self.places, method) for method in returning),
            takers=(),
            holders=(),
            further="",
        )
        return ModelPage(
            shell=shell, title=page.sync_class, modules=(module,), is_shared=False
        )


def _import(package: str, names: str) -> CodeView:
    source = f"from {package} import {names}"
    return CodeView(highlight(source, "python"), source)
