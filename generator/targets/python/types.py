"""Views of response models, aliases and parameter types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ...surface import (
    Alias,
    Definition,
    Field,
    Method,
    Model,
    Module,
    Nullable,
    Scalar,
    ScalarKind,
    TypeExpression,
    TypeName,
)
from ..notation.annotations import Annotator
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal
from ..notation.signatures import argument_type
from .docstrings import docstring, one_line


@dataclass(frozen=True, slots=True)
class FieldView:
    """One attribute of a model or key of a parameter type; ``default`` follows ``=``."""

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

    ``late_imports`` come last, for models that refer to each other in a cycle.
    """

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    late_imports: tuple[ImportView, ...]
    exports: tuple[str, ...]
    models: tuple[ModelView, ...]


@dataclass(frozen=True, slots=True)
class ParamsModuleView:
    """A module with the typed dictionary of a method's keyword arguments.

    ``arguments`` is that of an overload's arguments other than the choice of a scope, or None.
    """

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    name: str
    export: str
    fields: tuple[FieldView, ...]
    arguments: ArgumentsView | None


@dataclass(frozen=True, slots=True)
class ArgumentsView:
    """The typed dictionary of an overload's arguments other than the choice of a scope."""

    name: str
    base: str
    doc: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """Makes the views of the definitions of one module.

    ``cycles`` gives modules that import each other the same number; ``defined`` are the types
    that are defined further up, ``generic`` those that take the type of a page's items.
    """

    cycles: Mapping[Module, int]
    module: Module
    imports: Imports
    late: Imports
    defined: frozenset[TypeName] = frozenset()
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
        if definition.name in self.generic:
            generic = self.imports.name("typing", "Generic")
            base = f"{base}, {generic}[{self.imports.core('ItemT')}]"
        return ModelView(name, base, "", "", doc, self.fields(definition))

    def fields(self, definition: Model) -> tuple[FieldView, ...]:
        """The fields that a response can hold."""
        attributes = frozenset(field.name for field in definition.fields)
        return tuple(
            self._field(field, attributes)
            for field in definition.fields
            if not field.write_only
        )

    def _field(self, field: Field, attributes: frozenset[str]) -> FieldView:
        annotation, is_later = self._annotation(field.type, attributes)
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

    def _annotation(
        self, ref: TypeExpression, shadowed: frozenset[str]
    ) -> tuple[str, bool]:
        """The type as source, and whether it names a class that is defined further down."""
        later: set[TypeName] = set()
        annotator = Annotator(self.imports, partial(self._model, later=later), shadowed)
        return annotator.response(ref), bool(later)

    def _model(self, target: TypeName, later: set[TypeName]) -> str:
        name = target.name
        if target.module == self.module:
            later |= {target} - self.defined
        elif self.cycles[target.module] == self.cycles[self.module]:
            name = self.late.local(target.module, target.name)
            later.add(target)
        else:
            name = self.imports.local(target.module, target.name)
        if target in self.generic:
            return f"{name}[{self.imports.core('ItemT')}]"
        return name


def _allows_none(ref: TypeExpression) -> bool:
    return isinstance(ref, Nullable) or ref == Scalar(ScalarKind.NULL)


def model_module(
    cycles: Mapping[Module, int], root: Definition, nested: Sequence[Definition]
) -> ModelModuleView:
    """The module of a root definition with everything nested in it."""
    module = root.name.module
    bound = {definition.name.name: definition.name for definition in (*nested, root)}
    imports, late = Imports(module, bound=bound), Imports(module, bound=bound)
    models: list[ModelView] = []
    defined: set[TypeName] = set()
    for definition in (*nested, root):
        writer = ModelWriter(cycles, module, imports, late, frozenset(defined))
        models.append(writer.view(definition))
        defined.add(definition.name)
    return ModelModuleView(
        doc=one_line(f"The type {root.name.name}."),
        imports=imports.external(),
        local_imports=imports.internal(),
        late_imports=late.internal(),
        exports=tuple(literal(d.name.name) for d in (root, *nested)),
        models=tuple(models),
    )


def params_module(method: Method, found: TypeName) -> ParamsModuleView:
    """The module of a method's parameter type."""
    imports = Imports(found.module)
    imports.name("typing", "TypedDict")
    annotator = Annotator(imports, lambda name: name.name)
    fields: list[FieldView] = []
    for argument in method.arguments:
        if argument.positional:
            continue
        annotation = annotator.request(argument.type)
        if argument.required:
            annotation = f"{imports.name('typing', 'Required')}[{annotation}]"
        doc = docstring(argument.description, indent=4) if argument.description else ()
        fields.append(FieldView(argument.name, annotation, "", doc))
    arguments = _arguments(method, annotator)
    return ParamsModuleView(
        doc=one_line(f"Parameters of {method.dotted}."),
        imports=imports.external(),
        local_imports=imports.internal(),
        name=found.name,
        export=literal(found.name),
        fields=tuple(fields),
        arguments=arguments,
    )


def _arguments(method: Method, annotator: Annotator) -> ArgumentsView | None:
    if method.arguments_type is None:
        return None
    imports = annotator.imports
    fields: list[FieldView] = []
    for argument in method.arguments:
        if argument.positional or argument in method.choices:
            continue
        annotation = argument_type(argument, annotator)
        if argument.required:
            annotation = f"{imports.name('typing', 'Required')}[{annotation}]"
        fields.append(FieldView(argument.name, annotation, "", ()))
    return ArgumentsView(
        name=method.arguments_type.name,
        base=imports.core("MethodOptions"),
        doc=one_line(f"What ``{method.name}`` takes beside the choice of a scope."),
        fields=tuple(fields),
    )
