"""Parameters of files.upload."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Required, TypedDict

from .._core import FileTypes, SequenceNotStr, WireName

__all__ = ["FileUploadParams", "About"]


class FileUploadParams(TypedDict, total=False):
    file: Required[FileTypes]
    """The file."""

    about: About
    cover: FileTypes
    labels: SequenceNotStr[str]
    pages: Iterable[FileTypes]


class About(TypedDict, total=False):
    made_by: Annotated[str, WireName("madeBy")]
