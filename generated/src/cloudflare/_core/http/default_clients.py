"""The HTTP clients that are used by default, to be changed and passed as ``http_client``."""

from __future__ import annotations

import os
import ssl
from collections.abc import Mapping
from typing import Any, Generic, TypeAlias, TypeVar

import httpx2

from .asyncio_transport import AsyncioTransport
from .blocking_transport import BlockingTransport
from .event_loops import running_loop
from .interception import AWAITED, BLOCKING, CLIENT, Functions, Methods
from .tls_contexts import tls_context

Timeout = httpx2.Timeout
Transport = httpx2.BaseTransport
ProxiesTypes: TypeAlias = "httpx2.Proxy | str | None"


def default_timeout(seconds: float) -> httpx2.Timeout:
    """The timeout of each phase of a call; to connect takes five seconds at most."""
    return httpx2.Timeout(seconds, connect=min(seconds, 5.0))


DEFAULT_TIMEOUT = default_timeout(60.0)
DEFAULT_CONNECTION_LIMITS = httpx2.Limits(
    max_connections=100, max_keepalive_connections=20
)
_MOST_KNOWN = 64
OwnT = TypeVar("OwnT")


class Routes(Generic[OwnT]):
    """Which requests of a client may go to a transport of our own directly, past httpx2."""

    def __init__(self, client: type, below: tuple[Methods, ...]) -> None:
        self._functions = Functions((client, CLIENT), *below)
        self._known: dict[str, OwnT | None] = {}

    def find(self, client: Any, url: str) -> OwnT | None:
        """The transport for a URL; None if it takes another, say that of a proxy, or if another
        package intercepts what httpx2 sends."""
        if not self._functions.are_original():
            return None
        end = url.find("/", 8)
        origin = url if end < 0 else url[:end]
        try:
            return self._known[origin]
        except KeyError:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            transport = client._transport_for_url(httpx2.URL(origin))
            own: OwnT | None = getattr(transport, "own", None)
            self._known[origin] = own
            return own


class BlockingSwitch(httpx2.BaseTransport):
    """Sends with a transport of our own, or with httpx2's while another package intercepts that."""

    _functions = Functions(*BLOCKING)

    def __init__(self, own: BlockingTransport, options: Mapping[str, Any]) -> None:
        """``options`` are those of an ``httpx2.HTTPTransport``."""
        self.own = own
        self._options = _without_transport(options)
        self._others: dict[int, httpx2.HTTPTransport] = {}
        """By process: connections of the parent are not those of a forked child."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request, its body unread."""
        if self._functions.are_original():
            return self.own.handle_request(request)
        here = os.getpid()
        other = self._others.get(here)
        if other is None:
            made = httpx2.HTTPTransport(**self._options)
            other = self._others.setdefault(here, made)
        return other.handle_request(request)

    def close(self) -> None:
        """Close the connections, also those in use."""
        self.own.close()
        other = self._others.get(os.getpid())
        if other is not None:
            other.close()


class AsyncSwitch(httpx2.AsyncBaseTransport):
    """Sends with a transport of our own; with httpx2's outside asyncio, and while another package
    intercepts that."""

    _functions = Functions(*AWAITED)

    def __init__(self, own: Any, options: Mapping[str, Any]) -> None:
        """``options`` are those of an ``httpx2.AsyncHTTPTransport``."""
        self.own = own
        self._options = _without_transport(options)
        self._others: dict[int, httpx2.AsyncHTTPTransport] = {}
        """By process: connections of the parent are not those of a forked child."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request, its body unread."""
        if running_loop() is not None and self._functions.are_original():
            response: httpx2.Response = await self.own.handle_async_request(request)
            return response
        here = os.getpid()
        other = self._others.get(here)
        if other is None:
            made = httpx2.AsyncHTTPTransport(**self._options)
            other = self._others.setdefault(here, made)
        return await other.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections, also those in use."""
        other = self._others.get(os.getpid())
        if other is not None:
            await other.aclose()
        if running_loop() is not None:
            await self.own.aclose()


def default_tls_context() -> ssl.SSLContext:
    """The TLS context of a client with this package's defaults."""
    return tls_context(trust_env=True)


def _without_transport(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name != "transport"}


def _defaults(options: dict[str, Any]) -> dict[str, Any]:
    known: dict[str, Any] = {
        "timeout": DEFAULT_TIMEOUT,
        "limits": DEFAULT_CONNECTION_LIMITS,
        "follow_redirects": False,
        "verify": True,
        **options,
    }
    if known["verify"] is False:
        known["verify"] = httpx2.create_ssl_context(verify=False)
    elif known["verify"] is True and not options.keys() & {
        "cert",
        "transport",
        "http2",
    }:
        known["verify"] = tls_context(trust_env=known.get("trust_env", True))
    return known


class DefaultHttpxClient(httpx2.Client):
    """An HTTP client with this package's defaults, to be changed and passed as ``http_client``."""

    usual_timeout = DEFAULT_TIMEOUT

    def __init__(self, **options: Any) -> None:
        super().__init__(**_defaults(options))
        self._routes = Routes[BlockingTransport](type(self), BLOCKING)

    def own_transport(self, url: str) -> BlockingTransport | None:
        """What sends a request to a URL past httpx2; None if httpx2 has to send it."""
        return self._routes.find(self, url)

    def _init_transport(self, *args: Any, **options: Any) -> httpx2.BaseTransport:
        if not _is_usual(httpx2.Client, options):
            return super()._init_transport(*args, **options)
        own = BlockingTransport(options)
        own.opener.encodings = self.headers.get("Accept-Encoding", "identity")
        return BlockingSwitch(own, options)


class DefaultAsyncHttpxClient(httpx2.AsyncClient):
    """An HTTP client with this package's defaults, to be changed and passed as ``http_client``."""

    usual_timeout = DEFAULT_TIMEOUT

    def __init__(self, **options: Any) -> None:
        super().__init__(**_defaults(options))
        self._routes = Routes[AsyncioTransport](type(self), AWAITED)

    def own_transport(self, url: str) -> AsyncioTransport | None:
        """What sends a request to a URL past httpx2; None if httpx2 has to send it."""
        return self._routes.find(self, url)

    def _init_transport(self, *args: Any, **options: Any) -> httpx2.AsyncBaseTransport:
        if not _is_usual(httpx2.AsyncClient, options):
            return super()._init_transport(*args, **options)
        own = AsyncioTransport(options)
        own.opener.encodings = self.headers.get("Accept-Encoding", "identity")
        return AsyncSwitch(own, options)


def _is_usual(kind: type, options: dict[str, Any]) -> bool:
    """Whether a transport of our own does what the options of an ``httpx2.HTTPTransport`` ask for,
    and no other package has a say in how it is made."""
    return (
        isinstance(options.get("verify"), ssl.SSLContext)
        and options.get("http1", True)
        and not options.get("http2", False)
        and options.get("transport") is None
        and options.get("cert") is None
        and Functions((kind, ("_init_transport",))).are_original()
    )
