"""Views of what callers give: typed dictionaries, aliases, and the arguments of each method."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...surface import (
    Alias,
    Argument,
    Definition,
    Field,
    Literals,
    Method,
    Model,
    Nullable,
    Sdk,
    SwitchedParams,
    TypeExpression,
    TypeName,
    names_in,
)
from ..notation.annotations import Annotator
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal
from ..notation.signatures import REQUEST_OPTIONS, argument_type, request_options
from .definition_order import DefinitionOrder
from .docstrings import docstring, one_line
from .types import FieldView, attributes_of


class DictionaryView(Struct, frozen=True):
    """A typed dictionary with its ``base``, or an alias when ``alias`` holds a type.

    ``later`` is the quoted form of an alias that needs a type from further down.
    """

    name: str
    base: str
    alias: str
    later: str
    doc: tuple[str, ...]
    fields: tuple[FieldView, ...]


class SentModuleView(Struct, frozen=True):
    """A module of what callers give: the type that it is named after, and what is nested in it.

    ``late_imports`` come last, for types that refer to each other in a cycle.
    """

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    late_imports: tuple[ImportView, ...]
    exports: tuple[str, ...]
    types: tuple[DictionaryView, ...]


class SentWriter(Struct):
    """Makes the views of the types of one module.

    ``late`` collects the packages through which types of the same cycle of modules are reached;
    ``keys`` are those of all dictionaries of the module.
    """

    order: DefinitionOrder
    imports: Imports
    late: Imports
    keys: frozenset[str]

    def view(self, definition: Definition) -> DictionaryView:
        """The view of one definition."""
        name, doc = definition.name.name, _doc(definition.description)
        if isinstance(definition, Alias):
            return self._alias(definition, doc)
        keys = frozenset(field.name for field in definition.fields)
        fields = tuple(self._field(field, keys) for field in definition.fields)
        return DictionaryView(name, self.base(), "", "", doc, fields)

    def base(self) -> str:
        """The base of a typed dictionary."""
        return self.imports.name("typing", "TypedDict")

    def arguments(
        self,
        found: TypeName,
        arguments: Iterable[Argument],
        base: str = "",
        description: str | None = None,
    ) -> DictionaryView:
        """The typed dictionary of the keyword arguments of a method."""
        given = [a for a in arguments if not a.positional]
        keys = frozenset(argument.name for argument in given)
        fields = tuple(
            FieldView(
                a.name, self._key(a.type, keys, a.required), "", _doc(a.description)
            )
            for a in given
        )
        doc = _doc(description)
        return DictionaryView(found.name, base or self.base(), "", "", doc, fields)

    def union(self, found: TypeName, members: Iterable[TypeName]) -> DictionaryView:
        """The alias of a union of typed dictionaries above it."""
        self.imports.name("typing", "TypeAlias")
        alias = " | ".join(dict.fromkeys(member.name for member in members))
        return DictionaryView(found.name, "", alias, "", (), ())

    def switched(
        self, union: TypeName, kinds: SwitchedParams, switch: Argument
    ) -> Iterator[DictionaryView]:
        """The typed dictionaries of calls without and with the stream, and their union."""
        off: TypeExpression = Literals((False,))
        if isinstance(switch.type, Nullable):
            off = Nullable(off)
        on = Literals((True,))
        base = kinds.base.name
        yield self.arguments(kinds.non_streaming, [replace(switch, type=off)], base)
        yield self.arguments(
            kinds.streaming, [replace(switch, type=on, required=True)], base
        )
        yield self.union(union, (kinds.non_streaming, kinds.streaming))

    def overload(
        self, sdk: Sdk, method: Method, found: TypeName, arguments: Sequence[Argument]
    ) -> DictionaryView:
        """The typed dictionary of an overload's arguments other than the deciding ones."""
        annotator = self._annotator(frozenset(a.name for a in arguments))
        fields = tuple(
            FieldView(
                a.name,
                self._required(argument_type(a, annotator), a.required),
                "",
                (),
            )
            for a in arguments
        )
        own = request_options(sdk, method)[len(REQUEST_OPTIONS) :]
        fields += tuple(FieldView(o.name, o.annotation, "", ()) for o in own)
        doc = one_line(
            f"What ``{method.name}`` takes beside what decides its overload."
        )
        base = self.imports.core("MethodOptions")
        return DictionaryView(found.name, base, "", "", (doc,), fields)

    def _field(self, field: Field, keys: frozenset[str]) -> FieldView:
        wire_name = "" if field.name == field.wire_name else field.wire_name
        annotation = self._key(field.type, keys, field.required, wire_name)
        return FieldView(field.name, annotation, "", _doc(field.description))

    def _key(
        self,
        ref: TypeExpression,
        keys: frozenset[str],
        required: bool,
        wire_name: str = "",
    ) -> str:
        annotation = self._annotator(keys).request(ref)
        if wire_name:
            mark = f"{self.imports.core('WireName')}({literal(wire_name)})"
            annotated = self.imports.name("typing", "Annotated")
            annotation = f"{annotated}[{annotation}, {mark}]"
        return self._required(annotation, required)

    def _annotator(self, keys: frozenset[str]) -> Annotator:
        """The writer of types in a dictionary with these keys."""
        dates = self.keys & {"date", "datetime"}  # one import for the module
        return Annotator(
            self.imports,
            self._model,
            keys | dates,
            definitions=self.order.definitions,
        )

    def _required(self, annotation: str, required: bool) -> str:
        if not required:
            return annotation
        return f"{self.imports.name('typing', 'Required')}[{annotation}]"

    def _alias(self, definition: Alias, doc: tuple[str, ...]) -> DictionaryView:
        name = definition.name.name
        alias = self._annotator(frozenset()).request(definition.type)
        targets = names_in(definition.type)
        if any(self.order.is_later(target, definition.name) for target in targets):
            self.imports.name("typing", "TYPE_CHECKING")
            self.imports.name("typing", "TypeAlias")
            self.imports.name("typing_extensions", "TypeAliasType")
            return DictionaryView(name, "", "", literal(alias), doc, ())
        self.imports.name("typing", "TypeAlias")
        if alias == "None":  # an alias of the value has no `|`, one of its type has
            alias = f"{self.imports.name('typing', 'Optional')}[None]"
        return DictionaryView(name, "", alias, "", doc, ())

    def _model(self, target: TypeName) -> str:
        if target.module == self.imports.module:
            return target.name
        if self.order.is_same_cycle(target.module, self.imports.module):
            package = self.late.module_alias(target.module[:-1], self.keys)
            return f"{package}.{target.name}"
        return self.imports.local(target.module, target.name)


