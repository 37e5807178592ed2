"""The types that a package defines: classes with fields, and names of other shapes."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from ..words import letters
from .annotations import read_shape
from .model import Definition, Field
from .modules import Module, Modules
from .shapes import Named, Shape


def read_definitions(modules: Modules) -> Mapping[Named, Definition]:
    """Every type in the folder ``types``, in the order of the modules."""
    found: dict[Named, Definition] = {}
    for name in modules.below("types"):
        module = modules.module(name)
        if module is not None:
            found |= {d.id: d for d in _definitions(module, modules)}
    return found


def read_exports(modules: Modules) -> frozenset[Named]:
    """The types that the packages in the folder ``types`` import for their users."""
    found: set[Named] = set()
    for name in modules.below("types"):
        module = modules.module(name.removesuffix(".__init__"))
        if module is not None and name.endswith("__init__"):
            resolved = (modules.resolve(module, wanted) for wanted in module.imports)
            found |= {named for named in resolved if named is not None and named.name}
    return frozenset(found)


def read_fields(
    node: ast.ClassDef, module: Module, modules: Modules
) -> tuple[Field, ...]:
    """The fields that the body of a class declares."""
    fields = (_field(statement, module, modules) for statement in node.body)
    return tuple(field for field in fields if field is not None)


def _definitions(module: Module, modules: Modules) -> Iterator[Definition]:
    for name, node in module.defined.items():
        if not name.startswith("__"):
            found = _definition(name, node, module, modules)
            if found is not None:
                yield found


def _definition(
    name: str, node: ast.stmt, module: Module, modules: Modules
) -> Definition | None:
    bases: tuple[Named, ...] = ()
    fields: tuple[Field, ...] = ()
    alias: Shape | None = None
    match node:
        case ast.ClassDef():
            shapes = (read_shape(base, module, modules) for base in node.bases)
            known = (base for base in shapes if isinstance(base, Named))
            bases = tuple(base for base in known if base.module.startswith("types"))
            fields = read_fields(node, module, modules)
        case ast.Assign(
            value=ast.Call(func=ast.Name(id="TypedDict"), args=[_, ast.Dict() as keys])
        ):
            fields = tuple(_typed_dict_fields(keys, module, modules))
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            alias = read_shape(value, module, modules)
        case _:
            return None
    stem = module.name.rpartition(".")[2]
    return Definition(
        id=Named(module.name, name),
        bases=bases,
        fields=fields,
        alias=alias,
        is_root=letters(name) == letters(stem),
        place=module.place(node),
    )


def _field(statement: ast.stmt, module: Module, modules: Modules) -> Field | None:
    match statement:
        case ast.AnnAssign(
            target=ast.Name(id=name), annotation=annotation, value=value
        ):
            pass
        case _:
            return None
    if name.startswith("_") or _is(annotation, "ClassVar"):
        return None
    alias = _alias(value) or _alias(annotation)
    is_optional = value is not None and not _is_required_call(value)
    return Field(
        name,
        alias or name,
        read_shape(annotation, module, modules),
        required=_is(annotation, "Required") or not is_optional,
    )


def _typed_dict_fields(
    keys: ast.Dict, module: Module, modules: Modules
) -> Iterator[Field]:
    for key, value in zip(keys.keys, keys.values, strict=True):
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            shape = read_shape(value, module, modules)
            name = _alias(value) or key.value
            yield Field(key.value, name, shape, required=_is(value, "Required"))


def _alias(node: ast.expr | None) -> str | None:
    """The name in JSON that a call such as ``FieldInfo(alias="…")`` in an expression gives."""
    for part in ast.walk(node) if node is not None else ():
        if isinstance(part, ast.Call):
            for keyword in part.keywords:
                match keyword:
                    case ast.keyword(
                        arg="alias", value=ast.Constant(value=str() as name)
                    ):
                        return name
                    case _:
                        pass
    return None


def _is_required_call(value: ast.expr) -> bool:
    """Whether a value is a call for a field without a default."""
    return isinstance(value, ast.Call) and all(
        k.arg != "default" for k in value.keywords
    )


def _is(annotation: ast.expr, name: str) -> bool:
    match annotation:
        case ast.Subscript(value=ast.Name(id=found)):
            return found == name
        case _:
            return False
