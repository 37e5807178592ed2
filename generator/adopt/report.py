"""What was adopted, as text for a maintainer and as values for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ..diagnostics import printable
from .carrying import Carrying
from .counterparts import Counterpart, Fit, Located
from .custom import Custom

_MOST = 100
"""Characters of a message of a commit."""
_SHOWN = 3
"""So many of several names, or commits, are shown."""


class Adopted(Struct, frozen=True):
    """The result of an adoption: the custom code, what becomes of the owner's files, and the places of
    the hunks; None if unknown."""

    custom: Custom
    files: Carrying
    places: Sequence[Located] | None


def render_adopted(adopted: Adopted, *, verbose: bool, dry_run: bool) -> str:
    """The result as text."""
    lines = [*_hunks(adopted, verbose=verbose), *_files(adopted, verbose, dry_run)]
    return "\n".join(printable(line) for line in lines) + "\n"


def _hunks(adopted: Adopted, *, verbose: bool) -> Iterator[str]:
    """The edits in generated files, by file: where they are, where they belong, and who made them."""
    by_path: dict[str, list[Located]] = {}
    for place in adopted.places or ():
        by_path.setdefault(place.path, []).append(place)
    for path, places in by_path.items():
        is_alone = all(place.counterpart is None for place in places)
        yield path + (": nothing in the new client has its place" if is_alone else "")
        for place in places:
            yield f"  {_lines(place)}"
            if not is_alone:
                yield f"      -> {_target(place)}"
            yield from _authors(place, verbose=verbose)
            if verbose:
                yield from _text(place)
        yield ""


def _lines(place: Located) -> str:
    added = sum(len(hunk.lines) for hunk in place.hunks)
    removed = sum(hunk.removed or 0 for hunk in place.hunks)
    lines = ", ".join(str(hunk.line) for hunk in place.hunks[:_SHOWN])
    more = " and more" if len(place.hunks) > _SHOWN else ""
    sizes = ([f"+{added}"] if added else []) + ([f"-{removed}"] if removed else [])
    name = f" {place.name}" if place.name else ""
    where = "whole file:" if place.hunks[0].is_file else f"line {lines}{more}:"
    return f"{where}{name} {' '.join(sizes)}"


def _target(place: Located) -> str:
    found = place.counterpart
    if found is None:
        return "nothing in the new client has its place"
    where = f"{found.file}:{found.line}" if found.line else found.file
    target = f"{where} {found.name}".rstrip()
    member = place.name.rpartition(".")[2]
    match found.fit:
        case Fit.SAME:
            return target
        case Fit.INHERITED:
            return f"{target}, which inherits '{member}'"
        case Fit.LACKING:
            return f"{target}, which has no '{member}'"


def _authors(place: Located, *, verbose: bool) -> Iterator[str]:
    commits = place.commits
    for commit in commits if verbose else commits[:1]:
        subject = commit.subject
        cut = subject if len(subject) <= _MOST else f"{subject[:_MOST]}…"
        more = f" (and {len(commits) - 1} more)" * (len(commits) > 1 and not verbose)
        yield f"      {commit.author}, {commit.date}: {cut}{more}"


def _text(place: Located) -> Iterator[str]:
    for hunk in place.hunks:
        for number, line in enumerate(hunk.lines, hunk.line):
            yield f"      {number:>5} {line}"


def _files(adopted: Adopted, verbose: bool, dry_run: bool) -> Iterator[str]:
    custom = adopted.custom
    if adopted.files.carried:
        verb = "would be carried over" if dry_run else "carried over"
        yield from _listed(
            f"{_files_of(adopted.files.carried)} {verb}", adopted.files.carried, True
        )
    if adopted.files.same:
        yield from _listed(
            f"{_files_of(adopted.files.same)} already there",
            adopted.files.same,
            verbose,
        )
    if custom.left_over:
        yield from _listed(
            f"{_files_of(custom.left_over)} that the generator wrote once and no longer, "
            "for you to keep where custom code uses them",
            custom.left_over,
            True,
        )
    if custom.removed:
        yield from _listed(
            f"{_files_of(custom.removed)} of the generator that you deleted",
            custom.removed,
            True,
        )
    yield f"{custom.generated} files are the former generator's and stay behind"
    if adopted.places is None:
        yield "edits in generated files: unknown"
        return
    hunks = custom.hunks or ()
    files = len({hunk.path for hunk in hunks})
    by_account = sum(hunk.by_account for hunk in hunks)
    text = f"edits in generated files: {len(hunks)} in {files} file{'s' * (files != 1)}"
    if by_account:
        text += f", {by_account} of them committed by the generator's account"
    yield f"{text}; according to {custom.basis}"


def _files_of(paths: Sequence[str] | Mapping[str, str]) -> str:
    return f"{len(paths)} file{'' if len(paths) == 1 else 's'}"


def _listed(
    title: str, paths: Sequence[str] | Mapping[str, str], is_full: bool
) -> Iterator[str]:
    """A title with the paths below it; of a mapping also the new ones, where they differ."""
    yield title + (":" if is_full else "")
    if not is_full:
        return
    for path in paths:
        target = paths[path] if isinstance(paths, Mapping) else path
        yield f"  {path}" + (f" -> {target}" if target != path else "")


def as_values(adopted: Adopted) -> dict[str, object]:
    """The result as JSON has it."""
    custom = adopted.custom
    return {
        "basis": custom.basis or None,
        "generated": custom.generated,
        "carried": _pairs(adopted.files.carried),
        "same": _pairs(adopted.files.same),
        "not_carried": [
            {"path": path, "reason": reason}
            for path, reason in adopted.files.refused.items()
        ],
        "left_over": custom.left_over,
        "removed": custom.removed,
        "edits": (
            None
            if adopted.places is None
            else [_as_value(place) for place in adopted.places]
        ),
    }


def _pairs(paths: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"path": path, "to": target} for path, target in paths.items()]


def _as_value(place: Located) -> dict[str, object]:
    return {
        "path": place.path,
        "name": place.name or None,
        "hunks": [
            {"line": h.line, "lines": list(h.lines), "removed": h.removed}
            for h in place.hunks
        ],
        "commits": [
            {
                "hash": c.hash,
                "date": c.date,
                "author": c.author,
                "subject": c.subject,
                "by_generator": c.by_generator,
            }
            for c in place.commits
        ],
        "counterpart": _counterpart(place.counterpart),
    }


def _counterpart(found: Counterpart | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "file": found.file,
        "line": found.line or None,
        "name": found.name or None,
        "fit": found.fit.value,
    }