def sent_module(
    order: DefinitionOrder, root: Definition, nested: Sequence[Definition]
) -> SentModuleView:
    """The module of a model that callers give, with everything nested in it."""
    exports = [root.name, *(n.name for n in nested)]
    writer = _writer(order, exports, attributes_of((root, *nested)))
    in_order = (root, *nested) if isinstance(root, Model) else (*nested, root)
    types = tuple(map(writer.view, in_order))
    doc = one_line(f"The type {root.name.name} of what a caller gives.")
    return _module(doc, writer, types, exports)


def params_module(
    sdk: Sdk,
    order: DefinitionOrder,
    method: Method,
    found: TypeName,
    nested: Sequence[Definition],
) -> SentModuleView:
    """The module of a method's arguments, with the types nested in them."""
    keywords = [a for a in method.arguments if not a.positional]
    keys = attributes_of(nested) | {argument.name for argument in keywords}
    variants = [variant.type for variant in method.params_variants]
    exports = [found, *variants, *(n.name for n in nested)]
    writer = _writer(order, exports, keys)
    switched, switch = method.switched_params, method.switch
    if method.params_variants:
        types = [
            *(
                writer.arguments(v.type, v.arguments, description=v.description)
                for v in method.params_variants
            ),
            writer.union(found, variants),
        ]
    elif switched is None or switch is None:
        types = [writer.arguments(found, keywords)]
    else:
        every = [a for a in keywords if a != switch]
        types = [
            writer.arguments(switched.base, every),
            *writer.switched(found, switched, switch),
        ]
        exports += [switched.base, switched.non_streaming, switched.streaming]
    if method.arguments_type is not None:
        rest = [a for a in keywords if a not in method.deciding]
        types.append(writer.overload(sdk, method, method.arguments_type, rest))
    types += map(writer.view, nested)
    doc = one_line(f"Parameters of {method.dotted}.")
    return _module(doc, writer, types, exports)


def _writer(
    order: DefinitionOrder,
    names: Sequence[TypeName],
    keys: frozenset[str],
) -> SentWriter:
    """The writer of the module that defines these types, the first of which it is named after."""
    module, bound = names[0].module, {name.name: name for name in names}
    imports, late = Imports(module, bound=bound), Imports(module, bound=bound)
    return SentWriter(order, imports, late, keys)


def _module(
    doc: str,
    writer: SentWriter,
    types: Sequence[DictionaryView],
    exports: Sequence[TypeName],
) -> SentModuleView:
    return SentModuleView(
        doc=doc,
        imports=writer.imports.external(),
        local_imports=writer.imports.internal(),
        late_imports=writer.late.internal(),
        exports=tuple(literal(name.name) for name in exports),
        types=tuple(types),
    )


def _doc(description: str | None) -> tuple[str, ...]:
    return tuple(docstring(description, indent=4)) if description else ()
