"""The entry of a changelog that the differences between two clients give, in the sections of Keep a
Changelog 1.1.0."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum

from ..compare import Group, Kind, Weight, weigh
from ..compare.report import contrast
from ..diagnostics import printable

_MOST_NAMES = 20
_LONGEST = 100


class Section(Enum):
    """The sections of an entry, in their order."""

    ADDED = "Added"
    CHANGED = "Changed"
    DEPRECATED = "Deprecated"
    REMOVED = "Removed"
    FIXED = "Fixed"
    SECURITY = "Security"


_A, _C, _D, _R = Section.ADDED, Section.CHANGED, Section.DEPRECATED, Section.REMOVED
_VALUES = ": values"
"""The end of lines that show what was, and what is."""

PHRASES: Mapping[Kind, tuple[Section, str]] = {
    Kind.RESOURCE_REMOVED: (_R, "resource {names}"),
    Kind.RESOURCE_RENAMED: (_C, "resource {names} is named {new}"),
    Kind.RESOURCE_ADDED: (_A, "resource {names}"),
    Kind.METHOD_REMOVED: (_R, "method {names}"),
    Kind.METHOD_RENAMED: (_C, "method {names} is named {new}"),
    Kind.METHOD_ADDED: (_A, "method {names}"),
    Kind.ARGUMENT_REMOVED: (_R, "argument {names}"),
    Kind.ARGUMENT_RENAMED: (_C, "argument {names} is named {new}"),
    Kind.ARGUMENT_ADDED: (_A, "argument {names}"),
    Kind.ARGUMENT_TYPE: (_C, f"type of the argument {{names}}{_VALUES}"),
    Kind.ARGUMENT_REQUIRED: (_C, "argument {names} is required"),
    Kind.ARGUMENT_OPTIONAL: (_C, "argument {names} is optional"),
    Kind.ARGUMENT_KEYWORD: (_C, "argument {names} is passed by its name only"),
    Kind.ARGUMENT_POSITIONAL: (_C, "argument {names} can be passed by its position"),
    Kind.ARGUMENT_ORDER: (_C, f"order of the arguments of {{names}}{_VALUES}"),
    Kind.ARGUMENT_DEFAULT: (_C, f"default of the argument {{names}}{_VALUES}"),
    Kind.ARGUMENT_ENUM_NARROWED: (_R, f"values of the argument {{names}}{_VALUES}"),
    Kind.ARGUMENT_ENUM_WIDENED: (_A, f"values of the argument {{names}}{_VALUES}"),
    Kind.ARGUMENT_DEPRECATED: (_D, "argument {names}"),
    Kind.ARGUMENT_NOT_DEPRECATED: (_C, "argument {names} is no longer deprecated"),
    Kind.RESULT_TYPE: (_C, f"result of {{names}}{_VALUES}"),
    Kind.SIGNATURE: (_C, f"arguments of {{names}}{_VALUES}"),
    Kind.OVERLOADS: (_C, f"overloads of {{names}}{_VALUES}"),
    Kind.AWAIT: (_C, f"kind of the method {{names}}{_VALUES}"),
    Kind.PAGINATION: (_C, f"pages of {{names}}{_VALUES}"),
    Kind.RETRIES: (_C, f"retries of {{names}}{_VALUES}"),
    Kind.ROUTE: (_C, f"request of {{names}}{_VALUES}"),
    Kind.DEPRECATED: (_D, "{names}"),
    Kind.NOT_DEPRECATED: (_C, "{names} is no longer deprecated"),
    Kind.OPTION_DEFAULT: (_C, f"default of the option {{names}}{_VALUES}"),
    Kind.OPTION_VARIABLE: (
        _C,
        f"environment variable of the option {{names}}{_VALUES}",
    ),
    Kind.TYPE_REMOVED: (_R, "type {names}"),
    Kind.TYPE_RENAMED: (_C, "type {names} is named {new}"),
    Kind.TYPE_ADDED: (_A, "type {names}"),
    Kind.TYPE_KIND: (_C, f"kind of the type {{names}}{_VALUES}"),
    Kind.TYPE_MEANING: (_C, f"type {{names}}{_VALUES}"),
    Kind.BASE_REMOVED: (_C, f"base classes of {{names}}{_VALUES}"),
    Kind.FIELD_REMOVED: (_R, "field {names}"),
    Kind.FIELD_RENAMED: (_C, "field {names} is named {new}"),
    Kind.FIELD_ADDED: (_A, "field {names}"),
    Kind.FIELD_TYPE: (_C, f"type of the field {{names}}{_VALUES}"),
    Kind.FIELD_REQUIRED: (_C, "field {names} is required"),
    Kind.FIELD_OPTIONAL: (_C, "field {names} is optional"),
    Kind.FIELD_DEPRECATED: (_D, "field {names}"),
    Kind.FIELD_NOT_DEPRECATED: (_C, "field {names} is no longer deprecated"),
    Kind.ENUM_NARROWED: (_R, f"values of {{names}}{_VALUES}"),
    Kind.ENUM_WIDENED: (_A, f"values of {{names}}{_VALUES}"),
    Kind.MODULE_REMOVED: (_R, "module {names}"),
    Kind.IMPORT_REMOVED: (_R, "import of {names}"),
    Kind.OUTSIDE_TYPES: (_C, f"types of another package{_VALUES}"),
    Kind.INTERNALS: (_C, "documentation and code inside of the package"),
}
"""For each kind of change its section and its line, without the capital and the full stop."""


def entry(groups: Iterable[Group]) -> dict[Section, list[str]]:
    """The lines of each section that has some, those of breaking changes first and marked."""
    found: dict[Section, dict[str, None]] = {section: {} for section in Section}
    for group in groups:
        section, phrase = PHRASES[group.first.kind]
        is_breaking = weigh(group.first).weight is Weight.MAJOR
        if is_breaking and section is Section.ADDED:
            section = Section.CHANGED
            phrase = f"{phrase} is new and required"
        start = "**Breaking:** " if is_breaking else ""
        found[section][f"- {start}{_line(phrase, group, capital=not start)}."] = None
    return {
        section: sorted(lines, key=lambda line: not line.startswith("- **Breaking"))
        for section, lines in found.items()
        if lines
    }


def _line(phrase: str, group: Group, *, capital: bool) -> str:
    first = group.first
    names = list(dict.fromkeys(_code(change.name) for change in group.changes))
    rest = len(names) - _MOST_NAMES
    listed = ", ".join(names[:_MOST_NAMES]) + (f" and {rest} more" if rest > 0 else "")
    if len(names) > 1:
        phrase = _plural(phrase)
    old, new = (_code(text) if text else "" for text in contrast(first.old, first.new))
    if first.kind in (Kind.METHOD_RENAMED, Kind.RESOURCE_RENAMED):
        new = _code(f"client.{first.new}")
    text = phrase.removesuffix(_VALUES).format(names=listed, new=new)
    if phrase.endswith(_VALUES):
        text += f": {' → '.join(filter(None, (old, new)))}" if old or new else ""
    return text[0].upper() + text[1:] if capital else text


def _plural(phrase: str) -> str:
    """The line about several names: 'method {names} is named' becomes 'methods {names} are named'."""
    phrase = re.sub(r"\b(?!of\b)(\w+) \{names\}", r"\1s {names}", phrase)
    return phrase.replace("{names} is ", "{names} are ")


def _code(text: str) -> str:
    """A code span of Markdown for any text, on one line."""
    shown = printable(" ".join(text.split()))
    shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    longest = max(map(len, re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    edge = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{edge}{shown}{edge}{fence}"
