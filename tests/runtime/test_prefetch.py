"""The next page is fetched while the present one is used; leaving early neither waits nor leaks."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.runtime import APIStatusError, PaginationLoopError
from tests.runtime.conftest import Call
from tests.runtime.server import Server, answer, late
from tests.runtime.test_pages import every, first, page

SLOW = 0.15


@pytest.fixture(autouse=True)
def no_thread_stays() -> Iterator[None]:
    """Every thread that fetches ahead ends with its request."""
    yield
    deadline = time.monotonic() + 2
    while _fetching() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _fetching()


def _fetching() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "page ahead"]


def pages(count: int) -> list[Any]:
    return [
        late(SLOW, page(f"z{n}", cursor=str(n + 1) if n + 1 < count else None))
        for n in range(count)
    ]


def consume(
    walk: Callable[[Any], Any], pause: float, most: int = 100
) -> Callable[[Any], Any]:
    """Use the items of a walk slowly; gives them with the seconds that it took."""

    def sync_use(source: Any) -> Any:
        found = []
        for item in walk(source):
            time.sleep(pause)
            found.append(item)
            if len(found) == most:
                break
        return found

    async def async_use(source: Any) -> Any:
        found = []
        async for item in walk(source):
            await asyncio.sleep(pause)
            found.append(item)
            if len(found) == most:
                break
        return found

    return lambda p: async_use(p) if hasattr(p, "__aiter__") else sync_use(p)


def test_waiting_and_using_go_on_side_by_side(call: Call, server: Server) -> None:
    took = {}
    for prefetch in (False, True):
        server.will(*pages(6))

        def walk(p: Any, prefetch: bool = prefetch) -> Any:
            return p.items(prefetch=prefetch)

        started = time.monotonic()
        found = call(first(consume(walk, SLOW)))
        took[prefetch] = time.monotonic() - started
        assert [zone.id for zone in found] == [f"z{n}" for n in range(6)]
    assert took[False] > 11 * SLOW
    assert took[True] < 0.85 * took[False]


def test_pages_are_fetched_one_ahead_and_no_further(call: Call, server: Server) -> None:
    server.will(*pages(4)[:2])
    call(first(consume(lambda p: p.iter_pages(prefetch=True), 3 * SLOW, most=1)))
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    ("bounds", "requests"),
    [
        ({"limit": 1}, 1),
        ({"limit": 2}, 2),
        ({"max_pages": 1}, 1),
        ({"max_pages": 2}, 2),
    ],
)
def test_no_page_is_fetched_that_is_not_wanted(
    call: Call, server: Server, bounds: dict[str, int], requests: int
) -> None:
    server.will(*pages(4)[:requests])
    found = call(first(lambda p: every(p.items(prefetch=True, **bounds))))
    assert len(found) == requests == len(server.seen)


def test_leaving_early_does_not_wait(call: Call, server: Server) -> None:
    server.will(page("a", cursor="2"), late(0.6, page("b")))
    took: list[float] = []

    def use(p: Any) -> Any:
        def sync_use() -> None:
            walk = p.items(prefetch=True)
            next(walk)
            time.sleep(0.1)
            started = time.monotonic()
            walk.close()
            took.append(time.monotonic() - started)

        async def async_use() -> None:
            walk = p.items(prefetch=True)
            await anext(walk)
            await asyncio.sleep(0.1)
            started = time.monotonic()
            await walk.aclose()
            took.append(time.monotonic() - started)
            assert asyncio.all_tasks() == {asyncio.current_task()}

        return async_use() if hasattr(p, "__aiter__") else sync_use()

    call(first(use))
    assert took[0] < 0.4
    assert len(server.seen) == 2


def test_an_error_ahead_is_raised_when_its_page_is_wanted(
    call: Call, server: Server
) -> None:
    server.will(page("a", "b", cursor="2"), answer(404))
    seen: list[str] = []

    def use(p: Any) -> Any:
        def sync_use() -> None:
            for item in p.items(prefetch=True):
                time.sleep(SLOW)
                seen.append(item.id)

        async def async_use() -> None:
            async for item in p.items(prefetch=True):
                await asyncio.sleep(SLOW)
                seen.append(item.id)

        return async_use() if hasattr(p, "__aiter__") else sync_use()

    with pytest.raises(APIStatusError):
        call(first(use))
    assert seen == ["a", "b"]


def test_a_circle_is_found_out_ahead_as_well(call: Call, server: Server) -> None:
    server.will(*[page(str(n), cursor="x") for n in range(2)])
    with pytest.raises(PaginationLoopError):
        call(first(lambda p: every(p.items(prefetch=True))))


def test_the_walk_that_is_cancelled_takes_its_fetch_along(
    call: Call, server: Server, request: pytest.FixtureRequest
) -> None:
    if request.node.callspec.params["call"] == "sync":
        pytest.skip("only tasks are cancelled")
    server.will(page("a", cursor="2"), late(0.6, page("b")))

    async def use(p: Any) -> None:
        async def walk() -> None:
            async for _ in p.items(prefetch=True):
                await asyncio.sleep(5)

        task = asyncio.create_task(walk())
        await asyncio.sleep(0.2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.sleep(0.1)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    call(first(use))
    assert len(server.seen) == 2
