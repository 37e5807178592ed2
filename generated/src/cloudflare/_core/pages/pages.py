"""Pages: their items, and the way to the next one.

The first call's options hold for every page. A server that repeats a cursor, or sends empty
pages without end, is found out.
"""

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterator,
    Mapping,
)
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, get_args
from urllib.parse import urljoin, urlsplit

from ..policy.call import Call
from ..policy.errors import PaginationError, PaginationLoopError
from .extent import Extent
from ..decode.decoding import decode_loosely
from ..decode.models import BaseModel
from .page_rules import PageInfo, PageRules, items_of
from ..wire.urls import origin_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from .prefetch import AsyncPrefetch

ItemT = TypeVar("ItemT")
SyncPageT = TypeVar("SyncPageT", bound="SyncPage[Any]")
AsyncPageT = TypeVar("AsyncPageT", bound="AsyncPage[Any]")


@dataclass(frozen=True, slots=True)
class PageTrail:
    """Where a page came from: the call, how to make the next one, and what was seen so far."""

    call: Call
    fetch: Callable[[Call, PageTrail], Any]
    seen: frozenset[str] = frozenset()
    empty_pages: int = 0
    most_empty_pages: int = 100
    last_items: list[Any] = field(default_factory=list[Any], repr=False)

    def onward(
        self, info: PageInfo, items: list[Any], *, keep: bool
    ) -> tuple[Call, PageTrail]:
        """The call for the page after the one with these items, which are kept if so wanted.

        Raises:
            PaginationLoopError: it was made before, or too many pages were empty.
            PaginationError: the page names a URL on another origin.
        """
        mark = info.url or repr(sorted(info.params.items()))
        known = self.seen or {
            repr(sorted((n, self.call.page_params.get(n)) for n in info.params))
        }
        if mark in known:
            raise PaginationLoopError(
                f"The server sent the same next page twice: {mark}"
            )
        empty_pages = 0 if items else self.empty_pages + 1
        if empty_pages > self.most_empty_pages:
            raise PaginationLoopError(
                f"{self.most_empty_pages} pages in a row were empty"
            )
        call = (
            self.call.with_page(info.params) if info.url is None else self._at(info.url)
        )
        return call, replace(
            self,
            call=call,
            seen=frozenset({*known, mark}),
            empty_pages=empty_pages,
            last_items=items if keep else [],
        )

    def _at(self, url: str) -> Call:
        try:
            target = urljoin(self.call.url, url)
            refused = (
                origin_of(target) != origin_of(self.call.url)
                or "@" in urlsplit(target).netloc
            )
        except ValueError:
            raise PaginationError("The next page's URL is none.") from None
        if refused:
            raise PaginationError("The next page's URL is on another origin.")
        return self.call.to(target, frozenset())


def _restored(kind: Any, arguments: tuple[Any, ...], state: dict[Any, Any]) -> Any:
    """A page from its pickle: the class of a page with its item type has no name of its own."""
    page_class = kind[arguments] if arguments else kind
    page = page_class.__new__(page_class)
    page.__setstate__(state)
    return page


