"""Where the options of a client travel: in headers, in the query, or as HTTP credentials."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from .model import Carrier


def read_carriers(functions: Mapping[str, ast.FunctionDef]) -> dict[str, Carrier]:
    """How each option is sent, by its name, as far as the properties of the client tell."""
    found: dict[str, Carrier] = {}
    for function in functions.values():
        if _is_property(function):
            for option, carrier in _carriers(function):
                found.setdefault(option, carrier)
    return found


def _is_property(function: ast.FunctionDef) -> bool:
    names = (d.id for d in function.decorator_list if isinstance(d, ast.Name))
    return "property" in names


def _carriers(function: ast.FunctionDef) -> Iterator[tuple[str, Carrier]]:
    location = "query" if function.name == "default_query" else "header"
    is_credential = function.name not in ("default_query", "default_headers")
    local = {
        part.targets[0].id: part.value
        for part in ast.walk(function)
        if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name)
    }
    for part in ast.walk(function):
        if isinstance(part, ast.Dict):
            for key, value in zip(part.keys, part.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    for option, carrier in _sent(key.value, value, local, location):
                        yield option, replace(carrier, is_credential=is_credential)


def _sent(
    name: str, value: ast.expr, local: Mapping[str, ast.expr], location: str
) -> Iterator[tuple[str, Carrier]]:
    """The options in the value of a header or a query parameter."""
    options = list(dict.fromkeys(_options(value, local)))
    prefix = _prefix(value, local)
    if location == "header" and name.lower() == "authorization":
        if prefix == "basic":
            for option, role in zip(options, ("username", "password"), strict=False):
                yield option, Carrier(
                    location="basic", name=name, is_credential=True, role=role
                )
            return
        if prefix == "bearer":
            location = "bearer"
    for option in options[:1]:
        yield option, Carrier(location=location, name=name, is_credential=True)


def _options(node: ast.expr, local: Mapping[str, ast.expr]) -> Iterator[str]:
    """The attributes of the client in an expression, also behind a variable."""
    waiting: list[ast.AST] = [node]
    seen: set[str] = set()
    while waiting:
        part = waiting.pop(0)
        match part:
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                if not name.startswith("_"):
                    yield name
            case ast.Name(id=name) if name in local and name not in seen:
                seen.add(name)
                waiting.append(local[name])
            case _:
                waiting += ast.iter_child_nodes(part)


def _prefix(node: ast.expr, local: Mapping[str, ast.expr]) -> str:
    """The first word of the text that an expression builds, in lower case."""
    seen: set[str] = set()
    while True:
        match node:
            case ast.Name(id=name) if name in local and name not in seen:
                seen.add(name)
                node = local[name]
            case ast.IfExp(body=body):
                node = body
            case ast.JoinedStr(values=[ast.Constant(value=str() as text), *_]):
                return text.strip().lower()
            case _:
                return ""
