"""What differs between clients, as values: names, addresses, credentials, formats.

Plain classes, and no import of ``typing``: each costs more than a client needs before its first call.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Literal

    from ..wire.query import ArrayFormat, NestedFormat


class Credential:
    """A secret that a client option holds, the variable it is read from, and where it is sent.

    At most one of ``header``, ``query`` and ``cookie`` names the place; ``prefix`` stands before
    the value, e.g. ``"Bearer "``. With a ``partner``, the option of a password, both are sent
    together (RFC 7617); with a ``token_url`` the two get a token there (RFC 6749, 4.4), which is sent.
    """

    __slots__ = (
        *("cookie", "env", "header", "option", "partner", "prefix", "query"),
        "token_url",
    )

    def __init__(
        self,
        option: str,
        env: str | None = None,
        header: str | None = None,
        query: str | None = None,
        cookie: str | None = None,
        prefix: str = "",
        partner: str | None = None,
        token_url: str | None = None,
    ) -> None:
        self.option = option
        self.env = env
        self.header = header
        self.query = query
        self.cookie = cookie
        self.prefix = prefix
        self.partner = partner
        self.token_url = token_url

    @property
    def place(self) -> str:
        """The name under which the credential is sent."""
        return self.header or self.query or self.cookie or ""


class ErrorEnvelope:
    """Where a JSON body says what went wrong: the property that lists the errors, the type of
    each (loaded when needed), and the property that is false when a call failed."""

    __slots__ = ("items", "model", "success")

    def __init__(
        self, items: str, model: Callable[[], type[Any]], success: str | None = None
    ) -> None:
        self.items = items
        self.model = model
        self.success = success


class ErrorKinds:
    """Which class an error has, by what its response says: ``path`` are the properties that lead to a
    value, and ``table`` gives for each value the class and the statuses that it is meant for (none for any).
    """

    __slots__ = ("path", "table")

    def __init__(
        self,
        path: tuple[str, ...],
        table: Callable[[], Mapping[str, tuple[type[Any], tuple[int, ...]]]],
    ) -> None:
        self.path = path
        self.table = table


class EventRule:
    """What becomes of the events of a stream that fit: their items are yielded, the stream is done,
    or an error is raised.

    Events fit by their type, where ``event_types`` lists some (None is an event without one), and
    by the text their data start with. An event that would be yielded is an error where its JSON
    data have a value in ``error_property``; that value is then the error's ``body``.
    """

    __slots__ = ("data_starts_with", "error_property", "event_types", "handle")

    def __init__(
        self,
        handle: Literal["yield", "done", "error"] = "yield",
        event_types: tuple[str | None, ...] | None = None,
        data_starts_with: str = "",
        error_property: str | None = None,
    ) -> None:
        self.handle: Literal["yield", "done", "error"] = handle
        self.event_types = event_types
        self.data_starts_with = data_starts_with
        self.error_property = error_property

    def fits(self, event_type: str | None, data: str) -> bool:
        """Whether the rule is meant for an event."""
        is_meant = self.event_types is None or event_type in self.event_types
        return is_meant and data.startswith(self.data_starts_with)


class Settings:
    """The constants of one client.

    ``security`` lists the alternatives of credentials that the API accepts, each the options
    that belong together, the preferred one first. ``needed`` are the options that a client cannot be
    built without, and their variables. ``variables`` names the environment variables of
    options that are no credentials; ``header_options``, ``query_options``, ``cookie_options`` and
    ``url_options`` say where options go, the last ones into variables of the base URL.
    ``environments`` are the base URLs to choose from. ``timeout`` is in seconds, ``max_retries`` the usual number of retries. Keys that make a call
    idempotent are sent in ``idempotency_header``; without one, no call has such a key. The first
    rule of ``streaming`` that fits an event of a stream applies; events that none fits are skipped.
    ``error_message`` are the properties that lead to the message in an error response.
    ``retry_delays`` are the first and the longest delay between attempts, in seconds.
    """

    def __init__(
        self,
        *,
        name: str,
        package: str,
        version: str,
        base_url: str,
        env_prefix: str,
        credentials: tuple[Credential, ...] = (),
        security: tuple[tuple[str, ...], ...] = (),
        variables: Mapping[str, str] | None = None,
        needed: Mapping[str, str | None] | None = None,
        header_options: Mapping[str, str] | None = None,
        query_options: Mapping[str, str] | None = None,
        cookie_options: Mapping[str, str] | None = None,
        url_options: Mapping[str, str] | None = None,
        environments: Mapping[str, str] | None = None,
        default_headers: Mapping[str, str] | None = None,
        array_format: ArrayFormat = "comma",
        nested_format: NestedFormat = "brackets",
        errors: ErrorEnvelope | None = None,
        error_message: tuple[str, ...] = (),
        error_kinds: ErrorKinds | None = None,
        timeout: float = 60.0,
        max_retries: int = 2,
        retries: Literal["safe", "compatible"] = "safe",
        idempotency_header: str | None = None,
        streaming: tuple[EventRule, ...] = (EventRule(),),
        retry_delays: tuple[float, float] | None = None,
    ) -> None:
        self.name = name
        self.package = package
        self.version = version
        self.base_url = base_url
        self.env_prefix = env_prefix
        self.credentials = credentials
        self.security = security
        self.variables: Mapping[str, str] = variables or {}
        self.needed: Mapping[str, str | None] = needed or {}
        self.header_options: Mapping[str, str] = header_options or {}
        self.query_options: Mapping[str, str] = query_options or {}
        self.cookie_options: Mapping[str, str] = cookie_options or {}
        self.url_options: Mapping[str, str] = url_options or {}
        self.environments: Mapping[str, str] = environments or {}
        self.default_headers: Mapping[str, str] = default_headers or {}
        self.array_format: ArrayFormat = array_format
        self.nested_format: NestedFormat = nested_format
        self.errors = errors
        self.error_message = error_message
        self.error_kinds = error_kinds
        self.timeout = timeout
        self.max_retries = max_retries
        self.retries: Literal["safe", "compatible"] = retries
        self.idempotency_header = idempotency_header
        self.streaming = streaming
        self.retry_delays = retry_delays

    @property
    def secret_names(self) -> frozenset[str]:
        """The lower-case names under which credentials travel: never logged, never sent on."""
        declared = {c.place.lower() for c in self.credentials if c.place}
        return frozenset(
            declared | {"authorization", "cookie", "proxy-authorization", "set-cookie"}
        )
