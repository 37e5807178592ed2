"""Names of types that annotate programs (``_types``)."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import IO, Any, TypeAlias, TypeVar

import httpx2
import pydantic

from ..wire.multipart import FileContent, Files, FileTypes
from ..wire.query import ArrayFormat, NestedFormat

__all__ = [
    "AnyMapping",
    "ArrayFormat",
    "AsyncTransport",
    "Base64FileInput",
    "BinaryTypes",
    "FileContent",
    "FileTypes",
    "HeadersLike",
    "HttpxFileContent",
    "HttpxFileTypes",
    "HttpxRequestFiles",
    "IncEx",
    "ModelT",
    "NestedFormat",
    "PostParser",
    "RequestFiles",
    "ResponseT",
    "StrBytesIntFloat",
]

AsyncTransport = httpx2.AsyncBaseTransport
Base64FileInput: TypeAlias = IO[bytes] | os.PathLike[str]
BinaryTypes: TypeAlias = bytes | bytearray | IO[bytes]
RequestFiles: TypeAlias = Files
HttpxFileContent: TypeAlias = IO[bytes] | bytes
HttpxFileTypes: TypeAlias = (
    HttpxFileContent
    | tuple[str | None, HttpxFileContent]
    | tuple[str | None, HttpxFileContent, str | None]
    | tuple[str | None, HttpxFileContent, str | None, Mapping[str, str]]
)
HttpxRequestFiles: TypeAlias = (
    Mapping[str, HttpxFileTypes] | Sequence[tuple[str, HttpxFileTypes]]
)
AnyMapping: TypeAlias = Mapping[str, object]
HeadersLike: TypeAlias = Mapping[str, str]
IncEx: TypeAlias = Any
PostParser: TypeAlias = Callable[[Any], Any]
StrBytesIntFloat: TypeAlias = str | bytes | int | float
ModelT = TypeVar("ModelT", bound=pydantic.BaseModel)
ResponseT = TypeVar("ResponseT")
