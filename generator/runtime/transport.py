"""Sending requests with httpx2, or with the client that the user passed in.

The default clients are made at the first request, share one TLS context, keep no cookies, and
are closed by the client that owns them. After a fork, or in another event loop, a fresh one is
made.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import threading
import weakref
from functools import cache
from http.cookiejar import DefaultCookiePolicy
from typing import TYPE_CHECKING, Any, TypeAlias

import anyio
import httpx2

from .body import Body
from .call import WireRequest
from .deadline_transport import deadline_mounts, ends_in
from .sentinels import NotGiven
from .sources import BytesSource, Source
from .time_outs import phases

if TYPE_CHECKING:
    from .base_client import BaseClient

Timeout = httpx2.Timeout
Transport = httpx2.BaseTransport
ProxiesTypes: TypeAlias = "httpx2.Proxy | str | None"


def default_timeout(seconds: float) -> httpx2.Timeout:
    """The time-out of each phase of a call; to connect takes five seconds at most."""
    return httpx2.Timeout(seconds, connect=min(seconds, 5.0))


DEFAULT_TIMEOUT = default_timeout(60.0)
DEFAULT_CONNECTION_LIMITS = httpx2.Limits(
    max_connections=100, max_keepalive_connections=20
)


@cache
def tls_context(pid: int) -> ssl.SSLContext:
    """The TLS context of a process: making one takes tens of milliseconds."""
    return httpx2.create_ssl_context()


def _defaults(options: dict[str, Any]) -> dict[str, Any]:
    known: dict[str, Any] = {
        "timeout": DEFAULT_TIMEOUT,
        "limits": DEFAULT_CONNECTION_LIMITS,
        "follow_redirects": False,
    }
    if not options.keys() & {"verify", "cert", "transport"}:
        known["verify"] = tls_context(os.getpid())
    return known | options


class DefaultHttpxClient(httpx2.Client):
    """An HTTP client with this package's defaults, to be changed and passed as ``http_client``."""

    def __init__(self, **options: Any) -> None:
        known = _defaults(options)
        known["mounts"] = deadline_mounts(known) or known.get("mounts")
        super().__init__(**known)
        self._limits: httpx2.Limits = known["limits"]

    def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """The response to a request.

        Raises:
            httpx2.HTTPError: there is none; a full pool is told with its size.
        """
        try:
            return super().send(request, **options)
        except httpx2.PoolTimeout as error:
            raise _pool_timeout(self._limits, request) from error


class DefaultAsyncHttpxClient(httpx2.AsyncClient):
    """An HTTP client with this package's defaults, to be changed and passed as ``http_client``."""

    def __init__(self, **options: Any) -> None:
        known = _defaults(options)
        super().__init__(**known)
        self._limits: httpx2.Limits = known["limits"]

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """The response to a request.

        Raises:
            httpx2.HTTPError: there is none; a full pool is told with its size.
        """
        try:
            return await super().send(request, **options)
        except httpx2.PoolTimeout as error:
            raise _pool_timeout(self._limits, request) from error


def _pool_timeout(limits: httpx2.Limits, request: httpx2.Request) -> httpx2.PoolTimeout:
    words = f"all {limits.max_connections} connections are in use"
    return httpx2.PoolTimeout(words, request=request)


def _without_cookies(client: Any) -> Any:
    client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return client


class SyncTransport:
    """Sends requests one after the other; shared by a client and its copies."""

    def __init__(self, http_client: Any | None, timeout: float) -> None:
        self._given = http_client
        self._timeout = default_timeout(timeout)
        self._own: httpx2.Client | None = None
        self._lock = threading.Lock()
        self._pid = os.getpid()
        self.is_closed = False

    def send(self, request: WireRequest, owner: BaseClient) -> Any:
        """The response to a request, its body unread."""
        client = self._client()
        content = None if request.body is None else _content(request.body)
        built = _build(client, request, content, self._timeout)
        owner._prepare_request(built)
        with ends_in(request.seconds_left):
            return client.send(built, **_sending(owner, request))

    def read(
        self, response: Any, limit: int, seconds_left: float | None, *, cut: bool
    ) -> bytes:
        """The decoded body of a response, which is closed then."""
        body = Body(limit, seconds_left, cut=cut)
        body.shorten_time_out(response)
        try:
            with ends_in(seconds_left):
                for chunk in response.iter_bytes():
                    if not body.add(chunk):
                        break
        finally:
            response.close()
        return body.kept_by(response)

    def close(self) -> None:
        """Close what was opened here; a client of the user's stays open."""
        self.is_closed = True
        if self._own is not None:
            self._own.close()

    def _client(self) -> Any:
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        if self._given is not None:
            return self._given
        with self._lock:
            if self._own is None or self._pid != os.getpid():
                own = DefaultHttpxClient(timeout=self._timeout)
                weakref.finalize(self, own.close)
                self._own, self._pid = _without_cookies(own), os.getpid()
            return self._own


