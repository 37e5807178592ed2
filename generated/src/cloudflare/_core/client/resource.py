"""The base of every resource: a client, and what its calls hand back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .calling import async_pages, prepared
from .loading import async_performer, performer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from typing import Self

    from .client import AsyncAPIClient, SyncAPIClient
    from .endpoint import Endpoint, PagedEndpoint
    from .mode import Mode
    from ..pages.paginator import AsyncPaginator

T = TypeVar("T")
AsyncPageT = TypeVar("AsyncPageT")


class SyncResource:
    """A group of methods, which return responses in the form that ``mode`` names.

    Every method takes the options of ``MethodOptions`` beside the arguments of the API.
    """

    def __init__(self, client: SyncAPIClient, mode: Mode = "parsed") -> None:
        self._client = client
        self._mode: Mode = mode

    def _with_mode(self, mode: Mode) -> Self:
        return type(self)(self._client, mode)

    def _unwrap(self, kind: Callable[[], Any], /, *given: Any) -> Any:
        return self._client._unwrap(kind, *given)

    def _request(self, endpoint: Endpoint[T], /, **arguments: Any) -> T:
        call = prepared(self._client, endpoint, **arguments)
        result: T = performer()(self._client, endpoint, self._mode, call)
        return result

    def _list(self, endpoint: PagedEndpoint[T, Any], /, **arguments: Any) -> T:
        call = prepared(self._client, endpoint.pages, **arguments)
        page: T = performer()(self._client, endpoint.pages, self._mode, call)
        return page


class AsyncResource:
    """A group of methods, which return responses in the form that ``mode`` names.

    Every method takes the options of ``MethodOptions`` beside the arguments of the API.
    """

    def __init__(self, client: AsyncAPIClient, mode: Mode = "parsed") -> None:
        self._client = client
        self._mode: Mode = mode

    def _with_mode(self, mode: Mode) -> Self:
        return type(self)(self._client, mode)

    def _unwrap(self, kind: Callable[[], Any], /, *given: Any) -> Any:
        return self._client._unwrap(kind, *given)

    def _request(self, endpoint: Endpoint[T], /, **arguments: Any) -> Awaitable[T]:
        call = prepared(self._client, endpoint, **arguments)
        found: Awaitable[T] = async_performer()(
            self._client, endpoint, self._mode, call
        )
        return found

    def _list(
        self, endpoint: PagedEndpoint[Any, AsyncPageT], /, **arguments: Any
    ) -> AsyncPaginator[Any, AsyncPageT]:
        return async_pages(self._client, self._mode, endpoint, **arguments)
