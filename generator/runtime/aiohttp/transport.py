"""An httpx2 transport that sends with aiohttp.

aiohttp neither decodes bodies, follows redirects, keeps cookies nor adds headers here: that is
done above. Its exceptions become the httpx2 exception for the same fault.
"""

from __future__ import annotations

import asyncio
import ssl
import weakref
from base64 import b64encode
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import aiohttp
import httpx2
from multidict import CIMultiDict
from yarl import URL

from .bodies import Download, Upload, small
from .errors import FAULTS, httpx_error, shown
from .session import Place, Session, drop_all, place
from ..http.default_clients import DEFAULT_CONNECTION_LIMITS
from ..http.exchange import Exchange, Opener, Response, exchange_of
from ..wire.headers import FRAMING, is_name
from ..wire.secret import Secret
from ..http.http1 import Head, framing
from ..wire.timeouts import Phases
from ..http.tls_contexts import tls_context

_AT_ONCE = 1e-6  # aiohttp takes zero for endless


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
        self._proxy = (
            httpx2.Proxy(proxy) if isinstance(proxy, (str, httpx2.URL)) else proxy
        )
        self._limits = limits
        self._sessions: dict[Place, Session] = {}
        self.opener = Opener(_headers, _framed)
        weakref.finalize(self, drop_all, self._sessions)

    async def send(self, exchange: Exchange) -> httpx2.Response:
        """The response to a request, its body unread.

        Raises:
            httpx2.TransportError: there was no response.
        """
        return await self._perform(exchange, exchange.headers)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request of httpx2, its body unread.

        Raises:
            httpx2.TransportError: there was no response.
        """
        exchange = exchange_of(request)
        try:
            headers = _headers(request.headers.raw)
        except ValueError as error:
            raise httpx_error(error, exchange) from error
        return await self._perform(exchange, headers)

    async def aclose(self) -> None:
        """Close the connections of this event loop and forget those of others."""
        own = self._sessions.pop(place(), None)
        drop_all(self._sessions)
        if own is not None:
            await own.end.aclose()

    async def _perform(
        self, exchange: Exchange, headers: CIMultiDict[str]
    ) -> httpx2.Response:
        session = await self._session()
        try:
            await session.enter(exchange.seconds[3])
            try:
                answer = await self._answer(exchange, headers, session.client)
            except BaseException:
                session.leave()
                raise
        except httpx2.RequestError as error:
            exchange.names(error)
            raise
        raw = list(answer.raw_headers)
        reason = (answer.reason or "").encode("latin-1", "replace")
        head = Head(answer.status, reason, _version(answer), raw)
        return Response(exchange, head, Download(answer, session, exchange))

    async def _answer(
        self,
        exchange: Exchange,
        headers: CIMultiDict[str],
        client: aiohttp.ClientSession,
    ) -> aiohttp.ClientResponse:
        options: dict[str, Any] = {}
        proxy = self._proxy
        if proxy is not None:
            through = _headers(_proxy_headers(proxy))
            options = {"proxy": str(proxy.url), "proxy_headers": through}
            if exchange.origin.scheme == "http":
                headers = CIMultiDict([*through.items(), *headers.items()])
        whole = None
        if "Transfer-Encoding" not in headers:
            whole = small(exchange.body)
        else:  # aiohttp does that itself
            headers = CIMultiDict(
                (n, v) for n, v in headers.items() if n.lower() not in FRAMING
            )
        upload = Upload(exchange, headers) if whole is None else None
        sending = client.request(
            exchange.method,
            URL(f"{exchange.origin}{exchange.target.decode('ascii')}", encoded=True),
            headers=headers,
            data=upload.pieces() if upload is not None else whole or None,
            allow_redirects=False,
            ssl=self._ssl,
            timeout=_time_outs(exchange.seconds),
            **options,
        )
        try:
            return await (sending if upload is None else upload.watch(sending))
        except FAULTS as error:
            if upload is not None and error is upload.error:
                raise  # what reading the body raised is the user's own
            raise httpx_error(error, exchange) from shown(error)

    async def _session(self) -> Session:
        here, loop = place(), asyncio.get_running_loop()
        known = self._sessions.get(here)
        if known is None or known.loop is not loop:
            for other, session in list(self._sessions.items()):
                if session.loop.is_closed():
                    self._sessions.pop(other, None)
                    session.do(session.drop)
            self._sessions[here] = known = Session(self._limits)
            await anext(known.end)
        return known


def _tls(verify: Any, cert: Any, *, trust_env: bool) -> ssl.SSLContext:
    if verify is True and cert is None:
        return tls_context(trust_env=trust_env)
    return httpx2.create_ssl_context(verify=verify, cert=cert, trust_env=trust_env)


@lru_cache(maxsize=64)
def _time_outs(seconds: Phases) -> aiohttp.ClientTimeout:
    connect, read, _, _ = seconds
    return aiohttp.ClientTimeout(
        total=None, connect=_positive(connect), sock_read=_positive(read)
    )


def _positive(seconds: float | None) -> float | None:
    return None if seconds is None else max(seconds, _AT_ONCE)


def _proxy_headers(proxy: httpx2.Proxy) -> list[tuple[bytes, bytes]]:
    headers = list(proxy.headers.raw)
    if proxy.raw_auth is not None:
        credentials = b64encode(b":".join(proxy.raw_auth))
        headers.append((b"Proxy-Authorization", b"Basic " + credentials))
    return headers


def _headers(headers: Iterable[tuple[bytes, bytes]]) -> CIMultiDict[str]:
    """The headers as aiohttp takes them; no ``repr`` shows their values.

    A name is always spelled as at first, for aiohttp drops all but the last of several spellings.

    Raises:
        ValueError: a name is not a token.
    """
    spelled: dict[bytes, str] = {}
    found = CIMultiDict[str]()
    for raw, value in headers:
        name = spelled.setdefault(raw.lower(), raw.decode("ascii"))
        if not is_name(name):
            raise ValueError(f"{name!r} is not a header name")
        found.add(name, Secret(value.decode()))
    return found


def _framed(headers: CIMultiDict[str], length: int | None) -> CIMultiDict[str]:
    more, (name, value) = headers.copy(), framing(length)
    more.add(name.decode("ascii"), value.decode("ascii"))
    return more


def _version(answer: aiohttp.ClientResponse) -> bytes:
    version = answer.version
    return _version_text(version) if version else b"HTTP/1.1"


@cache
def _version_text(version: aiohttp.HttpVersion) -> bytes:
    return f"HTTP/{version.major}.{version.minor}".encode()
