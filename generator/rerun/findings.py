"""Findings as a manifest has them: their files under the names that they have on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..diagnostics import CONTEXT, TITLES, Diagnostic, Place, Report, Severity
from ..inputs import INFERRED

_INCOMPLETE = "S039"
_COUNTED = "more findings"
_INFERRED = "inferred"
"""The name in records of the configuration that is in no file."""
_LAST_LINE = 1_000_000
"""No inferred configuration is longer."""


def dump_findings(
    report: Report, names: Mapping[str, str]
) -> tuple[dict[str, Any], ...] | None:
    """The warnings of a report as JSON; ``names`` are those of the files, by what findings call them.

    Those about an inferred configuration have its lines around them with them. None if one is an
    error, is about something else than a file, or says that a check was cut off, which it need not
    be another time.
    """
    findings = report.in_order()
    names = {INFERRED: _INFERRED, **names}
    if not all(_is_repeatable(finding, names) for finding in findings):
        return None
    inferred = report.sources.get(INFERRED, "").split("\n")
    dumped = [_dump(finding, names, inferred) for finding in findings]
    # What files are called depends on the working folder, and so does the order of a report.
    return tuple(sorted(dumped, key=lambda finding: finding["at"][:3]))


def load_findings(
    findings: Iterable[Mapping[str, Any]], files: Mapping[str, str], report: Report
) -> None:
    """Report findings again; ``files`` is what they call the files, by the names in records.

    Raises:
        ValueError, TypeError, KeyError: they cannot be ours.
    """
    files = {_INFERRED: INFERRED, **files}
    lines: dict[int, str] = {}
    for finding in findings:
        if finding["code"] not in TITLES:
            raise ValueError("the code of a finding is not known")
        help = finding.get("help")
        report.warning(
            finding["code"],
            _place(finding["at"], files),
            _text(finding["message"]),
            help=None if help is None else _text(help),
            related=tuple(
                (_text(words), _place(at, files))
                for words, at in finding.get("related", ())
            ),
        )
        lines |= {_number(n): _text(line) for n, line in finding.get("lines", ())}
    if lines:
        if max(lines) > _LAST_LINE:
            raise ValueError("no inferred configuration is so long")
        text = "\n".join(lines.get(n, "") for n in range(1, max(lines) + 1))
        report.sources[INFERRED] = text


def _is_repeatable(finding: Diagnostic, names: Mapping[str, str]) -> bool:
    is_cut_off = finding.code == _INCOMPLETE and not finding.message.endswith(_COUNTED)
    return (
        finding.severity is Severity.WARNING
        and not is_cut_off
        and all(place.file in names for place in places_of(finding))
    )


def places_of(finding: Diagnostic) -> list[Place]:
    """All places that a finding names."""
    return [finding.place, *(place for _, place in finding.related)]


def _dump(
    finding: Diagnostic, names: Mapping[str, str], inferred: list[str]
) -> dict[str, Any]:
    dumped: dict[str, Any] = {
        "code": finding.code,
        "message": finding.message,
        "at": _at(finding.place, names),
    }
    if finding.help is not None:
        dumped["help"] = finding.help
    if finding.related:
        dumped["related"] = [[w, _at(place, names)] for w, place in finding.related]
    if lines := [[n, inferred[n - 1]] for n in _shown_lines(finding, len(inferred))]:
        dumped["lines"] = lines
    return dumped


def _shown_lines(finding: Diagnostic, count: int) -> Iterator[int]:
    """The numbers of the lines of an inferred configuration, which has ``count``, that are shown with
    a finding."""
    found: set[int] = set()
    for place in places_of(finding):
        if place.file == INFERRED and place.line:
            found.update(range(place.line - CONTEXT, place.line + CONTEXT + 1))
    return (n for n in sorted(found) if 0 < n <= count)


def _at(place: Place, names: Mapping[str, str]) -> list[str | int]:
    return [names[place.file], place.line, place.column, place.pointer]


def _place(at: list[Any], files: Mapping[str, str]) -> Place:
    name, line, column, pointer = at
    return Place(files[name], _number(line), _number(column), _text(pointer))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text is expected")
    return value


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("the number of a line or a column is expected")
    return value
