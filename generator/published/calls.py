"""The request that a method's body makes: where it goes, and how the response is used."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from .annotations import read_shape
from .model import Call
from .modules import Module, Modules
from .shapes import Applied, Named, Null, Shape, members
from .types import read_fields

_VERBS = "get post put patch delete head options".split()
_CALLS = {call: verb for verb in _VERBS for call in (verb, f"_{verb}")}
_LISTS = frozenset(("_get_api_list", "get_api_list"))


def read_call(node: ast.FunctionDef, module: Module, modules: Modules) -> Call | None:
    """The request of a method; None if its body sends none of its own."""
    found = next(_calls(node), None)
    if found is None:
        return None
    call, verb = found
    options = {k.arg: k.value for k in call.keywords if k.arg is not None}
    if verb is None:
        verb = _text(options.get("method")) or "get"
    path = _path(call.args[0]) if call.args else None
    if path is None:
        return None
    names = {a.arg for a in (*node.args.args, *node.args.kwonlyargs)}
    event, switch = _stream(options, module, modules)
    return Call(
        verb=verb,
        path=path,
        body=_whole_body(options, names),
        params=next(_params(call, module, modules), None),
        page=_generic(options.get("page"), module, modules),
        event=event,
        switch=switch,
        unwrapped=_unwrapped(node, module, modules),
        timeout=_timeout(node),
    )


def _calls(node: ast.FunctionDef) -> Iterator[tuple[ast.Call, str | None]]:
    """The calls of the client's own methods that send; the verb is None where an option names it."""
    for part in ast.walk(node):
        match part:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr=name)):
                if any(k.arg in ("cast_to", "page") for k in part.keywords):
                    if name in _LISTS:
                        yield part, None
                    elif name in _CALLS:
                        yield part, _CALLS[name]
            case _:
                pass


def _path(node: ast.expr) -> str | None:
    """The path of a call, with variables in braces."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.Call(args=[ast.Constant(value=str() as text), *_]):
            return text
        case ast.JoinedStr(values=values):
            return "".join(map(_piece, values))
        case _:
            return None


def _piece(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.FormattedValue(value=ast.Name(id=name)):
            return f"{{{name}}}"
        case _:
            return "{}"


def _whole_body(options: Mapping[str, ast.expr], names: set[str]) -> str | None:
    """The parameter that is sent as it is."""
    node = options.get("body") or options.get("content")
    while isinstance(node, ast.Call | ast.Await):
        inner = (
            node.value if isinstance(node, ast.Await) else next(iter(node.args), None)
        )
        if inner is None:
            return None
        node = inner
    name = node.id if isinstance(node, ast.Name) else None
    return name if name in names else None


def _params(call: ast.Call, module: Module, modules: Modules) -> Iterator[Named]:
    """The types of arguments that the call turns into JSON or a query."""
    for part in ast.walk(call):
        match part:
            case ast.Call(func=ast.Name(id="maybe_transform"), args=[_, type_]):
                shape = read_shape(type_, module, modules)
                yield from (s for s in members(shape) if isinstance(s, Named))
                if isinstance(type_, ast.IfExp):
                    for choice in (type_.body, type_.orelse):
                        named = read_shape(choice, module, modules)
                        if isinstance(named, Named):
                            yield named
            case _:
                pass


def _generic(node: ast.expr | None, module: Module, modules: Modules) -> Named | None:
    shape = read_shape(node, module, modules) if node is not None else Null()
    return shape.generic if isinstance(shape, Applied) else None


def _stream(
    options: Mapping[str, ast.expr], module: Module, modules: Modules
) -> tuple[Shape | None, str | None]:
    """The shape of an event, and the parameter that asks for a stream."""
    shape = read_shape(options.get("stream_cls"), module, modules)
    if not isinstance(shape, Applied):
        return None, None
    match options.get("stream"):
        case ast.BoolOp(values=[ast.Name(id=name), *_]) | ast.Name(id=name):
            return shape.arguments[0], name
        case _:
            return shape.arguments[0], None


def _unwrapped(node: ast.FunctionDef, module: Module, modules: Modules) -> str | None:
    """The wire name of the property that is returned in place of the body."""
    for part in ast.walk(node):
        match part:
            case ast.keyword(
                arg="post_parser", value=ast.Attribute(value=wrapper, attr="_unwrapper")
            ):
                generic = _generic(wrapper, module, modules)
                return _first_field(generic, modules) if generic else None
            case _:
                pass
    return None


def _first_field(generic: Named, modules: Modules) -> str | None:
    module = modules.module(generic.module)
    found = module.defined.get(generic.name) if module else None
    if module is None or not isinstance(found, ast.ClassDef):
        return None
    return next((f.wire_name for f in read_fields(found, module, modules)), None)


def _timeout(node: ast.FunctionDef) -> float | None:
    """The seconds that a method waits unless its caller says otherwise."""
    for part in ast.walk(node):
        match part:
            case ast.Assign(
                targets=[ast.Name(id="timeout")],
                value=ast.Constant(value=int() | float() as seconds),
            ) if (
                0 < seconds < 1e9
            ):
                return float(seconds)
            case _:
                pass
    return None


def _text(node: ast.expr | None) -> str | None:
    return (
        node.value
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        else None
    )
