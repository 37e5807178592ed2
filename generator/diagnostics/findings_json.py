"""Findings as JSON for editors and scripts; docs/diagnostics.md describes the fields."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from .ascii_json import ascii_json
from .model import Diagnostic, Place, Report, Severity
from .span import Sources, end_column, lines_of

FORMAT_VERSION = 1
_NO_RESULT: Mapping[str, object] = MappingProxyType({})


def render_json(report: Report, result: Mapping[str, object] = _NO_RESULT) -> str:
    """All findings in order of place, how many there are of each severity, and the fields of what
    a command found out besides."""
    sources = lines_of(report)
    return ascii_json(
        {
            "version": FORMAT_VERSION,
            "counts": {severity.value: report.count(severity) for severity in Severity},
            "findings": [
                _finding(diagnostic, sources) for diagnostic in report.in_order()
            ],
            **result,
        }
    )


def _finding(diagnostic: Diagnostic, sources: Sources) -> dict[str, Any]:
    code = diagnostic.code
    return {
        "severity": diagnostic.severity.value,
        "code": code,
        "message": diagnostic.message,
        "help": diagnostic.help,
        **_place(diagnostic.place, code, sources),
        "related": [
            {"message": words, **_place(place, code, sources)}
            for words, place in diagnostic.related
        ],
    }


def _place(place: Place, code: str, sources: Sources) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "end_column": end_column(place, code, sources),
        "pointer": place.pointer,
    }
