"""The clients: options, credentials, and the way to every resource."""

from __future__ import annotations

from ._core import (
    DEFAULT_MAX_RETRIES,
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
    from ._client_raw import (
        AsyncClientSecurityWithRawResponse,
        ClientSecurityWithRawResponse,
    )
    from ._client_stream import (
        AsyncClientSecurityWithStreamedResponse,
        ClientSecurityWithStreamedResponse,
    )
    from ._core import Observer
    from .resources._calls_async import AsyncCallsResource
    from .resources.calls import CallsResource

__all__ = [
    "ClientSecurity",
    "Client",
    "AsyncClientSecurity",
    "AsyncClient",
    "ClientSecurityWithRawResponse",
    "ClientSecurityWithStreamedResponse",
    "AsyncClientSecurityWithRawResponse",
    "AsyncClientSecurityWithStreamedResponse",
]

SETTINGS = Settings(
    name="ClientSecurity",
    package="client_security",
    version=__version__,
    base_url="https://client-security.example",
    env_prefix="CLIENT_SECURITY",
    security=(
        ("bearer_token",),
        ("client_id", "client_secret"),
        ("username", "password"),
    ),
    array_format="repeat",
    nested_format="brackets",
    timeout=60.0,
    credentials=(
        Credential(
            option="admin",
            env="CLIENT_SECURITY_ADMIN",
            header="X-Admin",
        ),
        Credential(
            option="username",
            env="CLIENT_SECURITY_USERNAME",
            header="Authorization",
            prefix="Basic ",
            partner="password",
        ),
        Credential(
            option="password",
            env="CLIENT_SECURITY_PASSWORD",
        ),
        Credential(
            option="bearer_token",
            env="CLIENT_SECURITY_BEARER_TOKEN",
            header="Authorization",
            prefix="Bearer ",
        ),
        Credential(
            option="client_id",
            env="CLIENT_SECURITY_CLIENT_ID",
            header="Authorization",
            prefix="Bearer ",
            partner="client_secret",
            token_url="https://client-security.example/token",
        ),
        Credential(
            option="client_secret",
            env="CLIENT_SECURITY_CLIENT_SECRET",
        ),
        Credential(
            option="site",
            env="CLIENT_SECURITY_SITE",
            cookie="site",
        ),
    ),
)


class ClientSecurity(SyncAPIClient):
    """The synchronous client of client_security."""

    admin: str | None
    username: str | None
    password: str | None
    bearer_token: str | None
    client_id: str | None
    client_secret: str | None
    site: str | None

    def __init__(
        self,
        *,
        admin: str | None = None,
        username: str | None = None,
        password: str | None = None,
        bearer_token: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        site: str | None = None,
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
            admin: For administrators. Read from ``CLIENT_SECURITY_ADMIN`` when it
                is not given.
            username: The user name. Read from ``CLIENT_SECURITY_USERNAME`` when it
                is not given.
            password: The password. Read from ``CLIENT_SECURITY_PASSWORD`` when it
                is not given.
            bearer_token: The token that every request carries. Read from
                ``CLIENT_SECURITY_BEARER_TOKEN`` when it is not given.
            client_id: The id of the program, for which a token is fetched. Read
                from ``CLIENT_SECURITY_CLIENT_ID`` when it is not given.
            client_secret: The secret of the program, for which a token is fetched.
                Read from ``CLIENT_SECURITY_CLIENT_SECRET`` when it is not given.
            site: The API key that travels in the cookie site. Read from
                ``CLIENT_SECURITY_SITE`` when it is not given.
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
        admin = as_secret(admin)
        username = as_secret(username)
        password = as_secret(password)
        bearer_token = as_secret(bearer_token)
        client_id = as_secret(client_id)
        client_secret = as_secret(client_secret)
        site = as_secret(site)

        super().__init__(
            SETTINGS,
            options={
                "admin": admin,
                "username": username,
                "password": password,
                "bearer_token": bearer_token,
                "client_id": client_id,
                "client_secret": client_secret,
                "site": site,
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
    def calls(self) -> CallsResource:
        """Calls under calls."""
        from .resources.calls import CallsResource

        return CallsResource(self)

    @cached_property
    def with_raw_response(self) -> ClientSecurityWithRawResponse:
        """View of the client whose methods return the raw ``APIResponse``."""
        from ._client_raw import ClientSecurityWithRawResponse

        return ClientSecurityWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ClientSecurityWithStreamedResponse:
        """View of the client whose methods return before the body is read."""
        from ._client_stream import ClientSecurityWithStreamedResponse

        return ClientSecurityWithStreamedResponse(self)

    def with_options(
        self,
        *,
        admin: str | None = None,
        username: str | None = None,
        password: str | None = None,
        bearer_token: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        site: str | None = None,
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
        admin = as_secret(admin)
        username = as_secret(username)
        password = as_secret(password)
        bearer_token = as_secret(bearer_token)
        client_id = as_secret(client_id)
        client_secret = as_secret(client_secret)
        site = as_secret(site)

        return self._with_options(
            options={
                "admin": admin,
                "username": username,
                "password": password,
                "bearer_token": bearer_token,
                "client_id": client_id,
                "client_secret": client_secret,
                "site": site,
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


class AsyncClientSecurity(AsyncAPIClient):
    """The asynchronous client of client_security."""

    admin: str | None
    username: str | None
    password: str | None
    bearer_token: str | None
    client_id: str | None
    client_secret: str | None
    site: str | None

    def __init__(
        self,
        *,
        admin: str | None = None,
        username: str | None = None,
        password: str | None = None,
        bearer_token: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        site: str | None = None,
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
            admin: For administrators. Read from ``CLIENT_SECURITY_ADMIN`` when it
                is not given.
            username: The user name. Read from ``CLIENT_SECURITY_USERNAME`` when it
                is not given.
            password: The password. Read from ``CLIENT_SECURITY_PASSWORD`` when it
                is not given.
            bearer_token: The token that every request carries. Read from
                ``CLIENT_SECURITY_BEARER_TOKEN`` when it is not given.
            client_id: The id of the program, for which a token is fetched. Read
                from ``CLIENT_SECURITY_CLIENT_ID`` when it is not given.
            client_secret: The secret of the program, for which a token is fetched.
                Read from ``CLIENT_SECURITY_CLIENT_SECRET`` when it is not given.
            site: The API key that travels in the cookie site. Read from
                ``CLIENT_SECURITY_SITE`` when it is not given.
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
        admin = as_secret(admin)
        username = as_secret(username)
        password = as_secret(password)
        bearer_token = as_secret(bearer_token)
        client_id = as_secret(client_id)
        client_secret = as_secret(client_secret)
        site = as_secret(site)

        super().__init__(
            SETTINGS,
            options={
                "admin": admin,
                "username": username,
                "password": password,
                "bearer_token": bearer_token,
                "client_id": client_id,
                "client_secret": client_secret,
                "site": site,
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
    def calls(self) -> AsyncCallsResource:
        """Calls under calls."""
        from .resources._calls_async import AsyncCallsResource

        return AsyncCallsResource(self)

    @cached_property
    def with_raw_response(self) -> AsyncClientSecurityWithRawResponse:
        """View of the client whose methods return the raw ``APIResponse``."""
        from ._client_raw import AsyncClientSecurityWithRawResponse

        return AsyncClientSecurityWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncClientSecurityWithStreamedResponse:
        """View of the client whose methods return before the body is read."""
        from ._client_stream import AsyncClientSecurityWithStreamedResponse

        return AsyncClientSecurityWithStreamedResponse(self)

    def with_options(
        self,
        *,
        admin: str | None = None,
        username: str | None = None,
        password: str | None = None,
        bearer_token: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        site: str | None = None,
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
        admin = as_secret(admin)
        username = as_secret(username)
        password = as_secret(password)
        bearer_token = as_secret(bearer_token)
        client_id = as_secret(client_id)
        client_secret = as_secret(client_secret)
        site = as_secret(site)

        return self._with_options(
            options={
                "admin": admin,
                "username": username,
                "password": password,
                "bearer_token": bearer_token,
                "client_id": client_id,
                "client_secret": client_secret,
                "site": site,
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


Client = ClientSecurity
AsyncClient = AsyncClientSecurity

__getattr__, __dir__ = exports(
    __name__,
    {
        "ClientSecurityWithRawResponse": ".._client_raw",
        "ClientSecurityWithStreamedResponse": ".._client_stream",
        "AsyncClientSecurityWithRawResponse": ".._client_raw",
        "AsyncClientSecurityWithStreamedResponse": ".._client_stream",
    },
)
