"""What a class of responses or streams was parametrised with (``_response``, ``_streaming``)."""

from __future__ import annotations

from typing import Any, cast

from ..client.binary_responses import AsyncBinaryAPIResponse, BinaryAPIResponse
from ..client.responses import APIResponse, AsyncAPIResponse, BaseAPIResponse
from ..client.streams import AsyncStream, Stream
from .type_questions import extract_type_arg, extract_type_var_from_base, get_origin

_BINARY = (BinaryAPIResponse, AsyncBinaryAPIResponse)
_RESPONSES = (BaseAPIResponse, APIResponse, AsyncAPIResponse)
_STREAMS = (Stream, AsyncStream)


def extract_response_type(type_: Any) -> Any:
    """The type that a class of raw responses parses to.

    Raises:
        RuntimeError: the class itself is generic, and has no type argument.
        TypeError: it is not a class of responses.
    """
    if type_ in _BINARY:
        return bytes
    if type_ in _RESPONSES:
        return extract_type_arg(type_, 0)
    return extract_type_var_from_base(
        type_, index=0, generic_bases=cast("tuple[type, ...]", _RESPONSES)
    )


def extract_stream_chunk_type(
    stream_cls: Any, *, failure_message: str | None = None
) -> Any:
    """The type of the items of a class of streams.

    Raises:
        TypeError: it is not a class of streams, or has no type argument.
    """
    return extract_type_var_from_base(
        stream_cls,
        index=0,
        generic_bases=cast("tuple[type, ...]", _STREAMS),
        failure_message=failure_message,
    )


def is_stream_class_type(type_: Any) -> bool:
    """Whether a type is a class of streams, with its item type or without."""
    origin = get_origin(type_) or type_
    return isinstance(origin, type) and issubclass(origin, _STREAMS)
