"""The clients: options, credentials, and the way to every resource."""

from __future__ import annotations

from importlib import import_module

from ._core import (
    AsyncAPIClient,
    ErrorKinds,
    NotGiven,
    Settings,
    SyncAPIClient,
    not_given,
)
from ._core.cached import cached_property
from ._core.lazy import exports
from ._version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from collections.abc import Iterable, Mapping
    from typing import Any, Self
    from ._client_raw import (
        AsyncClientErrorsWithRawResponse,
        ClientErrorsWithRawResponse,
    )
    from ._client_stream import (
        AsyncClientErrorsWithStreamedResponse,
        ClientErrorsWithStreamedResponse,
    )
    from ._core import Observer
    from .resources._orders_async import AsyncOrdersResource
    from .resources.orders import OrdersResource

__all__ = [
    "ClientErrors",
    "Client",
    "AsyncClientErrors",
    "AsyncClient",
    "ClientErrorsWithRawResponse",
    "ClientErrorsWithStreamedResponse",
    "AsyncClientErrorsWithRawResponse",
    "AsyncClientErrorsWithStreamedResponse",
]

DEFAULT_MAX_RETRIES = 0
SETTINGS = Settings(
    name="ClientErrors",
    package="client_errors",
    version=__version__,
    base_url="https://errors.example",
    env_prefix="CLIENT_ERRORS",
    security=(),
    array_format="repeat",
    nested_format="brackets",
    timeout=60.0,
    max_retries=0,
    error_message=("text",),
    error_kinds=ErrorKinds(
        ("kind",), lambda: import_module("._exceptions", __package__).ERROR_KINDS
    ),
    credentials=(),
)


class ClientErrors(SyncAPIClient):
    """The synchronous client of client-errors."""

    def __init__(
        self,
        *,
        base_url: str | httpx2.URL | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        deadline: float | None = None,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx2.Client | None = None,
        observers: Iterable[Observer] = (),
        _strict_response_validation: bool = False,
    ) -> None:
        """A client; arguments are given by keyword.

        Args:
            base_url: Where the API is reached, instead of its public address.
            timeout: Seconds for each phase of a call (connect, read, write, pool); None
                for no limit.
            max_retries: How often a call is tried again.
            deadline: Seconds for a whole call with its retries; None for no limit.
            default_headers: Headers of every request.
            default_query: Query parameters of every request.
            http_client: An HTTP client to use; it is not closed with this one.
            observers: What watches each attempt of a call, for metrics and tracing.

        Raises:
            ValueError: A credential is empty, malformed or half of a pair, or the base
                URL is unusable.
        """

        super().__init__(
            SETTINGS,
            options={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            observers=observers,
            _strict_response_validation=_strict_response_validation,
        )

    @cached_property
    def orders(self) -> OrdersResource:
        """Calls under orders."""
        from .resources.orders import OrdersResource

        return OrdersResource(self)

    @cached_property
    def with_raw_response(self) -> ClientErrorsWithRawResponse:
        """View of the client whose methods return the raw ``APIResponse``."""
        from ._client_raw import ClientErrorsWithRawResponse

        return ClientErrorsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ClientErrorsWithStreamedResponse:
        """View of the client whose methods return before the body is read."""
        from ._client_stream import ClientErrorsWithStreamedResponse

        return ClientErrorsWithStreamedResponse(self)

    def with_options(
        self,
        *,
        base_url: str | httpx2.URL | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
        http_client: httpx2.Client | None = None,
        max_retries: int | NotGiven = not_given,
        default_headers: Mapping[str, str] | None = None,
        set_default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        _extra_kwargs: Mapping[str, Any] | None = None,
        deadline: float | None | NotGiven = not_given,
        observers: Iterable[Observer] | None = None,
    ) -> Self:
        """A copy of this client with other options, sharing its connections.

        ``default_headers`` and ``default_query`` are merged into those of this client;
        their ``set_`` forms take their place.
        """

        return self._with_options(
            options={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            default_headers=default_headers,
            set_default_headers=set_default_headers,
            default_query=default_query,
            set_default_query=set_default_query,
            http_client=http_client,
            observers=observers,
            _extra_kwargs=_extra_kwargs,
        )

    copy = with_options


class AsyncClientErrors(AsyncAPIClient):
    """The asynchronous client of client-errors."""

    def __init__(
        self,
        *,
        base_url: str | httpx2.URL | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        deadline: float | None = None,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx2.AsyncClient | None = None,
        observers: Iterable[Observer] = (),
        _strict_response_validation: bool = False,
    ) -> None:
        """A client; arguments are given by keyword.

        Args:
            base_url: Where the API is reached, instead of its public address.
            timeout: Seconds for each phase of a call (connect, read, write, pool); None
                for no limit.
            max_retries: How often a call is tried again.
            deadline: Seconds for a whole call with its retries; None for no limit.
            default_headers: Headers of every request.
            default_query: Query parameters of every request.
            http_client: An HTTP client to use; it is not closed with this one.
            observers: What watches each attempt of a call, for metrics and tracing.

        Raises:
            ValueError: A credential is empty, malformed or half of a pair, or the base
                URL is unusable.
        """

        super().__init__(
            SETTINGS,
            options={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            observers=observers,
            _strict_response_validation=_strict_response_validation,
        )

    @cached_property
    def orders(self) -> AsyncOrdersResource:
        """Calls under orders."""
        from .resources._orders_async import AsyncOrdersResource

        return AsyncOrdersResource(self)

    @cached_property
    def with_raw_response(self) -> AsyncClientErrorsWithRawResponse:
        """View of the client whose methods return the raw ``APIResponse``."""
        from ._client_raw import AsyncClientErrorsWithRawResponse

        return AsyncClientErrorsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncClientErrorsWithStreamedResponse:
        """View of the client whose methods return before the body is read."""
        from ._client_stream import AsyncClientErrorsWithStreamedResponse

        return AsyncClientErrorsWithStreamedResponse(self)

    def with_options(
        self,
        *,
        base_url: str | httpx2.URL | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
        http_client: httpx2.AsyncClient | None = None,
        max_retries: int | NotGiven = not_given,
        default_headers: Mapping[str, str] | None = None,
        set_default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        _extra_kwargs: Mapping[str, Any] | None = None,
        deadline: float | None | NotGiven = not_given,
        observers: Iterable[Observer] | None = None,
    ) -> Self:
        """A copy of this client with other options, sharing its connections.

        ``default_headers`` and ``default_query`` are merged into those of this client;
        their ``set_`` forms take their place.
        """

        return self._with_options(
            options={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            default_headers=default_headers,
            set_default_headers=set_default_headers,
            default_query=default_query,
            set_default_query=set_default_query,
            http_client=http_client,
            observers=observers,
            _extra_kwargs=_extra_kwargs,
        )

    copy = with_options


Client = ClientErrors
AsyncClient = AsyncClientErrors

__getattr__, __dir__ = exports(
    __name__,
    {
        "ClientErrorsWithRawResponse": ".._client_raw",
        "ClientErrorsWithStreamedResponse": ".._client_stream",
        "AsyncClientErrorsWithRawResponse": ".._client_raw",
        "AsyncClientErrorsWithStreamedResponse": ".._client_stream",
    },
)
