"""Parameters of class_.import_."""

from __future__ import annotations

from typing import TypedDict

__all__ = ["ClassImportParams"]


class ClassImportParams(TypedDict, total=False):
    value_2nd_id: str
    query_from: str
    self_: str
    timeout_: int
