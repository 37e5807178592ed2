"""The client class: its options, where credentials travel, servers and settings."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import TypeGuard

from .annotations import read_shape
from .auth import read_carriers
from .model import Client, Option
from .modules import Module, Modules
from .resources import read_methods
from .shapes import Null, Scalar, UnionOf, members

_COMMON = frozenset(
    "environment base_url timeout max_retries default_headers default_query http_client "
    "websocket_base_url _strict_response_validation".split()
)
"""Arguments that every client has."""
_OWN_METHODS = frozenset(("copy", "with_options", "close", "get_api_list", "request"))
_LARGEST = 2.0**53
"""Numbers beyond it are not the same in every reader of a configuration."""
_MADE_HEADERS = frozenset(("X-Stainless-Async",))


def client_class(module: Module) -> ast.ClassDef | None:
    """The class of the client without ``await``: the one that ``Client`` is another name of."""
    alias = module.defined.get("Client")
    match alias:
        case ast.Assign(value=ast.Name(id=name)) | ast.AnnAssign(
            value=ast.Name(id=name)
        ):
            found = module.defined.get(name)
        case _:
            found = alias
    return found if isinstance(found, ast.ClassDef) else None


def read_client(node: ast.ClassDef, module: Module, modules: Modules) -> Client:
    """What the client class and the module of constants say."""
    functions = {f.name: f for f in node.body if isinstance(f, ast.FunctionDef)}
    init = functions.get("__init__")
    variables = _variables(init) if init else {}
    options, own = _options(node, init, variables, functions, module, modules)
    arrays, nested = _query_formats(functions.get("qs"))
    constants = modules.module("_constants")
    return Client(
        name=node.name,
        options=options,
        own=own,
        environments=_environments(module, init),
        env_prefix=next(
            (
                text.removesuffix("_BASE_URL")
                for text in variables.values()
                if text.endswith("_BASE_URL")
            ),
            None,
        ),
        default_headers=_headers(functions.get("default_headers")),
        array_format=arrays,
        nested_format=nested,
        idempotency_header=_idempotency(init),
        timeout=_seconds(_value(constants, "DEFAULT_TIMEOUT")),
        max_retries=_whole(_value(constants, "DEFAULT_MAX_RETRIES")),
        initial_delay=_seconds(_value(constants, "INITIAL_RETRY_DELAY")),
        max_delay=_seconds(_value(constants, "MAX_RETRY_DELAY")),
        methods=tuple(
            m
            for m in read_methods(node, module, modules)
            if m.call is not None and m.name not in _OWN_METHODS
        ),
        place=module.place(node),
    )


def _options(
    node: ast.ClassDef,
    init: ast.FunctionDef | None,
    variables: Mapping[str, str],
    functions: Mapping[str, ast.FunctionDef],
    module: Module,
    modules: Modules,
) -> tuple[tuple[Option, ...], tuple[str, ...]]:
    """The options, which are attributes of the client too, and the other arguments of its own."""
    if init is None:
        return (), ()
    attributes = {
        s.target.id: s.annotation
        for s in node.body
        if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)
    }
    carriers = read_carriers(functions)
    options: list[Option] = []
    own: list[str] = []
    pairs = zip(init.args.kwonlyargs, init.args.kw_defaults, strict=True)
    for argument, default in pairs:
        name = argument.arg
        if name in _COMMON:
            continue
        if name not in attributes:
            own.append(name)
            continue
        shape = read_shape(attributes[name], module, modules)
        nullable = isinstance(shape, UnionOf) and Null() in shape.members
        kinds = [m.kind for m in members(shape) if isinstance(m, Scalar)]
        options.append(
            Option(
                name=name,
                kind=kinds[0] if len(kinds) == 1 else "str",
                nullable=nullable,
                env=variables.get(name),
                default=_default(default, name, init),
                carrier=carriers.get(name),
            )
        )
    return tuple(options), tuple(own)


def _variables(init: ast.FunctionDef) -> dict[str, str]:
    """The environment variable that each name of the constructor is read from."""
    found: dict[str, str] = {}
    for part in ast.walk(init):
        if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name):
            for call in ast.walk(part.value):
                match call:
                    case ast.Call(
                        func=ast.Attribute(
                            value=ast.Attribute(attr="environ"), attr="get"
                        ),
                        args=[ast.Constant(value=str() as text), *_],
                    ):
                        found.setdefault(part.targets[0].id, text)
                    case _:
                        pass
    return found


def _default(default: ast.expr | None, name: str, init: ast.FunctionDef) -> object:
    """The value of an option that is neither given nor in the environment."""
    if _is_plain(default):
        return default.value
    for part in ast.walk(init):
        match part:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if (
                target == name
            ):
                last = value.values[-1] if isinstance(value, ast.BoolOp) else value
                if isinstance(last, ast.Call):
                    last = last.args[-1] if len(last.args) > 1 else last
                if _is_plain(last):
                    return last.value
            case _:
                pass
    return None


def _is_plain(node: ast.expr | None) -> TypeGuard[ast.Constant]:
    """Whether an expression is a text, a flag or a number that JSON has too."""
    match node:
        case ast.Constant(value=str() | bool()):
            return True
        case ast.Constant(value=int() | float() as number):
            return -_LARGEST < number < _LARGEST
        case _:
            return False


def _environments(module: Module, init: ast.FunctionDef | None) -> dict[str, str]:
    """The servers by name; the only one is ``production``."""
    match module.defined.get("ENVIRONMENTS"):
        case ast.AnnAssign(value=ast.Dict() as table) | ast.Assign(
            value=ast.Dict() as table
        ):
            pairs = zip(table.keys, table.values, strict=True)
            texts = ((_text(key), _text(value)) for key, value in pairs)
            return {key: value for key, value in texts if key and value}
        case _:
            pass
    for part in ast.walk(init) if init is not None else ():
        match part:
            case ast.Assign(targets=[ast.Name(id="base_url")], value=value):
                url = _text(value)
                if url is not None:
                    return {"production": url}
            case _:
                pass
    return {}


def _headers(function: ast.FunctionDef | None) -> dict[str, str]:
    """The constant headers of each request."""
    found: dict[str, str] = {}
    for part in ast.walk(function) if function is not None else ():
        if isinstance(part, ast.Dict):
            for key, value in zip(part.keys, part.values, strict=True):
                name = _text(key)
                text = _text(value)
                if name and text is not None and name not in _MADE_HEADERS:
                    found[name] = text
    return found


def _query_formats(
    function: ast.FunctionDef | None,
) -> tuple[str | None, str | None]:
    for part in ast.walk(function) if function is not None else ():
        match part:
            case ast.Call(func=ast.Name(id="Querystring"), keywords=keywords):
                texts = {k.arg: _text(k.value) for k in keywords}
                return texts.get("array_format"), texts.get("nested_format")
            case _:
                pass
    return None, None


def _idempotency(init: ast.FunctionDef | None) -> str | None:
    for part in ast.walk(init) if init is not None else ():
        match part:
            case ast.Assign(
                targets=[ast.Attribute(attr="_idempotency_header")], value=value
            ):
                return _text(value)
            case _:
                pass
    return None


def _value(module: Module | None, name: str) -> ast.expr | None:
    match module.defined.get(name) if module is not None else None:
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            return value
        case _:
            return None


def _seconds(node: ast.expr | None) -> float | None:
    """A number of seconds, or the one that a call for a timeout is given."""
    match node:
        case ast.Constant(value=int() | float() as number) if 0 <= number < _LARGEST:
            return float(number)
        case ast.Call(args=args, keywords=keywords):
            given = [k.value for k in keywords if k.arg == "timeout"] or args[:1]
            return _seconds(given[0]) if given else None
        case _:
            return None


def _whole(node: ast.expr | None) -> int | None:
    number = _seconds(node)
    return int(number) if number is not None else None


def _text(node: ast.expr | None) -> str | None:
    """A constant text, also one that is written as an f-string without variables."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            texts = [_text(part) for part in parts]
            return "".join(t for t in texts if t) if None not in texts else None
        case _:
            return None
