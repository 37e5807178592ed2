"""Reads what a module defines: classes with their members, functions, aliases and constants."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from ..published import Module, Modules, Named, statements
from .annotations import Annotation, read_annotation, read_hint
from .hints import Applied, Hint, Outside, either
from .model import (
    Alias,
    Argument,
    Class,
    Constant,
    Definition,
    Field,
    Function,
    Member,
    Signature,
)

PROTOCOLS = frozenset(
    "__aenter__ __aexit__ __aiter__ __anext__ __call__ __contains__ __enter__ __exit__ __getitem__ "
    "__iter__ __len__ __next__".split()
)
"""Methods that statements and operators call."""
_PROPERTIES = frozenset(("property", "cached_property"))

_Def = ast.FunctionDef | ast.AsyncFunctionDef


def read_definition(
    name: str, node: ast.stmt, module: Module, modules: Modules
) -> Definition | None:
    """The meaning of what a module defines; None for a statement of another kind."""
    place = module.place(node)
    match node:
        case ast.ClassDef():
            return read_class(node, module, modules)
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            named = [s for s in module.tree.body if getattr(s, "name", None) == name]
            every = [s for s in named if isinstance(s, _Def)]
            return _function(every or [node], module, modules, is_method=False)
        case ast.Assign(
            value=ast.Call(
                func=ast.Name(id="TypedDict"), args=[_, ast.Dict() as keys]
            ) as value
        ):
            members = dict(_keys(keys, _is_total(value), module, modules))
            return Class(bases=(), members=members, is_dictionary=True, place=place)
        case ast.Assign(value=value) if _is_type(value):
            return Alias(hint=read_hint(value, module, modules), place=place)
        case ast.AnnAssign(annotation=annotation, value=value):
            stated = read_hint(annotation, module, modules)
            if value is not None and _is_language(stated, "TypeAlias"):
                return Alias(hint=read_hint(value, module, modules), place=place)
            return Constant(hint=stated, place=place)
        case ast.Assign():
            return Constant(hint=None, place=place)
        case _:
            return None


def read_class(node: ast.ClassDef, module: Module, modules: Modules) -> Class:
    """A class with what its own body declares."""
    is_dictionary = _is_dictionary(node, module, modules, depth=16)
    return Class(
        bases=tuple(read_hint(base, module, modules) for base in node.bases),
        members=Members(node, module, modules, is_dictionary=is_dictionary),
        is_dictionary=is_dictionary,
        place=module.place(node),
    )


class Members(Mapping[str, Member]):
    """What the body of a class declares, by name; each is read when it is asked for."""

    def __init__(
        self,
        node: ast.ClassDef,
        module: Module,
        modules: Modules,
        *,
        is_dictionary: bool,
    ) -> None:
        self._module = module
        self._modules = modules
        self._is_dictionary = is_dictionary
        self._is_total = _is_total(node)
        self._nodes = _by_name(node)
        self._read: dict[str, Member] = {}

    def __getitem__(self, name: str) -> Member:
        if name not in self._read:
            self._read[name] = self._member(self._nodes[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)

    def is_method(self, name: str) -> bool:
        """Whether a member is called, told without reading it."""
        last = self._nodes[name][-1]
        if not isinstance(last, _Def):
            return isinstance(last, ast.Assign) and isinstance(self[name], Function)
        return not _is_property(last)

    def _member(self, nodes: list[ast.stmt]) -> Member:
        functions = [node for node in nodes if isinstance(node, _Def)]
        if functions:
            return _method(functions, self._module, self._modules)
        match nodes[0]:
            case ast.AnnAssign() as node:
                return self._field(node)
            case ast.Assign(value=ast.Name(id=name)) if self._is_function(name):
                return self[name]
            case node:
                place = self._module.place(node)
                return Field(hint=Outside("", "Any"), required=False, place=place)

    def _is_function(self, name: str) -> bool:
        return isinstance(self._nodes.get(name, [None])[-1], _Def)

    def _field(self, node: ast.AnnAssign) -> Field:
        found = read_annotation(node.annotation, self._module, self._modules)
        required = node.value is None or _is_required_call(node.value)
        if self._is_dictionary:
            required = self._is_total if found.required is None else found.required
        return Field(
            hint=found.hint,
            required=required and not found.is_class_variable,
            place=self._module.place(node),
        )


def _by_name(node: ast.ClassDef) -> dict[str, list[ast.stmt]]:
    """The statements of a class that declare each of its names."""
    found: dict[str, list[ast.stmt]] = {}
    for statement in statements(node.body):
        match statement:
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.AnnAssign(target=ast.Name(id=name))
                | ast.Assign(targets=[ast.Name(id=name)])
            ) if _is_public(name):
                found.setdefault(name, []).append(statement)
            case _:
                pass
    return found


def _is_property(node: _Def) -> bool:
    decorators = {_decorator(d) for d in node.decorator_list}
    return bool(decorators & {*_PROPERTIES, "setter"})


def _is_public(name: str) -> bool:
    return not name.startswith("_") or name == "__init__" or name in PROTOCOLS


def _method(definitions: list[_Def], module: Module, modules: Modules) -> Member:
    last = definitions[-1]
    decorators = {_decorator(d) for d in last.decorator_list}
    if decorators & _PROPERTIES:
        hint = read_hint(last.returns, module, modules)
        return Field(hint=hint, required=True, place=module.place(last))
    if "setter" in decorators and len(definitions) > 1:
        return _method(definitions[:-1], module, modules)
    is_method = "staticmethod" not in decorators
    return _function(definitions, module, modules, is_method=is_method)


def _function(
    definitions: list[_Def], module: Module, modules: Modules, *, is_method: bool
) -> Function:
    last = definitions[-1]
    overloaded = [
        d for d in definitions if "overload" in map(_decorator, d.decorator_list)
    ]
    overloads = tuple(
        _signature(d, module, modules, is_method=is_method) for d in overloaded
    )
    return Function(
        signature=(
            _merged(overloads)
            if overloads
            else _signature(last, module, modules, is_method=is_method)
        ),
        overloads=overloads,
        is_async=isinstance(last, ast.AsyncFunctionDef),
        is_deprecated="deprecated" in map(_decorator, last.decorator_list),
        place=module.place(definitions[0] if overloads else last),
    )


def _signature(
    node: _Def, module: Module, modules: Modules, *, is_method: bool
) -> Signature:
    given = [*node.args.posonlyargs, *node.args.args]
    defaults: list[ast.expr | None] = [None] * (len(given) - len(node.args.defaults))
    pairs = list(zip(given, [*defaults, *node.args.defaults], strict=True))
    if is_method:
        pairs = pairs[1:]
    keywords = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
    arguments = (
        *(_argument(a, d, module, modules, positional=True) for a, d in pairs),
        *(_argument(a, d, module, modules, positional=False) for a, d in keywords),
    )
    return Signature(
        arguments=arguments,
        result=read_hint(node.returns, module, modules),
        any_positional=node.args.vararg is not None,
        any_keyword=node.args.kwarg is not None,
    )


def _argument(
    node: ast.arg,
    default: ast.expr | None,
    module: Module,
    modules: Modules,
    *,
    positional: bool,
) -> Argument:
    written = None
    if isinstance(default, ast.Constant) and default.value not in (None, ...):
        written = repr(default.value)
    return Argument(
        name=node.arg,
        hint=read_hint(node.annotation, module, modules),
        positional=positional,
        required=default is None,
        default=written,
    )


def _merged(overloads: tuple[Signature, ...]) -> Signature:
    """What a call of any of several overloads takes and returns."""
    names = list(dict.fromkeys(a.name for o in overloads for a in o.arguments))
    arguments: list[Argument] = []
    for name in names:
        found = [a for o in overloads for a in o.arguments if a.name == name]
        everywhere = len(found) == len(overloads)
        arguments.append(
            Argument(
                name=name,
                hint=either(tuple(a.hint for a in found)),
                positional=all(a.positional for a in found),
                required=everywhere and all(a.required for a in found),
                default=next((a.default for a in found if a.default), None),
            )
        )
    return Signature(
        arguments=tuple(arguments),
        result=either(tuple(o.result for o in overloads)),
        any_positional=any(o.any_positional for o in overloads),
        any_keyword=any(o.any_keyword for o in overloads),
    )


def _is_required_call(value: ast.expr) -> bool:
    """Whether a value is a call for a field without a default."""
    return isinstance(value, ast.Call) and not any(
        k.arg in ("default", "default_factory") for k in value.keywords
    )


def _keys(
    keys: ast.Dict, is_total: bool, module: Module, modules: Modules
) -> Iterator[tuple[str, Member]]:
    """The keys of a typed dictionary that a call makes."""
    for key, value in zip(keys.keys, keys.values, strict=True):
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            found: Annotation = read_annotation(value, module, modules)
            required = is_total if found.required is None else found.required
            place = module.place(key)
            yield key.value, Field(hint=found.hint, required=required, place=place)


def _is_total(node: ast.ClassDef | ast.expr) -> bool:
    keywords = node.keywords if isinstance(node, ast.ClassDef | ast.Call) else []
    return not any(
        k.arg == "total" and isinstance(k.value, ast.Constant) and not k.value.value
        for k in keywords
    )


def _is_dictionary(
    node: ast.ClassDef, module: Module, modules: Modules, *, depth: int
) -> bool:
    for base in node.bases if depth else ():
        hint = read_hint(base, module, modules)
        hint = hint.generic if isinstance(hint, Applied) else hint
        if _is_language(hint, "TypedDict"):
            return True
        if isinstance(hint, Named):
            owner = modules.module(hint.module)
            found = owner.defined.get(hint.name) if owner else None
            if (
                owner
                and isinstance(found, ast.ClassDef)
                and _is_dictionary(found, owner, modules, depth=depth - 1)
            ):
                return True
    return False


def _is_language(hint: Hint, name: str) -> bool:
    return hint == Outside("", name)


def _is_type(node: ast.expr) -> bool:
    """Whether an assigned value names a type."""
    match node:
        case ast.Name() | ast.Attribute() | ast.Subscript():
            return True
        case ast.BinOp(op=ast.BitOr()):
            return True
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name == "TypeAliasType"
        case _:
            return False


def _decorator(node: ast.expr) -> str:
    match node:
        case ast.Call(func=inner):
            return _decorator(inner)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
