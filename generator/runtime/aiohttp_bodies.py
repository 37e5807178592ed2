"""The bodies of requests and responses on their way through aiohttp."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import AsyncIterator, Awaitable
from contextlib import suppress
from typing import cast

import aiohttp
import httpx2

from .aiohttp_errors import httpx_errors
from .aiohttp_session import Session

_UNWAITED_BYTES = 64 * 1024  # asyncio takes them without waiting for the peer


class Upload:
    """The body of a request while aiohttp sends it."""

    def __init__(self, request: httpx2.Request, seconds: float | None) -> None:
        self._request = request
        self._stream = cast(httpx2.AsyncByteStream, request.stream)
        self._seconds = seconds
        self._guard = asyncio.timeout(None)
        self._error: Exception | None = None
        headers = request.headers
        self._chunked = "Transfer-Encoding" in headers
        length = "" if self._chunked else headers.get("Content-Length", "")
        self._length = int(length) if length.isdigit() else None

    @property
    def data(self) -> bytes | AsyncIterator[bytes] | None:
        """What aiohttp is given: bytes where sending them takes no waiting."""
        if isinstance(self._stream, httpx2.ByteStream) and not self._chunked:
            content = b"".join(self._stream)
            if len(content) <= _UNWAITED_BYTES:
                return content or None
        return self._pieces()

    async def watch(
        self, sending: Awaitable[aiohttp.ClientResponse]
    ) -> aiohttp.ClientResponse:
        """The response; what the body itself raises comes out as it is.

        Raises:
            httpx2.WriteTimeout: the peer took nothing for too long.
        """
        try:
            async with self._guard:
                with httpx_errors(self._request):
                    return await sending
        except Exception:
            if self._error is not None:
                raise self._error from None
            if self._guard.expired():
                words = "the peer did not take the body in time"
                raise httpx2.WriteTimeout(words, request=self._request) from None
            raise

    async def _pieces(self) -> AsyncIterator[bytes]:
        left = self._length
        try:
            async for piece in self._stream:
                if left is not None and (left := left - len(piece)) < 0:
                    raise httpx2.LocalProtocolError("The body exceeds Content-Length")
                self._allow(self._seconds)
                yield piece
                self._allow(None)
            if left:
                raise httpx2.LocalProtocolError(
                    "The body falls short of Content-Length"
                )
        except Exception as error:
            self._error = error
            raise

    def _allow(self, seconds: float | None) -> None:
        """Let the next piece take its time, unless the answer came before the body's end."""
        with suppress(RuntimeError):
            now = asyncio.get_running_loop().time()
            self._guard.reschedule(None if seconds is None else now + seconds)


class Download(httpx2.AsyncByteStream):
    """The body of a response as it arrives; closing it early drops the connection."""

    def __init__(
        self,
        answer: aiohttp.ClientResponse,
        session: Session,
        request: httpx2.Request,
        seconds: float | None,
    ) -> None:
        self._answer = answer
        self._request = request
        self._seconds = seconds
        self._protocol = answer.connection.protocol if answer.connection else None
        if self._protocol is not None:  # its time-out runs also while nobody reads
            self._protocol.read_timeout = None
            self._protocol.start_timeout()
        self._leave = weakref.finalize(self, session.do, session.abandon, answer)
        session.downloads.add(self)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with httpx_errors(self._request):
            while piece := await self._piece():
                yield piece

    async def aclose(self) -> None:
        self._leave()

    async def _piece(self) -> bytes:
        """The next piece of the body, nothing at its end."""
        content = self._answer.content
        try:
            async with asyncio.timeout(self._seconds):
                piece = await content.readany()
        except aiohttp.ClientPayloadError as error:
            raise self._reset() or error from error.__cause__
        reset = None if piece or self._is_framed() else self._reset()
        if reset is not None:
            raise reset
        return piece

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
