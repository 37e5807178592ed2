"""The bodies of requests and responses on their way through aiohttp."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import aiohttp
import httpx2
from multidict import CIMultiDict

from .errors import FAULTS, httpx_error
from .session import Session
from ..http.exchange import Exchange

_UNWAITED_BYTES = 64 * 1024  # asyncio takes them without waiting for the peer


class Upload:
    """The body of a request while aiohttp sends it."""

    def __init__(self, exchange: Exchange, headers: CIMultiDict[str]) -> None:
        self._exchange = exchange
        self._guard = asyncio.timeout(None)
        self.error: Exception | None = None
        """What giving the body raised."""
        length = headers.get("Content-Length", "")
        self._length = int(length) if length.isdigit() else None

    async def watch(
        self, sending: Awaitable[aiohttp.ClientResponse]
    ) -> aiohttp.ClientResponse:
        """The response; what the body itself raises comes out as it is.

        Raises:
            httpx2.WriteTimeout: the peer took nothing for too long.
        """
        try:
            async with self._guard:
                return await sending
        except Exception:
            if self.error is not None:
                raise self.error from None
            if self._guard.expired():
                words = "the peer did not take the body in time"
                raise httpx2.WriteTimeout(words) from None
            raise

    async def pieces(self) -> AsyncIterator[bytes]:
        """The body, while each piece of it is taken in time."""
        left = self._length
        try:
            async for piece in _pieces_of(self._exchange.body):
                if left is not None and (left := left - len(piece)) < 0:
                    raise httpx2.LocalProtocolError("The body exceeds Content-Length")
                self._allow(self._exchange.seconds[2])
                yield piece
                self._allow(None)
            if left:
                raise httpx2.LocalProtocolError(
                    "The body falls short of Content-Length"
                )
        except Exception as error:
            self.error = error
            raise

    def _allow(self, seconds: float | None) -> None:
        """Let the next piece take its time, unless the answer came before the body's end."""
        with suppress(RuntimeError):
            now = asyncio.get_running_loop().time()
            self._guard.reschedule(None if seconds is None else now + seconds)


def small(body: Any) -> bytes | None:
    """A body whose sending takes no waiting, as one piece."""
    if body is None:
        return b""
    if isinstance(body, httpx2.ByteStream):
        body = b"".join(body)
    fits = isinstance(body, bytes) and len(body) <= _UNWAITED_BYTES
    return body if fits else None


async def _pieces_of(body: Any) -> AsyncIterator[bytes]:
    if isinstance(body, bytes):
        for start in range(0, len(body), _UNWAITED_BYTES):
            yield body[start : start + _UNWAITED_BYTES]
    else:
        async for piece in body:
            yield piece


class Download(httpx2.AsyncByteStream):
    """The body of a response as it arrives; closing it early drops the connection."""

    def __init__(
        self, answer: aiohttp.ClientResponse, session: Session, exchange: Exchange
    ) -> None:
        self._answer = answer
        self._session = session
        self._exchange = exchange
        self._is_left = False
        self.elapsed: timedelta | None = None
        self._protocol = answer.connection.protocol if answer.connection else None
        if self._protocol is not None:  # its timeout runs even while no caller reads
            self._protocol.read_timeout = None
            self._protocol.start_timeout()
        session.downloads.add(self)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while piece := await self._piece():
                yield piece
        except FAULTS as error:
            raise httpx_error(error, self._exchange) from error

    async def aclose(self) -> None:
        self.elapsed = self._exchange.took()
        self._leave()

    def __del__(self) -> None:
        self._leave()

    def _leave(self) -> None:
        if not self._is_left:
            self._is_left = True
            self._session.do(self._session.abandon, self._answer)

    async def _piece(self) -> bytes:
        """The next piece of the body, nothing at its end."""
        content = self._answer.content
        try:
            piece = content.read_nowait()
            if not piece and not content.at_eof():
                async with asyncio.timeout(self._exchange.seconds[1]):
                    piece = await content.readany()
            if piece:
                return piece
        except aiohttp.ClientPayloadError as error:
            raise self._reset() or error from error.__cause__
        reset = None if self._is_framed() else self._reset()
        if reset is not None:
            raise reset
        return b""

    def _is_framed(self) -> bool:
        """Whether more than the end of the connection tells where the body ends."""
        known = self._answer.headers
        return (
            self._answer.content is aiohttp.EMPTY_PAYLOAD
            or "Content-Length" in known
            or "Transfer-Encoding" in known
        )

    def _reset(self) -> BaseException | None:
        found = self._protocol.exception() if self._protocol is not None else None
        return found if isinstance(found, aiohttp.ClientOSError) else None
