"""The clients: options, credentials, and the way to every resource."""

from __future__ import annotations

from ._core import (
    AsyncAPIClient,
    Credential,
    NotGiven,
    Settings,
    SyncAPIClient,
    as_secret,
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
    from ._client_raw import AsyncClientAuthWithRawResponse, ClientAuthWithRawResponse
    from ._client_stream import (
        AsyncClientAuthWithStreamedResponse,
        ClientAuthWithStreamedResponse,
    )
    from ._core import Observer
    from .resources._me_async import AsyncMeResource
    from .resources.me import MeResource

__all__ = [
    "ClientAuth",
    "Client",
    "AsyncClientAuth",
    "AsyncClient",
    "ClientAuthWithRawResponse",
    "ClientAuthWithStreamedResponse",
    "AsyncClientAuthWithRawResponse",
    "AsyncClientAuthWithStreamedResponse",
]

DEFAULT_MAX_RETRIES = 5
SETTINGS = Settings(
    name="ClientAuth",
    package="client_auth",
    version=__version__,
    base_url="https://client-auth.example",
    env_prefix="CLIENT_AUTH",
    security=(("token",), ("key", "user")),
    array_format="repeat",
    nested_format="brackets",
    timeout=600.0,
    max_retries=5,
    credentials=(
        Credential(
            option="key",
            query="key",
        ),
        Credential(
            option="token",
            env="AUTH_TOKEN",
            header="Authorization",
            prefix="Bearer ",
        ),
        Credential(
            option="user",
            env="AUTH_USER",
            header="X-User",
        ),
    ),
)


class ClientAuth(SyncAPIClient):
    """The synchronous client of client_auth."""

    token: str | None
    user: str | None
    key: str | None

    def __init__(
        self,
        *,
        token: str | None = None,
        user: str | None = None,
        key: str | None = None,
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
            token: The option token. Read from ``AUTH_TOKEN`` when it is not given.
            user: The option user. Read from ``AUTH_USER`` when it is not given.
            key: The option key.
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
        key = as_secret(key)
        token = as_secret(token)
        user = as_secret(user)

        super().__init__(
            SETTINGS,
            options={
                "token": token,
                "user": user,
                "key": key,
            },
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
    def me(self) -> MeResource:
        """Calls under me."""
        from .resources.me import MeResource

        return MeResource(self)

    @cached_property
    def with_raw_response(self) -> ClientAuthWithRawResponse:
        """View of the client whose methods return the raw ``APIResponse``."""
        from ._client_raw import ClientAuthWithRawResponse

        return ClientAuthWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ClientAuthWithStreamedResponse:
        """View of the client whose methods return before the body is read."""
        from ._client_stream import ClientAuthWithStreamedResponse

        return ClientAuthWithStreamedResponse(self)

    def with_options(
        self,
        *,
        token: str | None = None,
        user: str | None = None,
        key: str | None = None,
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
        key = as_secret(key)
        token = as_secret(token)
        user = as_secret(user)

        return self._with_options(
            options={
                "token": token,
                "user": user,
                "key": key,
            },
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


class AsyncClientAuth(AsyncAPIClient):
    """The asynchronous client of client_auth."""

    token: str | None
    user: str | None
    key: str | None

    def __init__(
        self,
        *,
        token: str | None = None,
        user: str | None = None,
        key: str | None = None,
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
            token: The option token. Read from ``AUTH_TOKEN`` when it is not given.
            user: The option user. Read from ``AUTH_USER`` when it is not given.
            key: The option key.
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
        key = as_secret(key)
        token = as_secret(token)
        user = as_secret(user)

        super().__init__(
            SETTINGS,
            options={
                "token": token,
                "user": user,
                "key": key,
            },
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
    def me(self) -> AsyncMeResource:
        """Calls under me."""
        from .resources._me_async import AsyncMeResource

        return AsyncMeResource(self)

    @cached_property
    def with_raw_response(self) -> AsyncClientAuthWithRawResponse:
        """View of the client whose methods return the raw ``APIResponse``."""
        from ._client_raw import AsyncClientAuthWithRawResponse

        return AsyncClientAuthWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncClientAuthWithStreamedResponse:
        """View of the client whose methods return before the body is read."""
        from ._client_stream import AsyncClientAuthWithStreamedResponse

        return AsyncClientAuthWithStreamedResponse(self)

    def with_options(
        self,
        *,
        token: str | None = None,
        user: str | None = None,
        key: str | None = None,
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
        key = as_secret(key)
        token = as_secret(token)
        user = as_secret(user)

        return self._with_options(
            options={
                "token": token,
                "user": user,
                "key": key,
            },
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


Client = ClientAuth
AsyncClient = AsyncClientAuth

__getattr__, __dir__ = exports(
    __name__,
    {
        "ClientAuthWithRawResponse": ".._client_raw",
        "ClientAuthWithStreamedResponse": ".._client_stream",
        "AsyncClientAuthWithRawResponse": ".._client_raw",
        "AsyncClientAuthWithStreamedResponse": ".._client_stream",
    },
)
