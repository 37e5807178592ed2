"""What an asynchronous list method returns: a page to await, or items to iterate over."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

if TYPE_CHECKING:
    from .pages import AsyncPage

ItemT = TypeVar("ItemT")
PageT = TypeVar("PageT")


class AsyncPaginator(Awaitable[PageT], Generic[ItemT, PageT]):
    """``await`` gives the first page, ``async for`` the items of all pages.

    Nothing is sent before; each ``await`` and each ``async for`` sends the request again.
    """

    def __init__(self, fetch: Callable[[], Awaitable[PageT]]) -> None:
        self._fetch = fetch

    def __await__(self) -> Generator[Any, None, PageT]:
        return self._fetch().__await__()

    def __aiter__(self) -> AsyncIterator[ItemT]:
        from .pages import async_items

        return async_items(
            cast("Callable[[], Awaitable[AsyncPage[ItemT]]]", self._fetch)
        )
