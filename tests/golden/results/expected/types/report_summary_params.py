"""Parameters of reports.summary."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias, TypedDict

from .._core import MethodOptions

__all__ = [
    "ReportSummaryParams",
    "ReportSummaryParamsBase",
    "ReportSummaryParamsNonStreaming",
    "ReportSummaryParamsStreaming",
]


class ReportSummaryParamsBase(TypedDict, total=False):
    length: Required[int]


class ReportSummaryParamsNonStreaming(ReportSummaryParamsBase, total=False):
    stream: Literal[False]


class ReportSummaryParamsStreaming(ReportSummaryParamsBase, total=False):
    stream: Required[Literal[True]]


ReportSummaryParams: TypeAlias = (
    ReportSummaryParamsNonStreaming | ReportSummaryParamsStreaming
)


class ReportSummaryArguments(MethodOptions, total=False):
    """What ``summary`` takes beside what decides its overload."""

    length: Required[int]
