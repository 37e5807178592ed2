"""Pages: walking, stopping, and finding out servers that lead round in circles."""

from __future__ import annotations

import inspect
import pickle
import weakref
from typing import Any

import pytest

from generator.runtime import (
    CursorIdRules,
    CursorUrlRules,
    ItemT,
    ObservedAttempt,
    Observer,
    OffsetRules,
    PageNumberRules,
    PaginationLoopError,
    SinglePageRules,
    SyncPage,
)
from generator.runtime.policy.errors import PaginationError
from tests.runtime.acme import SyncCursorPage, Zones, sync_client
from generator.runtime.policy.policies import Policies
from tests.runtime.conftest import Call
from tests.runtime.models import Zone
from tests.runtime.server import Server, Step, answer


def page(*ids: str, cursor: object = None, **more: object) -> Step:
    return answer(200, {"result": [{"id": i} for i in ids], "cursor": cursor, **more})


async def _all(source: Any) -> list[Any]:
    return [item async for item in source]


def every(source: Any) -> Any:
    """Everything that an iterator of either kind gives."""
    return _all(source) if hasattr(source, "__aiter__") else list(source)


def first(use: Any) -> Any:
    """Call a list method, wait for the first page where needed, and do something with it."""

    def run(zones: Any) -> Any:
        got = zones.list()
        if not inspect.isawaitable(got):
            return use(got)

        async def wait() -> Any:
            found = use(await got)
            return await found if inspect.isawaitable(found) else found

        return wait()

    return run


def test_iterating_gives_the_items_of_all_pages(call: Call, server: Server) -> None:
    server.will(page("a", "b", cursor="2"), page("c", cursor="3"), page("d"))
    zones = call(lambda zones: every(zones.list()))
    assert [zone.id for zone in zones] == ["a", "b", "c", "d"]
    assert [seen.query for seen in server.seen] == ["", "cursor=2", "cursor=3"]


def test_a_page_knows_the_next_one(call: Call, server: Server) -> None:
    server.will(page("a", cursor="2"))
    info = call(first(lambda p: (p.has_next_page(), p.next_page_info())))
    assert info[0] is True
    assert info[1].params == {"cursor": "2"}


def test_the_last_page_refuses_to_go_on_in_the_official_words(
    call: Call, server: Server
) -> None:
    server.will(page("a"))
    with pytest.raises(RuntimeError) as caught:
        call(first(lambda p: p.get_next_page()))
    assert str(caught.value) == (
        "No next page expected; please check `.has_next_page()` before calling "
        "`.get_next_page()`."
    )


@pytest.mark.parametrize(
    ("bounds", "ids", "requests"),
    [
        ({"limit": 0}, "", 1),
        ({"limit": 2}, "ab", 1),
        ({"limit": 3}, "abc", 2),
        ({"max_pages": 1}, "ab", 1),
        ({"max_pages": 2}, "abcd", 2),
        ({"limit": 1, "max_pages": 3}, "a", 1),
        ({"limit": 100}, "abcdef", 3),
    ],
)
def test_a_walk_can_be_bounded_and_fetches_no_page_too_many(
    bounds: dict[str, int], ids: str, requests: int, call: Call, server: Server
) -> None:
    pages = [page("a", "b", cursor="2"), page("c", "d", cursor="3"), page("e", "f")]
    server.will(*pages[:requests])
    zones = call(first(lambda p: every(p.items(**bounds))))
    assert "".join(zone.id for zone in zones) == ids
    assert len(server.seen) == requests


def test_pages_can_be_walked(call: Call, server: Server) -> None:
    server.will(page("a", cursor="2"), page("b"))
    pages = call(first(lambda p: every(p.iter_pages())))
    assert [[zone.id for zone in p.result] for p in pages] == [["a"], ["b"]]


def test_an_empty_page_with_a_cursor_goes_on(call: Call, server: Server) -> None:
    server.will(page("a", cursor="2"), page(cursor="3"), page("b"))
    zones = call(lambda zones: every(zones.list()))
    assert [zone.id for zone in zones] == ["a", "b"]


def test_empty_pages_without_end_are_found_out(call: Call, server: Server) -> None:
    server.will(*(page(cursor=str(n)) for n in range(6)))
    with pytest.raises(PaginationLoopError, match="5 pages in a row were empty"):
        call(lambda zones: every(zones.list()), _policies=Policies(most_empty_pages=5))


@pytest.mark.parametrize("cursors", ["aa", "aba", "abcb"])
def test_a_circle_of_cursors_is_found_out(
    cursors: str, call: Call, server: Server
) -> None:
    server.will(*(page(c, cursor=c) for c in cursors))
    with pytest.raises(PaginationLoopError) as caught:
        call(lambda zones: every(zones.list()))
    assert repr(cursors[-1]) in str(caught.value)


def test_a_walk_that_starts_at_a_cursor_finds_the_circle_that_leads_back_to_it(
    call: Call, server: Server
) -> None:
    server.will(page("a", cursor="c"))
    with pytest.raises(PaginationLoopError):
        call(lambda zones: every(zones.list({"cursor": "c"})))


def test_the_options_of_the_first_call_hold_for_every_page(
    call: Call, server: Server
) -> None:
    server.will(page("a", cursor="2"), page("b"))
    call(
        lambda zones: every(
            zones.list(
                {"per_page": 1}, extra_headers={"X-Own": "1"}, extra_query={"more": 2}
            )
        )
    )
    assert [seen.headers["x-own"] for seen in server.seen] == ["1", "1"]
    assert server.seen[1].query == "per_page=1&more=2&cursor=2"


