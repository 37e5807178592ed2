"""The body of a response while it is read: a limit on its size, and a deadline."""

from __future__ import annotations

import time
from typing import Any

from ..wire.limits import OutOfTime, TooLarge
from ..wire.timeouts import shorter


class Body:
    """Collects decoded bytes; what exceeds ``limit`` is left out where ``cut`` says so."""

    def __init__(self, limit: int, seconds_left: float | None, *, cut: bool) -> None:
        self._limit = limit
        self._cut = cut
        self._seconds_left = seconds_left
        self._end = None if seconds_left is None else time.monotonic() + seconds_left
        self._chunks: list[bytes] = []
        self._size = 0

    def shorten_time_out(self, response: Any) -> None:
        """Bound the wait for each piece by what is left of the deadline.

        With a user's own HTTP client this is all that can be done: it looks here once, so that
        a body which stalls late ends after twice the rest of the deadline at worst.
        """
        time_outs = response.request.extensions.get("timeout")
        if time_outs is not None:
            time_outs["read"] = shorter(time_outs.get("read"), self._seconds_left)

    def add(self, chunk: bytes) -> bool:
        """Take a piece; whether more is wanted.

        Raises:
            OutOfTime: the deadline has passed.
            TooLarge: the body is larger than its limit.
        """
        if self._end is not None and time.monotonic() > self._end:
            raise OutOfTime("the deadline passed while the body was read")
        self._chunks.append(chunk)
        self._size += len(chunk)
        if self._size > self._limit and not self._cut:
            raise TooLarge(
                f"The response body is larger than {self._limit} bytes; stream it instead."
            )
        return self._size <= self._limit

    def attach_to(self, response: Any) -> bytes:
        """The body as one piece, which the response then gives out as well."""
        whole = self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)
        body = whole[: self._limit]
        response._content = body  # where httpx keeps what ``read`` has read
        return body
