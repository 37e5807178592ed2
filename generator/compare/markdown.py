"""A comparison as Markdown, for the comment of a pull request.

What comes from a package or a description is in code spans only: it can be no markup, no link and no
mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..diagnostics import printable
from .changes import Group
from .report import contrast, names
from .weights import Weight, weigh

_MOST_OPEN = 20
"""A table of more rows is folded."""
_MOST_NAMES = 8
_LONGEST = 200
_TICKS = re.compile("`+")


def render_markdown(groups: Sequence[Group], verdict: str) -> str:
    """The verdict as a heading, and a table of the changes for each weight, the heaviest first."""
    lines = [f"## {verdict}"]
    for weight in sorted(Weight, reverse=True):
        found = [group for group in groups if weigh(group.first).weight is weight]
        if found:
            lines += ["", *_part(weight, found)]
    if not groups:
        lines += ["", "No differences for programs."]
    return "\n".join(lines) + "\n"


def _part(weight: Weight, groups: Sequence[Group]) -> Iterator[str]:
    title = f"{weight.word.capitalize()}: {len(groups)}"
    is_folded = len(groups) > _MOST_OPEN
    if is_folded:
        yield f"<details><summary>{title}</summary>"
    else:
        yield f"### {title}"
    yield ""
    yield "| change | where | what | why |"
    yield "| --- | --- | --- | --- |"
    yield from map(markdown_row, groups)
    if is_folded:
        yield ""
        yield "</details>"


def markdown_row(group: Group) -> str:
    """The row of a table: the kind of change, where it is, from what to what, and the reason."""
    first = group.first
    old, new = contrast(first.old, first.new)
    what = " → ".join(code(text) for text in (old, new) if text)
    where = code(names(group, _MOST_NAMES))
    return f"| {first.kind.value} | {where} | {what} | {weigh(first).reason} |"


def code(text: str) -> str:
    """A text as a code span on one line, which can stand in a cell of a table."""
    shown = printable(text).replace("\n", " ").replace("\r", " ")
    if len(shown) > _LONGEST:
        shown = f"{shown[:_LONGEST]}…"
    shown = shown.replace("|", "\\|")
    fence = "`" * (1 + max(map(len, _TICKS.findall(shown)), default=0))
    space = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{space}{shown}{space}{fence}"
