"""Findings as a manifest has them: their files under the names that they have on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..diagnostics import Diagnostic, Place, Report, Severity

_INCOMPLETE = "S039"
_COUNTED = "more findings"


def dump_findings(
    report: Report, names: Mapping[str, str]
) -> tuple[dict[str, Any], ...] | None:
    """The warnings of a report as JSON; ``names`` are those of the files, by what findings call them.

    None if one is an error, is about something else than a file, or says that a check was cut off,
    which it need not be another time.
    """
    findings = report.in_order()
    if not all(_is_repeatable(finding, names) for finding in findings):
        return None
    dumped = [_dump(finding, names) for finding in findings]
    # What files are called depends on the working folder, and so does the order of a report.
    return tuple(sorted(dumped, key=lambda finding: finding["at"][:3]))


def load_findings(
    findings: Iterable[Mapping[str, Any]], files: Mapping[str, str], report: Report
) -> None:
    """Report findings again; ``files`` is what they call the files, by the names in records."""
    for finding in findings:
        report.warning(
            finding["code"],
            _place(finding["at"], files),
            finding["message"],
            help=finding.get("help"),
            related=tuple(
                (words, _place(at, files)) for words, at in finding.get("related", ())
            ),
        )


def _is_repeatable(finding: Diagnostic, names: Mapping[str, str]) -> bool:
    places = [finding.place, *(place for _, place in finding.related)]
    is_cut_off = finding.code == _INCOMPLETE and not finding.message.endswith(_COUNTED)
    return (
        finding.severity is Severity.WARNING
        and not is_cut_off
        and all(place.file in names for place in places)
    )


def _dump(finding: Diagnostic, names: Mapping[str, str]) -> dict[str, Any]:
    dumped: dict[str, Any] = {
        "code": finding.code,
        "message": finding.message,
        "at": _at(finding.place, names),
    }
    if finding.help is not None:
        dumped["help"] = finding.help
    if finding.related:
        dumped["related"] = [[w, _at(place, names)] for w, place in finding.related]
    return dumped


def _at(place: Place, names: Mapping[str, str]) -> list[str | int]:
    return [names[place.file], place.line, place.column, place.pointer]


def _place(at: list[Any], files: Mapping[str, str]) -> Place:
    name, line, column, pointer = at
    return Place(files[name], line, column, pointer)
