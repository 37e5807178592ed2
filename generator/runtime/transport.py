"""Sending requests with httpx2, or with the client that the user passed in.

The default clients are made at the first request, share one TLS context, keep no cookies, and
are closed by the client that owns them. After a fork, or in another event loop, a fresh one is
made.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import time
import weakref
from functools import cache
from http.cookiejar import DefaultCookiePolicy
from typing import Any, TypeAlias

import httpx2

from .call import WireRequest
from .failures import OutOfTime, TooLarge
from .sentinels import NotGiven

Timeout = httpx2.Timeout
Transport = httpx2.BaseTransport
ProxiesTypes: TypeAlias = "httpx2.Proxy | str | None"
DEFAULT_TIMEOUT = httpx2.Timeout(60.0, connect=5.0)
DEFAULT_CONNECTION_LIMITS = httpx2.Limits(
    max_connections=100, max_keepalive_connections=20
)


@cache
def _tls_context(pid: int) -> ssl.SSLContext:
    """The TLS context of a process: making one takes tens of milliseconds."""
    return httpx2.create_ssl_context()


def _defaults(options: dict[str, Any]) -> dict[str, Any]:
    known = {
        "timeout": DEFAULT_TIMEOUT,
        "limits": DEFAULT_CONNECTION_LIMITS,
        "follow_redirects": False,
    }
    if not options.keys() & {"verify", "cert", "transport"}:
        known["verify"] = _tls_context(os.getpid())
    return known | options


class DefaultHttpxClient(httpx2.Client):
    """An HTTP client with this package's defaults, to be changed and passed as ``http_client``."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**_defaults(options))


class DefaultAsyncHttpxClient(httpx2.AsyncClient):
    """An HTTP client with this package's defaults, to be changed and passed as ``http_client``."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**_defaults(options))


def _without_cookies(client: Any) -> Any:
    client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return client


class SyncTransport:
    """Sends requests one after the other; shared by a client and its copies."""

    def __init__(self, http_client: Any | None, timeout: float) -> None:
        self._given = http_client
        self._timeout = httpx2.Timeout(timeout, connect=min(timeout, 5.0))
        self._own: httpx2.Client | None = None
        self._pid = os.getpid()
        self.is_closed = False

    def send(self, request: WireRequest) -> Any:
        """The response to a request, its body unread."""
        client = self._client()
        built = _build(client, request, self._timeout)
        return client.send(built, stream=True, follow_redirects=False)

    def read(self, response: Any, limit: int, seconds_left: float | None) -> bytes:
        """The decoded body of a response, which is closed then."""
        end = None if seconds_left is None else time.monotonic() + seconds_left
        chunks: list[bytes] = []
        try:
            size = 0
            for chunk in response.iter_bytes():
                size += len(chunk)
                _check(size, limit, end)
                chunks.append(chunk)
        finally:
            response.close()
        return _keep(response, chunks)

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
        if self._own is None or self._pid != os.getpid():
            own = DefaultHttpxClient(timeout=self._timeout)
            weakref.finalize(self, own.close)
            self._own, self._pid = _without_cookies(own), os.getpid()
        return self._own


class AsyncTransport:
    """Sends requests in event loops; shared by a client and its copies."""

    def __init__(self, http_client: Any | None, timeout: float) -> None:
        self._given = http_client
        self._timeout = httpx2.Timeout(timeout, connect=min(timeout, 5.0))
        self._own: dict[tuple[int, int], tuple[Any, httpx2.AsyncClient]] = {}
        self.is_closed = False

    async def send(self, request: WireRequest) -> Any:
        """The response to a request, its body unread."""
        client = self._client()
        built = _build(client, request, self._timeout)
        sending = client.send(built, stream=True, follow_redirects=False)
        if request.seconds_left is None:
            return await sending
        import anyio

        with anyio.fail_after(request.seconds_left):
            return await sending

    async def read(
        self, response: Any, limit: int, seconds_left: float | None
    ) -> bytes:
        """The decoded body of a response, which is closed then."""
        end = None if seconds_left is None else time.monotonic() + seconds_left
        chunks: list[bytes] = []
        try:
            size = 0
            async for chunk in response.aiter_bytes():
                size += len(chunk)
                _check(size, limit, end)
                chunks.append(chunk)
        finally:
            await response.aclose()
        return _keep(response, chunks)

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
        known = self._own.get(key)
        if known is None or known[0] is not loop:
            client = _without_cookies(DefaultAsyncHttpxClient(timeout=self._timeout))
            self._own = {k: v for k, v in self._own.items() if not _is_over(v[0])}
            self._own[key] = known = (loop, client)
        return known[1]


def _running_loop() -> Any:
    """The event loop of asyncio; None under another library, which has one loop a thread."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _is_over(loop: Any) -> bool:
    return loop is not None and loop.is_closed()


def _build(client: Any, request: WireRequest, default: httpx2.Timeout) -> Any:
    timeout = _clipped(
        default if isinstance(request.timeout, NotGiven) else request.timeout,
        request.seconds_left,
    )
    return client.build_request(
        request.method,
        request.url,
        headers=dict(request.headers),
        content=request.body,
        timeout=timeout,
    )


def _clipped(timeout: Any, seconds_left: float | None) -> Any:
    """The time-out of each phase, none longer than what is left of the deadline."""
    if isinstance(timeout, (int, float)) or timeout is None:
        connect = timeout
        phases = {
            "connect": connect,
            "read": timeout,
            "write": timeout,
            "pool": timeout,
        }
    else:
        phases = dict(timeout.as_dict())
    if seconds_left is not None:
        phases = {
            name: seconds_left if value is None else min(value, seconds_left)
            for name, value in phases.items()
        }
    return (
        httpx2.Timeout(**phases)
        if timeout is None or not hasattr(timeout, "as_dict")
        else type(timeout)(**phases)
    )


def _check(size: int, limit: int, end: float | None) -> None:
    if size > limit:
        raise TooLarge(
            f"The response body is larger than {limit} bytes; stream it instead."
        )
    if end is not None and time.monotonic() > end:
        raise OutOfTime("the deadline passed while the body was read")


def _keep(response: Any, chunks: list[bytes]) -> bytes:
    """The body as one piece, which the response then gives out as well."""
    body = chunks[0] if len(chunks) == 1 else b"".join(chunks)
    response._content = body  # where httpx keeps what ``read`` has read
    return body
