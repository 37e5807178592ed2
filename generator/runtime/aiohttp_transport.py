"""An httpx2 transport that sends with aiohttp, which costs less of the processor's time.

aiohttp neither decodes bodies, follows redirects, keeps cookies nor adds headers here: that is
done above. Whatever it raises comes out as the httpx2 exception for the same fault.
"""

from __future__ import annotations

import asyncio
import os
import ssl
import weakref
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx2
from yarl import URL

from .aiohttp_bodies import Download, Upload
from .aiohttp_errors import httpx_errors
from .aiohttp_session import Place, Session, drop_all, place
from .headers import _NAME
from .default_clients import DEFAULT_CONNECTION_LIMITS

_ADDED_BY_AIOHTTP = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
_AT_ONCE = 1e-6  # aiohttp takes zero for endless
_Pairs = list[tuple[str, str]]


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
        self._proxies = getproxies() if trust_env and proxy is None else {}
        self._limits = limits
        self._sessions: dict[Place, Session] = {}
        weakref.finalize(self, drop_all, self._sessions)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request, its body unread.

        Raises:
            httpx2.TransportError: there was no response.
        """
        session = await self._session()
        seconds = request.extensions.get("timeout", {})
        await session.enter(seconds.get("pool"))
        try:
            answer = await self._answer(request, session.client, seconds)
        except BaseException:
            session.leave()
            raise
        return httpx2.Response(
            answer.status,
            headers=answer.raw_headers,
            stream=Download(answer, session, request, seconds.get("read")),
            extensions={
                "http_version": _version(answer),
                "reason_phrase": (answer.reason or "").encode("latin-1", "replace"),
            },
        )

    async def aclose(self) -> None:
        """Close the connections of this event loop and forget those of others."""
        own = self._sessions.pop(place(), None)
        drop_all(self._sessions)
        if own is not None:
            await own.end.aclose()

    async def _answer(
        self,
        request: httpx2.Request,
        client: aiohttp.ClientSession,
        seconds: dict[str, float | None],
    ) -> aiohttp.ClientResponse:
        upload = Upload(request, seconds.get("write"))
        with httpx_errors(request):
            headers, proxy = _pairs(request.headers.raw), self._proxy_for(request.url)
            through = _pairs(_proxy_headers(proxy)) if proxy else []
            sending = client.request(
                request.method,
                _url(request.url),
                headers=through + headers if request.url.scheme == "http" else headers,
                data=upload.data,
                skip_auto_headers=_ADDED_BY_AIOHTTP,
                allow_redirects=False,
                ssl=self._ssl,
                server_hostname=request.extensions.get("sni_hostname"),
                timeout=aiohttp.ClientTimeout(
                    total=None,
                    connect=_positive(seconds.get("connect")),
                    sock_read=_positive(seconds.get("read")),
                ),
                proxy=str(proxy.url) if proxy else None,
                proxy_headers=dict(through),
            )
        return await upload.watch(sending)

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

    def _proxy_for(self, url: httpx2.URL) -> httpx2.Proxy | None:
        """Where to send a request to a URL: the proxy given, else that of the environment."""
        found = self._proxies.get(url.scheme) or self._proxies.get("all")
        if self._proxy or not found or proxy_bypass(url.netloc.decode("ascii")):
            return self._proxy
        return httpx2.Proxy(found if "://" in found else f"http://{found}")


def _tls(verify: Any, cert: Any, *, trust_env: bool) -> ssl.SSLContext:
    if verify is True and cert is None:
        return _tls_context(os.getpid())
    return httpx2.create_ssl_context(verify=verify, cert=cert, trust_env=trust_env)


@cache
def _tls_context(pid: int) -> ssl.SSLContext:
    """A TLS context of our own, for httpx2 offers HTTP/2 with the contexts that it uses."""
    context = httpx2.create_ssl_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


def _positive(seconds: float | None) -> float | None:
    return None if seconds is None else max(seconds, _AT_ONCE)


def _url(url: httpx2.URL) -> URL:
    """A URL as it is, without the credentials, which httpx2 has put into a header.

    Raises:
        httpx2.UnsupportedProtocol: it names no host.
    """
    if not url.host:
        raise httpx2.UnsupportedProtocol(f"{str(url)!r} is no http:// or https:// URL")
    target = url.raw_path.decode("ascii")
    return URL(f"{url.scheme}://{url.netloc.decode('ascii')}{target}", encoded=True)


def _proxy_headers(proxy: httpx2.Proxy) -> list[tuple[bytes, bytes]]:
    headers = list(proxy.headers.raw)
    if proxy.raw_auth is not None:
        credentials = b64encode(b":".join(proxy.raw_auth))
        headers.append((b"Proxy-Authorization", b"Basic " + credentials))
    return headers


def _pairs(headers: Iterable[tuple[bytes, bytes]]) -> _Pairs:
    """The headers as they are, but for the framing of a streamed body, which aiohttp does.

    A name is always spelled as at first, for aiohttp drops all but the last of several spellings.
    """
    spelled: dict[bytes, str] = {}
    found: _Pairs = []
    for raw, value in headers:
        name = spelled.setdefault(raw.lower(), raw.decode("ascii"))
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not a header name")
        if raw.lower() != b"transfer-encoding":
            found.append((name, value.decode()))
    return found


def _version(answer: aiohttp.ClientResponse) -> bytes:
    version = answer.version
    return f"HTTP/{version.major}.{version.minor}".encode() if version else b"HTTP/1.1"
