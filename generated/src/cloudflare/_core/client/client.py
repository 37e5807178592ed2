"""The two clients: how a prepared call is performed, and how long connections last."""

from __future__ import annotations

from .loading import async_performer, performer
from .verbs import VerbsClient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable
    from types import TracebackType
    from typing import Any, Self, TypeVar

    T = TypeVar("T")
    PageT = TypeVar("PageT")

    from ..policy.call import Call
    from .endpoint import Endpoint, PagedEndpoint
    from ..pages.paginator import AsyncPaginator
    from ..wire.multipart import Files
    from ..wire.options import RequestOptions
    from ..wire.sources import Content


class SyncAPIClient(VerbsClient):
    """A client whose methods block until the response has arrived; safe to use from many threads."""

    _is_async = False

    def _perform(self, endpoint: Endpoint[Any], call: Call) -> Any:
        return performer()(self, endpoint, "parsed", call)

    def _request(self, endpoint: Endpoint[T], /, **arguments: Any) -> T:
        from .calling import prepared

        call = prepared(self, endpoint, **arguments)
        result: T = performer()(self, endpoint, self._mode, call)
        return result

    def _list(self, endpoint: PagedEndpoint[T, Any], /, **arguments: Any) -> T:
        from .calling import prepared

        call = prepared(self, endpoint.pages, **arguments)
        page: T = performer()(self, endpoint.pages, self._mode, call)
        return page

    def get_api_list(
        self,
        path: str,
        *,
        model: Any,
        page: Any,
        body: object = None,
        content: Content | None = None,
        options: RequestOptions | None = None,
        method: str = "get",
    ) -> Any:
        """Ask a path for a page whose items are ``model``."""
        returned = page[model]
        return self._verb(method.upper(), path, returned, options, body, None, content)

    def close(self) -> None:
        """Close the connections, unless they belong to another client or to the user."""
        if self._owns_pool and (transport := self._pool.close()) is not None:
            transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class AsyncAPIClient(VerbsClient):
    """A client whose methods are awaited."""

    _is_async = True

    def _perform(self, endpoint: Endpoint[Any], call: Call) -> Any:
        return async_performer()(self, endpoint, "parsed", call)

    def _request(self, endpoint: Endpoint[T], /, **arguments: Any) -> Awaitable[T]:
        from .calling import prepared

        call = prepared(self, endpoint, **arguments)
        found: Awaitable[T] = async_performer()(self, endpoint, self._mode, call)
        return found

    def _list(
        self, endpoint: PagedEndpoint[Any, PageT], /, **arguments: Any
    ) -> AsyncPaginator[Any, PageT]:
        from .calling import async_pages

        return async_pages(self, self._mode, endpoint, **arguments)

    def get_api_list(
        self,
        path: str,
        *,
        model: Any,
        page: Any,
        body: object = None,
        content: Content | None = None,
        options: RequestOptions | None = None,
        method: str = "get",
    ) -> Any:
        """Ask a path for a page whose items are ``model``."""
        from ..pages.paginator import AsyncPaginator

        sent = (body, None, content)
        return AsyncPaginator["Any", "Any"](
            lambda: self._verb(method.upper(), path, page[model], options, *sent)
        )

    def post(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: Content | None = None,
        files: Files | None = None,
        options: RequestOptions | None = None,
        stream: bool = False,
        stream_cls: Any = None,
    ) -> Any:
        """POST to a path; the arguments stand in the order of the published asynchronous clients."""
        returned = self._streamed(cast_to, stream_cls) if stream else cast_to
        sent = (body, files, content)
        return self._verb("POST", path, returned, options, *sent, streamed=stream)

    async def close(self) -> None:
        """Close the connections, unless they belong to another client or to the user."""
        if self._owns_pool and (transport := self._pool.close()) is not None:
            await transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()
