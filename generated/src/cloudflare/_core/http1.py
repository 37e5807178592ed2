"""HTTP/1.1 on one connection, without its socket (RFC 9112): h11 does the parsing.

Bytes that arrive are given to ``receive``; ``head`` and ``piece`` are None while more are needed.
What breaks the protocol is an ``httpx2.LocalProtocolError``, or the peer's RemoteProtocolError.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import h11
import httpx2

LARGEST_HEAD = 100 * 1024
"""Bytes that the head of a response, or of a chunk in it, may have."""

Headers = Sequence[tuple[bytes, bytes]]
_END = h11.EndOfMessage()


@dataclass(frozen=True, slots=True)
class Head:
    """Status, reason, version and headers of a response."""

    status: int
    reason: bytes
    version: bytes
    headers: list[tuple[bytes, bytes]]


class Http1:
    """The requests of a connection, one after the other, and their responses."""

    def __init__(self) -> None:
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=LARGEST_HEAD)

    def head_of(self, method: str, target: bytes, headers: Any) -> bytes:
        """The head of a request as it goes out; ``headers`` are pairs, or were ``checked``."""
        try:
            request = h11.Request(method=method, target=target, headers=headers)
            return self._h11.send(request) or b""
        except h11.LocalProtocolError as error:
            raise httpx2.LocalProtocolError(str(error)) from error

    def data(self, piece: bytes) -> bytes:
        """A piece of the request's body as it goes out."""
        try:
            return self._h11.send(h11.Data(data=piece)) or b""
        except h11.LocalProtocolError as error:
            raise httpx2.LocalProtocolError(str(error)) from error

    def end(self) -> bytes:
        """The end of the request as it goes out."""
        try:
            return self._h11.send(_END) or b""
        except h11.LocalProtocolError as error:
            raise httpx2.LocalProtocolError(str(error)) from error

    def receive(self, data: bytes) -> None:
        """Take what has arrived; nothing at the end of the connection."""
        if not data and self._h11.their_state is h11.SEND_RESPONSE:
            raise httpx2.RemoteProtocolError(
                "Server disconnected without sending a response."
            )
        self._h11.receive_data(data)

    def head(self) -> Head | None:
        """The head of the response."""
        while (event := self._event()) is not h11.NEED_DATA:
            if isinstance(event, h11.Response):
                return Head(
                    event.status_code,
                    event.reason,
                    b"HTTP/" + event.http_version,
                    event.headers.raw_items(),
                )
        return None

    def piece(self) -> bytes | None:
        """The next piece of the response's body; empty at its end."""
        event = self._event()
        if event is h11.NEED_DATA:
            return None
        return bytes(event.data) if isinstance(event, h11.Data) else b""

    def is_ready(self) -> bool:
        """Whether the connection can carry another request, which it is made ready for."""
        if self._h11.our_state is not h11.DONE or self._h11.their_state is not h11.DONE:
            return False
        self._h11.start_next_cycle()
        return True

    def _event(self) -> Any:
        try:
            return self._h11.next_event()
        except h11.RemoteProtocolError as error:
            raise httpx2.RemoteProtocolError(str(error)) from error


def checked(headers: Headers) -> Any:
    """Headers that need no further check by h11."""
    try:
        return h11.Request(method="GET", target="/", headers=list(headers)).headers
    except h11.LocalProtocolError as error:
        raise httpx2.LocalProtocolError(str(error)) from error
