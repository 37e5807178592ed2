"""Complaints with an address and a remedy: what every phase reports, and how it is shown."""

from .findings_json import render_json
from .model import Diagnostic, Place, Report, Severity
from .sarif import render_sarif
from .text import render_report

__all__ = [
    "Diagnostic",
    "Place",
    "Report",
    "Severity",
    "render_json",
    "render_report",
    "render_sarif",
]
