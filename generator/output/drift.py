"""A plan as text: what differs, a short diff, and the command that fixes it.

Part of the output phase; knows the plan only and touches nothing.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ..diagnostics import printable
from .paths import MANIFEST_NAME, PRISTINE_NAME
from .plan import Change, Kind, Plan

_HEADINGS = {
    Kind.ADD: ("would be added", "+"),
    Kind.CHANGE: ("would change", "~"),
    Kind.DELETE: ("would be deleted", "-"),
    Kind.MERGED: ("with custom code would be merged", "~"),
    Kind.UNRESOLVED: ("with custom code in conflict with what is generated", "!"),
    Kind.EDITED: ("edited by hand", "!"),
    Kind.UNKNOWN: ("in the way, not generated", "!"),
}
_FOLLOWING = (MANIFEST_NAME, PRISTINE_NAME)
_MOST_LISTED = 20
_MOST_PER_FILE = 40
_MOST_COMPARED = 20_000
"""Lines; longer diffs take seconds and are not read."""
_WIDEST = 200


def summary(plan: Plan) -> str:
    """What applying the plan does, in a line: ``wrote 3 files, deleted 1, 94 unchanged``."""
    written = sum(change.new is not None for change in plan.changes)
    deleted = len(plan.changes) - written
    parts = [f"wrote {_files(written)}"] if written else []
    if deleted:
        parts.append(f"deleted {deleted if parts else _files(deleted)}")
    if plan.unchanged or not parts:
        unchanged = plan.unchanged if parts else _files(plan.unchanged)
        parts.append(f"{unchanged} unchanged")
    if plan.custom:
        parts.append(f"{len(plan.custom)} with custom code")
    if plan.deleted:
        parts.append(f"{len(plan.deleted)} deleted by hand")
    return ", ".join(parts)


def render_drift(plan: Plan, *, command: str, max_lines: int = 120) -> str:
    """The drift between the disk and what would be generated; empty if they are equal.

    ``command`` generates; ``max_lines`` bounds the diffs together. Files that differ are diffed
    from the disk to the generated text. The last line says how to fix it.
    """
    if not plan.changes:
        return ""
    changes = _worth_showing(plan.changes)
    blocks = [_list(kind, changes) for kind in Kind]
    blocks.append("\n".join(_diffs(changes, max_lines)))
    blocks.append(_remedy(plan, command))
    return "\n\n".join(block for block in blocks if block)


def _worth_showing(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes without those of manifest and archive, which follow from the others; unless they
    are alone."""
    others = tuple(change for change in changes if change.path not in _FOLLOWING)
    return others or changes


def _list(kind: Kind, changes: tuple[Change, ...]) -> str:
    paths = [change.path for change in changes if change.kind is kind]
    if not paths:
        return ""
    words, mark = _HEADINGS[kind]
    shown = [f"  {mark} {excerpt(path)}" for path in paths[:_MOST_LISTED]]
    more = len(paths) - len(shown)
    rest = [f"  … and {more} more"] if more else []
    return "\n".join([f"{_files(len(paths))} {words}:", *shown, *rest])


def _diffs(changes: tuple[Change, ...], budget: int) -> Iterator[str]:
    """The lines of all diffs; each is cut where it gets long, and all where the budget ends."""
    both = [c for c in changes if c.old is not None and c.new is not None]
    for count, change in enumerate(both):
        if budget <= 0:
            yield f"… {_files(len(both) - count)} more with a diff"
            return
        lines = list(_diff(change))
        limit = min(budget, _MOST_PER_FILE)
        yield from lines[:limit]
        if len(lines) > limit:
            yield f"… {len(lines) - limit} more lines in {excerpt(change.path)}"
        budget -= len(lines[:limit])


def _diff(change: Change) -> Iterator[str]:
    old, new = change.old or b"", change.new or b""
    path = excerpt(change.path)
    if b"\0" in old or b"\0" in new:
        yield f"{path}: binary, {len(old)} bytes on disk, {len(new)} generated"
        return
    before, after = _lines(old), _lines(new)
    if len(before) + len(after) > _MOST_COMPARED:
        yield f"{path}: {len(before)} lines on disk, {len(after)} generated"
        return
    names = f"{path} (on disk)", f"{path} (generated)"
    yield from difflib.unified_diff(before, after, *names, n=2, lineterm="")


def _lines(data: bytes) -> list[str]:
    """Lines without their ends, made printable; a missing final newline is shown as git does."""
    *lines, last = data.decode("utf-8", "backslashreplace").split("\n")
    shown = [excerpt(line) for line in lines]
    return [*shown, excerpt(last), r"\ no newline at the end"] if last else shown


def excerpt(text: str) -> str:
    """Text, cut at 200 characters, in which none moves the cursor, reorders the line or ends it."""
    cut = text if len(text) <= _WIDEST else f"{text[:_WIDEST]}…"
    return printable(cut, also="\t")


def _remedy(plan: Plan, command: str) -> str:
    if plan.conflicts:
        what = "overwrite manual edits, or move them to a lib folder first"
        return f"run '{command} --force' to {what}"
    if plan.of(Kind.UNRESOLVED):
        return f"run '{command}', which writes the conflicts into the files to resolve them there"
    return f"run '{command}' to bring the output up to date"


def _files(count: int) -> str:
    return f"{count} file" if count == 1 else f"{count} files"
