"""A transport on blocking sockets, on which nothing waits longer than the deadline of its call.

A timeout bounds each wait for the next bytes, so a server that sends a byte now and then is never
too late. The deadline bounds the sum: every wait on a socket is cut to what is left of it.
"""

from __future__ import annotations

import _thread
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from queue import Empty, SimpleQueue
from typing import Any
from weakref import ref

import httpx2

from .blocking_connection import BlockingConnection
from .connections import RECHECK_INTERVAL, SWEEP_INTERVAL, Lease, Pool
from .exchange import Exchange, Opener, Response, exchange_of, full
from .http1 import checked, framed
from ..wire.timeouts import shorter


class BlockingTransport(httpx2.BaseTransport):
    """The transport; ``options`` are those of an ``httpx2.Client``."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.opener = Opener(checked, framed)
        self._limits: httpx2.Limits = options["limits"]
        self._tls = options["verify"]
        self._pools: dict[int, Pool[BlockingConnection]] = {}
        """By process: after a fork, the connections of the parent are not those of the child."""

    @property
    def pool(self) -> Pool[BlockingConnection]:
        """The connections of this process."""
        here = os.getpid()
        pool = self._pools.get(here)
        if pool is None:
            pool = self._pools.setdefault(here, Pool(self._limits, _sweep_in_thread))
            for other in self._pools.keys() - {here}:
                self._pools.pop(other, None)
        return pool

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request of httpx2, its body unread.

        Raises:
            httpx2.TransportError: there was no response.
        """
        return self.send(exchange_of(request))

    def close(self) -> None:
        """Close the connections; requests in progress end with an error at once."""
        self.pool.close()

    def send(self, exchange: Exchange) -> httpx2.Response:
        """The response to a request, its body unread: by an idle connection if there is one.

        Raises:
            httpx2.TransportError: there was no response.
        """
        lease = Lease(self.pool)
        try:
            if not lease.has_place():
                self._wait(lease, exchange)
            head, kept = None, lease.take(exchange.origin)
            if kept is not None:
                try:
                    head = kept.send(exchange)
                except (httpx2.ReadError, httpx2.RemoteProtocolError):
                    if kept.has_answered or not exchange.is_repeatable:
                        raise
                    lease.discard()  # the peer closed it while the request was on its way
            if head is None:
                connection = lease.hold(BlockingConnection(exchange.origin))
                connection.open(exchange, self._tls)
                head = connection.send(exchange)
            return Response(exchange, head, _Body(lease, exchange))
        except BaseException as error:
            lease.discard()
            lease.release()
            exchange.names(error)
            raise

    def _wait(self, lease: Lease[BlockingConnection], exchange: Exchange) -> None:
        """Wait until fewer than the most connections are in use."""
        seconds = exchange.within(exchange.seconds[3], httpx2.PoolTimeout)
        end = None if seconds is None else time.monotonic() + seconds
        calls: SimpleQueue[None] = SimpleQueue()
        lease.wake = lambda: calls.put(None)
        while not lease.has_place():
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                raise full(self._limits, exchange)
            with suppress(Empty):
                calls.get(timeout=shorter(RECHECK_INTERVAL, left))


class _Body(httpx2.SyncByteStream):
    """The body of a response as it arrives; its connection is given back at its end."""

    def __init__(self, lease: Lease[BlockingConnection], exchange: Exchange) -> None:
        self._lease = lease
        self._exchange = exchange
        self.elapsed: timedelta | None = None

    def __iter__(self) -> Iterator[bytes]:
        try:
            while piece := self._piece():
                yield piece
        except httpx2.RequestError as error:
            self._exchange.names(error)
            raise
        self.close()

    def close(self) -> None:
        if self.elapsed is None:
            self.elapsed = self._exchange.took()
        self._lease.release()

    def _piece(self) -> bytes:
        lease = self._lease
        lease.is_reading = True
        try:
            return lease.connection.piece(self._exchange)
        finally:
            lease.is_reading = False


def _sweep_in_thread(pool: Pool[BlockingConnection]) -> Callable[[], object]:
    """Sweep a pool in a thread as long as that is needed; returns what stops it."""
    stop: SimpleQueue[None] = SimpleQueue()
    with suppress(RuntimeError):  # the interpreter shuts down, and starts no threads
        _thread.start_new_thread(_sweep, (ref(pool), stop))
    return lambda: stop.put(None)


def _sweep(known: ref[Pool[BlockingConnection]], stop: SimpleQueue[None]) -> None:
    while True:
        with suppress(Empty):
            stop.get(timeout=SWEEP_INTERVAL)
            return
        pool = known()
        if pool is None or not pool.sweep():
            return
        del pool
