"""Complaints with an address and a remedy: what every phase reports, and how it is shown."""

from .model import Diagnostic, Place, Report, Severity
from .text import render_report

__all__ = ["Diagnostic", "Place", "Report", "Severity", "render_report"]
