"""What the methods of a client and of its resources prepare.

Whoever calls has it performed itself: a function between would be one more frame in tracebacks.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .endpoint import Endpoint, PagedEndpoint
from .loading import async_performer
from ..pages.paginator import AsyncPaginator
from ..wire.sentinels import not_given

if TYPE_CHECKING:
    from ..policy.call import Call
    from .mode import Mode
    from ..wire.options import Body, Headers, Query
    from ..wire.timeouts import TimeoutOption
    from .preparing import PreparingClient

AsyncPageT = TypeVar("AsyncPageT")


def prepared(
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


def async_pages(
    client: PreparingClient,
    mode: Mode,
    endpoint: PagedEndpoint[Any, AsyncPageT],
    /,
    **arguments: Any,
) -> AsyncPaginator[Any, AsyncPageT]:
    """What is awaited for the first page, or iterated over."""
    pages = endpoint.async_pages
    call = prepared(client, pages, **arguments)
    fetch = partial(async_performer(), client, pages, mode, call)
    if mode == "parsed":
        return AsyncPaginator(fetch)
    return cast("AsyncPaginator[Any, AsyncPageT]", fetch())
