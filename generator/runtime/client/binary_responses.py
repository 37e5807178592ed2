"""Responses whose body is not JSON: bytes, to be read, iterated over, or written to a file.

Migrated programs know a class for bodies in memory and one for bodies that arrive; one class does
both here, so the names mean the same.
"""

from __future__ import annotations

from typing import Any

from ..decode.decoding import Decoder
from ..policy.flow import Reply
from .responses import APIResponse, AsyncAPIResponse


class BinaryAPIResponse(APIResponse[bytes]):
    """A response; ``parse`` gives its bytes."""

    @classmethod
    def from_reply(cls, reply: Reply, client: Any) -> BinaryAPIResponse:
        """The response in a reply."""
        return cls(reply, Decoder.of(bytes), lambda r, d, b: d.decode(b, False))


class AsyncBinaryAPIResponse(AsyncAPIResponse[bytes]):
    """A response; ``parse`` gives its bytes."""

    @classmethod
    def from_reply(cls, reply: Reply, client: Any) -> AsyncBinaryAPIResponse:
        """The response in a reply."""
        return cls(reply, Decoder.of(bytes), lambda r, d, b: d.decode(b, False))


StreamedBinaryAPIResponse = BinaryAPIResponse
AsyncStreamedBinaryAPIResponse = AsyncBinaryAPIResponse
