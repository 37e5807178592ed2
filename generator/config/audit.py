"""Compares a configuration with the table: every key and every value, once, before it is read.

Findings: keys that the format does not have (C001), missing ones (the section says the code), values
of the wrong type (C017) and values that are not allowed (C004). Where a key has no effect, what is below it cannot break anything, so wrong values
there are warnings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from ..source import Reader
from ..source.suggest import closest
from .flow import flow
from .table import (
    SECTIONS,
    Anything,
    Choice,
    Either,
    Fields,
    Flag,
    Key,
    Kind,
    ListOf,
    MapOf,
    Number,
    Section,
    Text,
    Used,
)

LONGEST_SHOWN = 100
JSON_TYPES: Mapping[type, str] = {
    dict: "a mapping",
    list: "a list",
    str: "a string",
    bool: "a boolean",
    int: "a number",
    float: "a number",
    type(None): "null",
}


def audit(reader: Reader, kind: Kind, *, has_effect: bool = True) -> None:
    """Report everything that is wrong with a value of a kind, and with what is in it."""
    found = narrowed(kind, reader.value)
    if found is None:
        _report_type(reader, kind, has_effect=has_effect)
        return
    match found:
        case Fields(section):
            _audit_keys(reader, SECTIONS[section], has_effect=has_effect)
        case MapOf(_, value):
            for _, child in reader.entries():
                audit(child, value, has_effect=has_effect)
        case ListOf(item):
            for child in reader.items():
                audit(child, item, has_effect=has_effect)
        case _:
            _audit_value(reader, found, has_effect=has_effect)


def narrowed(kind: Kind, value: object) -> Kind | None:
    """The kind that a value of its JSON type can have; None if it has the wrong type."""
    if isinstance(kind, Either):
        found = (narrowed(one, value) for one in kind.kinds)
        return next((one for one in found if one is not None), None)
    return kind if type(value) in _types(kind) else None


def allowed(kind: Kind, value: object) -> bool:
    """Whether a value, which has the right JSON type, is one of those that are allowed."""
    match kind:
        case Choice(values):
            return value in values
        case Text(shape):
            return shape is None or shape.fits(str(value))
        case Number():
            return isinstance(value, (int, float)) and kind.fits(value)
        case _:
            return True


def _types(kind: Kind) -> tuple[type, ...]:
    match kind:
        case Text() | Choice():
            return (str,)
        case Flag():
            return (bool,)
        case Number():
            return int, float
        case Anything():
            return tuple(JSON_TYPES)
        case ListOf():
            return (list,)
        case MapOf() | Fields():
            return dict, type(None)  # null is how YAML writes an empty mapping
        case Either(kinds):
            return tuple(type_ for one in kinds for type_ in _types(one))
        case _:
            assert_never(kind)


def _audit_keys(reader: Reader, section: Section, *, has_effect: bool) -> None:
    for name, child in reader.entries():
        key = section.find(name)
        if key is not None:
            _audit_key(child, key, has_effect=has_effect)
        elif section.others is not None:
            audit(child, section.others.value, has_effect=has_effect)
        else:
            close = closest(name, [key.name for key in section.keys])
            child.warning(
                "C001",
                f"unknown key '{name}'",
                help=(
                    f"did you mean '{close}'?"
                    if close
                    else "remove it, or check the spelling"
                ),
            )
    for key in section.keys:
        if key.required and (
            not reader.has(key.name) or reader.value[key.name] is None
        ):
            _report(
                reader,
                section.missing,
                f"'{key.name}' is missing",
                f"add {key.name}: {flow(key.example)}",
                has_effect=has_effect,
            )


def _audit_key(child: Reader, key: Key, *, has_effect: bool) -> None:
    if child.value is None or _is_default(child.value, key.default):
        return  # the same as if it were absent
    audit(child, key.kind, has_effect=has_effect and isinstance(key.effect, Used))


def _is_default(value: object, default: object) -> bool:
    return default is not None and flow(value) == flow(default)


def _audit_value(reader: Reader, kind: Kind, *, has_effect: bool) -> None:
    if allowed(kind, reader.value):
        return
    match kind:
        case Choice(values):
            message = f"unknown {reader.name} '{_shortened(reader.value)}'"
            close = closest(reader.value, values)
            help = f"write one of {', '.join(values)}"
            help = f"did you mean '{close}'?" if close else help
        case Text(shape) if shape is not None:
            message = f"'{_shortened(reader.value)}' is not {shape.noun}"
            help = shape.remedy
        case Number(minimum, maximum):
            noun = f"{describe(kind)} from {minimum} to {maximum}"
            message = f"'{reader.name}' must be {noun}, not {reader.value}"
            help = f"write {noun}"
        case _:
            raise AssertionError(kind)
    _report(reader, "C004", message, help, has_effect=has_effect)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _report_type(reader: Reader, kind: Kind, *, has_effect: bool) -> None:
    wanted, found = describe(kind), JSON_TYPES[type(reader.value)]
    _report(
        reader,
        "C017",
        f"'{reader.name}' must be {wanted}, not {found}",
        f"write {wanted}",
        has_effect=has_effect,
    )


def _report(
    reader: Reader, code: str, message: str, help: str, *, has_effect: bool
) -> None:
    report = reader.error if has_effect else reader.warning
    report(code, message, help=help)


def describe(kind: Kind) -> str:
    """A kind in words: ``a string or a list``."""
    match kind:
        case Text() | Choice():
            return "a string"
        case Flag():
            return "true or false"
        case Number(whole=whole):
            return "a whole number" if whole else "a number"
        case Anything():
            return "a value"
        case ListOf():
            return "a list"
        case MapOf() | Fields():
            return "a mapping"
        case Either(kinds):
            words = list(dict.fromkeys(describe(one) for one in kinds))
            return " or ".join(words)
        case _:
            assert_never(kind)
