"""The pool of connections by itself: connections are stand-ins, the clock is simulated."""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from weakref import ref

import httpx2
import pytest

from generator.runtime.http.connections import (
    LONGEST_LIFE,
    SWEEP_INTERVAL,
    Lease,
    Pool,
)
from generator.runtime.http.exchange import Origin
from generator.runtime.http.http1 import State
from generator.runtime.http.pool import Pool as ClientPool
from generator.runtime.http.sockets import ClosedBeforeSending, ClosedWhileReading

HERE = Origin("http", "here.test", 80, b"here.test")
THERE = Origin("http", "there.test", 80, b"there.test")


class Clock:
    """Moves when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Stub:
    """A connection that does nothing."""

    def __init__(self, origin: Origin = HERE, born: float = 0.0) -> None:
        self.origin = origin
        self.born = born
        self.state = State.IDLE
        self.was_heard = True

    def is_alive(self) -> bool:
        return self.was_heard

    def interrupt(self) -> None:
        self.state = State.CLOSED

    def drop(self) -> None:
        self.state = State.CLOSED


class Sweeps:
    """Counts how often sweeping began, and ended."""

    begun = ended = 0

    def __call__(self, pool: Pool[Stub]) -> Callable[[], object]:
        self.begun += 1
        return self._end

    def _end(self) -> None:
        self.ended += 1


CLOCK, SWEEPS = Clock(), Sweeps()


@pytest.fixture(autouse=True)
def anew() -> None:
    CLOCK.now, SWEEPS.begun, SWEEPS.ended = 0.0, 0, 0


def pool_of(most: int = 2, kept: int = 2, expiry: float | None = 5.0) -> Pool[Stub]:
    limits = httpx2.Limits(
        max_connections=most,
        max_keepalive_connections=kept,
        keepalive_expiry=expiry,
    )
    return Pool(limits, SWEEPS, CLOCK)


def kept(pool: Pool[Stub], *connections: Stub) -> None:
    """Have connections used and given back."""
    leases = [Lease(pool) for _ in connections]
    for lease, connection in zip(leases, connections, strict=True):
        lease.hold(connection)
    for lease in leases:
        lease.release()


def test_the_connection_that_was_used_last_is_used_next() -> None:
    pool, first, last = pool_of(), Stub(), Stub()
    kept(pool, first, last)
    assert Lease(pool).take(HERE) is last


def test_a_connection_is_used_for_its_origin_only() -> None:
    pool = pool_of()
    kept(pool, Stub(THERE))
    assert Lease(pool).take(HERE) is None


def test_an_idle_connection_expires() -> None:
    pool, connection = pool_of(), Stub()
    kept(pool, connection)
    CLOCK.now = 4.9
    assert pool.sweep()
    CLOCK.now = 5.0
    assert not pool.sweep()
    assert (pool.idle, connection.state) == (0, State.CLOSED)


def test_an_expired_connection_is_not_used() -> None:
    pool, connection = pool_of(), Stub()
    kept(pool, connection)
    CLOCK.now = 5.0
    assert Lease(pool).take(HERE) is None
    assert connection.state is State.CLOSED


def test_a_connection_in_steady_use_has_a_longest_life() -> None:
    pool, connection = pool_of(expiry=None), Stub()
    kept(pool, connection)
    CLOCK.now = LONGEST_LIFE - 1
    lease = Lease(pool)
    assert lease.take(HERE) is connection
    lease.release()
    CLOCK.now = LONGEST_LIFE
    assert not pool.sweep()
    assert connection.state is State.CLOSED


def test_a_connection_that_the_peer_closed_is_swept_at_once() -> None:
    pool, connection = pool_of(), Stub()
    kept(pool, connection)
    connection.was_heard = False
    assert not pool.sweep()
    assert connection.state is State.CLOSED


def test_sweeping_goes_on_while_a_connection_is_idle() -> None:
    pool = pool_of()
    kept(pool, Stub())
    kept(pool, Stub())
    assert SWEEPS.begun == 1
    assert pool.sweep()
    CLOCK.now = 5.0
    assert not pool.sweep()
    kept(pool, Stub(born=5.0))
    assert SWEEPS.begun == 2


def test_sweeping_that_was_interrupted_begins_again() -> None:
    pool = pool_of(expiry=None)
    kept(pool, Stub())
    CLOCK.now = 10.0
    kept(pool, Stub())
    assert SWEEPS.begun == 2


@pytest.mark.parametrize("swept", [False, True])
def test_sweeping_counts_as_interrupted_after_two_intervals(*, swept: bool) -> None:
    pool = pool_of(expiry=None)
    kept(pool, Stub())
    if swept:
        CLOCK.now = 1.0
        assert pool.sweep()
    CLOCK.now += 2 * SWEEP_INTERVAL - 0.1
    kept(pool, Stub())
    assert SWEEPS.begun == 1
    CLOCK.now += 0.1
    kept(pool, Stub())
    assert SWEEPS.begun == 2


class Closing(Stub):
    """A connection whose pool is closed, say by another thread, while it is looked at."""

    pool: Pool[Stub]

    def is_alive(self) -> bool:
        self.pool.close()
        return False


def test_a_pool_may_be_closed_while_it_is_swept() -> None:
    pool, connection = pool_of(), Closing()
    connection.pool = pool
    kept(pool, connection)
    assert not pool.sweep()
    assert connection.state is State.CLOSED


def test_sweeping_ends_with_the_pool() -> None:
    pool = pool_of()
    kept(pool, Stub())
    del pool
    assert SWEEPS.ended == 1


def test_no_more_connections_are_kept_than_the_limit_says() -> None:
    pool, first, last = pool_of(kept=1), Stub(), Stub()
    kept(pool, first, last)
    assert (first.state, last.state, pool.idle) == (State.CLOSED, State.IDLE, 1)


def test_an_idle_connection_makes_room_for_one_to_another_origin() -> None:
    pool, idle = pool_of(most=1), Stub()
    kept(pool, idle)
    assert Lease(pool).take(THERE) is None
    assert idle.state is State.CLOSED


def test_without_a_limit_every_lease_has_a_place() -> None:
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=None)
    pool: Pool[Stub] = Pool(limits, SWEEPS, CLOCK)
    leases = [Lease(pool) for _ in range(200)]
    assert all(lease.has_place() for lease in leases)


def test_places_are_given_in_the_order_of_arrival() -> None:
    pool = pool_of(most=1)
    first, second, third = Lease(pool), Lease(pool), Lease(pool)
    woken: list[str] = []
    second.wake = lambda: woken.append("second")
    third.wake = lambda: woken.append("third")
    assert [one.has_place() for one in (first, second, third)] == [True, False, False]
    first.release()
    assert woken == ["second"]
    assert [one.has_place() for one in (second, third)] == [True, False]


def test_a_lease_that_was_lost_gives_its_place_to_the_one_that_waits() -> None:
    pool = pool_of(most=1)
    lost, waiting = Lease(pool), Lease(pool)
    woken: list[bool] = []
    waiting.wake = lambda: woken.append(True)
    connection = lost.hold(Stub())
    del lost
    gc.collect()
    assert woken == [True]
    assert waiting.has_place()
    assert waiting.take(HERE) is None, "a connection that was lost is not shared"
    assert connection.state is State.IDLE


def test_a_lease_that_was_lost_without_notice_is_forgotten() -> None:
    pool, other = pool_of(most=1), pool_of()
    lost = Lease(other)
    pool.join(ref(lost))  # without a callback, as if a signal had interrupted it
    del lost
    waiting = Lease(pool)
    assert waiting.has_place()
    assert len(pool._leases) == 1


def test_a_place_that_is_freed_wakes_also_for_those_that_were_lost() -> None:
    pool, other = pool_of(most=3), pool_of()
    first, second = Lease(other), Lease(other)
    for lost in (first, second):
        pool.join(ref(lost))  # without a callback, as if a signal had interrupted it
    del lost, first, second
    using = Lease(pool)
    waiting = [Lease(pool) for _ in range(4)]
    woken: list[int] = []
    for number, lease in enumerate(waiting):
        lease.wake = partial(woken.append, number)
    using.release()
    assert woken == [0, 1, 2]


class Deaf(Stub):
    """A connection that its user goes on with."""

    def interrupt(self) -> None:
        pass


def test_a_closed_pool_keeps_no_connection() -> None:
    pool, used = pool_of(), Deaf()
    lease = Lease(pool)
    lease.hold(used)
    pool.close()
    lease.release()
    assert (used.state, pool.idle) == (State.CLOSED, 0)


def test_a_connection_that_is_not_ready_is_closed() -> None:
    pool, connection = pool_of(), Stub()
    connection.state = State.READING
    kept(pool, connection)
    assert (connection.state, pool.idle) == (State.CLOSED, 0)


def test_a_connection_that_another_thread_reads_is_never_shared() -> None:
    pool, connection = pool_of(), Stub()
    lease = Lease(pool)
    lease.hold(connection)
    lease.is_reading = True
    lease.release()
    assert (connection.state, pool.idle) == (State.CLOSED, 0)


def test_releasing_twice_gives_back_once() -> None:
    pool = pool_of()
    lease = Lease(pool)
    lease.hold(Stub())
    lease.release()
    lease.release()
    assert (pool.in_use, pool.idle) == (0, 1)


def test_what_is_in_use_ends_when_the_pool_is_closed() -> None:
    pool, idle, used = pool_of(most=1), Stub(), Stub()
    kept(pool, idle)
    lease, waiting = Lease(pool), Lease(pool)
    lease.hold(used)
    woken: list[bool] = []
    waiting.wake = lambda: woken.append(True)
    pool.close()
    assert (idle.state, used.state, woken) == (State.CLOSED, State.CLOSED, [True])
    with pytest.raises(ClosedBeforeSending):
        waiting.has_place()
    with pytest.raises(ClosedBeforeSending):
        Lease(pool).hold(Stub())
    lease.release()
    with pytest.raises(ClosedWhileReading):
        _ = lease.connection


def test_threads_never_share_a_connection_nor_exceed_the_limit() -> None:
    pool = pool_of(most=4, kept=4)
    in_use: set[Stub] = set()

    def use(_: int) -> bool:
        lease = Lease(pool)
        while not lease.has_place():
            pass
        connection = lease.take(HERE) or lease.hold(Stub())
        is_shared = connection in in_use
        in_use.add(connection)
        is_within = len(in_use) <= 4
        in_use.discard(connection)
        lease.release()
        return is_within and not is_shared

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(use, range(4000)))
    assert pool.in_use == 0
    assert pool.idle <= 4


def test_a_client_and_its_copies_share_one_transport() -> None:
    given, made = object(), list[object]()

    def make(http_client: object) -> object:
        made.append(http_client)
        return object()

    shared = ClientPool(given)
    assert shared.transport(make) is shared.transport(make)
    assert made == [given]
    transport = shared.transport(make)
    assert shared.close() is transport
    with pytest.raises(RuntimeError, match="has been closed"):
        shared.transport(make)


def test_a_pool_that_was_never_used_has_nothing_to_close() -> None:
    assert ClientPool(None).close() is None
