"""Small programs that use one thing of a client each: a method, an argument, a value, a field.

Written from the surface of a client, for type checkers and to be run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.ir import Direction, Literals, Scalar, ScalarKind
from generator.surface import (
    Argument,
    Location,
    Method,
    Model,
    ModelResult,
    NoResult,
    Sdk,
)
from generator.surface.types import (
    Alias,
    ListOf,
    MapOf,
    Named,
    Nullable,
    TupleOf,
    TypeExpression,
    UnionOf,
)

_DEPTH = 4
_BYTES = (ScalarKind.FILE, ScalarKind.CONTENT, ScalarKind.BINARY)
_WORDS = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
}
_VALUES: dict[ScalarKind, object] = {
    ScalarKind.INTEGER: 1,
    ScalarKind.NUMBER: 1.5,
    ScalarKind.BOOLEAN: True,
    ScalarKind.NULL: None,
    ScalarKind.DATE_TIME: "2026-01-31T00:00:00Z",
    ScalarKind.DATE: "2026-01-31",
}


@dataclass(frozen=True, slots=True)
class Program:
    """A program: what it uses, as the names of it, and its lines. ``runs`` says that it is run, and
    not only checked: what it uses is there at run time as well."""

    uses: tuple[str, ...]
    lines: tuple[str, ...]
    runs: bool

    def __str__(self) -> str:
        return " ".join(self.uses)


def programs_of(sdk: Sdk) -> tuple[Program, ...]:
    """A program for everything that programs can use of a client."""
    found = [p for method in sdk.every_method() for p in _calls(sdk, method)]
    return (*found, *_reads(sdk))


def _calls(sdk: Sdk, method: Method) -> Iterator[Program]:
    """Calls of a method: with what it needs, with each further argument, with each value of an enum."""
    if method.variants or method.either or method.scope or method.deciding:
        return  # several signatures: what a call needs depends on what it has
    needed = {a.name: _value(sdk, a.type, 0) for a in method.arguments if a.required}
    yield _call(sdk, method, needed, ())
    for argument in method.arguments:
        for value in _values(sdk, argument):
            given = {**needed, argument.name: value}
            uses = (
                argument.name,
                argument.wire_name,
                *([str(value)] * isinstance(value, str)),
            )
            if given != needed:
                yield _call(sdk, method, given, uses)


def _call(
    sdk: Sdk, method: Method, given: dict[str, object], uses: tuple[str, ...]
) -> Program:
    values = [
        repr(given[a.name])
        for a in method.arguments
        if a.positional and a.name in given and a.location is Location.PATH
    ]
    places = {
        a.name for a in method.arguments if a.positional and a.location is Location.PATH
    }
    values += [f"{n}={v!r}" for n, v in given.items() if n not in places]
    call = f"client.{method.dotted}({', '.join(values)})"
    lines = [
        f"from PACKAGE import {sdk.client}",
        f"def use(client: {sdk.client}) -> object:",
        f"    return {call}",
    ]
    result = method.result
    if isinstance(result, NoResult):
        lines[1:] = [f"def use(client: {sdk.client}) -> None:", f"    {call}"]
    if isinstance(result, ModelResult) and isinstance(result.type, Named):
        named = result.type.name
        lines[1:2] = [
            f"from {'.'.join(('PACKAGE', *named.module))} import {named.name} as Result",
            f"def use(client: {sdk.client}) -> Result:",
        ]
    return Program((method.dotted, method.name, *uses), tuple(lines), runs=True)


def _values(sdk: Sdk, argument: Argument) -> list[object]:
    """The values of an argument that programs pass: each of an enum, else one."""
    ref = argument.type.inner if isinstance(argument.type, Nullable) else argument.type
    if isinstance(ref, Named):
        found = sdk.definitions[ref.name]
        ref = found.type if isinstance(found, Alias) else ref
    if isinstance(ref, Literals):
        return list(ref.values)
    return [_value(sdk, argument.type, 0)]


def _value(sdk: Sdk, ref: TypeExpression, depth: int) -> object:
    """A value of a type that is sent."""
    match ref:
        case Scalar(kind):
            return b"x" if kind in _BYTES else _VALUES.get(kind, "x")
        case Literals(values):
            return values[0]
        case ListOf(item):
            return [] if depth > _DEPTH else [_value(sdk, item, depth + 1)]
        case TupleOf(items):
            return tuple(_value(sdk, item, depth + 1) for item in items)
        case MapOf():
            return {}
        case Nullable(inner):
            return _value(sdk, inner, depth)
        case UnionOf(members):
            return _value(sdk, members[0], depth)
        case Named(name):
            found = sdk.definitions[name]
            if isinstance(found, Alias):
                return _value(sdk, found.type, depth + 1)
            return {
                f.name: _value(sdk, f.type, depth + 1)
                for f in found.fields
                if f.required or depth < 1
            }
        case _:
            return "x"


def _reads(sdk: Sdk) -> Iterator[Program]:
    """Imports of the types that resources list, and reads of each field of what responses hold."""
    for model in sdk.definitions.values():
        if model.resource is not None:
            name = model.name
            home = ".".join(("PACKAGE", *name.module))
            imported = f"from {home} import {name.name} as Read"
            lines = (imported, "def use(_: object) -> object:", "    return Read")
            yield Program((name.name,), lines, runs=True)
        if not isinstance(model, Model) or model.direction is Direction.SENT:
            continue
        if model.name.module[0] == "pagination":
            continue  # its classes are those of the two modes
        home = ".".join(("PACKAGE", *model.name.module))
        for field in model.fields:
            hint = _hint(field.type)
            if not field.required and "None" not in hint and hint != "object":
                hint = f"{hint} | None"
            lines = (
                f"from {home} import {model.name.name} as Read",
                f"def use(value: Read) -> {hint}:",
                f"    return value.{field.name}",
            )
            yield Program(
                (model.name.name, field.name, field.wire_name), lines, runs=False
            )


def _hint(ref: TypeExpression) -> str:
    """What a program expects of a field: no narrower than what arrives."""
    match ref:
        case Scalar(kind):
            return _WORDS.get(kind, "object")
        case Literals(values):
            kinds = {type(value).__name__ for value in values}
            return " | ".join(sorted(kinds))
        case Nullable(inner):
            hint = _hint(inner)
            return hint if hint == "object" else f"{hint} | None"
        case _:
            return "object"


def renamed(program: Program, package: str) -> Program:
    """A program for a package of another name."""
    lines = tuple(line.replace("PACKAGE", package, 1) for line in program.lines)
    return replace(program, lines=lines)
