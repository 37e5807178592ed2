"""Findings as JSON for editors and scripts; docs/diagnostics.md describes the fields."""

from __future__ import annotations

from typing import Any

from .ascii_json import ascii_json
from .model import Diagnostic, Place, Report, Severity

FORMAT_VERSION = 1


def render_json(report: Report) -> str:
    """All findings in order of place, and how many there are of each severity."""
    return ascii_json(
        {
            "version": FORMAT_VERSION,
            "counts": {severity.value: report.count(severity) for severity in Severity},
            "findings": [_finding(diagnostic) for diagnostic in report.in_order()],
        }
    )


def _finding(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "help": diagnostic.help,
        **_place(diagnostic.place),
        "related": [
            {"message": words, **_place(place)} for words, place in diagnostic.related
        ],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "pointer": place.pointer,
    }
