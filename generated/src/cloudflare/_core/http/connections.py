"""The connections of one transport, in one process and one event loop: who may use one, and which
are kept for later.

A signal handler may raise at any instruction, in finalizers and in error handlers as well. So
nothing here is locked and nothing is counted:

- a request in progress is a ``Lease``, which the pool knows by a weak reference only: the place of
  a lease that was lost is free;
- the connection in use belongs to its lease alone: one that was lost is closed, never shared;
- each change of the pool is one operation of a dict, which is atomic.

The pool does not know what a connection is made of, nor how its user waits.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, Protocol, TypeAlias, TypeVar
from weakref import ref

import httpx2

from .exchange import Origin
from .http1 import State
from .sockets import ClosedBeforeSending, ClosedWhileReading

LONGEST_LIFE = 600.0
"""Seconds after which a connection is not used again: names and load balancers change."""

SWEEP_INTERVAL = 1.0
"""Seconds between two looks at the idle connections."""

RECHECK_INTERVAL = 1.0
"""Seconds after which a waiting request looks whether a place is free without having been told:
a signal may have interrupted the caller that should have told it."""


class Connection(Protocol):
    """What the pool knows of a connection."""

    origin: Origin
    born: float
    """When it was created, on the clock of the pool."""

    @property
    def state(self) -> State:
        """Where it is in its life."""
        ...

    def is_alive(self) -> bool:
        """Whether the peer has neither closed it nor sent what was not asked for."""
        ...

    def interrupt(self) -> None:
        """End it while it is in use elsewhere: that use goes on at once, with an error."""
        ...

    def drop(self) -> None:
        """Close it without waiting; it is not in use elsewhere."""
        ...


def _nothing() -> None:
    """Nothing to wake, or to stop."""


ConnectionT = TypeVar("ConnectionT", bound=Connection)


Key: TypeAlias = "ref[Lease[ConnectionT]]"
"""What the pool knows of a lease; one that was lost leaves through it."""


class Pool(Generic[ConnectionT]):
    """The connections within some limits.

    ``sweep_later`` has ``sweep`` called every ``SWEEP_INTERVAL`` until it returns False; what it
    returns stops that.
    """

    _stop_sweeping: Callable[[], object] = staticmethod(_nothing)

    def __init__(
        self,
        limits: httpx2.Limits,
        sweep_later: Callable[[Pool[ConnectionT]], Callable[[], object]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        most, kept = limits.max_connections, limits.max_keepalive_connections
        self._most = float("inf") if most is None else most
        self._kept = self._most if kept is None else min(kept, self._most)
        expiry = limits.keepalive_expiry
        self._expiry = float("inf") if expiry is None else expiry
        self._sweep_later = sweep_later
        self._clock = clock
        self._sweep_expected = float("-inf")
        """Until when the next sweep will have happened, unless a signal interrupts it."""
        self._leases: dict[Key[ConnectionT], None] = {}
        """In the order of their arrival: the first ones have a place, the others wait for one."""
        self._idle: dict[ConnectionT, float] = {}
        """When each expires; the one that waits longest is first."""
        self.pid = os.getpid()
        self.is_closed = False

    @property
    def in_use(self) -> int:
        """How many requests have a place, or wait for one."""
        return sum(lease() is not None for lease in list(self._leases))

    @property
    def idle(self) -> int:
        """How many connections are kept for later requests."""
        return len(self._idle)

    @property
    def is_here(self) -> bool:
        """Whether its connections can be used: not in another process than that of its creation."""
        return self.pid == os.getpid()

    def join(self, key: Key[ConnectionT]) -> None:
        """Put a lease at the end of the line."""
        self._leases[key] = None

    def sweep(self) -> bool:
        """Close idle connections that have expired, or whose peer has closed them; returns whether
        to sweep again later."""
        self._sweep_expected = float(
            "-inf"
        )  # first, for connections that are added meanwhile
        now = self._clock()
        for connection, expires in list(self._idle.items()):
            is_due = now >= expires or not connection.is_alive()
            if is_due and self._idle.pop(connection, None) is not None:
                connection.drop()
        if not self._idle or self._sweep_expected > now:
            return False
        self._sweep_expected = now + 2 * SWEEP_INTERVAL
        return True

    def close(self) -> None:
        """Close all connections; requests in progress end with an error at once."""
        self.is_closed = True
        self._stop_sweeping()
        self._trim(0)
        for key in list(self._leases):
            lease = key()
            if lease is not None:
                lease.interrupt()

    def has_place(self, key: Key[ConnectionT] | None) -> bool:
        """Whether a lease may use a connection.

        Raises:
            ClosedBeforeSending: the pool was closed.
        """
        if self.is_closed:
            raise ClosedBeforeSending("the client was closed")
        if len(self._leases) <= self._most:
            return True
        self._forget_lost()
        return key in list(self._leases)[: int(self._most)]

    def lend(self, lease: Lease[ConnectionT], origin: Origin) -> ConnectionT | None:
        """Give a lease the idle connection to an origin that was used last; None if there is
        none, and room for another connection."""
        for connection in reversed(list(self._idle)):
            if connection.origin == origin:
                expires = self._idle.pop(connection, None)
                if expires is None:  # another thread was faster
                    continue
                lease.hold(connection)
                if self._clock() < expires and connection.is_alive():
                    return connection
                lease.discard()
        self._trim(self._most - min(len(self._leases), self._most))
        return None

    def keep(self, connection: ConnectionT) -> None:
        """Keep a connection for later requests."""
        now = self._clock()
        expires = min(now + self._expiry, connection.born + LONGEST_LIFE)
        self._idle[connection] = expires
        if self.is_closed or len(self._idle) > self._kept:
            self._trim(0 if self.is_closed else self._kept)
        if self._sweep_expected <= now and self._idle:
            self._stop_sweeping = self._sweep_later(self)
            self._sweep_expected = now + 2 * SWEEP_INTERVAL

    def leave(self, key: Key[ConnectionT]) -> None:
        """Free the place of a lease, and tell those that get one."""
        self._leases.pop(key, None)
        if len(self._leases) >= self._most:
            most, freed = int(self._most), 1 + self._forget_lost()
            for other in list(self._leases)[max(0, most - freed) : most]:
                lease = other()
                if lease is not None:
                    lease.wake()

    def __del__(self) -> None:
        self._stop_sweeping()

    def _forget_lost(self) -> int:
        """Free the places of leases that do not exist any more; returns how many."""
        lost = [key for key in list(self._leases) if key() is None]
        for key in lost:
            self._leases.pop(key, None)
        return len(lost)

    def _trim(self, most: float) -> None:
        """Close the connections that wait longest, if more than ``most`` do."""
        surplus = len(self._idle) - most
        if surplus <= 0:
            return
        for connection in list(self._idle)[: int(surplus)]:
            if self._idle.pop(connection, None) is not None:
                connection.drop()


class Lease(Generic[ConnectionT]):
    """A request's place in the pool, and the connection that it uses."""

    __slots__ = ("__weakref__", "_held", "_key", "_pool", "is_reading", "wake")

    def __init__(self, pool: Pool[ConnectionT]) -> None:
        self._pool = pool
        self._held: list[ConnectionT] = []
        self.is_reading = False
        """Whether a thread or task waits for the connection."""
        self.wake: Callable[[], object] = _nothing
        """Tells the one that waits for a place to look again."""
        self._key: Key[ConnectionT] | None = ref(self, pool.leave)
        pool.join(self._key)

    @property
    def connection(self) -> ConnectionT:
        """The connection, to read from.

        Raises:
            ClosedWhileReading: it was given back, or belongs to another process.
        """
        if not self._pool.is_here:
            raise ClosedWhileReading(
                "the response belongs to another process or event loop"
            )
        for connection in self._held:
            return connection
        raise ClosedWhileReading("the response was closed before its body had ended")

    def has_place(self) -> bool:
        """Whether it may use a connection.

        Raises:
            ClosedBeforeSending: the pool was closed.
        """
        return self._pool.has_place(self._key)

    def take(self, origin: Origin) -> ConnectionT | None:
        """The most recently used idle connection to an origin, or None."""
        return self._pool.lend(self, origin)

    def hold(self, connection: ConnectionT) -> ConnectionT:
        """Own a connection from here on.

        Raises:
            ClosedBeforeSending: the pool was closed.
        """
        self._held.append(connection)
        if self._pool.is_closed:
            raise ClosedBeforeSending("the client was closed")
        return connection

    def discard(self) -> None:
        """Close the connection, and keep the place."""
        for connection in list(self._held):
            connection.drop()
        self._held.clear()

    def release(self) -> None:
        """Give back connection and place; calling it again does no harm."""
        if self._held:
            with suppress(IndexError):  # another thread was faster
                self._give_back(self._held.pop())
        if self._key is not None:
            self._pool.leave(self._key)
            self._key = None

    def interrupt(self) -> None:
        """End what is going on, from another thread or task."""
        for connection in list(self._held):
            connection.interrupt()
        self.wake()

    def _give_back(self, connection: ConnectionT) -> None:
        if self.is_reading:  # the one that reads closes it
            connection.interrupt()
        elif connection.state is State.IDLE and self._pool.is_here:
            self._pool.keep(connection)
        else:
            connection.drop()
