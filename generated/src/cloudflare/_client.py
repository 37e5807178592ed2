"""The clients: options, credentials, and the way to every resource."""

from __future__ import annotations

from ._core import (
    DEFAULT_MAX_RETRIES,
    AsyncAPIClient,
    Credential,
    ErrorEnvelope,
    NotGiven,
    Settings,
    SyncAPIClient,
    as_secret,
    not_given,
)
from ._core.cached import cached_property
from ._core.lazy import exports
from ._version import __version__
from .types import shared

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from collections.abc import Iterable, Mapping
    from typing import Any, Self
    from ._client_raw import AsyncCloudflareWithRawResponse, CloudflareWithRawResponse
    from ._client_stream import (
        AsyncCloudflareWithStreamedResponse,
        CloudflareWithStreamedResponse,
    )
    from ._core import Observer
    from .resources.security_center._security_center_async import (
        AsyncSecurityCenterResource,
    )
    from .resources.security_center.security_center import SecurityCenterResource

__all__ = [
    "Cloudflare",
    "Client",
    "AsyncCloudflare",
    "AsyncClient",
    "CloudflareWithRawResponse",
    "CloudflareWithStreamedResponse",
    "AsyncCloudflareWithRawResponse",
    "AsyncCloudflareWithStreamedResponse",
]

SETTINGS = Settings(
    name="Cloudflare",
    package="cloudflare",
    version=__version__,
    base_url="https://api.cloudflare.com/client/v4",
    env_prefix="CLOUDFLARE",
    security=(("api_token",), ("api_email", "api_key"), ("user_service_key",)),
    array_format="repeat",
    nested_format="dots",
    timeout=60.0,
    header_options={"api_version": "api-version"},
    errors=ErrorEnvelope(
        items="errors", model=lambda: shared.ErrorData, success="success"
    ),
    credentials=(
        Credential(
            option="api_email",
            env="CLOUDFLARE_EMAIL",
            header="X-Auth-Email",
        ),
        Credential(
            option="api_key",
            env="CLOUDFLARE_API_KEY",
            header="X-Auth-Key",
        ),
        Credential(
            option="api_token",
            env="CLOUDFLARE_API_TOKEN",
            header="Authorization",
            prefix="Bearer ",
        ),
        Credential(
            option="user_service_key",
            env="CLOUDFLARE_API_USER_SERVICE_KEY",
            header="X-Auth-User-Service-Key",
        ),
    ),
)