class AsyncTransport:
    """Sends requests in event loops; shared by a client and its copies."""

    def __init__(self, http_client: Any | None, timeout: float) -> None:
        self._given = http_client
        self._timeout = default_timeout(timeout)
        self._own: dict[tuple[int, int], tuple[Any, httpx2.AsyncClient]] = {}
        self._lock = threading.Lock()
        self.is_closed = False

    async def send(self, request: WireRequest, owner: BaseClient) -> Any:
        """The response to a request, its body unread."""
        client = self._client()
        content = None if request.body is None else _async_content(request.body)
        built = _build(client, request, content, self._timeout)
        changing = owner._prepare_request(built)
        if changing is not None:
            await changing
        sending = client.send(built, **_sending(owner, request))
        if request.seconds_left is None:
            return await sending
        with anyio.fail_after(request.seconds_left):
            return await sending

    async def read(
        self, response: Any, limit: int, seconds_left: float | None, *, cut: bool
    ) -> bytes:
        """The decoded body of a response, which is closed then."""
        body = Body(limit, seconds_left, cut=cut)
        try:
            with anyio.fail_after(seconds_left):
                async for chunk in response.aiter_bytes():
                    if not body.add(chunk):
                        break
        finally:
            await response.aclose()
        return body.kept_by(response)

    async def close(self) -> None:
        """Close what was opened here; a client of the user's stays open."""
        self.is_closed = True
        here = _running_loop()
        for loop, client in self._own.values():
            if loop is here:  # the sockets of another loop went with it
                await client.aclose()
        self._own.clear()

    def _client(self) -> Any:
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        if self._given is not None:
            return self._given
        loop = _running_loop()
        key = (os.getpid(), id(loop))
        with self._lock:
            known = self._own.get(key)
            if known is None or known[0] is not loop:
                own = _without_cookies(DefaultAsyncHttpxClient(timeout=self._timeout))
                self._own = {k: v for k, v in self._own.items() if not _is_over(v[0])}
                self._own[key] = known = (loop, own)
            return known[1]


def _headers(request: WireRequest) -> dict[str, str]:
    """The headers, with the length of a body that is streamed where it is known (RFC 9112, 6)."""
    length = None if request.body is None else request.body.length
    if length is None:
        return dict(request.headers)
    return {**request.headers, "Content-Length": str(length)}


def _running_loop() -> Any:
    """The event loop of asyncio; None under another library, which has one loop a thread."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _is_over(loop: Any) -> bool:
    return loop is not None and loop.is_closed()


def _sending(owner: BaseClient, request: WireRequest) -> dict[str, Any]:
    """How a request is sent: through the user's ``auth``, but never at another origin."""
    options: dict[str, Any] = {"stream": True, "follow_redirects": False}
    if not request.url.startswith(owner._base_url):
        return {**options, "auth": None}
    auth = owner.custom_auth
    return options if auth is None else {**options, "auth": auth}


def _content(source: Source) -> Any:
    return source.data if isinstance(source, BytesSource) else source.start()


def _async_content(source: Source) -> Any:
    return source.data if isinstance(source, BytesSource) else source.astart()


def _build(
    client: Any, request: WireRequest, content: Any, default: httpx2.Timeout
) -> Any:
    timeout = default if isinstance(request.timeout, NotGiven) else request.timeout
    built = client.build_request(
        request.method,
        request.url,
        headers=_headers(request),
        content=content,
        timeout=phases(timeout, request.seconds_left),
    )
    for name in request.unwanted:
        built.headers.pop(name, None)
    return built
