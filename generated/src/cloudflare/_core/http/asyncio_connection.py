"""A connection of an event loop: HTTP/1.1 on asyncio's own transports."""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from contextlib import suppress
from typing import Any

import httpx2

from .exchange import Exchange, Origin
from .http1 import Head, Http1
from .sockets import readable, typed

BLOCK = 64 * 1024
_MOST_WAITING = 4 * BLOCK
"""Bytes that may wait to be read before the peer is held up."""


class AsyncioConnection:
    """An open connection."""

    def __init__(
        self, origin: Origin, transport: asyncio.Transport, arrivals: Arrivals
    ) -> None:
        self.origin = origin
        self._transport = transport
        self._arrivals = arrivals
        self._http = Http1()
        self._loop = asyncio.get_running_loop()
        self._is_readable = readable(transport.get_extra_info("socket"))
        arrivals.transport = transport

    async def send(self, exchange: Exchange) -> Head:
        """The head of the response to a request.

        Raises:
            httpx2.TransportError: there was none.
        """
        with suppress(httpx2.WriteError):  # the peer may have answered before it closed
            await self._send(exchange)
        while (head := self._http.head()) is None:
            self._http.receive(await self._read(exchange))
        return head

    async def piece(self, exchange: Exchange) -> bytes:
        """The next piece of the response's body; empty at its end.

        Raises:
            httpx2.TransportError: the body broke off.
        """
        while (piece := self._http.piece()) is None:
            self._http.receive(await self._read(exchange))
        return piece

    def is_ready(self) -> bool:
        """Whether another request may follow."""
        return not self._transport.is_closing() and self._http.is_ready()

    def is_alive(self) -> bool:
        """Whether the peer has not closed it, nor sent what nobody asked for; the socket knows that
        before the event loop does. In another event loop a connection is dead."""
        return (
            self._loop is asyncio.get_running_loop()
            and not self._arrivals.ended
            and not self._arrivals.pieces
            and not self._is_readable()
        )

    def drop(self) -> None:
        """Close it without waiting for anything; its event loop may be over."""
        self._arrivals.give_up()
        with suppress(RuntimeError):
            self._transport.abort()

    async def _send(self, exchange: Exchange) -> None:
        http, body = self._http, exchange.body
        head = http.head_of(exchange.method, exchange.target, exchange.headers)
        if isinstance(body, bytes) and len(body) <= BLOCK:
            await self._write(head + http.data(body) + http.end(), exchange)
            return
        if body is None:
            await self._write(head + http.end(), exchange)
            return
        await self._write(head, exchange)
        if isinstance(body, bytes):
            await self._write(http.data(body), exchange)
        else:
            async for piece in body:
                await self._write(http.data(piece), exchange)
        await self._write(http.end(), exchange)

    async def _write(self, data: bytes, exchange: Exchange) -> None:
        if not data:
            return
        if self._transport.is_closing():
            raise httpx2.WriteError("the connection is closed")
        self._transport.write(data)
        if not self._arrivals.is_held_up:
            return
        seconds = exchange.within(exchange.seconds[2], httpx2.WriteTimeout)
        try:
            async with asyncio.timeout(seconds):
                await self._arrivals.drained()
        except OSError as error:
            raise typed(error, httpx2.WriteError, httpx2.WriteTimeout) from error

    async def _read(self, exchange: Exchange) -> bytes:
        arrivals = self._arrivals
        seconds = exchange.within(exchange.seconds[1], httpx2.ReadTimeout)
        try:
            if not arrivals.pieces and not arrivals.ended:
                async with asyncio.timeout(seconds):
                    await arrivals.more()
            return arrivals.take()
        except OSError as error:
            raise typed(error, httpx2.ReadError, httpx2.ReadTimeout) from error


async def connect(exchange: Exchange, tls: ssl.SSLContext) -> AsyncioConnection:
    """A connection to the origin of an exchange, by whichever address answers first (RFC 8305).

    Raises:
        httpx2.ConnectError: there is none.
        httpx2.ConnectTimeout: it took too long.
    """
    origin, loop = exchange.origin, asyncio.get_running_loop()
    options: dict[str, Any] = {}
    if origin.has_name:
        options["happy_eyeballs_delay"] = 0.25
    if origin.scheme == "https":
        tls.set_alpn_protocols(["http/1.1"])
        options |= {"ssl": tls, "server_hostname": origin.host}
    seconds = exchange.within(exchange.seconds[0], httpx2.ConnectTimeout)
    try:
        async with asyncio.timeout(seconds):
            transport, arrivals = await loop.create_connection(
                Arrivals, origin.host, origin.port, **options
            )
    except (
        OSError,
        UnicodeError,
        OverflowError,
    ) as error:  # a name that no host has, say
        raise typed(error, httpx2.ConnectError, httpx2.ConnectTimeout) from error
    return AsyncioConnection(origin, transport, arrivals)


class Arrivals(asyncio.Protocol):
    """Bytes that have arrived and were not read yet, and whether more may be sent."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.pieces: deque[bytes] = deque()
        self.ended = False
        self.is_held_up = False
        self._size = 0
        self._error: Exception | None = None
        self._reader: asyncio.Future[None] | None = None
        self._writer: asyncio.Future[None] | None = None

    def data_received(self, data: bytes) -> None:
        """Keep what has arrived."""
        self.pieces.append(data)
        self._size += len(data)
        if self._size > _MOST_WAITING and self.transport is not None:
            self.transport.pause_reading()
        _wake(self._reader)

    def eof_received(self) -> bool:
        """The peer sends no more; the connection is closed then."""
        self.ended = True
        _wake(self._reader)
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is closed, or broke."""
        self.ended = True
        self._error = exc or self._error
        _wake(self._reader)
        _wake(self._writer)

    def give_up(self) -> None:
        """The connection is closed from this side, which is no proper end of what was read."""
        if not self.ended:
            self._error = ConnectionAbortedError("the connection was closed")

    def pause_writing(self) -> None:
        """The peer does not take what is sent."""
        self.is_held_up = True

    def resume_writing(self) -> None:
        """The peer takes it again."""
        self.is_held_up = False
        _wake(self._writer)

    async def more(self) -> None:
        """Wait until there is something to read, or the end has come."""
        self._reader = asyncio.get_running_loop().create_future()
        try:
            await self._reader
        finally:
            self._reader = None

    def take(self) -> bytes:
        """The next bytes; nothing at the end.

        Raises:
            OSError: the connection broke.
        """
        if not self.pieces:
            if self._error is not None:
                raise self._error
            return b""
        piece = self.pieces.popleft()
        before, self._size = self._size, self._size - len(piece)
        if before > _MOST_WAITING >= self._size and self.transport is not None:
            self.transport.resume_reading()
        return piece

    async def drained(self) -> None:
        """Wait until the peer has taken what was sent.

        Raises:
            OSError: the connection broke.
        """
        self._writer = asyncio.get_running_loop().create_future()
        try:
            await self._writer
        finally:
            self._writer = None
        if self._error is not None:
            raise self._error


def _wake(waiter: asyncio.Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)
