"""One request and its response: what goes out, how long it may take, and what is made of it."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from types import NoneType
from typing import Any

import httpx2

from ..wire.request import SAFE_METHODS, WireRequest
from .http1 import Head, framing
from .strict_decoding import StrictDecoder
from ..wire.sentinels import NotGiven
from ..wire.sources import BytesSource
from ..wire.timeouts import Phases, phases, shorter

_PLAIN_URL = re.compile(
    r"(https?://[a-z0-9.-]+(?::[0-9]{1,5})?)"
    r"(/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]++|%[0-9A-F]{2})*"
    r"(?:\?(?:[A-Za-z0-9._~&=+-]++|%[0-9A-F]{2})*)?)"
)
"""A URL that httpx2 leaves as it is, unless a segment of its path begins with a dot."""

_EXPECTING_A_BODY = frozenset(("POST", "PUT", "PATCH"))
_MOST_KNOWN = 64


@dataclass(frozen=True, slots=True)
class Origin:
    """Where connections go: scheme, host, port and the network location that names them."""

    scheme: str
    host: str
    port: int
    netloc: bytes

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc.decode('ascii')}"

    @property
    def has_name(self) -> bool:
        """Whether the host is a name, which may have several addresses."""
        return not (":" in self.host or self.host.replace(".", "").isdigit())


class Exchange:
    """A request on its way: ``show`` makes it as httpx2 shows it, ``body`` gives its bytes."""

    __slots__ = (
        "_end",
        "_is_idempotent",
        "_started",
        "body",
        "headers",
        "method",
        "origin",
        "seconds",
        "show",
        "target",
    )

    def __init__(
        self,
        origin: Origin,
        method: str,
        target: bytes,
        headers: Any,
        body: Any,
        seconds: Phases,
        end: float | None,
        show: Callable[[], httpx2.Request],
        *,
        is_idempotent: bool = False,
    ) -> None:
        """``seconds`` is the timeout of each phase, ``end`` the deadline on the monotonic clock."""
        self.origin = origin
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.seconds = seconds
        self.show = show
        self._end = end
        self._is_idempotent = is_idempotent
        self._started = time.perf_counter()

    @property
    def is_repeatable(self) -> bool:
        """Whether it may be sent again although the peer may have received it."""
        body = self.body
        may_repeat = self._is_idempotent or self.method in SAFE_METHODS
        return may_repeat and isinstance(body, (bytes, httpx2.ByteStream, NoneType))

    def within(self, seconds: float | None, late: type[Exception]) -> float | None:
        """A timeout that does not go beyond the deadline.

        Raises:
            late: the deadline has passed.
        """
        if self._end is None:
            return seconds
        left = self._end - time.monotonic()
        if left <= 0:
            raise late("the deadline has passed")
        return shorter(seconds, left)

    def names(self, error: BaseException) -> None:
        """Let an error say which request it failed."""
        if isinstance(error, httpx2.RequestError):
            error.request = self.show()

    def took(self) -> timedelta:
        """The time since the exchange began."""
        return timedelta(seconds=time.perf_counter() - self._started)


class Request(httpx2.Request):
    """A request whose ``repr`` and pickle have no credential.

    The ``repr`` shows method and URL without its query; nothing else is pickled.
    """

    @classmethod
    def of(cls, request: httpx2.Request) -> Request:
        """A request that was made elsewhere."""
        found = cls.__new__(cls)
        vars(found).update(vars(request))
        return found

    def __repr__(self) -> str:
        return f"<Request({self.method!r}, {str(_public(self.url))!r})>"

    def __getstate__(self) -> dict[str, Any]:
        return httpx2.Request(self.method, _public(self.url)).__getstate__()


class Response(httpx2.Response):
    """A response that makes its request when it is asked for."""

    def __init__(self, exchange: Exchange, head: Head, stream: Any) -> None:
        super().__init__(
            head.status,
            stream=stream,
            extensions={"http_version": head.version, "reason_phrase": head.reason},
        )
        self._exchange: Exchange | None = exchange
        self._raw_headers = head.headers
        self._headers: httpx2.Headers | None = None

    @property
    def headers(self) -> httpx2.Headers:
        """The headers."""
        if self._headers is None:
            self._headers = httpx2.Headers(self._raw_headers)
        return self._headers

    @headers.setter
    def headers(self, value: httpx2.Headers) -> None:
        self._headers = value

    def _get_content_decoder(self) -> Any:
        if not hasattr(self, "_decoder"):
            self._decoder: Any = StrictDecoder(super()._get_content_decoder())
        return self._decoder

    @property
    def is_encoded(self) -> bool:
        """Whether the body must be decoded, say decompressed (RFC 9110, section 8.4)."""
        return any(n.lower() == b"content-encoding" for n, _ in self._raw_headers)

    @property
    def request(self) -> httpx2.Request:
        """The request that was answered."""
        if self._request is None and self._exchange is not None:
            self._request = self._exchange.show()
        return super().request

    @request.setter
    def request(self, value: httpx2.Request) -> None:
        self._request = value

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The decoded body; an error that ends it knows the request."""
        try:
            yield from super().iter_bytes(chunk_size)
        except httpx2.RequestError as error:
            error.request = self.request
            raise

    async def aiter_bytes(
        self, chunk_size: int | None = None
    ) -> AsyncGenerator[bytes, None]:
        """The decoded body; an error that ends it knows the request."""
        try:
            async with aclosing(super().aiter_bytes(chunk_size)) as pieces:
                async for piece in pieces:
                    yield piece
        except httpx2.RequestError as error:
            error.request = self.request
            raise

    def __getstate__(self) -> dict[str, Any]:
        """What is pickled: of the request only method and URL without its query, and no cookies,
        so that no credential goes along."""
        kept = [pair for pair in self.headers.raw if pair[0].lower() != b"set-cookie"]
        return {
            **super().__getstate__(),
            "_exchange": None,
            "_request": Request.of(self.request),
            "_headers": httpx2.Headers(kept),
            "_raw_headers": kept,
        }


