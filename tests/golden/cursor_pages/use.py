import asyncio

from cursor_pages import AsyncCursorPages, CursorPages
from cursor_pages.pagination import SyncPage
from cursor_pages.types import ThingListResponse
from stub import Stub

answers = [
    {"result": [{"id": "a"}], "next": "2"},
    {"result": [], "next": "3"},
    {"result": [{"id": "b"}, {"id": "c"}], "next": None},
]
with Stub(*answers) as stub:
    page = CursorPages(base_url=stub.url).things.list(size=1)
    assert isinstance(page, SyncPage[ThingListResponse])
    assert [thing.id for thing in page] == ["a", "b", "c"]
assert stub.requests == [
    "GET /things?size=1",
    "GET /things?cursor=2&size=1",
    "GET /things?cursor=3&size=1",
]


async def walk(url: str) -> list[str]:
    async with AsyncCursorPages(base_url=url) as client:
        return [thing.id async for thing in client.things.list()]


with Stub(*answers) as stub:
    assert asyncio.run(walk(stub.url)) == ["a", "b", "c"]
