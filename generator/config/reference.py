"""The table as a page of Markdown: every key of the format by section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from .flow import flow
from .table import (
    EXTENSIONS,
    SECTIONS,
    TOP,
    Anything,
    Choice,
    Either,
    Fields,
    Flag,
    Ignored,
    Key,
    Kind,
    ListOf,
    MapOf,
    Number,
    Section,
    Text,
    Used,
)

_INTRODUCTION = """\
# Every key of the configuration

Made from the table in `generator/config/table` (`make reference`); [configuration.md](configuration.md) explains the
details. A key is **used**, or **ignored** for the reason given. `<name>` is a name of your choice, `[]` for an
item of a list.
"""


def reference_page() -> str:
    """The page: one table a section."""
    parts = [_INTRODUCTION, *(_section(section) for section in SECTIONS.values())]
    return "\n".join(parts)


def _section(section: Section) -> str:
    return "\n".join(_lines(section))


def _lines(section: Section) -> Iterator[str]:
    if section is TOP:
        yield "## Top level"
    elif section is EXTENSIONS:
        yield "## Keywords in the description"
    else:
        yield f"## `{section.path}`"
    yield from ("", section.about, "")
    yield "| key | value | default | meaning | effect |"
    yield "| --- | --- | --- | --- | --- |"
    for key in section.keys:
        yield f"| {' | '.join(_cell(text) for text in _row(key))} |"
    if section.others is not None:
        value = _kind(section.others.value)
        yield f"| `<{section.others.key}>` | {_cell(value)} | | | used |"
    yield ""


def _row(key: Key) -> tuple[str, str, str, str, str]:
    return (
        f"`{key.name}`" + (" (required)" if key.required else ""),
        _kind(key.kind),
        "" if key.default is None else f"`{flow(key.default)}`",
        f"{key.meaning} Example: `{flow(key.example)}`",
        _effect(key),
    )


def _effect(key: Key) -> str:
    match key.effect:
        case Used():
            return "used"
        case Ignored(why):
            return f"ignored: {why}"
        case _:
            assert_never(key.effect)


def _kind(kind: Kind) -> str:
    match kind:
        case Anything():
            return "any value"
        case Text(shape):
            return shape.noun if shape else "text"
        case Choice(values):
            return ", ".join(f"`{value}`" for value in values)
        case Flag():
            return "`true`, `false`"
        case Number(minimum, maximum, whole):
            return (
                f"{'whole number' if whole else 'number'} from {minimum} to {maximum}"
            )
        case ListOf(item):
            return f"list of {_kind(item)}"
        case MapOf(key, value):
            return f"map from {key} to {_kind(value)}"
        case Fields(section):
            return _link(SECTIONS[section])
        case Either(kinds):
            return " or ".join(_kind(one) for one in kinds)
        case _:
            assert_never(kind)


def _link(section: Section) -> str:
    """A link to a section, by the anchor that code hosts make from its heading."""
    anchor = "".join(
        c for c in section.path.lower().replace(" ", "-") if c.isalnum() or c in "-_"
    )
    return f"[{section.name.replace('_', ' ')}](#{anchor})"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
