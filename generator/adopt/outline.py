"""Which definition of a Python file a line belongs to."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator

from msgspec import Struct


class Definition(Struct, frozen=True):
    """A class, function or method with its dotted name and its lines, decorators included."""

    name: str
    first: int
    last: int


def outline(text: str) -> list[Definition]:
    """The definitions of a file, an inner one after the one that holds it; none if it is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(_within(ast.parse(text).body, ""))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []


def name_at(definitions: list[Definition], line: int) -> str:
    """The innermost definition that has a line; empty for the module itself."""
    found = [d.name for d in definitions if d.first <= line <= d.last]
    return found[-1] if found else ""


def line_of(definitions: list[Definition], name: str) -> int | None:
    """Where a definition begins; of several of one name the last, which is not an overload."""
    found = [d.first for d in definitions if d.name == name]
    return found[-1] if found else None


def _within(body: list[ast.stmt], prefix: str) -> Iterator[Definition]:
    for node in body:
        match node:
            case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                name = f"{prefix}{node.name}"
                lines = (d.lineno for d in node.decorator_list)
                first = min((node.lineno, *lines))
                yield Definition(name, first, node.end_lineno or node.lineno)
                if isinstance(node, ast.ClassDef):
                    yield from _within(node.body, f"{name}.")
            case ast.If():
                yield from _within([*node.body, *node.orelse], prefix)
            case _:
                pass
