"""Statements laid out as black would, since black takes a second for each 0.2 MB.

A shape that black has further rules for is not imitated: its statement is not ``final``, and the
file that it is in is formatted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..notation.literals import literal

_LINE_LENGTH = 88


@dataclass(frozen=True, slots=True)
class Statement:
    """The text of a statement, without its indentation; ``final`` if black leaves it as it is."""

    text: str
    final: bool


def plain(text: str, *, indent: int) -> Statement:
    """A statement on one line."""
    return Statement(text, _fits(text, indent))


def signature(start: str, parameters: str, end: str, *, indent: int) -> Statement:
    """The first line of a function, or three lines."""
    if _fits(whole := f"{start}{parameters}{end}", indent):
        return Statement(whole, final=True)
    final = _fits(start, indent) and _fits(parameters, indent + 4)
    return Statement(f"{start}\n    {parameters}\n{end}", final)


def is_instance(value: str, class_: str, *, indent: int) -> Statement:
    """An assertion about the class of a value."""
    inside = f"{value}, {class_}"
    if _fits(whole := f"assert isinstance({inside})", indent):
        return Statement(whole, final=True)
    if not _fits(inside, indent + 4):
        inside = f"{value},\n    {class_},"
    return Statement(f"assert isinstance(\n    {inside}\n)", inside.isascii())


def call(
    target: str, called: str, arguments: Mapping[str, object], *, indent: int
) -> Statement:
    """A call with arguments by keyword, assigned to ``target`` if that is not empty.

    Parentheses around a call help if they make room for its name.
    """
    given = [(f"{name}=", value) for name, value in arguments.items()]
    start = f"{target} = " if target else ""
    whole = f"{start}{called}(" if given else f"{start}{called}()"
    has_room = not given or _fits(f"{called}(", indent + 4)
    if not target or _fits(whole, indent) or not has_room:
        lines = _bracketed(f"{start}{called}(", given, ")", indent, together=True)
        text = "\n".join(lines)
    else:
        inner = _bracketed(f"{called}(", given, ")", indent + 4, together=True)
        text = "\n".join((f"{start}(", *(f"    {line}" for line in inner), ")"))
    return Statement(text, text.isascii())


def _bracketed(
    start: str,
    items: Sequence[tuple[str, object]],
    end: str,
    indent: int,
    *,
    together: bool,
) -> Iterator[str]:
    """The lines of what is in brackets: on one line, else with the items on a line of their own if
    they may be ``together``, else with each on its own."""
    inside = ", ".join(f"{before}{literal(value)}" for before, value in items)
    if not items or _fits(f"{start}{inside}{end}", indent):
        yield f"{start}{inside}{end}"
        return
    yield start
    if (together or len(items) == 1) and _fits(inside, indent + 4):
        yield f"    {inside}"
    else:
        comma = "," if len(items) > 1 else ""
        for before, value in items:
            for line in _value(before, value, comma, indent + 4):
                yield f"    {line}"
    yield end


def _value(before: str, value: object, after: str, indent: int) -> Iterator[str]:
    """The lines of a value between texts; a long value that has no parts is a long line."""
    if isinstance(value, Mapping) and value:
        items = [(f"{literal(key)}: ", item) for key, item in value.items()]
        brackets = "{}"
    elif isinstance(value, list) and value:
        items, brackets = [("", item) for item in value], "[]"
    else:
        yield f"{before}{literal(value)}{after}"
        return
    start, end = f"{before}{brackets[0]}", f"{brackets[1]}{after}"
    yield from _bracketed(start, items, end, indent, together=False)


def _fits(text: str, indent: int) -> bool:
    return text.isascii() and indent + len(text) <= _LINE_LENGTH
