"""The aiohttp session of an event loop: who may use it, and how it ends."""

from __future__ import annotations

import asyncio
import os
import weakref
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from functools import partial
from typing import Any

import aiohttp
import httpx2
from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import HttpProcessingError

from ..http.event_loops import running_loop
from ..http.http1 import LARGEST_HEAD

_FOREVER = 365 * 86400.0
_ADDED_BY_AIOHTTP = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
Place = tuple[int, int]
"""A process and an event loop in it."""


class _Answer(aiohttp.ClientResponse):
    """A response; if it does not come, its connection is closed at once, even with data left to send."""

    async def start(self, connection: Any) -> aiohttp.ClientResponse:
        try:
            return await super().start(connection)
        except BaseException:
            _abort(connection)
            raise


class _Handler(ResponseHandler):
    """What aiohttp reads a connection with; it ends one over which too many bytes arrive that are
    part of no body: of headers, interim responses, chunk extensions, trailers, or empty lines.
    """

    _bodiless = 0

    def set_response_params(self, **options: Any) -> None:
        """Prepare for the response to a request."""
        self._bodiless = 0
        super().set_response_params(**options)

    def data_received(self, data: bytes) -> None:
        """Take what arrived."""
        before = self._body_bytes()
        super().data_received(data)
        self._bodiless += len(data)
        if self._body_bytes() != before:
            self._bodiless = 0
        if self._bodiless > LARGEST_HEAD and self.exception() is None:
            text = f"more than {LARGEST_HEAD} bytes of headers arrived"
            self.set_exception(HttpProcessingError(code=400, message=text))
            if self.transport is not None:
                self.transport.abort()
        error, body = self.exception(), self._payload
        if isinstance(error, HttpProcessingError) and body and not body.exception():
            body.set_exception(aiohttp.ClientPayloadError(error.message))

    def _body_bytes(self) -> int:
        """How much of a body has arrived."""
        arrived: int = getattr(self._payload, "total_bytes", 0)
        return arrived


class Session:
    """An aiohttp session in its event loop, and the places in its pool."""

    def __init__(self, limits: httpx2.Limits) -> None:
        self.loop = asyncio.get_running_loop()
        self._pid = os.getpid()
        self._most = limits.max_connections
        self._places = asyncio.Semaphore(self._most) if self._most else None
        self.client = aiohttp.ClientSession(
            connector=_connector(limits),
            cookie_jar=aiohttp.DummyCookieJar(),
            response_class=_Answer,
            skip_auto_headers=_ADDED_BY_AIOHTTP,
            auto_decompress=False,
            trust_env=False,
            max_line_size=LARGEST_HEAD,
            max_field_size=LARGEST_HEAD,
        )
        self.client._retry_connection = False  # whether to repeat is decided above
        self.downloads = weakref.WeakSet[Any]()
        self.end = _closing(self.client, self.downloads)

    async def enter(self, seconds: float | None) -> None:
        """Wait until fewer than the most connections are in use.

        Raises:
            httpx2.PoolTimeout: it took longer than ``seconds``.
        """
        if self._places is None:
            return
        if not self._places.locked():
            await self._places.acquire()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._places.acquire()
        except TimeoutError as error:
            words = f"all {self._most} connections are in use"
            raise httpx2.PoolTimeout(words) from error

    def leave(self) -> None:
        """Give the place to the next request."""
        if self._places is not None:
            self._places.release()

    def do(self, act: Callable[..., None], *arguments: Any) -> None:
        """Do something in the thread of the event loop, if it runs."""
        if self.loop is running_loop():
            act(*arguments)
            return
        with suppress(RuntimeError):  # the loop may be over
            if self._is_inherited():
                self.drop()
            elif self.loop.is_running():
                self.loop.call_soon_threadsafe(act, *arguments)
            else:
                act(*arguments)

    def abandon(self, answer: aiohttp.ClientResponse) -> None:
        """Close a response; a connection whose body was read to its end is pooled already."""
        _abort(answer.connection)
        answer.close()
        self.leave()

    def drop(self) -> None:
        """Close the connections without waiting, as no caller is left to wait."""
        connector = self.client.connector
        self.client.detach()
        if connector is not None and self._is_inherited():
            connector._conns.clear()  # the process that opened them uses them
        elif connector is not None:
            connector.__exit__(None, None, None)
        with suppress(StopIteration):
            self.end.aclose().__await__().send(None)

    def _is_inherited(self) -> bool:
        return self._pid != os.getpid()


def place() -> Place:
    """Where this code runs."""
    return os.getpid(), id(asyncio.get_running_loop())


async def _closing(
    client: aiohttp.ClientSession, downloads: weakref.WeakSet[Any]
) -> AsyncGenerator[None]:
    """Closes a client finally, and the bodies that were not read to their end.

    An event loop that ends closes the generators begun in it.
    """
    try:
        yield
    finally:
        for download in list(downloads):
            await download.aclose()
        await client.close()


def drop_all(sessions: dict[Place, Session]) -> None:
    """Close sessions without waiting, each in the thread of its event loop."""
    while sessions:
        session = sessions.popitem()[1]
        session.do(session.drop)


def _abort(connection: Any) -> None:
    """End a connection; closing it would wait for a peer that takes nothing."""
    if connection is not None and connection.transport is not None:
        connection.transport.abort()


def _connector(limits: httpx2.Limits) -> aiohttp.TCPConnector:
    expiry = limits.keepalive_expiry
    if expiry == 0 or limits.max_keepalive_connections == 0:
        connector = aiohttp.TCPConnector(limit=0, force_close=True)
    else:
        seconds = _FOREVER if expiry is None else expiry
        connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=seconds)
    make: Any = partial(_Handler, loop=asyncio.get_running_loop())
    connector._factory = make
    return connector
