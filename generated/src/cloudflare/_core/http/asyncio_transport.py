"""A transport on asyncio's own sockets."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import Any

import httpx2

from .asyncio_connection import AsyncioConnection, connect
from .connections import Connections
from .exchange import Exchange, Opener, Response, exchange_of, full
from .http1 import checked, framed


class AsyncioTransport(httpx2.AsyncBaseTransport):
    """The transport; ``options`` are those of an ``httpx2.AsyncClient``."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.opener = Opener(checked, framed)
        self._limits: httpx2.Limits = options["limits"]
        self._tls = options["verify"]
        self._connections = Connections[AsyncioConnection](self._limits)
        most = self._limits.max_connections
        self._places = None if most is None else asyncio.Semaphore(most)
        self.abandoned = deque[AsyncioConnection]()
        """Those of responses that nobody closed."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request of httpx2, its body unread.

        Raises:
            httpx2.TransportError: there was no response.
        """
        return await self.send(exchange_of(request))

    async def aclose(self) -> None:
        """Close the connections, also those in use."""
        self._connections.close()
        await asyncio.sleep(0)  # in which the event loop closes the sockets

    def leave(self, connection: AsyncioConnection | None) -> None:
        """Give connection and place to the next request."""
        if connection is not None:
            self._connections.hand_back(connection)
        if self._places is not None:
            self._places.release()

    async def send(self, exchange: Exchange) -> httpx2.Response:
        """The response to a request, its body unread.

        Raises:
            httpx2.TransportError: there was no response.
        """
        await self._enter(exchange)
        connection = None
        try:
            connection = self._connections.take(exchange.origin)
            if connection is None:
                opened = await connect(exchange, self._tls)
                connection = self._connections.add(opened)
            head = await connection.send(exchange)
        except BaseException as error:
            if connection is not None:
                connection.drop()
            self.leave(connection)
            exchange.names(error)
            raise
        return Response(exchange, head, _Body(self, connection, exchange))

    async def _enter(self, exchange: Exchange) -> None:
        """Wait until fewer than the most connections are in use."""
        while self.abandoned:
            self.leave(self.abandoned.popleft())
        if self._places is None:
            return
        if not self._places.locked():
            await self._places.acquire()
            return
        seconds = exchange.within(exchange.seconds[3], httpx2.PoolTimeout)
        try:
            async with asyncio.timeout(seconds):
                await self._places.acquire()
        except TimeoutError:
            raise full(self._limits, exchange) from None


class _Body(httpx2.AsyncByteStream):
    """The body of a response as it arrives; its connection is handed back at its end."""

    def __init__(
        self,
        transport: AsyncioTransport,
        connection: AsyncioConnection,
        exchange: Exchange,
    ) -> None:
        self._transport = transport
        self._connection: AsyncioConnection | None = connection
        self._exchange = exchange
        self.elapsed: timedelta | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while self._connection is not None:
                piece = await self._connection.piece(self._exchange)
                if not piece:
                    await self.aclose()
                    return
                yield piece
            raise httpx2.ReadError("the response was closed before its body had ended")
        except httpx2.RequestError as error:
            self._exchange.names(error)
            raise

    async def aclose(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            self.elapsed = self._exchange.took()
            self._transport.leave(connection)

    def __del__(self) -> None:
        if self._connection is not None:  # this may be anywhere: nothing is locked here
            self._connection.drop()
            self._transport.abandoned.append(self._connection)