class Cloudflare(SyncAPIClient):
    """The synchronous client of Cloudflare."""

    api_token: str | None
    api_key: str | None
    api_email: str | None
    user_service_key: str | None
    api_version: str | None

    def __init__(
        self,
        *,
        api_token: str | None = None,
        api_key: str | None = None,
        api_email: str | None = None,
        user_service_key: str | None = None,
        api_version: str | None = None,
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
            api_token: An API token; the preferred credential. Read from
                ``CLOUDFLARE_API_TOKEN`` when it is not given.
            api_key: The Global API Key, used together with `api_email`. Read from
                ``CLOUDFLARE_API_KEY`` when it is not given.
            api_email: The e-mail address of the account that `api_key` belongs to.
                Read from ``CLOUDFLARE_EMAIL`` when it is not given.
            user_service_key: A user service key, which a few products use instead
                of a token. Read from ``CLOUDFLARE_API_USER_SERVICE_KEY`` when it is not
                given.
            api_version: A date such as `2026-01-31` to ask for the API as it was
                then.
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
        api_email = as_secret(api_email)
        api_key = as_secret(api_key)
        api_token = as_secret(api_token)
        user_service_key = as_secret(user_service_key)

        super().__init__(
            SETTINGS,
            options={
                "api_token": api_token,
                "api_key": api_key,
                "api_email": api_email,
                "user_service_key": user_service_key,
                "api_version": api_version,
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
    def security_center(self) -> SecurityCenterResource:
        """Findings about the security of accounts and zones."""
        from .resources.security_center.security_center import SecurityCenterResource

        return SecurityCenterResource(self)

    @cached_property
    def with_raw_response(self) -> CloudflareWithRawResponse:
        """View of the client whose methods return the raw ``APIResponse``."""
        from ._client_raw import CloudflareWithRawResponse

        return CloudflareWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> CloudflareWithStreamedResponse:
        """View of the client whose methods return before the body is read."""
        from ._client_stream import CloudflareWithStreamedResponse

        return CloudflareWithStreamedResponse(self)

    def with_options(
        self,
        *,
        api_token: str | None = None,
        api_key: str | None = None,
        api_email: str | None = None,
        user_service_key: str | None = None,
        api_version: str | None = None,
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
        api_email = as_secret(api_email)
        api_key = as_secret(api_key)
        api_token = as_secret(api_token)
        user_service_key = as_secret(user_service_key)

        return self._with_options(
            options={
                "api_token": api_token,
                "api_key": api_key,
                "api_email": api_email,
                "user_service_key": user_service_key,
                "api_version": api_version,
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


class AsyncCloudflare(AsyncAPIClient):
    """The asynchronous client of Cloudflare."""

    api_token: str | None
    api_key: str | None
    api_email: str | None
    user_service_key: str | None
    api_version: str | None

    def __init__(
        self,
        *,
        api_token: str | None = None,
        api_key: str | None = None,
        api_email: str | None = None,
        user_service_key: str | None = None,
        api_version: str | None = None,
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
            api_token: An API token; the preferred credential. Read from
                ``CLOUDFLARE_API_TOKEN`` when it is not given.
            api_key: The Global API Key, used together with `api_email`. Read from
                ``CLOUDFLARE_API_KEY`` when it is not given.
            api_email: The e-mail address of the account that `api_key` belongs to.
                Read from ``CLOUDFLARE_EMAIL`` when it is not given.
            user_service_key: A user service key, which a few products use instead
                of a token. Read from ``CLOUDFLARE_API_USER_SERVICE_KEY`` when it is not
                given.
            api_version: A date such as `2026-01-31` to ask for the API as it was
                then.
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
        api_email = as_secret(api_email)
        api_key = as_secret(api_key)
        api_token = as_secret(api_token)
        user_service_key = as_secret(user_service_key)

        super().__init__(
            SETTINGS,
            options={
                "api_token": api_token,
                "api_key": api_key,
                "api_email": api_email,
                "user_service_key": user_service_key,
                "api_version": api_version,
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
    def security_center(self) -> AsyncSecurityCenterResource:
        """Findings about the security of accounts and zones."""
        from .resources.security_center._security_center_async import (
            AsyncSecurityCenterResource,
        )

        return AsyncSecurityCenterResource(self)

    @cached_property
    def with_raw_response(self) -> AsyncCloudflareWithRawResponse:
        """View of the client whose methods return the raw ``APIResponse``."""
        from ._client_raw import AsyncCloudflareWithRawResponse

        return AsyncCloudflareWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCloudflareWithStreamedResponse:
        """View of the client whose methods return before the body is read."""
        from ._client_stream import AsyncCloudflareWithStreamedResponse

        return AsyncCloudflareWithStreamedResponse(self)

    def with_options(
        self,
        *,
        api_token: str | None = None,
        api_key: str | None = None,
        api_email: str | None = None,
        user_service_key: str | None = None,
        api_version: str | None = None,
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
        api_email = as_secret(api_email)
        api_key = as_secret(api_key)
        api_token = as_secret(api_token)
        user_service_key = as_secret(user_service_key)

        return self._with_options(
            options={
                "api_token": api_token,
                "api_key": api_key,
                "api_email": api_email,
                "user_service_key": user_service_key,
                "api_version": api_version,
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


Client = Cloudflare
AsyncClient = AsyncCloudflare

__getattr__, __dir__ = exports(
    __name__,
    {
        "CloudflareWithRawResponse": ".._client_raw",
        "CloudflareWithStreamedResponse": ".._client_stream",
        "AsyncCloudflareWithRawResponse": ".._client_raw",
        "AsyncCloudflareWithStreamedResponse": ".._client_stream",
    },
)