class Opener:
    """Begins the exchanges of a transport; an answer may come in one of the ``encodings``.

    ``check`` makes of headers what the transport sends, ``frame`` gives the same with the header that
    ``framing`` makes of the length of the body.
    """

    def __init__(
        self,
        check: Callable[[list[tuple[bytes, bytes]]], Any],
        frame: Callable[[Any, int | None], Any],
    ) -> None:
        self.encodings = "identity"
        self._check = check
        self._frame = frame
        self._known: dict[Any, Any] = {}

    def open(
        self, request: WireRequest, body: Any, timeout: httpx2.Timeout
    ) -> Exchange:
        """The exchange of a request; ``timeout`` is that of a request without its own.

        Raises:
            httpx2.LocalProtocolError: a header cannot be sent.
        """
        origin, target = _parts(request.url)
        unset = isinstance(request.timeout, NotGiven)
        return Exchange(
            origin,
            request.method,
            target,
            self._headers(request, origin.netloc),
            body,
            phases(timeout if unset else request.timeout, request.seconds_left),
            end_in(request.seconds_left),
            lambda: self._shown(request, origin.netloc),
            is_idempotent=request.is_idempotent,
        )

    def _headers(self, request: WireRequest, netloc: bytes) -> Any:
        """The headers as they are sent: checked once, for most requests have those of others, but
        for the length of their body."""
        key = (netloc, *request.unwanted, *request.headers.items())
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = self._check(self._pairs(request, netloc))
        return (
            self._frame(known, body_length(request))
            if needs_framing(request)
            else known
        )

    def _pairs(self, request: WireRequest, netloc: bytes) -> list[tuple[bytes, bytes]]:
        """The headers as they go out, those that HTTP/1.1 needs among them."""
        given = {*map(str.lower, request.headers), *request.unwanted}
        added = {"Host": netloc.decode("ascii"), "Accept-Encoding": self.encodings}
        added["Connection"] = "keep-alive"
        absent = {n: v for n, v in added.items() if n.lower() not in given}
        return [
            (name.encode("ascii"), value.encode("ascii"))
            for name, value in {**absent, **request.headers}.items()
        ]

    def _shown(self, request: WireRequest, netloc: bytes) -> httpx2.Request:
        """A request as httpx2 shows it; a body that was streamed is gone."""
        pairs, body = self._pairs(request, netloc), request.body
        if needs_framing(request):
            pairs.append(framing(body_length(request)))
        shown = Request(
            request.method,
            request.url,
            headers=pairs,
            stream=httpx2.ByteStream(
                body.data if isinstance(body, BytesSource) else b""
            ),
        )
        shown.read()
        return shown


def exchange_of(request: httpx2.Request) -> Exchange:
    """The exchange of a request of httpx2, whose ``deadline`` may stand among its extensions."""
    url, timeout = request.url, request.extensions.get("timeout", {})
    return Exchange(
        _origin(f"{url.scheme}://{url.netloc.decode('ascii')}"),
        request.method,
        url.raw_path,
        request.headers.raw,
        request.stream,
        (
            timeout.get("connect"),
            timeout.get("read"),
            timeout.get("write"),
            timeout.get("pool"),
        ),
        request.extensions.get("deadline"),
        lambda: request,
    )


def _public(url: httpx2.URL) -> httpx2.URL:
    """A URL without the parts that may hold a credential."""
    return url.copy_with(query=None, username=None, password=None)


def end_in(seconds: float | None) -> float | None:
    """The moment in some seconds, on the monotonic clock; None for never."""
    return None if seconds is None else time.monotonic() + seconds


def needs_framing(request: WireRequest) -> bool:
    """Whether its headers do not tell yet where the body of a request ends (RFC 9112, 6)."""
    if request.is_framed:
        return False
    return request.body is not None or request.method in _EXPECTING_A_BODY


def body_length(request: WireRequest) -> int | None:
    """Bytes of a request's body; None if they are not known before it is sent."""
    return 0 if request.body is None else request.body.length


def _parts(url: str) -> tuple[Origin, bytes]:
    """Origin and target of a URL (RFC 9112, section 3.2).

    Raises:
        httpx2.InvalidURL: the URL is invalid.
        httpx2.UnsupportedProtocol: not an http or https URL, or without a host.
    """
    plain = _PLAIN_URL.fullmatch(url)
    if plain is not None and "/." not in plain[2]:
        return _origin(plain[1]), plain[2].encode("ascii")
    parsed = httpx2.URL(url)
    origin = _origin(f"{parsed.scheme}://{parsed.netloc.decode('ascii')}")
    return origin, parsed.raw_path


@lru_cache(maxsize=64)
def _origin(url: str) -> Origin:
    parsed = httpx2.URL(url)
    default = {"http": 80, "https": 443}.get(parsed.scheme)
    if default is None or not parsed.host:
        raise httpx2.UnsupportedProtocol(f"{url!r} is not an http:// or https:// URL")
    host = parsed.raw_host.decode("ascii")
    port = default if parsed.port is None else parsed.port
    return Origin(parsed.scheme, host, port, parsed.netloc)


def full(limits: httpx2.Limits, exchange: Exchange) -> httpx2.PoolTimeout:
    """The error of a request that got no connection in time."""
    words = f"all {limits.max_connections} connections are in use"
    return httpx2.PoolTimeout(words, request=exchange.show())
