"""The open connections of a transport: which one a request gets, and which are kept for others."""

from __future__ import annotations

import threading
import time
from typing import Generic, Protocol, TypeVar

import httpx2

from .exchange import Origin


class Connection(Protocol):
    """What is known of a connection here."""

    origin: Origin

    def is_ready(self) -> bool:
        """Whether another request may follow."""
        ...

    def is_alive(self) -> bool:
        """Whether the peer has not closed it, nor sent what nobody asked for."""
        ...

    def drop(self) -> None:
        """Close it without waiting for anything."""
        ...


ConnectionT = TypeVar("ConnectionT", bound=Connection)


class Connections(Generic[ConnectionT]):
    """The connections within some limits; safe to use from many threads.

    Who has waited for a place may ``take`` a connection, or ``adds`` one where that gives none, and
    hands it back.
    """

    def __init__(self, limits: httpx2.Limits) -> None:
        most, kept = limits.max_connections, limits.max_keepalive_connections
        self._most = float("inf") if most is None else most
        self._kept = self._most if kept is None else min(kept, self._most)
        self._expiry = limits.keepalive_expiry
        self._idle: list[tuple[float, ConnectionT]] = []
        self._in_use = set[ConnectionT]()
        self._is_closed = False
        self._lock = threading.Lock()

    def take(self, origin: Origin) -> ConnectionT | None:
        """The connection to an origin that was used last; None where none is left alive."""
        while True:
            with self._lock:
                found = self._last(origin)
                if found is None:
                    surplus = self._beyond(self._most - len(self._in_use) - 1)
                else:
                    surplus = []
                    self._in_use.add(found[1])
            _drop(surplus)
            if found is None:
                return None
            expires, connection = found
            if time.monotonic() < expires and connection.is_alive():
                return connection
            connection.drop()
            self.hand_back(connection)

    def add(self, connection: ConnectionT) -> ConnectionT:
        """Take up a connection that was opened for a request."""
        with self._lock:
            self._in_use.add(connection)
        return connection

    def hand_back(self, connection: ConnectionT) -> None:
        """Keep a connection if another request may follow."""
        is_ready = connection.is_ready()
        with self._lock:
            self._in_use.discard(connection)
            if is_ready and not self._is_closed:
                self._idle.append((self._expires(), connection))
                surplus = self._beyond(self._kept)
            else:
                surplus = [connection]
        _drop(surplus)

    def close(self) -> None:
        """Drop all connections, also those in use."""
        with self._lock:
            self._is_closed = True
            surplus = [*self._beyond(0), *self._in_use]
        _drop(surplus)

    def _expires(self) -> float:
        return time.monotonic() + (
            float("inf") if self._expiry is None else self._expiry
        )

    def _last(self, origin: Origin) -> tuple[float, ConnectionT] | None:
        for index in range(len(self._idle) - 1, -1, -1):
            if self._idle[index][1].origin == origin:
                return self._idle.pop(index)
        return None

    def _beyond(self, most: float) -> list[ConnectionT]:
        """Those that have waited longest, where more wait than may."""
        count = max(0, len(self._idle) - int(max(0, min(most, len(self._idle)))))
        surplus = [connection for _, connection in self._idle[:count]]
        del self._idle[:count]
        return surplus


def _drop(connections: list[ConnectionT]) -> None:
    for connection in connections:
        connection.drop()
