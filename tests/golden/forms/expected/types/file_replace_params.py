"""Parameters of files.replace."""

from __future__ import annotations

from typing import Required, TypedDict

from .._core import Content

__all__ = ["FileReplaceParams"]


class FileReplaceParams(TypedDict, total=False):
    body: Required[Content]
