"""An httpx2 transport that sends with aiohttp, which costs less of the processor's time.

aiohttp neither decodes bodies, follows redirects, keeps cookies nor adds headers here: that is
done above. Whatever it raises comes out as the httpx2 exception for the same fault.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import weakref
from collections.abc import AsyncIterator, Generator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx2
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

from .transport import DEFAULT_CONNECTION_LIMITS, tls_context

_ADDED_BY_AIOHTTP = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
_KEEPALIVE_SECONDS = 5.0
_Place = tuple[int, int]
"""A process and an event loop in it."""


class AiohttpTransport(httpx2.AsyncBaseTransport):
    """Sends requests with one aiohttp session for each event loop."""

    def __init__(
        self,
        *,
        verify: ssl.SSLContext | str | bool = True,
        cert: Any = None,
        proxy: httpx2.Proxy | httpx2.URL | str | None = None,
        limits: httpx2.Limits = DEFAULT_CONNECTION_LIMITS,
        trust_env: bool = True,
    ) -> None:
        """The options mean what they mean for ``httpx2.AsyncHTTPTransport``."""
        self._ssl = _tls(verify, cert, trust_env=trust_env)
        self._proxy = _proxy_options(proxy)
        self._proxies = getproxies() if trust_env and proxy is None else {}
        self._limits = limits
        self._sessions: dict[_Place, _Session] = {}
        weakref.finalize(self, _drop_all, self._sessions)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request, its body unread.

        Raises:
            httpx2.TransportError: there was no response.
        """
        session = self._session()
        limits = request.extensions.get("timeout", {})
        await session.enter(limits.get("pool"))
        try:
            with _httpx_errors(request):
                answer = await session.client.request(
                    request.method,
                    URL(str(request.url), encoded=True),
                    headers=_headers(request),
                    data=await _body(request),
                    skip_auto_headers=_ADDED_BY_AIOHTTP,
                    allow_redirects=False,
                    ssl=self._ssl,
                    server_hostname=request.extensions.get("sni_hostname"),
                    timeout=aiohttp.ClientTimeout(
                        total=None,
                        connect=limits.get("connect"),
                        sock_read=limits.get("read"),
                    ),
                    **self._proxy_for(request.url),
                )
        except BaseException:
            session.leave()
            raise
        return httpx2.Response(
            answer.status,
            headers=answer.raw_headers,
            stream=_Stream(answer, request, session),
            extensions={
                "http_version": _version(answer),
                "reason_phrase": (answer.reason or "").encode("latin-1", "replace"),
            },
        )

    async def aclose(self) -> None:
        """Close the connections of this event loop and forget those of others."""
        own = self._sessions.pop(_place(), None)
        _drop_all(self._sessions)
        if own is not None:
            for stream in list(own.streams):
                await stream.aclose()
            await own.client.close()

    def _session(self) -> _Session:
        place, loop = _place(), asyncio.get_running_loop()
        known = self._sessions.get(place)
        if known is None or known.loop is not loop:
            for other, session in list(self._sessions.items()):
                if session.loop.is_closed():
                    _drop(self._sessions.pop(other))
            self._sessions[place] = known = _Session(self._limits)
        return known

    def _proxy_for(self, url: httpx2.URL) -> dict[str, Any]:
        """Where to send a request to a URL: the proxy given, else that of the environment."""
        if self._proxy:
            return self._proxy
        found = self._proxies.get(url.scheme) or self._proxies.get("all")
        if not found or proxy_bypass(url.host):
            return {}
        return {"proxy": found if "://" in found else f"http://{found}"}


class _Session:
    """An aiohttp session in its event loop, the places in its pool, and the bodies being read."""

    def __init__(self, limits: httpx2.Limits) -> None:
        self.loop = asyncio.get_running_loop()
        self.streams = weakref.WeakSet[_Stream]()
        self._most = limits.max_connections
        self._places = asyncio.Semaphore(self._most) if self._most else None
        expiry = limits.keepalive_expiry
        self.client = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=0,
                keepalive_timeout=_KEEPALIVE_SECONDS if expiry is None else expiry,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
        )
        self.client._retry_connection = False  # whether to repeat is decided above

    async def enter(self, seconds: float | None) -> None:
        """Wait until fewer than the most connections are in use.

        Raises:
            httpx2.PoolTimeout: it took longer than ``seconds``.
        """
        if self._places is None:
            return
        if not self._places.locked():
            await self._places.acquire()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._places.acquire()
        except TimeoutError as error:
            raise httpx2.PoolTimeout(
                f"all {self._most} connections are in use"
            ) from error

    def leave(self) -> None:
        """Give the place to the next request."""
        if self._places is not None:
            self._places.release()


