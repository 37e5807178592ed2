"""What both clients have in common: options, credentials, headers, copies."""

from __future__ import annotations

import functools
import os

from ..cached import cached_property
from .addresses import address_of, chosen_address
from .client_headers import client_headers
from .client_options import (
    DEFAULT_MAX_RETRIES,
    changed_options,
    check_needed,
    checked_client,
    checked_deadline,
    checked_retries,
    checked_timeout,
    given_time_out,
    merged,
    needed_variables,
)
from ..policy.credentials import Credentials, choose_credentials, hidden
from ..wire.headers import platform_headers
from ..policy.hooks import Hooks
from ..http.pool import Pool
from ..policy.retry_budget import RetryBudget
from ..wire.sentinels import NotGiven, not_given

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, Self

    import httpx2

    from ..wire.headers import HeaderMap
    from ..policy.credentials import Alternatives
    from .mode import Mode
    from ..policy.logs import CallLog
    from ..policy.observers import Observer
    from ..policy.policies import Policies
    from ..wire.timeouts import TimeoutOption
    from ..wire.query import Querystring
    from ..wire.sentinels import Omit
    from ..policy.settings import ErrorKinds, Settings

_COMPUTED = (cached_property, functools.cached_property)
"""Properties whose values belong to one client; a subclass may have some of its own."""


class Defaults:
    """What calls with the same credentials have in common: those, and the headers and query
    parameters of every request. ``token_source`` is where they get a token, if they need one;
    ``typed`` are the headers with a media type of a body and one that is asked for."""

    __slots__ = ("credentials", "headers", "query", "token_source", "typed")

    def __init__(
        self, credentials: Credentials, headers: HeaderMap, query: dict[str, object]
    ) -> None:
        self.credentials = credentials
        self.headers = headers
        self.query = query
        self.token_source = credentials.token_source
        self.typed: dict[tuple[str | None, str | None], HeaderMap] = {}


