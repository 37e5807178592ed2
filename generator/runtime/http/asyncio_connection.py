"""A connection of an event loop: HTTP/1.1 on asyncio's own transports."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, TypeAlias

import httpx2

from .exchange import Exchange, Origin
from .http1 import Head, Http1, State
from .sockets import (
    ClosedBeforeSending,
    ClosedWhileReading,
    readable,
    strict,
    tune,
    typed,
)

BLOCK = 64 * 1024
_MOST_WAITING = 4 * BLOCK
"""Bytes that may wait to be read before the peer is held up."""


Waiter: TypeAlias = "asyncio.Future[bool]"
"""Done when what is waited for has happened, or at the end of the time for it."""


class AsyncioConnection:
    """A connection to an origin, in the running event loop."""

    _is_readable: Callable[[], object]

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.born = time.monotonic()
        self._pid = os.getpid()
        self._loop = asyncio.get_running_loop()
        self._http = Http1()
        self._arrivals = Arrivals()

    @property
    def state(self) -> State:
        """Where it is in its life."""
        return self._http.state

    async def open(self, exchange: Exchange, tls: ssl.SSLContext) -> None:
        """Connect to the origin, by the address that answers first (RFC 8305).

        Raises:
            httpx2.ConnectError: it was not possible.
            httpx2.ConnectTimeout: it took too long.
        """
        origin = self.origin
        options: dict[str, Any] = {}
        if origin.has_name:
            options["happy_eyeballs_delay"] = 0.25
        if origin.scheme == "https":
            tls.set_alpn_protocols(["http/1.1"])
            options |= {"ssl": strict(tls), "server_hostname": origin.host}
        seconds = exchange.within(exchange.seconds[0], httpx2.ConnectTimeout)
        try:
            async with asyncio.timeout(seconds):
                transport, _ = await self._loop.create_connection(
                    partial(getattr, self, "_arrivals"),  # cannot be interrupted
                    origin.host,
                    origin.port,
                    **options,
                )
        except (
            OSError,
            UnicodeError,
            OverflowError,
        ) as error:  # a name that no host has, for one
            raise typed(error, httpx2.ConnectError, httpx2.ConnectTimeout) from error
        self._arrivals.transport = transport  # it may have been interrupted in doing so
        if self.state is State.CLOSED:
            transport.abort()
            raise ClosedBeforeSending("the client was closed")
        opened = transport.get_extra_info("socket")
        tune(opened)
        self._is_readable = readable(opened)

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

    @property
    def has_answered(self) -> bool:
        """Whether any byte arrived since the last request began."""
        return self._http.has_answered

    def is_alive(self) -> bool:
        """Whether the peer has neither closed it nor sent what was not asked for; the socket knows
        that before the event loop does."""
        arrivals = self._arrivals
        return not (arrivals.ended or arrivals.pieces or self._is_readable())

    def interrupt(self) -> None:
        """End it while another task waits for it."""
        self.drop()

    def drop(self) -> None:
        """Close it without waiting."""
        self._http.state = State.CLOSED
        transport = self._arrivals.transport
        if transport is None or transport.is_closing() or self._pid != os.getpid():
            return  # after a fork, the parent's event loop still listens to its socket
        self._arrivals.give_up()
        if _is_running(self._loop):
            transport.abort()
            return
        with suppress(OSError):  # the event loop is over: this is all that can be done
            transport.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(transport.abort)

    def __del__(self) -> None:
        if hasattr(self, "_arrivals"):
            self.drop()

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
        transport = self._arrivals.transport
        if transport is None or transport.is_closing():
            raise httpx2.WriteError("the connection is closed")
        transport.write(data)
        if not self._arrivals.is_held_up:
            return
        seconds = exchange.within(exchange.seconds[2], httpx2.WriteTimeout)
        try:
            await self._arrivals.drained(seconds)
        except OSError as error:
            raise typed(error, httpx2.WriteError, httpx2.WriteTimeout) from error

    async def _read(self, exchange: Exchange) -> bytes:
        arrivals = self._arrivals
        seconds = exchange.within(exchange.seconds[1], httpx2.ReadTimeout)
        try:
            if not arrivals.pieces and not arrivals.ended:
                await arrivals.more(seconds)
            return arrivals.take()
        except OSError as error:
            if self._http.state is State.CLOSED:
                raise ClosedWhileReading("the connection was closed") from error
            raise typed(error, httpx2.ReadError, httpx2.ReadTimeout) from error


def _is_running(loop: asyncio.AbstractEventLoop) -> bool:
    """Whether this is the event loop that code runs in."""
    try:
        return asyncio.get_running_loop() is loop
    except RuntimeError:
        return False


class Arrivals(asyncio.Protocol):
    """Bytes that have arrived and were not read yet, and whether more may be sent."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.pieces: deque[bytes] = deque()
        self.ended = False
        self.is_held_up = False
        self._size = 0
        self._error: Exception | None = None
        self._reader: Waiter | None = None
        self._writer: Waiter | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection is open."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Keep what has arrived."""
        self.pieces.append(data)
        self._size += len(data)
        if self._size > _MOST_WAITING and self.transport is not None:
            self.transport.pause_reading()
        _wake(self._reader)

    def eof_received(self) -> bool:
        """The peer sends no more; the connection is closed then."""
        assert self.transport is not None
        tls = self.transport.get_extra_info("ssl_object")
        if tls is not None and not _has_said_so(tls):
            self._error = ConnectionAbortedError(
                "the peer closed the connection without a close_notify alert"
            )
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
        """The connection is closed from this side, which does not end a body properly."""
        if not self.ended:
            self._error = ConnectionAbortedError("the connection was closed")

    def pause_writing(self) -> None:
        """The peer does not take what is sent."""
        self.is_held_up = True

    def resume_writing(self) -> None:
        """The peer takes it again."""
        self.is_held_up = False
        _wake(self._writer)

    async def more(self, seconds: float | None) -> None:
        """Wait until there is something to read, or the end has come.

        Raises:
            TimeoutError: that takes too long.
        """
        self._reader = asyncio.get_running_loop().create_future()
        try:
            await _awaited(self._reader, seconds)
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

    async def drained(self, seconds: float | None) -> None:
        """Wait until the peer has taken what was sent.

        Raises:
            TimeoutError: that takes too long.
            OSError: the connection broke.
        """
        self._writer = asyncio.get_running_loop().create_future()
        try:
            await _awaited(self._writer, seconds)
        finally:
            self._writer = None
        if self._error is not None:
            raise self._error


async def _awaited(waiter: Waiter, seconds: float | None) -> None:
    """Wait until a waiter is woken.

    With ``asyncio.timeout``, an exception from a signal handler could leave a timer behind that
    cancels the task later; this one only concerns the waiter.
    """
    if seconds is None:
        await waiter
        return
    timer = waiter.get_loop().call_later(seconds, _wake, waiter, False)
    try:
        if not await waiter:
            raise TimeoutError("timed out")
    finally:
        timer.cancel()


def _has_said_so(tls: ssl.SSLObject) -> bool:
    """Whether the peer has announced the end of a TLS connection (RFC 8446, section 6.1)."""
    try:
        return not tls.read(1)
    except ssl.SSLError:
        return False


def _wake(waiter: Waiter | None, is_in_time: bool = True) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(is_in_time)
