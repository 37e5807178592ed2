"""Views of response models, aliases and parameter types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ..ir import (
    Alias,
    Definition,
    Field,
    Method,
    Nullable,
    Object,
    Scalar,
    ScalarKind,
    ScopeArgument,
    TypeId,
    TypeRef,
    is_required,
)
from ..naming import NameTable
from ..naming.table import Module
from .annotations import Annotator
from .docstrings import docstring, one_line
from .imports import Imports, ImportView
from .literals import literal
from .methods import is_positional


@dataclass(frozen=True, slots=True)
class FieldView:
    """One attribute of a model or key of a parameter type; ``default`` stands behind ``=``."""

    name: str
    annotation: str
    default: str
    doc: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModelView:
    """A class with fields, or an alias when ``alias`` holds a type.

    ``later`` is the quoted form of an alias that needs a type from further down.
    """

    name: str
    base: str
    alias: str
    later: str
    doc: tuple[str, ...]
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class ModelModuleView:
    """A module of response models: nested ones first, the one it is named after last.

    ``late_imports`` stand at the end, where models refer to each other in a circle.
    """

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    late_imports: tuple[ImportView, ...]
    exports: tuple[str, ...]
    models: tuple[ModelView, ...]


@dataclass(frozen=True, slots=True)
class ParamsModuleView:
    """A module with the typed dictionary of a method's keyword arguments."""

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    name: str
    export: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """Puts the definitions of one module into views.

    ``circles`` gives modules that need each other the same number; ``defined`` are the types
    that stand further up, ``generic`` those that take the type of a page's items.
    """

    names: NameTable
    circles: Mapping[Module, int]
    module: Module
    imports: Imports
    late: Imports
    defined: frozenset[TypeId] = frozenset()
    generic: frozenset[TypeId] = frozenset()

    def view(self, definition: Definition) -> ModelView:
        """The view of one definition."""
        name = self.names.types[definition.id].name
        doc = (
            docstring(definition.description, indent=4)
            if definition.description
            else ()
        )
        if isinstance(definition, Alias):
            alias, is_later = self._annotation(definition.type, frozenset())
            if is_later:
                self.imports.name("typing_extensions", "TypeAliasType")
                return ModelView(
                    name, "", "", f"{literal(name)}, {literal(alias)}", doc, ()
                )
            self.imports.name("typing", "TypeAlias")
            return ModelView(name, "", alias, "", doc, ())
        base = (
            self._model(definition.base, set())
            if definition.base
            else self.imports.core("BaseModel")
        )
        if definition.id in self.generic:
            generic = self.imports.name("typing", "Generic")
            base = f"{base}, {generic}[{self.imports.core('ItemT')}]"
        return ModelView(name, base, "", "", doc, self.fields(definition))

    def fields(self, definition: Object) -> tuple[FieldView, ...]:
        """The fields that a response can hold."""
        return tuple(
            self._field(definition, field)
            for field in definition.fields
            if not field.write_only
        )

    def _field(self, owner: Object, field: Field) -> FieldView:
        attributes = frozenset(
            self.names.fields[owner.id, f.wire_name] for f in owner.fields
        )
        name = self.names.fields[owner.id, field.wire_name]
        annotation, is_later = self._annotation(field.type, attributes)
        if not field.required and not _allows_none(field.type):
            annotation = f"{annotation} | None"
        if is_later:
            annotation = literal(annotation)
        optional = not field.required or _allows_none(field.type)
        doc = docstring(field.description, indent=4) if field.description else ()
        return FieldView(name, annotation, self._default(name, field, optional), doc)

    def _default(self, name: str, field: Field, optional: bool) -> str:
        if name == field.wire_name:
            return "None" if optional else ""
        alias = f"alias={literal(field.wire_name)}"
        inside = f"default=None, {alias}" if optional else alias
        return f"{self.imports.name('pydantic', 'Field')}({inside})"

    def _annotation(self, ref: TypeRef, shadowed: frozenset[str]) -> tuple[str, bool]:
        """The type in words, and whether it names a class that is not there yet."""
        later: set[TypeId] = set()
        annotator = Annotator(self.imports, partial(self._model, later=later), shadowed)
        return annotator.response(ref), bool(later)

    def _model(self, target: TypeId, later: set[TypeId]) -> str:
        found = self.names.types[target]
        if found.module == self.module:
            later |= {target} - self.defined
        elif self.circles[found.module] == self.circles[self.module]:
            self.late.local(found.module, found.name)
            later.add(target)
        else:
            self.imports.local(found.module, found.name)
        if target in self.generic:
            return f"{found.name}[{self.imports.core('ItemT')}]"
        return found.name


def _allows_none(ref: TypeRef) -> bool:
    return isinstance(ref, Nullable) or ref == Scalar(ScalarKind.NULL)


def model_module(
    names: NameTable,
    circles: Mapping[Module, int],
    root: Definition,
    nested: Sequence[Definition],
) -> ModelModuleView:
    """The module of a root definition with everything nested in it."""
    module = names.types[root.id].module
    imports, late = Imports(module), Imports(module)
    models: list[ModelView] = []
    defined: set[TypeId] = set()
    for definition in (*nested, root):
        writer = ModelWriter(names, circles, module, imports, late, frozenset(defined))
        models.append(writer.view(definition))
        defined.add(definition.id)
    return ModelModuleView(
        doc=one_line(f"The type {names.types[root.id].name}."),
        imports=imports.external(),
        local_imports=imports.internal(),
        late_imports=late.internal(),
        exports=tuple(literal(names.types[d.id].name) for d in (root, *nested)),
        models=tuple(models),
    )


def params_module(names: NameTable, method: Method) -> ParamsModuleView:
    """The module of a method's parameter type."""
    found = names.params_types[method.id]
    imports = Imports(found.module)
    imports.name("typing", "TypedDict")
    annotator = Annotator(imports, lambda target: target)
    fields: list[FieldView] = []
    for argument in method.arguments:
        if is_positional(method, argument):
            continue
        name = names.argument(method.id, argument)
        annotation = (
            "str"
            if isinstance(argument, ScopeArgument)
            else annotator.request(argument.type)
        )
        if is_required(argument):
            annotation = f"{imports.name('typing', 'Required')}[{annotation}]"
        fields.append(FieldView(name, annotation, "", _doc(argument.description)))
    return ParamsModuleView(
        doc=one_line(
            f"Parameters of {'.'.join((*method.id.resource, names.methods[method.id]))}."
        ),
        imports=imports.external(),
        local_imports=imports.internal(),
        name=found.name,
        export=literal(found.name),
        fields=tuple(fields),
    )


def _doc(description: str | None) -> tuple[str, ...]:
    return docstring(description, indent=4) if description else ()
