"""The base of every resource: a client, and what its calls hand back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .endpoint import Endpoint, PagedEndpoint
from .loading import async_performer, performer
from ..pages.paginator import AsyncPaginator
from ..wire.sentinels import not_given

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from typing import Self

    from ..policy.call import Call
    from .client import AsyncAPIClient, SyncAPIClient
    from .modes import Mode
    from ..wire.options import Body, Headers, Query
    from ..wire.timeouts import TimeoutOption
    from .preparing import PreparingClient

T = TypeVar("T")
AsyncPageT = TypeVar("AsyncPageT")


def _prepared(
    client: PreparingClient,
    endpoint: Endpoint[Any],
    /,
    *,
    extra_headers: Headers | None = None,
    extra_query: Query | None = None,
    extra_body: Body | None = None,
    timeout: TimeoutOption = not_given,
    **arguments: Any,
) -> Call:
    """The call that a method's arguments ask for; their names are those of the endpoint."""
    # an API may have an argument of this name, unless its client sends such keys
    has_key = client._settings.idempotency_header is not None
    for name, convert in endpoint.converters.items():
        arguments[name] = convert(arguments[name])
    return client.prepare(
        endpoint,
        path={wire: arguments[name] for name, wire, _ in endpoint.path_params},
        scope={wire: arguments[name] for name, wire, _ in endpoint.scope_params},
        query={wire: arguments[name] for name, wire, _ in endpoint.query_params},
        headers={wire: arguments[name] for name, wire, _ in endpoint.header_params},
        cookies={wire: arguments[name] for name, wire, _ in endpoint.cookie_params},
        body=endpoint.body.of(arguments) if endpoint.body is not None else None,
        extra_headers=extra_headers or {},
        extra_query=extra_query or {},
        extra_body=extra_body,
        timeout=timeout,
        idempotency_key=arguments.get("idempotency_key") if has_key else None,
    )


class SyncResource:
    """A group of methods, which return responses in the form that ``mode`` names.

    Every method takes the options of ``MethodOptions`` beside the arguments of the API.
    """

    def __init__(self, client: SyncAPIClient, mode: Mode = "parsed") -> None:
        self._client = client
        self._mode: Mode = mode

    def _with_mode(self, mode: Mode) -> Self:
        return type(self)(self._client, mode)

    def _request(self, endpoint: Endpoint[T], /, **arguments: Any) -> T:
        call = _prepared(self._client, endpoint, **arguments)
        result: T = performer()(self._client, endpoint, self._mode, call)
        return result

    def _list(self, endpoint: PagedEndpoint[T, Any], /, **arguments: Any) -> T:
        call = _prepared(self._client, endpoint.pages, **arguments)
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

    def _request(self, endpoint: Endpoint[T], /, **arguments: Any) -> Awaitable[T]:
        call = _prepared(self._client, endpoint, **arguments)
        found: Awaitable[T] = async_performer()(
            self._client, endpoint, self._mode, call
        )
        return found

    def _list(
        self, endpoint: PagedEndpoint[Any, AsyncPageT], /, **arguments: Any
    ) -> AsyncPaginator[Any, AsyncPageT]:
        pages = endpoint.async_pages
        call = _prepared(self._client, pages, **arguments)
        fetch = partial(async_performer(), self._client, pages, self._mode, call)
        if self._mode == "parsed":
            return AsyncPaginator(fetch)
        return cast("AsyncPaginator[Any, AsyncPageT]", fetch())
