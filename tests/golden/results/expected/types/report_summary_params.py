"""Parameters of reports.summary."""

from __future__ import annotations

from typing import Required, TypedDict

from .._core import MethodOptions

__all__ = ["ReportSummaryParams"]


class ReportSummaryParams(TypedDict, total=False):
    length: Required[int]
    stream: bool


class ReportSummaryArguments(MethodOptions, total=False):
    """What ``summary`` takes beside what decides its overload."""

    length: Required[int]
