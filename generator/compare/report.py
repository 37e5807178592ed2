"""A comparison as a table for people, and as values for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnostics import Place, printable
from .changes import BY_PARENT, Change, Group
from .weights import weigh

_KIND_WIDTH = 26
_LONGEST = 100
_SHOWN = 4
"""So many of several names or places are shown."""


def render_changes(groups: Sequence[Group], *, verbose: bool = False) -> str:
    """The groups as a table: what differs, where, from what to what, the places and the line of the
    configuration. Compatible ones are counted, and shown if ``verbose``."""
    differing = [group for group in groups if not group.first.compatible]
    kept = [group for group in groups if group.first.compatible]
    lines = [line for group in differing for line in _rows(group, verbose=verbose)]
    if kept and verbose:
        lines += [
            "",
            "kept: programs that were written for the old side run with these",
        ]
        lines += [line for group in kept for line in _rows(group, verbose=verbose)]
    if lines:
        lines.append("")
    lines.append(_summary(differing, kept, verbose=verbose))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _summary(
    differing: Sequence[Group], kept: Sequence[Group], *, verbose: bool
) -> str:
    count = len(differing)
    text = "no differences for programs"
    if count:
        places = sum(len(group.changes) for group in differing)
        text = f"{count} difference{'s' if count > 1 else ''}"
        text += f" in {places} places" if places > count else ""
    if kept:
        number = sum(len(group.changes) for group in kept)
        text += f"; {number} compatible change{'s' if number > 1 else ''}"
        text += "" if verbose else " (--verbose lists them)"
    return text


def _rows(group: Group, *, verbose: bool) -> Iterator[str]:
    first = group.first
    indent = " " * _KIND_WIDTH
    most = len(group.changes) if verbose else _SHOWN
    yield f"{first.kind.value:<{_KIND_WIDTH}}{_shown(names(group, most))}"
    values = _values(first)
    if values:
        yield f"{indent}{values}"
    weighed = weigh(first)
    yield f"{indent}{weighed.weight.word}: {weighed.reason}"
    if first.note:
        yield f"{indent}{_shown(first.note)}"
    for change in group.changes if verbose else group.changes[:1]:
        places = _places(change)
        if places:
            yield f"{indent}at {places}"
    lines = dict.fromkeys(c.settles for c in group.changes if c.settles)
    for line in list(lines)[:most]:
        yield f"{indent}settled by {_shown(line)}"
    if len(lines) > most:
        yield f"{indent}and {len(lines) - most} more lines"


def names(group: Group, most: int) -> str:
    """The names of what differs; of the contents of one package, its name first."""
    found = [change.name for change in group.changes]
    if len(found) == 1:
        return found[0]
    start = ""
    if group.first.kind in BY_PARENT:
        parent = found[0].rpartition(".")[0]
        start = f"{parent}: " if parent else ""
        found = [name.rpartition(".")[2] for name in found]
    rest = f" and {len(found) - most} more" if len(found) > most else ""
    return f"{start}{', '.join(found[:most])}{rest}"


def _values(change: Change) -> str:
    """What it was and what it is, without the parts that both have."""
    old, new = contrast(change.old, change.new)
    old, new = _cut(_shown(old)), _cut(_shown(new))
    if old and new:
        return f"{old} -> {new}"
    return old or new


def _places(change: Change) -> str:
    old, new = change.old_place, change.new_place
    if old is None or new is None:
        return _shown(_place(old or new))
    if old.file == new.file and new.line:
        return _shown(f"{_place(old)} -> {new.line}")
    return _shown(f"{_place(old)} -> {_place(new)}")


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    return f"{place.file}:{place.line}" if place.line else place.file


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _shown(text: str) -> str:
    return printable(text)


def contrast(old: str, new: str) -> tuple[str, str]:
    """Two types without the alternatives that both have, if these are many."""
    for separator, start, end in ((", ", "Literal[", "]"), (" | ", "", "")):
        if not (old.startswith(start) and new.startswith(start)):
            continue
        mine = _split(old.removeprefix(start).removesuffix(end), separator)
        theirs = _split(new.removeprefix(start).removesuffix(end), separator)
        common = set(mine) & set(theirs)
        if len(common) > 2:
            before, after = (
                separator.join(["…", *(p for p in parts if p not in common)])
                for parts in (mine, theirs)
            )
            return f"{start}{before}{end}", f"{start}{after}{end}"
    return old, new


def _split(text: str, separator: str) -> list[str]:
    """The parts of a text between separators that are not in brackets."""
    parts, depth, start = [], 0, 0
    for position, character in enumerate(text):
        depth += (character in "[(") - (character in "])")
        if depth == 0 and text.startswith(separator, position):
            parts.append(text[start:position])
            start = position + len(separator)
    return [*parts, text[start:]]


def as_values(groups: Sequence[Group]) -> list[dict[str, object]]:
    """The groups as JSON has them: what they have in common, and each change."""
    return [_group_value(group) for group in groups]


def _group_value(group: Group) -> dict[str, object]:
    first, weighed = group.first, weigh(group.first)
    return {
        "kind": first.kind.name.lower(),
        "weight": weighed.weight.word,
        "reason": weighed.reason,
        "compatible": first.compatible,
        "old": first.old,
        "new": first.new,
        "changes": [_as_value(change) for change in group.changes],
    }


def _as_value(change: Change) -> dict[str, object]:
    return {
        "name": change.name,
        "owner": change.owner,
        "subject": change.subject,
        "old": change.old,
        "new": change.new,
        "note": change.note,
        "old_place": _location(change.old_place),
        "new_place": _location(change.new_place),
        "settled_by": change.settles or None,
    }


def _location(place: Place | None) -> dict[str, object] | None:
    if place is None:
        return None
    return {"file": place.file, "line": place.line or None}
