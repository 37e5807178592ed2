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
from tests.runtime.server import Server, answer, held, late
from tests.runtime.test_pages import every, first, page

SLOW = 0.15


@pytest.fixture(autouse=True)
def no_thread_stays() -> Iterator[None]:
    """Every thread that prefetches ends with its request."""
    yield
    deadline = time.monotonic() + 2
    while _fetching() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _fetching()


def _fetching() -> list[threading.Thread]:
    return [
        thread for thread in threading.enumerate() if thread.name == "page prefetch"
    ]


def pages(count: int) -> list[Any]:
    return [
        page(f"z{n}", cursor=str(n + 1) if n + 1 < count else None)
        for n in range(count)
    ]


def slowly(
    walk: Callable[[Any], Any], use: Callable[[Any], bool]
) -> Callable[[Any], Any]:
    """Use the items of an iteration; each may be used for as long as ``use`` is not true."""

    def sync_use(source: Any) -> Any:
        for item in walk(source):
            while not use(item):
                time.sleep(0.005)

    async def async_use(source: Any) -> Any:
        async for item in walk(source):
            while not use(item):
                await asyncio.sleep(0.005)

    return lambda p: async_use(p) if hasattr(p, "__aiter__") else sync_use(p)


def test_the_next_page_is_fetched_while_this_one_is_used(
    call: Call, server: Server
) -> None:
    used: list[str] = []

    def next_is_asked_for(item: Any) -> bool:
        """Whether the request for the page after that of the item has arrived."""
        number = int(item.id[1:])
        if len(server.seen) < min(number + 2, 4):
            return False
        used.append(item.id)
        return True

    server.will(*pages(4))
    call(first(slowly(lambda p: p.items(prefetch=True), next_is_asked_for)))
    assert used == ["z0", "z1", "z2", "z3"]


def test_without_prefetch_a_page_is_fetched_when_it_is_wanted(
    call: Call, server: Server
) -> None:
    asked: list[int] = []

    def count(item: Any) -> bool:
        asked.append(len(server.seen))
        return True

    server.will(*pages(4))
    call(first(slowly(lambda p: p.items(), count)))
    assert asked == [1, 2, 3, 4]


def test_pages_are_fetched_one_ahead_and_no_further(call: Call, server: Server) -> None:
    server.will(*pages(4)[:2])

    def use(p: Any) -> Any:
        def sync_use() -> None:
            walk = p.iter_pages(prefetch=True)
            next(walk)
            time.sleep(SLOW)  # a third request would arrive
            walk.close()

        async def async_use() -> None:
            walk = p.iter_pages(prefetch=True)
            await anext(walk)
            await asyncio.sleep(SLOW)
            await walk.aclose()

        return async_use() if hasattr(p, "__aiter__") else sync_use()

    call(first(use))
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
    released = threading.Event()
    server.will(page("a", cursor="2"), held(released, page("b")))

    def use(p: Any) -> Any:
        def sync_use() -> None:
            walk = p.items(prefetch=True)
            next(walk)
            time.sleep(0.1)
            walk.close()

        async def async_use() -> None:
            walk = p.items(prefetch=True)
            await anext(walk)
            await asyncio.sleep(0.1)
            await walk.aclose()
            assert asyncio.all_tasks() == {asyncio.current_task()}

        return async_use() if hasattr(p, "__aiter__") else sync_use()

    call(first(use))
    released.set()
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
