"""A pool of connections on which nothing waits longer than the deadline of its call.

A time-out bounds each wait for the next bytes, so a server that sends a byte now and then is
never too late. The deadline bounds the sum: every wait on a socket is cut to what is left of it.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, cast
from urllib.request import getproxies

import httpcore2
import httpx2

_END: ContextVar[float | None] = ContextVar("end", default=None)
"""When the call that this thread is making must be over, on the monotonic clock."""


@contextmanager
def ends_in(seconds: float | None) -> Generator[None]:
    """Cut every wait of this thread to the end in ``seconds``; None for no end."""
    if seconds is None:
        yield
        return
    token = _END.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _END.reset(token)


def deadline_mounts(options: dict[str, Any]) -> dict[str, httpx2.BaseTransport | None]:
    """The transport for an ``httpx2.Client``; none where its options ask for another one."""
    others = ("transport", "proxy", "mounts", "cert", "uds")
    by_environment = options.get("trust_env", True) and "all" in getproxies()
    if by_environment or any(options.get(name) is not None for name in others):
        return {}
    verify = options.get("verify", True)
    context = (
        verify if not isinstance(verify, bool) else httpx2.create_ssl_context(verify)
    )
    return {
        "all://": DeadlineTransport(
            context,
            options["limits"],
            http1=options.get("http1", True),
            http2=options.get("http2", False),
        )
    }


class DeadlineTransport(httpx2.BaseTransport):
    """httpx2's transport, on connections that keep the deadline."""

    def __init__(
        self, context: Any, limits: httpx2.Limits, *, http1: bool, http2: bool
    ) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=context,
            max_connections=limits.max_connections,
            max_keepalive_connections=limits.max_keepalive_connections,
            keepalive_expiry=limits.keepalive_expiry,
            http1=http1,
            http2=http2,
            network_backend=_Backend(),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request, its body unread.

        Raises:
            httpx2.TransportError: there was no response.
        """
        url = request.url
        sent = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(
                scheme=url.raw_scheme,
                host=url.raw_host,
                port=url.port,
                target=url.raw_path,
            ),
            headers=request.headers.raw,
            content=cast("Iterable[bytes]", request.stream),
            extensions=request.extensions,
        )
        with _httpx_errors():
            answer = cast("Any", self._pool.handle_request(sent))
        return httpx2.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer.stream),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        with _httpx_errors():
            yield from self._stream

    def close(self) -> None:
        self._stream.close()


@contextmanager
def _httpx_errors() -> Generator[None]:
    """Raise the exception of httpx2 for that of httpcore2, which has the same name."""
    try:
        yield
    except Exception as error:
        kind = getattr(httpx2, type(error).__name__, None)
        if type(error).__module__.partition(".")[0] != "httpcore2" or kind is None:
            raise
        raise kind(str(error)) from error


class _Backend(httpcore2.NetworkBackend):
    def __init__(self) -> None:
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        seconds = _cut(timeout, httpcore2.ConnectTimeout)
        stream = self._sockets.connect_tcp(
            host, port, seconds, local_address, socket_options
        )
        return _Stream(stream)


class _Stream(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _cut(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _cut(timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: Any,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        seconds = _cut(timeout, httpcore2.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, seconds))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _cut(timeout: float | None, late: type[Exception]) -> float | None:
    """A time-out that does not go beyond the deadline.

    Raises:
        late: the deadline has passed.
    """
    end = _END.get()
    if end is None:
        return timeout
    left = end - time.monotonic()
    if left <= 0:
        raise late("the deadline has passed")
    return left if timeout is None else min(timeout, left)
