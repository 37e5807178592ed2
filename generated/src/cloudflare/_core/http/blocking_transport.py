"""A transport on blocking sockets, on which nothing waits longer than the deadline of its call.

A time-out bounds each wait for the next bytes, so a server that sends a byte now and then is
never too late. The deadline bounds the sum: every wait on a socket is cut to what is left of it.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import httpx2

from .blocking_connection import BlockingConnection, connect
from .connections import Connections
from .exchange import Exchange, Opener, Response, exchange_of, full
from .http1 import checked, framed


class BlockingTransport(httpx2.BaseTransport):
    """The transport; ``options`` are those of an ``httpx2.Client``."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.opener = Opener(checked, framed)
        self._limits: httpx2.Limits = options["limits"]
        self._tls = options["verify"]
        self._connections = Connections[BlockingConnection](self._limits)
        most = self._limits.max_connections
        self._places = None if most is None else threading.Semaphore(most)
        self.abandoned = deque[BlockingConnection]()
        """Those of responses that nobody closed."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request of httpx2, its body unread.

        Raises:
            httpx2.TransportError: there was no response.
        """
        return self.send(exchange_of(request))

    def close(self) -> None:
        """Close the connections, also those in use."""
        self._connections.close()

    def leave(self, connection: BlockingConnection | None) -> None:
        """Give connection and place to the next request."""
        if connection is not None:
            self._connections.hand_back(connection)
        if self._places is not None:
            self._places.release()

    def send(self, exchange: Exchange) -> httpx2.Response:
        """The response to a request, its body unread.

        Raises:
            httpx2.TransportError: there was no response.
        """
        self._enter(exchange)
        connection = None
        try:
            connection = self._connections.take(exchange.origin)
            if connection is None:
                opened = connect(exchange, self._tls)
                connection = self._connections.add(opened)
            head = connection.send(exchange)
        except BaseException as error:
            if connection is not None:
                connection.drop()
            self.leave(connection)
            exchange.names(error)
            raise
        return Response(exchange, head, _Body(self, connection, exchange))

    def _enter(self, exchange: Exchange) -> None:
        """Wait until fewer than the most connections are in use."""
        while self.abandoned:
            self.leave(self.abandoned.popleft())
        if self._places is None or self._places.acquire(blocking=False):
            return
        seconds = exchange.within(exchange.seconds[3], httpx2.PoolTimeout)
        if not self._places.acquire(timeout=seconds):
            raise full(self._limits, exchange)


class _Body(httpx2.SyncByteStream):
    """The body of a response as it arrives; its connection is handed back at its end."""

    def __init__(
        self,
        transport: BlockingTransport,
        connection: BlockingConnection,
        exchange: Exchange,
    ) -> None:
        self._transport = transport
        self._connection: BlockingConnection | None = connection
        self._exchange = exchange
        self.elapsed: timedelta | None = None

    def __iter__(self) -> Iterator[bytes]:
        try:
            while self._connection is not None:
                piece = self._connection.piece(self._exchange)
                if not piece:
                    self.close()
                    return
                yield piece
            raise httpx2.ReadError("the response was closed before its body had ended")
        except httpx2.RequestError as error:
            self._exchange.names(error)
            raise

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            self.elapsed = self._exchange.took()
            self._transport.leave(connection)

    def __del__(self) -> None:
        if self._connection is not None:  # this may be anywhere: nothing is locked here
            self._connection.drop()
            self._transport.abandoned.append(self._connection)
