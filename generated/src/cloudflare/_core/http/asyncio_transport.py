"""A transport on asyncio's own sockets."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any
from weakref import ref

import httpx2

from .asyncio_connection import AsyncioConnection
from .connections import RECHECK_INTERVAL, SWEEP_INTERVAL, Lease, Pool
from .event_loops import running_loop
from .exchange import Exchange, Opener, Response, exchange_of, full
from .http1 import checked, framed

Place = tuple[int, int]
"""A process, and an event loop in it."""


class AsyncioTransport(httpx2.AsyncBaseTransport):
    """The transport; ``options`` are those of an ``httpx2.AsyncClient``."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.opener = Opener(checked, framed)
        self._limits: httpx2.Limits = options["limits"]
        self._tls = options["verify"]
        self._pools: dict[Place, _LoopPool] = {}
        """After a fork, and in another event loop, connections cannot be used."""

    @property
    def pool(self) -> Pool[AsyncioConnection]:
        """The connections of the running event loop."""
        loop = asyncio.get_running_loop()
        here = (os.getpid(), id(loop))
        known = self._pools.get(here)
        if known is None or known.loop is not loop:
            known = self._pools[here] = _LoopPool(loop, self._limits)
            for other, pool in list(self._pools.items()):
                if other[0] != here[0] or pool.loop.is_closed():
                    self._pools.pop(other, None)
        return known

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request of httpx2, its body unread.

        Raises:
            httpx2.TransportError: there was no response.
        """
        return await self.send(exchange_of(request))

    async def aclose(self) -> None:
        """Close the connections; requests in progress end with an error at once."""
        here = os.getpid()
        for (process, _), pool in list(self._pools.items()):
            if process == here:
                pool.close()
        self._pools.clear()
        await asyncio.sleep(0)  # in which the event loop closes the sockets

    async def send(self, exchange: Exchange) -> httpx2.Response:
        """The response to a request, its body unread: by an idle connection if there is one.

        Raises:
            httpx2.TransportError: there was no response.
        """
        lease = Lease(self.pool)
        try:
            if not lease.has_place():
                await self._wait(lease, exchange)
            head, kept = None, lease.take(exchange.origin)
            if kept is not None:
                try:
                    head = await kept.send(exchange)
                except (httpx2.ReadError, httpx2.RemoteProtocolError):
                    if kept.has_answered or not exchange.is_repeatable:
                        raise
                    lease.discard()  # the peer closed it while the request was on its way
            if head is None:
                connection = lease.hold(AsyncioConnection(exchange.origin))
                await connection.open(exchange, self._tls)
                head = await connection.send(exchange)
            return Response(exchange, head, _Body(lease, exchange))
        except BaseException as error:
            lease.discard()
            lease.release()
            exchange.names(error)
            raise

    async def _wait(self, lease: Lease[AsyncioConnection], exchange: Exchange) -> None:
        """Wait until fewer than the most connections are in use."""
        seconds = exchange.within(exchange.seconds[3], httpx2.PoolTimeout)
        loop, called = asyncio.get_running_loop(), asyncio.Event()
        lease.wake = lambda: loop.call_soon_threadsafe(called.set)
        try:
            async with asyncio.timeout(seconds):
                while not lease.has_place():
                    with suppress(TimeoutError):
                        async with asyncio.timeout(RECHECK_INTERVAL):
                            await called.wait()
                    called.clear()
        except TimeoutError:
            raise full(self._limits, exchange) from None


class _LoopPool(Pool[AsyncioConnection]):
    """The connections of an event loop, which is kept, so that no other has its id."""

    def __init__(self, loop: asyncio.AbstractEventLoop, limits: httpx2.Limits) -> None:
        super().__init__(limits, _sweep_in_loop)
        self.loop = loop

    @property
    def is_here(self) -> bool:
        """Whether its connections can be used: not in another process or event loop."""
        return self.loop is running_loop() and super().is_here


class _Body(httpx2.AsyncByteStream):
    """The body of a response as it arrives; its connection is given back at its end."""

    def __init__(self, lease: Lease[AsyncioConnection], exchange: Exchange) -> None:
        self._lease = lease
        self._exchange = exchange
        self.elapsed: timedelta | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while piece := await self._piece():
                yield piece
        except httpx2.RequestError as error:
            self._exchange.names(error)
            raise
        await self.aclose()

    async def aclose(self) -> None:
        if self.elapsed is None:
            self.elapsed = self._exchange.took()
        self._lease.release()

    async def _piece(self) -> bytes:
        lease = self._lease
        lease.is_reading = True
        try:
            return await lease.connection.piece(self._exchange)
        finally:
            lease.is_reading = False


def _sweep_in_loop(pool: Pool[AsyncioConnection]) -> Callable[[], object]:
    """Sweep a pool in the running event loop as long as that is needed; returns what stops it."""
    known, loop = ref(pool), asyncio.get_running_loop()
    timers: list[asyncio.TimerHandle] = []

    def sweep() -> None:
        pool = known()
        if pool is not None and pool.sweep():
            timers[:] = [loop.call_later(SWEEP_INTERVAL, sweep)]

    def stop() -> None:
        for timer in timers:
            timer.cancel()

    timers.append(loop.call_later(SWEEP_INTERVAL, sweep))
    return stop
