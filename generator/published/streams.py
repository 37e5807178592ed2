"""How a client treats the events of a stream."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .model import EventRule
from .modules import Modules


def read_event_rules(modules: Modules) -> tuple[EventRule, ...]:
    """The rules of the client's loop over events, in their order; empty without one."""
    module = modules.module("_streaming")
    stream = module.defined.get("Stream") if module is not None else None
    for part in ast.walk(stream) if stream is not None else ():
        if isinstance(part, ast.FunctionDef) and part.name == "__stream__":
            for loop in ast.walk(part):
                if isinstance(loop, ast.For) and isinstance(loop.target, ast.Name):
                    return tuple(_rules(loop.body))
    return ()


def _rules(body: list[ast.stmt]) -> Iterator[EventRule]:
    """A rule for each condition on the event, and one for what comes after them."""
    rest: list[ast.stmt] = []
    for statement in body:
        rule = _rule(statement) if isinstance(statement, ast.If) else None
        if rule is None:
            rest.append(statement)
        elif rule.handle:
            yield rule
    if _has(rest, ast.Yield):
        yield EventRule("yield", None, "", _error_property(rest))


def _rule(statement: ast.If) -> EventRule | None:
    """The rule of one condition; None if it is about something else. One that only skips events
    handles them with nothing."""
    types: tuple[str | None, ...] | None = None
    start = ""
    for part in ast.walk(statement.test):
        match part:
            case ast.Call(
                func=ast.Attribute(attr="startswith", value=ast.Attribute(attr="data")),
                args=[ast.Constant(value=str() as start)],
            ):
                pass
            case ast.Compare(
                left=ast.Attribute(attr="event"),
                comparators=[ast.Constant(value=(str() | None) as type_)],
            ):
                types = (*(types or ()), type_)
            case ast.Compare(
                left=ast.Attribute(attr="event"),
                comparators=[
                    ast.Tuple(elts=elements)
                    | ast.List(elts=elements)
                    | ast.Set(elts=elements)
                ],
            ):
                values = (e.value for e in elements if isinstance(e, ast.Constant))
                types = tuple(v for v in values if isinstance(v, str | None))
            case _:
                pass
    if types is None and not start:
        return None
    handle = "error" if _raises(statement.body) else ""
    handle = "yield" if _has(statement.body, ast.Yield) else handle
    handle = "done" if _has(statement.body, ast.Break) else handle
    property = _error_property(statement.body) if handle == "yield" else None
    return EventRule(handle, types, start, property)


def _has(body: list[ast.stmt], kind: type[ast.AST]) -> bool:
    return any(isinstance(part, kind) for s in body for part in ast.walk(s))


def _raises(body: list[ast.stmt]) -> bool:
    return _has(body, ast.Raise)


def _error_property(body: list[ast.stmt]) -> str | None:
    """The property of an event that is asked for before an error is raised."""
    if not _raises(body):
        return None
    for statement in body:
        for part in ast.walk(statement):
            match part:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="data"), attr="get"),
                    args=[ast.Constant(value=str() as name)],
                ):
                    return name
                case _:
                    pass
    return None
