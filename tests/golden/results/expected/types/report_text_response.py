"""The type ReportTextResponse."""

from typing import TypeAlias

__all__ = ["ReportTextResponse"]

ReportTextResponse: TypeAlias = str
