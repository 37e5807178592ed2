"""Walks over any pages of any kind: every item once, in order, with no request too many."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runtime import (
    AsyncPage,
    BaseModel,
    CursorIdRules,
    CursorRules,
    CursorUrlRules,
    ItemT,
    OffsetRules,
    PageNumberRules,
    PaginationLoopError,
    SinglePageRules,
    SyncPage,
)
from generator.runtime.policy.call import Call
from generator.runtime.pages.page_rules import PageInfo, PageRules
from generator.runtime.pages.pages import PageTrail

URL = "https://api.acme.test/v1/zones"


class Item(BaseModel):
    id: str


def _following(index: int, pages: list[list[Item]]) -> str | None:
    return str(index + 1) if index + 1 < len(pages) else None


@dataclass
class Server:
    """Answers calls from its pages, and counts them."""

    pages: list[list[Item]]
    kind: str
    is_async: bool
    calls: int = 0

    def first(self) -> Any:
        """The first page, which is fetched already."""
        call = Call(
            method="GET",
            url=URL,
            params={"kept": "yes"},
            headers={},
            body=None,
            timeout=1.0,
            template="/zones",
            max_retries=0,
            deadline=None,
        )
        return self._page(call, PageTrail(call, self._fetch))

    def resumed(self, info: PageInfo) -> Any:
        """The page that a caller asks for who has kept where to go on."""
        call = self.first()._trail.call
        call = (
            call.with_params(info.params)
            if info.url is None
            else replace(call, url=info.url)
        )
        return self._page(call, PageTrail(call, self._fetch))

    def _fetch(self, call: Call, walk: PageTrail) -> Any:
        return self._afetch(call, walk) if self.is_async else self._page(call, walk)

    async def _afetch(self, call: Call, walk: PageTrail) -> Any:
        await asyncio.sleep(0)
        return self._page(call, walk)

    def _page(self, call: Call, walk: PageTrail) -> Any:
        self.calls += 1
        assert call.params.get("kept") == "yes" or self.kind == "url"
        index = self._index(call)
        found = self.pages[index] if index < len(self.pages) else []
        more = _following(index, self.pages)
        content = {"result": [{"id": item.id} for item in found]}
        stated: dict[str, dict[str, object]] = {
            "cursor": {"cursor": more},
            "url": {"next": f"{URL}?at={more}" if more else None},
            "number": {"total_pages": len(self.pages)},
        }
        classes = ASYNC if self.is_async else SYNC
        page = classes[self.kind].model_validate(
            {**content, **stated.get(self.kind, {})}
        )
        return page._from(walk, lambda _: None)

    def _index(self, call: Call) -> int:
        params = call.params
        match self.kind:
            case "cursor":
                return int(str(params.get("cursor", 0)))
            case "url":
                return int(call.url.partition("?at=")[2] or 0)
            case "number":
                return int(str(params.get("page", 1))) - 1
            case "offset":
                return self._after(int(str(params.get("offset", 0))))
            case "id":
                ids = [item.id for page in self.pages for item in page]
                last = params.get("after")
                return self._after(ids.index(str(last)) + 1 if last else 0)
            case _:
                return 0

    def _after(self, count: int) -> int:
        """The page that begins after so many items."""
        seen = 0
        for index, page in enumerate(self.pages):
            if seen >= count and page:
                return index
            seen += len(page)
        return len(self.pages)


def _sync_class(page_rules: PageRules) -> type[Any]:
    class Page(SyncPage[ItemT]):
        result: list[ItemT]
        cursor: str | None = None
        next: str | None = None
        total_pages: int | None = None

        _rules = page_rules

    return Page[Item]


def _async_class(page_rules: PageRules) -> type[Any]:
    class Page(AsyncPage[ItemT]):
        result: list[ItemT]
        cursor: str | None = None
        next: str | None = None
        total_pages: int | None = None

        _rules = page_rules

    return Page[Item]


RULES: dict[str, PageRules] = {
    "cursor": CursorRules(items=("result",), cursor=("cursor",), param="cursor"),
    "number": PageNumberRules(items=("result",), param="page", total=("total_pages",)),
    "url": CursorUrlRules(items=("result",), url=("next",)),
    "offset": OffsetRules(items=("result",), param="offset"),
    "id": CursorIdRules(items=("result",), param="after"),
    "single": SinglePageRules(items=("result",)),
}
SYNC = {name: _sync_class(rules) for name, rules in RULES.items()}
ASYNC = {name: _async_class(rules) for name, rules in RULES.items()}


KINDS = st.sampled_from(list(RULES))
PAGES = st.lists(st.integers(0, 4), min_size=1, max_size=8).map(
    lambda sizes: [
        [Item(id=f"{page}.{i}") for i in range(size)] for page, size in enumerate(sizes)
    ]
)


def reached(pages: list[list[Item]], kind: str) -> list[list[Item]]:
    """The pages that a walk sees: an empty one ends it, where nothing else says that more follow."""
    if kind == "single":
        return pages[:1]
    if kind in (
        "offset",
        "id",
    ):  # such a server has no empty page but the one after the last
        filled = [page for page in pages if page]
        return [*filled, []]
    if kind == "number":
        ends = [index for index, page in enumerate(pages) if not page]
        return pages[: ends[0] + 1] if ends else pages
    return pages


def walked(page: Any, **options: Any) -> list[str]:
    """The ids of the items of a walk, with either client."""
    if isinstance(page, SyncPage):
        return [item.id for item in page.items(**options)]

    async def main() -> list[str]:
        return [item.id async for item in page.items(**options)]

    return asyncio.run(main())


@given(PAGES, KINDS, st.booleans(), st.booleans())
def test_every_item_comes_once_and_in_order(
    pages: list[list[Item]], kind: str, is_async: bool, prefetch: bool
) -> None:
    server = Server(pages, kind, is_async)
    expected = reached(pages, kind)
    found = walked(server.first(), prefetch=prefetch)
    assert found == [item.id for page in expected for item in page]
    assert server.calls == len(expected)


@given(
    PAGES,
    KINDS,
    st.booleans(),
    st.none() | st.integers(0, 20),
    st.none() | st.integers(0, 6),
)
def test_a_bounded_walk_is_the_beginning_of_the_whole_one(
    pages: list[list[Item]],
    kind: str,
    is_async: bool,
    limit: int | None,
    max_pages: int | None,
) -> None:
    server = Server(pages, kind, is_async)
    allowed = reached(pages, kind)[:max_pages]
    ids = [item.id for page in allowed for item in page]
    found = walked(server.first(), limit=limit, max_pages=max_pages)
    assert found == ids[:limit]
    needed, items = 1, 0
    for page in allowed[:-1]:
        items += len(page)
        if limit is not None and items >= limit:
            break
        needed += 1
    assert server.calls == needed


@given(PAGES, KINDS, st.data())
def test_a_walk_goes_on_from_where_a_page_says(
    pages: list[list[Item]], kind: str, data: st.DataObject
) -> None:
    server = Server(pages, kind, is_async=False)
    expected = reached(pages, kind)
    seen = list(server.first().iter_pages())
    at = data.draw(st.integers(0, len(seen) - 1))
    info = seen[at].next_page_info()
    rest = [item.id for page in expected[at + 1 :] for item in page]
    assert (walked(server.resumed(info)) if info else []) == rest


@pytest.mark.parametrize("is_async", [False, True])
@given(st.lists(st.integers(0, 3), min_size=1, max_size=6), st.integers(0, 5))
def test_a_circle_of_cursors_is_found_out(
    is_async: bool, sizes: list[int], back: int
) -> None:
    pages = [[Item(id=f"{n}.{i}") for i in range(size)] for n, size in enumerate(sizes)]
    server = Circle(pages, "cursor", is_async, back=back % len(pages))
    with pytest.raises(PaginationLoopError):
        walked(server.first())
    assert server.calls <= 2 * len(pages) + 1


@dataclass
class Circle(Server):
    """A server whose last page leads back to an earlier one."""

    back: int = 0

    def _page(self, call: Call, walk: PageTrail) -> Any:
        page = super()._page(call, walk)
        if page.cursor is None:
            page.cursor = str(self.back)
        return page