class _Stream(httpx2.AsyncByteStream):
    """The body of a response as it arrives; closing it early drops the connection."""

    def __init__(
        self, answer: aiohttp.ClientResponse, request: httpx2.Request, session: _Session
    ) -> None:
        self._answer = answer
        self._request = request
        self._leave = weakref.finalize(self, _abandon, answer, session)
        session.streams.add(self)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _httpx_errors(self._request):
            async for chunk in self._answer.content.iter_any():
                yield chunk

    async def aclose(self) -> None:
        self._leave()


def _abandon(answer: aiohttp.ClientResponse, session: _Session) -> None:
    """Close a response; a connection whose body was read to its end is back in the pool already."""
    with suppress(RuntimeError):  # the event loop may be over
        answer.close()
    session.leave()


def _drop_all(sessions: dict[_Place, _Session]) -> None:
    while sessions:
        _drop(sessions.popitem()[1])


def _drop(session: _Session) -> None:
    """Close a session without waiting, as nobody is there to wait."""
    connector = session.client.connector
    session.client.detach()
    if connector is None:
        return
    closing = connector.close()
    with suppress(StopIteration, RuntimeError):
        closing.__await__().send(None)  # up to its first wait it closes the connections
    if asyncio.iscoroutine(closing):
        closing.close()


def _proxy_options(proxy: httpx2.Proxy | httpx2.URL | str | None) -> dict[str, Any]:
    if proxy is None:
        return {}
    known = proxy if isinstance(proxy, httpx2.Proxy) else httpx2.Proxy(proxy)
    url = known.url
    if known.auth is not None:
        url = url.copy_with(username=known.auth[0], password=known.auth[1])
    return {"proxy": str(url), "proxy_headers": dict(known.headers) or None}


def _place() -> _Place:
    return os.getpid(), id(asyncio.get_running_loop())


def _tls(verify: Any, cert: Any, *, trust_env: bool) -> ssl.SSLContext:
    if verify is True and cert is None:
        return tls_context(os.getpid())
    return httpx2.create_ssl_context(verify=verify, cert=cert, trust_env=trust_env)


def _headers(request: httpx2.Request) -> list[tuple[str, str]]:
    """The headers as they are, but for the framing of a streamed body, which aiohttp does."""
    return [
        (name.decode("latin-1"), _text(value))
        for name, value in request.headers.raw
        if name.lower() != b"transfer-encoding"
    ]


def _text(value: bytes) -> str:
    """A header's value as a text that aiohttp, which writes UTF-8, turns into these bytes."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


async def _body(request: httpx2.Request) -> Any:
    stream = request.stream
    if isinstance(stream, httpx2.ByteStream):
        return b"".join([chunk async for chunk in stream]) or None
    return stream


def _version(answer: aiohttp.ClientResponse) -> bytes:
    version = answer.version
    return f"HTTP/{version.major}.{version.minor}".encode() if version else b"HTTP/1.1"


@contextmanager
def _httpx_errors(request: httpx2.Request) -> Generator[None]:
    """Raise what httpx2's own transport raises for the same fault."""
    try:
        yield
    except (aiohttp.ClientError, HttpProcessingError, OSError, ValueError) as error:
        kind = _kind(error)
        words = str(error) or type(error).__name__
        raise kind(words, request=request) from error


def _kind(error: BaseException) -> type[httpx2.TransportError]:
    """The exception of httpx2 for one of aiohttp: what was sent decides what it is called."""
    match error:
        case aiohttp.ConnectionTimeoutError():
            return httpx2.ConnectTimeout
        case aiohttp.ServerTimeoutError() | TimeoutError():
            return httpx2.ReadTimeout
        case aiohttp.ClientProxyConnectionError() | aiohttp.ClientHttpProxyError():
            return httpx2.ProxyError
        case aiohttp.ClientConnectorError():
            return httpx2.ConnectError
        case aiohttp.NonHttpUrlClientError():
            return httpx2.UnsupportedProtocol
        case aiohttp.ClientPayloadError():
            cause = error.__cause__
            reset = isinstance(cause, OSError)
            return httpx2.ReadError if reset else httpx2.RemoteProtocolError
        case aiohttp.ServerDisconnectedError():
            return httpx2.RemoteProtocolError
        case aiohttp.ClientOSError() | OSError():
            return httpx2.ReadError
        case aiohttp.InvalidURL() | ValueError():
            return httpx2.LocalProtocolError
        case _:
            return httpx2.RemoteProtocolError