class BasePage(BaseModel, Generic[ItemT]):
    """What the synchronous and the asynchronous page have in common."""

    _rules: ClassVar[PageRules]
    _whole: ClassVar[str | None] = None
    """The wire name of the field that is the whole body of a response, which is a list."""
    _headers: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The response headers that hold fields, by the wire names of these."""

    @property
    def _trail(self) -> PageTrail | None:
        """Where this page came from. No private attribute, which pydantic would set up in every
        page again, once for each class of the line."""
        return (self.__pydantic_private__ or {}).get("_trail")

    def _from(self, trail: PageTrail, header: Callable[[str], str | None]) -> Self:
        """This page, knowing the call that it answers, and what its headers say.

        Raises:
            PaginationLoopError: the server sent the page before once more.
        """
        for attribute, info in type(self).model_fields.items() if self._headers else ():
            name = self._headers.get(info.alias or attribute)
            if name is None:
                continue
            text = header(name)
            is_text = str in (info.annotation, *get_args(info.annotation))
            if text is not None:
                value = text if is_text else decode_loosely(text.encode())
                setattr(self, attribute, value)
            elif attribute in self.model_fields_set:  # a body has no say in it
                setattr(self, attribute, None)
        items = self._items()
        if self._rules.counted and items and items == trail.last_items:
            raise PaginationLoopError(
                "The server sent the same page twice; it seems to ignore which one is asked for."
            )
        object.__setattr__(self, "__pydantic_private__", {"_trail": trail})
        return self

    def _items(self) -> list[ItemT]:
        return items_of(self, self._rules)

    def has_next_page(self) -> bool:
        """Whether there is another page, empty or not."""
        return self.next_page_info() is not None

    def next_page_info(self) -> PageInfo | None:
        """What the next page is asked for with; None at the end.

        A cursor in it can be kept, and given to the method later to go on from there.
        """
        if self._trail is None:
            return self._rules.next_page(self, {})
        return self._rules.next_page(self, self._trail.call.page_params)

    def __reduce__(self) -> tuple[Any, ...]:
        """What is pickled: the page without its call, which holds credentials."""
        made = type(self).__pydantic_generic_metadata__
        state = {**self.__getstate__(), "__pydantic_private__": None}
        return _restored, (made["origin"] or type(self), made["args"], state)

    def _onward(self) -> Callable[[], Any]:
        """What fetches the next page, without keeping this one: an iteration has one page at a time.

        Raises:
            RuntimeError: there is none.
            PaginationLoopError: the server leads round in a circle.
        """
        info = self.next_page_info()
        if info is not None and self._trail is None:
            raise RuntimeError(
                "This page was pickled, so it does not know its call; call its method again, "
                f"with {info.url or dict(info.params)}."
            )
        if info is None or self._trail is None:
            raise RuntimeError(
                "No next page expected; please check `.has_next_page()` before calling "
                "`.get_next_page()`."
            )
        call, trail = self._trail.onward(info, self._items(), keep=self._rules.counted)
        return partial(trail.fetch, call, trail)


class SyncPage(BasePage[ItemT], Generic[ItemT]):
    """A page; iterating over it gives the items of this page and of all that follow."""

    def __iter__(self) -> Iterator[ItemT]:  # type: ignore[override] # items, not fields
        return self.items()

    def items(
        self,
        *,
        limit: int | None = None,
        max_pages: int | None = None,
        prefetch: bool = False,
    ) -> Iterator[ItemT]:
        """The items of this page and of those that follow, at most ``limit`` of them, from at
        most ``max_pages`` pages.

        No page is fetched before its first item is wanted; with ``prefetch`` the next one is
        fetched while the items of the present one are being used.
        """
        pages = _pages(self, Extent(limit, max_pages), prefetch=prefetch)
        items = chain.from_iterable(map(type(self)._items, pages))
        del self
        yield from islice(items, limit if limit is None else max(limit, 0))

    def iter_pages(
        self, *, max_pages: int | None = None, prefetch: bool = False
    ) -> Iterator[Self]:
        """This page and those that follow, at most ``max_pages`` of them."""
        return _pages(self, Extent(None, max_pages), prefetch=prefetch)

    def get_next_page(self) -> Self:
        """The next page.

        Raises:
            RuntimeError: there is none.
            PaginationLoopError: the server leads round in a circle.
        """
        page: Self = self._onward()()
        return page


class AsyncPage(BasePage[ItemT], Generic[ItemT]):
    """A page; iterating over it gives the items of this page and of all that follow."""

    def __aiter__(self) -> AsyncIterator[ItemT]:
        return self.items()

    def items(
        self,
        *,
        limit: int | None = None,
        max_pages: int | None = None,
        prefetch: bool = False,
    ) -> AsyncIterator[ItemT]:
        """The items of this page and of those that follow, at most ``limit`` of them, from at
        most ``max_pages`` pages.

        No page is fetched before its first item is wanted; with ``prefetch`` the next one is
        fetched while the items of the present one are being used.
        """
        return async_items(self, limit, max_pages, prefetch=prefetch)

    def iter_pages(
        self, *, max_pages: int | None = None, prefetch: bool = False
    ) -> AsyncIterator[Self]:
        """This page and those that follow, at most ``max_pages`` of them."""
        return _apages(self, Extent(None, max_pages), prefetch=prefetch)

    async def get_next_page(self) -> Self:
        """The next page.

        Raises:
            RuntimeError: there is none.
            PaginationLoopError: the server leads round in a circle.
        """
        fetched: Awaitable[Self] = self._onward()()
        return await fetched


def _pages(page: SyncPageT, extent: Extent, *, prefetch: bool) -> Iterator[SyncPageT]:
    """A page and those that follow, none of which is kept here but the present one."""
    while extent.allows_page:
        goes_on = extent.goes_on(len(page._items())) and page.has_next_page()
        prefetched = _prefetch(page) if goes_on and prefetch else None
        yield page
        if not goes_on:
            return
        fetch = page._onward() if prefetched is None else prefetched.result
        del page  # before the next one is there
        page = fetch()


async def _apages(
    page: AsyncPageT, extent: Extent, *, prefetch: bool
) -> AsyncGenerator[AsyncPageT, None]:
    """The same, awaited."""
    while extent.allows_page:
        goes_on = extent.goes_on(len(page._items())) and page.has_next_page()
        prefetched = _aprefetch(page) if goes_on and prefetch else None
        try:
            yield page
        except BaseException:
            if prefetched is not None:
                await prefetched.cancel()
            raise
        if not goes_on:
            return
        fetch = page._onward() if prefetched is None else prefetched.result
        del page  # before the next one is there
        page = await fetch()


async def async_items(
    first: AsyncPage[ItemT] | Callable[[], Awaitable[AsyncPage[ItemT]]],
    limit: int | None = None,
    max_pages: int | None = None,
    *,
    prefetch: bool = False,
) -> AsyncGenerator[ItemT, None]:
    """The items of a page, which may have to be fetched first, and of those that follow."""
    count = 0
    page = await first() if callable(first) else first
    trail = _apages(page, Extent(limit, max_pages), prefetch=prefetch)
    del first, page
    async with aclosing(trail) as pages:
        async for page in pages:
            items = iter(page._items())
            del page  # before the next one is there
            for item in items:
                if limit is not None and count >= limit:
                    return
                count += 1
                yield item


def _prefetch(page: SyncPageT) -> Future[SyncPageT]:
    from .prefetch import fetch_in_thread

    return fetch_in_thread(page.get_next_page)


def _aprefetch(page: AsyncPageT) -> AsyncPrefetch[AsyncPageT]:
    from .prefetch import AsyncPrefetch

    return AsyncPrefetch(page.get_next_page)
