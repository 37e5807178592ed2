"""The contract of each template: what it reads exists in the view that its first line names.

A traversal of Jinja's syntax tree with the type hints of the views, without rendering anything. A
template may print, loop, branch and call a macro; it may not compute, sort or set.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes
from markupsafe import Markup
from msgspec import Struct, field

from .environment import environment

FILTERS = frozenset(("indent", "join", "length", "trim"))
_HEADER = re.compile(r"\{# (.+?) #\}")
_PARAMETER = re.compile(r"(\w+): ((?:[^,\[]|\[[^\]]*\])+)")


class Breach(Exception):
    """A template does what its contract does not allow; the message says what and where."""


def header(source: str, *packages: ModuleType) -> dict[str, Any]:
    """The names that a template's first line declares, with their types, which ``packages`` hold.

    Raises:
        Breach: there is no such line, or it names an unknown type.
    """
    match = _HEADER.match(source)
    if match is None:
        raise Breach("line 1: no {# name: Type #}")
    parameters = _PARAMETER.findall(match[1])
    return {name: _type(text.strip(), packages) for name, text in parameters}


def check_template(name: str, *packages: ModuleType) -> None:
    """Check one template; the macros that it calls are known by their own headers.

    Raises:
        Breach: the first thing found that the contract does not allow.
    """
    source = _source(name)
    declared = header(source, *packages)
    tree = environment().parse(source)
    scope = {} if tree.find(nodes.Macro) else declared
    checker = _Checker(declared, packages)
    checker.own(tree)
    checker.body(tree.body, scope)


def _source(template: str) -> str:
    jinja = environment()
    assert jinja.loader is not None
    return jinja.loader.get_source(jinja, template)[0]


@cache
def _view_types(packages: tuple[ModuleType, ...]) -> dict[str, type]:
    modules = [
        importlib.import_module(f"{package.__name__}.{m.name}")
        for package in packages
        for m in pkgutil.iter_modules(package.__path__)
    ]
    return {
        n: t
        for m in modules
        for n, t in vars(m).items()
        if isinstance(t, type) and issubclass(t, Struct)
    }


def _type(text: str, packages: tuple[ModuleType, ...]) -> Any:
    known = {"str": str, "bool": bool, "tuple": tuple, "Markup": Markup}
    try:
        return eval(text, {"__builtins__": {}}, known | _view_types(packages))
    except NameError as error:
        raise Breach(f"line 1: {error}") from None


class _Checker(Struct):
    """Follows a template; ``declared`` types the parameters of its macros."""

    declared: dict[str, Any]
    packages: tuple[ModuleType, ...]
    macros: dict[str, list[Any]] = field(default_factory=dict)

    def own(self, tree: nodes.Template) -> None:
        """Know the template's own macros, which may call each other, and themselves."""
        for macro in tree.find_all(nodes.Macro):
            self.macros[macro.name] = [self._parameter(a) for a in macro.args]

    def body(self, body: list[nodes.Node], scope: dict[str, Any]) -> None:
        for node in body:
            self.statement(node, scope)

    def statement(self, node: nodes.Node, scope: dict[str, Any]) -> None:
        match node:
            case nodes.Output(nodes=parts):
                for part in parts:
                    if not isinstance(part, nodes.TemplateData):
                        self._printable(part, self.type_of(part, scope))
            case nodes.If(test=test, body=body, elif_=elifs, else_=otherwise):
                self.body(body, scope | self._present(test, self.type_of(test, scope)))
                self.body([*elifs, *otherwise], scope)
            case nodes.For(target=target, iter=iterated, body=body):
                item = self._item(iterated, self.type_of(iterated, scope))
                loop = {"loop": _Loop}
                self.body(body, scope | loop | dict(self._bind(target, item)))
            case nodes.FromImport(template=nodes.Const(value=template), names=names):
                self._import(template, names)
            case nodes.Macro(args=args, body=body):
                self.body(body, {a.name: self._parameter(a) for a in args})
            case _:
                raise _breach(
                    node, f"{type(node).__name__} is not allowed in templates"
                )

    def type_of(self, node: nodes.Node, scope: dict[str, Any]) -> Any:
        match node:
            case nodes.Name(name=name):
                if name not in scope:
                    raise _breach(node, f"'{name}' is not declared")
                return scope[name]
            case nodes.Getattr() if _path(node) in scope:
                return scope[_path(node)]
            case nodes.Getattr(node=owner, attr=attribute):
                return self._attribute(node, self.type_of(owner, scope), attribute)
            case nodes.Getitem(node=owner, arg=nodes.Const(value=int())):
                return self._item(node, self.type_of(owner, scope))
            case nodes.Const(value=value):
                return type(value)
            case nodes.Filter(node=inner, name=name, args=args) if inner is not None:
                return self._filter(node, name, self.type_of(inner, scope), args)
            case nodes.Call(node=nodes.Name(name=macro), args=args):
                return self._call(node, macro, [self.type_of(a, scope) for a in args])
            case (
                nodes.Not()
                | nodes.And()
                | nodes.Or()
                | nodes.Compare()
                | nodes.Concat()
            ):
                for child in node.iter_child_nodes():
                    if not isinstance(child, nodes.Operand):
                        self.type_of(child, scope)
                    else:
                        self.type_of(child.expr, scope)
                return str if isinstance(node, nodes.Concat) else bool
        raise _breach(node, f"{type(node).__name__} is not allowed in templates")

    def _present(self, test: nodes.Node, kind: Any) -> dict[str, Any]:
        """What a test for an optional value says of it: that it is there."""
        if get_origin(kind) not in (Union, UnionType):
            return {}
        members = [member for member in get_args(kind) if member is not NoneType]
        return {_path(test): members[0]} if len(members) == 1 else {}

    def _printable(self, node: nodes.Node, kind: Any) -> None:
        if kind not in (str, Markup):
            raise _breach(node, f"prints a {kind}, not a string")

    def _attribute(self, node: nodes.Node, owner: Any, attribute: str) -> Any:
        hints = get_type_hints(owner) if isinstance(owner, type) else {}
        if attribute not in hints:
            raise _breach(
                node, f"{getattr(owner, '__name__', owner)} has no '{attribute}'"
            )
        return hints[attribute]

    def _item(self, node: nodes.Node, kind: Any) -> Any:
        if get_origin(kind) is not tuple:
            raise _breach(node, f"{kind} has no items")
        return get_args(kind)[0]

    def _bind(self, target: nodes.Node, item: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(target, nodes.Tuple):
            for name, kind in zip(target.items, get_args(item), strict=True):
                yield from self._bind(name, kind)
        elif isinstance(target, nodes.Name):
            yield target.name, item

    def _filter(self, node: nodes.Node, name: str, kind: Any, args: list[Any]) -> Any:
        if name not in FILTERS or not all(isinstance(arg, nodes.Const) for arg in args):
            raise _breach(node, f"the filter '{name}' is not allowed in templates")
        if name == "join" and self._item(node, kind) is not str:
            raise _breach(node, f"joins {kind}, not strings")
        return int if name == "length" else str

    def _import(self, template: str, names: list[Any]) -> None:
        source = _source(template)
        declared = header(source, *self.packages)
        known = {m.name: m for m in environment().parse(source).find_all(nodes.Macro)}
        for name in names:
            parameters = known[name].args
            self.macros[name] = [declared.get(p.name, str) for p in parameters]

    def _parameter(self, node: nodes.Name) -> Any:
        if node.name not in self.declared:
            raise _breach(
                node, f"the parameter '{node.name}' is not declared in line 1"
            )
        return self.declared[node.name]

    def _call(self, node: nodes.Node, macro: str, given: list[Any]) -> Any:
        if macro not in self.macros:
            raise _breach(node, f"'{macro}' is not an imported macro")
        wanted = self.macros[macro]
        if given != wanted[: len(given)]:
            raise _breach(node, f"{macro} takes {wanted}, not {given}")
        return str


def _path(node: nodes.Node) -> str:
    """A name with its attributes, as it is written; empty for anything else."""
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=owner, attr=attribute) if _path(owner):
            return f"{_path(owner)}.{attribute}"
    return ""


class _Loop:
    """What is known of Jinja's ``loop``."""

    first: bool
    last: bool


def _breach(node: nodes.Node, words: str) -> Breach:
    return Breach(f"line {node.lineno}: {words}")
