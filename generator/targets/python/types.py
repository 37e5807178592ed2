"""Views of response models and aliases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from ...surface import (
    Alias,
    Definition,
    Field,
    MapOf,
    Model,
    Module,
    Nullable,
    Scalar,
    ScalarKind,
    TypeExpression,
    TypeName,
    names_in,
)
from ..notation.annotations import Annotator
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal
from .definition_order import DefinitionOrder
from .docstrings import docstring, one_line


class FieldView(Struct, frozen=True):
    """One attribute of a model or key of a typed dictionary; ``default`` follows ``=``."""

    name: str
    annotation: str
    default: str
    doc: tuple[str, ...]


class ModelView(Struct, frozen=True):
    """A class with fields, or an alias when ``alias`` holds a type.

    ``later`` is the quoted form of an alias that needs a type from further down, ``extra`` the type
    of attributes without a field, ``extras`` that of all of them together. ``subtypes`` tells
    which of the classes that extend it a response holds.
    """

    name: str
    base: str
    doc: tuple[str, ...]
    alias: str = ""
    later: str = ""
    fields: tuple[FieldView, ...] = ()
    extra: str = ""
    extras: str = ""
    subtypes: str = ""


class ModelModuleView(Struct, frozen=True):
    """A module of response models: nested ones first, the one it is named after last.

    ``late_imports`` come after the classes, whose quoted annotations pydantic would otherwise try to
    resolve too early.
    """

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    late_imports: tuple[ImportView, ...]
    exports: tuple[str, ...]
    models: tuple[ModelView, ...]


class ModelWriter(Struct, frozen=True):
    """Makes the views of the definitions of one module.

    ``late`` collects the packages through which types of the same cycle of modules are reached when
    a class is built. ``attributes`` are those of all classes; ``generic`` are the classes that take
    the type of a page's items.
    """

    order: DefinitionOrder
    module: Module
    imports: Imports
    late: Imports
    attributes: frozenset[str]
    generic: frozenset[TypeName] = frozenset()

    def view(self, definition: Definition) -> ModelView:
        """The view of one definition."""
        name = definition.name.name
        doc = (
            docstring(definition.description, indent=4)
            if definition.description
            else ()
        )
        if isinstance(definition, Alias):
            alias, is_later = self._annotation(
                definition.type, definition.name, self._shadowed(())
            )
            if is_later:
                self.imports.name("typing_extensions", "TypeAliasType")
                later = f"{literal(name)}, {literal(alias)}"
                return ModelView(name, "", doc, later=later)
            self.imports.name("typing", "TypeAlias")
            if alias == "None":  # an alias of the value has no `|`, one of its type has
                alias = f"{self.imports.name('typing', 'Optional')}[None]"
            return ModelView(name, "", doc, alias=alias)
        base = (
            self.imports.local(definition.base.module, definition.base.name)
            if definition.base
            else self.imports.core("BaseModel")
        )
        if definition.name in self.generic:
            generic = self.imports.name("typing", "Generic")
            base = f"{base}, {generic}[{self.imports.core('ItemT')}]"
        extra, extras = self._extra(definition)
        return ModelView(
            name,
            base,
            doc,
            fields=self.fields(definition),
            extra=extra,
            extras=extras,
            subtypes=self._subtypes(definition),
        )

    def fields(self, definition: Model) -> tuple[FieldView, ...]:
        """The fields that a response can hold, with those inherited ones that need repeating."""
        fields = (*self._repeated(definition), *definition.fields)
        shadowed = self._shadowed(fields)
        return tuple(self._field(field, definition.name, shadowed) for field in fields)

    def _subtypes(self, definition: Model) -> str:
        """What tells the run-time library which of its classes a value is; their modules need
        this one, so they are reached when a class is built."""
        if definition.subtypes is None:
            return ""
        entries: list[str] = []
        for value, member in definition.subtypes.tags:
            for target in names_in(member):
                package = self.late.module_alias(target.module[:-1], self.attributes)
                entries.append(f"{literal(value)}: {package}.{target.name}")
        found = literal(definition.subtypes.property)
        subtypes = self.imports.core("Subtypes")
        return f"{subtypes}({found}, lambda: {{{', '.join(entries)}}})"

    def _extra(self, definition: Model) -> tuple[str, str]:
        """The type of the properties without a field, alone and as a mapping; empty for any."""
        extra = definition.extra or self._repeated_extra(definition)
        if extra is None:
            return "", ""
        self.imports.name("typing", "TYPE_CHECKING")
        shadowed = self._shadowed(definition.fields)
        found, is_later = self._annotation(extra, definition.name, shadowed)
        found_all, _ = self._annotation(MapOf(extra), definition.name, shadowed)
        return (literal(found), literal(found_all)) if is_later else (found, found_all)

    def _repeated_extra(self, definition: Model) -> TypeExpression | None:
        """As for fields: an inherited type whose quoted form has a meaning elsewhere only."""
        for holder in self.order.bases(definition):
            if (extra := holder.extra) is not None:
                is_later = (
                    self.order.is_later(t, holder.name) for t in names_in(extra)
                )
                is_elsewhere = holder.name.module != self.module
                return extra if is_elsewhere and any(is_later) else None
        return None

    def _repeated(self, definition: Model) -> Iterator[Field]:
        """The inherited fields whose quoted types have a meaning in another module only."""
        for holder, field in self.order.inherited(definition):
            if holder.module != self.module and any(
                self.order.is_later(target, holder) for target in names_in(field.type)
            ):
                yield field

    def _field(
        self, field: Field, holder: TypeName, shadowed: frozenset[str]
    ) -> FieldView:
        annotation, is_later = self._annotation(field.type, holder, shadowed)
        nullable = _allows_none(field.type)
        optional = nullable or not field.required
        if optional and not nullable:
            annotation = f"{annotation} | None"
        if nullable and field.required:
            annotated = self.imports.name("typing", "Annotated")
            annotation = f"{annotated}[{annotation}, {self.imports.core('REQUIRED')}]"
        if is_later:
            annotation = literal(annotation)
        doc = docstring(field.description, indent=4) if field.description else ()
        return FieldView(field.name, annotation, self._default(field, optional), doc)

    def _default(self, field: Field, optional: bool) -> str:
        if field.name == field.wire_name:
            return "None" if optional else ""
        alias = f"alias={literal(field.wire_name)}"
        inside = f"default=None, {alias}" if optional else alias
        return f"{self.imports.name('pydantic', 'Field')}({inside})"

    def _shadowed(self, fields: Iterable[Field]) -> frozenset[str]:
        """What has another meaning among the fields of a class than in the module."""
        dates = self.attributes & {"date", "datetime"}  # one import for the module
        return frozenset(field.name for field in fields) | dates

    def _annotation(
        self, ref: TypeExpression, here: TypeName, shadowed: frozenset[str]
    ) -> tuple[str, bool]:
        """The type as source, and whether it names a type that is not there yet."""
        model = partial(self._model, here=here)
        annotator = Annotator(self.imports, model, shadowed, self.order.constants)
        is_later = any(self.order.is_later(target, here) for target in names_in(ref))
        return annotator.response(ref), is_later

    def _model(self, target: TypeName, here: TypeName) -> str:
        name = target.name
        if target.module != self.module:
            if self.order.is_later(target, here):
                package = self.late.module_alias(target.module[:-1], self.attributes)
                name = f"{package}.{target.name}"
            else:
                name = self.imports.local(target.module, target.name)
        if target in self.generic:
            return f"{name}[{self.imports.core('ItemT')}]"
        return name


def _allows_none(ref: TypeExpression) -> bool:
    return isinstance(ref, Nullable) or ref == Scalar(ScalarKind.NULL)


def attributes_of(definitions: Iterable[Definition]) -> frozenset[str]:
    """The attributes of all classes among the definitions."""
    return frozenset(
        field.name
        for definition in definitions
        if isinstance(definition, Model)
        for field in definition.fields
    )


def model_module(
    order: DefinitionOrder, root: Definition, nested: Sequence[Definition]
) -> ModelModuleView:
    """The module of a root definition with everything nested in it."""
    module = root.name.module
    definitions = order.in_order((*nested, root))
    bound = {definition.name.name: definition.name for definition in definitions}
    imports, late = Imports(module, bound=bound), Imports(module, bound=bound)
    writer = ModelWriter(order, module, imports, late, attributes_of(definitions))
    models = tuple(map(writer.view, definitions))
    return ModelModuleView(
        doc=one_line(f"The type {root.name.name}."),
        imports=imports.external(),
        local_imports=imports.internal(),
        late_imports=late.internal(),
        exports=tuple(literal(d.name.name) for d in (root, *nested)),
        models=models,
    )
