"""A comparison as Markdown, for the comment of a pull request.

What comes from a package or a description is in code spans only: it can be no markup, no link and no
mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ..diagnostics import printable
from .changes import Group
from .report import contrast, names
from .weights import Weight, weigh

_MOST_OPEN = 20
"""A table of more rows is folded."""
_MOST_NAMES = 8
_LONGEST = 200
_MOST_CHARACTERS = 60_000
"""So long are all rows together: GitHub refuses a comment of more than 65,536 characters."""
_TICKS = re.compile("`+")


def render_markdown(groups: Sequence[Group], verdict: str) -> str:
    """The verdict as a heading, and a table of the changes for each weight, the heaviest first."""
    lines = [f"## {verdict}"]
    room = _MOST_CHARACTERS
    for weight in sorted(Weight, reverse=True):
        found = [group for group in groups if weigh(group.first).weight is weight]
        rows = list(map(markdown_row, found))
        ends = accumulate(len(row) + 1 for row in rows)
        shown = rows[: sum(end <= room for end in ends)]
        room -= sum(len(row) + 1 for row in shown)
        if found:
            lines += ["", *_part(weight, shown, len(rows))]
    if not groups:
        lines += ["", "No differences for programs."]
    return "\n".join(lines) + "\n"


def _part(weight: Weight, rows: Sequence[str], count: int) -> Iterator[str]:
    """The rows of a table with its title, and how many there are without room."""
    title = f"{weight.word.capitalize()}: {count}"
    is_folded = len(rows) > _MOST_OPEN
    yield f"<details><summary>{title}</summary>" if is_folded else f"### {title}"
    if rows:
        yield ""
        yield "| change | where | what | why |"
        yield "| --- | --- | --- | --- |"
        yield from rows
    if count > len(rows):
        yield ""
        yield f"{count - len(rows)} more are not shown here; `clientwright diff` lists them."
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