class BaseClient(Hooks):
    """What the synchronous and the asynchronous client have in common."""

    _is_async: bool
    _mode: Mode = "parsed"

    def __init__(
        self,
        settings: Settings,
        *,
        options: Mapping[str, Any],
        base_url: Any = None,
        timeout: TimeoutOption = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        deadline: float | None = None,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: Any = None,
        observers: Iterable[Observer] = (),
        _strict_response_validation: bool = False,
        _policies: Policies | None = None,
        environment: Any = None,
    ) -> None:
        options = hidden(settings, options)  # also from tracebacks that show locals
        prefix = settings.env_prefix
        self._settings = settings
        self._environ = needed_variables(settings, os.environ)
        self._set_options(options)
        self._environment = environment
        self.base_url = self._address = chosen_address(
            settings, base_url, environment, self._environ
        )
        self._timeout = (
            given_time_out(http_client)
            if isinstance(timeout, NotGiven)
            else checked_timeout(timeout)
        )
        self.max_retries = checked_retries(max_retries)
        self.deadline = checked_deadline(deadline)
        self._custom_headers = dict(default_headers or {})
        self._custom_query = dict(default_query or {})
        self.observers = tuple(observers)
        self._strict = _strict_response_validation
        self._policies = _policies
        self._budget = RetryBudget()
        self._pool = Pool(checked_client(http_client, is_async=self._is_async))
        self._owns_pool = True
        self._tokens: dict[tuple[str, str, str], Any] = {}
        self._prepare_defaults()
        if level := self._environ.get(f"{prefix}_LOG"):
            from ..policy.logs import set_up_logging

            set_up_logging(settings.package, level)

    @property
    def base_url(self) -> httpx2.URL:
        """Where the API is reached; ends with a slash."""
        import httpx2

        return httpx2.URL(self._base_url)

    @base_url.setter
    def base_url(self, url: Any) -> None:
        settings = self._settings
        if url and url == settings.base_url and not settings.url_options:
            self._base_url = f"{settings.base_url.rstrip('/')}/"
            return
        from ..wire.urls import check_base_url

        text = str(url)
        if settings.url_options:
            from .addresses import filled

            text = filled(settings, text, vars(self))
        self._base_url = check_base_url(text)

    @property
    def timeout(self) -> float | httpx2.Timeout | None:
        """Seconds for each phase of a call; None for no limit."""
        if not isinstance(self._timeout, NotGiven):
            chosen: float | httpx2.Timeout | None = self._timeout
            return chosen
        from ..http.default_clients import default_timeout

        return default_timeout(self._settings.timeout)

    @timeout.setter
    def timeout(self, timeout: TimeoutOption) -> None:
        self._timeout = checked_timeout(timeout)

    def is_closed(self) -> bool:
        """Whether the connections were closed."""
        return self._pool.is_closed

    @property
    def user_agent(self) -> str:
        """The User-Agent of every request."""
        kind = "Async" if self._is_async else ""
        return f"{kind}{self._settings.name}/Python {self._settings.version}"

    @property
    def auth_headers(self) -> dict[str, str]:
        """The headers that carry the credentials."""
        return self._credentials.sent_in("header")

    @property
    def default_headers(self) -> dict[str, str | Omit]:
        """The headers of every request, credentials included."""
        return dict(self._base_headers.values())

    @property
    def default_query(self) -> dict[str, object]:
        """The query parameters of every request."""
        return dict(self._base_query)

    @property
    def qs(self) -> Querystring:
        """How this client writes query strings."""
        from ..wire.query import Querystring

        settings = self._settings
        return Querystring(settings.array_format, settings.nested_format)

    @cached_property
    def _call_log(self) -> CallLog:
        from ..policy.logs import CallLog

        return CallLog(self._settings)

    def _unwrap(
        self,
        kind: Callable[[], Any],
        payload: str | bytes,
        headers: Mapping[str, str] | NotGiven = not_given,
        key: str | bytes | None = None,
        option: str | None = None,
    ) -> Any:
        from .webhooks import unwrapped

        return unwrapped(self, kind, payload, headers, key, option)

    @property
    def _error_kinds(self) -> ErrorKinds | None:
        return self._settings.error_kinds

    def platform_headers(self) -> dict[str, str]:
        """What every request says about the program that sends it."""
        return platform_headers(self._settings.version, is_async=self._is_async)

    def __setattr__(self, name: str, value: Any) -> None:
        """Set an attribute; an option, say a credential, is checked and used from now on.

        Raises:
            ValueError: the credential is empty or malformed.
        """
        known = self.__dict__
        if "_base_headers" not in known or name not in known["_given"]:
            object.__setattr__(self, name, value)
            return
        changed = hidden(self._settings, {name: value})
        del value
        self._set_options(changed_options(self._settings, self._given, changed))
        self._prepare_defaults()

    def __repr__(self) -> str:
        known = vars(self)  # half of it, where the constructor raised
        parts = (known.get("_base_url"), known.get("_credentials"))
        shown = " ".join(str(part) for part in parts if part is not None)
        return f"<{' '.join(filter(None, (type(self).__name__, shown)))}>"

    def __getstate__(self) -> Any:
        raise TypeError(f"a {type(self).__name__} holds credentials and is not pickled")

    def _set_options(self, options: Mapping[str, Any]) -> None:
        """Take over the constructor's options; each becomes an attribute."""
        self._given = dict(options)
        self._credentials = choose_credentials(self._settings, options, self._environ)
        read = {o: self._environ.get(v) for o, v in self._settings.variables.items()}
        stated = {name: value for name, value in options.items() if value is not None}
        found = {**options, **read, **stated, **self._credentials.values}
        check_needed(self._settings, found)
        vars(self).update(found)

    def _prepare_defaults(self) -> None:
        """Put together once what every request has."""
        self._known: dict[Alternatives | None, Defaults] = {}
        defaults = self._defaults(None)
        self._base_query, self._base_headers = defaults.query, defaults.headers

    def _defaults(self, security: Alternatives | None) -> Defaults:
        """What every request has that needs some credentials; None are those of the API."""
        known = self._known.get(security)
        if known is not None:
            return known
        credentials = self._credentials
        if security is not None:
            credentials = choose_credentials(
                self._settings, self._given, self._environ, security
            )
        environ, prefix = self._environ, self._settings.env_prefix
        query = {**self._custom_query, **credentials.sent_in("query")}
        for option, wire_name in self._settings.query_options.items():
            if (value := getattr(self, option)) is not None:
                query.setdefault(wire_name, value)
        headers = client_headers(
            self._settings,
            credentials,
            program={"User-Agent": self.user_agent, **self.platform_headers()},
            options={o: getattr(self, o) for o in self._settings.header_options},
            cookies={o: getattr(self, o) for o in self._settings.cookie_options},
            from_environment=environ.get(f"{prefix}_CUSTOM_HEADERS", ""),
            custom=self._custom_headers,
        )
        self._known[security] = made = Defaults(credentials, headers, query)
        return made

    def _token_auth(self, source: tuple[str, str, str] | None) -> Any:
        """What gets and sends the token from a source; None if there is none."""
        if source is None or self._pool.authenticates:
            return None
        if source not in self._tokens:
            from ..policy.oauth2 import ClientCredentials

            self._tokens[source] = ClientCredentials(*source)
        return self._tokens[source]

    def _move(self, base_url: Any, environment: Any, *, has_changed: bool) -> None:
        """Take over another address; options that have changed may be a part of the present one."""
        if environment is not None:
            self._environment = environment
        if base_url is None and environment is not None:
            base_url = address_of(self._settings, environment)
        if base_url is not None or (has_changed and self._settings.url_options):
            self._address = self._address if base_url is None else base_url
            self.base_url = self._address

    def _with_mode(self, mode: Mode) -> Self:
        """A copy whose own methods return responses in another form."""
        copy = self._with_options(options={})
        copy._mode = mode
        return copy

    def _with_options(
        self,
        *,
        options: Mapping[str, Any],
        base_url: Any = None,
        timeout: TimeoutOption = not_given,
        max_retries: int | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        default_headers: Mapping[str, str] | None = None,
        set_default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        http_client: Any = None,
        observers: Iterable[Observer] | None = None,
        _extra_kwargs: Mapping[str, Any] | None = None,
        environment: Any = None,
    ) -> Self:
        """A copy with other options, which shares connections and retry budget."""
        options = hidden(self._settings, options)
        copy = object.__new__(type(self))
        vars(copy).update(
            (name, value)
            for name, value in vars(self).items()
            if not isinstance(getattr(type(self), name, None), _COMPUTED)
        )
        copy._owns_pool = False
        changed = {name: value for name, value in options.items() if value is not None}
        if changed:
            copy._set_options(changed_options(self._settings, self._given, changed))
        copy._move(base_url, environment, has_changed=bool(changed))
        if not isinstance(timeout, NotGiven):
            copy._timeout = checked_timeout(timeout)
        if not isinstance(max_retries, NotGiven):
            copy.max_retries = checked_retries(max_retries)
        if not isinstance(deadline, NotGiven):
            copy.deadline = checked_deadline(deadline)
        if http_client is not None:
            copy._pool = Pool(checked_client(http_client, is_async=self._is_async))
            if isinstance(copy._timeout, NotGiven):
                copy._timeout = given_time_out(http_client)
        if observers is not None:
            copy.observers = tuple(observers)
        copy._custom_headers = merged(
            "default_headers",
            self._custom_headers,
            default_headers,
            set_default_headers,
        )
        copy._custom_query = merged(
            "default_query", self._custom_query, default_query, set_default_query
        )
        copy._prepare_defaults()
        vars(copy).update(_extra_kwargs or {})
        return copy