def test_a_page_that_fails_is_retried(call: Call, server: Server) -> None:
    server.will(page("a", cursor="2"), answer(503), page("b"))
    zones = call(lambda zones: every(zones.list()))
    assert [zone.id for zone in zones] == ["a", "b"]


def test_the_page_class_of_an_item_type_is_a_real_class(server: Server) -> None:
    server.will(page("a"))
    with sync_client(server.url) as client:
        got = client.get_api_list("/x", model=Zone, page=SyncCursorPage)
    assert isinstance(got, SyncCursorPage[Zone])
    assert isinstance(got, SyncCursorPage)
    assert not isinstance(got, SyncCursorPage[int])


class Numbered(SyncPage[ItemT]):
    result: list[ItemT]
    total_pages: int | None = None

    _rules = PageNumberRules(items=("result",), param="page", total=("total_pages",))


class Counted(SyncPage[ItemT]):
    result: list[ItemT]
    start: int | None = None
    total: int | None = None

    _rules = OffsetRules(
        items=("result",), param="offset", start=("start",), total=("total",)
    )


class ById(SyncPage[ItemT]):
    result: list[ItemT]
    more: bool | None = None

    _rules = CursorIdRules(items=("result",), param="after", has_next_page=("more",))


class ByUrl(SyncPage[ItemT]):
    result: list[ItemT]
    next: str | None = None

    _rules = CursorUrlRules(items=("result",), url=("next",))


class Single(SyncPage[ItemT]):
    result: list[ItemT]

    _rules = SinglePageRules(items=("result",))


@pytest.mark.parametrize(
    ("kind", "pages", "queries"),
    [
        (Numbered, [page("a"), page("b"), page()], ["", "page=2", "page=3"]),
        (
            Numbered,
            [page("a", total_pages=2), page("b", total_pages=2)],
            ["", "page=2"],
        ),
        (Counted, [page("a", "b"), page("c"), page()], ["", "offset=2", "offset=3"]),
        (Counted, [page("a", "b", total=3), page("c", total=3)], ["", "offset=2"]),
        (Counted, [page("a", start="0"), page()], ["", "offset=1"]),
        (ById, [page("a", "b"), page("c"), page()], ["", "after=b", "after=c"]),
        (ById, [page("a", more=True), page("b", more=False)], ["", "after=a"]),
        (
            ByUrl,
            [page("a", next="/x?p=2"), page("b", next="?p=3"), page()],
            ["", "p=2", "p=3"],
        ),
        (Single, [page("a")], [""]),
    ],
)
def test_every_kind_of_page_finds_its_way(
    kind: Any, pages: list[Step], queries: list[str], server: Server
) -> None:
    server.will(*pages)
    with sync_client(server.url) as client:
        list(client.get_api_list("/x", model=Zone, page=kind))
    assert [seen.query for seen in server.seen] == queries


@pytest.mark.parametrize("kind", [Numbered, Counted])
def test_a_server_that_ignores_the_page_is_found_out(kind: Any, server: Server) -> None:
    server.otherwise = page("a")
    with (
        sync_client(server.url) as client,
        pytest.raises(PaginationLoopError, match="ignore"),
    ):
        list(client.get_api_list("/x", model=Zone, page=kind))
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    "url",
    [
        "http://evil.test/x",
        "//evil.test/x",
        "http://[bad",
        "ftp://evil.test",
        "http://user@{host}/",
    ],
)
def test_a_next_page_on_another_origin_is_refused(url: str, server: Server) -> None:
    host = server.url.removeprefix("http://")
    server.will(page("a", next=url.format(host=host)))
    with sync_client(server.url) as client, pytest.raises(PaginationError):
        list(client.get_api_list("/x", model=Zone, page=ByUrl))
    assert len(server.seen) == 1


def test_a_page_is_pickled_without_its_call(server: Server) -> None:
    server.will(answer(200, {"result": [{"id": "a"}], "cursor": "2"}))
    with sync_client(server.url) as client:
        found = Zones(client).list()
    pickled = pickle.dumps(found)
    assert b"s3cret" not in pickled
    copy = pickle.loads(pickled)
    assert copy.result == found.result
    assert copy.next_page_info().params == {"cursor": "2"}
    with pytest.raises(RuntimeError, match=r"call its method again.*'cursor': '2'"):
        copy.get_next_page()


def test_a_page_is_let_go_before_the_next_one_is_there(
    call: Call, server: Server
) -> None:
    server.will(*(page("a", "b", cursor=str(n)) for n in range(1, 5)), page("a"))
    items: list[weakref.ref[Zone]] = []
    kept: list[int] = []

    class Counting(Observer):
        def started(self, attempt: ObservedAttempt) -> None:
            kept.append(sum(item() is not None for item in items[::2]))

    def use(zones: Any) -> Any:
        def sync_use() -> None:
            for item in zones.list():
                items.append(weakref.ref(item))
                del item

        async def async_use() -> None:
            async for item in zones.list():
                items.append(weakref.ref(item))
                del item

        return async_use() if type(zones).__name__.startswith("Async") else sync_use()

    call(use, observers=[Counting()])
    assert len(items) == 9
    assert kept == [0, 0, 0, 0, 0]
