"""Findings with a place and a remedy: what every phase reports, and how it is shown.

As text with the lines of the file, as JSON, or as SARIF. ``Report`` alone knows whether a warning
counts as an error. Knows no phase; every package may import it.
"""

from .codes import TITLES
from .explain import explanation
from .findings_json import render_json
from .model import Diagnostic, Place, Report, Severity
from .printable import printable
from .sarif import render_sarif
from .text import CONTEXT, render_report, render_statistics

__all__ = [
    "CONTEXT",
    "TITLES",
    "Diagnostic",
    "Place",
    "Report",
    "Severity",
    "explanation",
    "printable",
    "render_json",
    "render_report",
    "render_sarif",
    "render_statistics",
]
