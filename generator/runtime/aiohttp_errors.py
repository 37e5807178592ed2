"""What aiohttp raises, under the names that httpx2 has for the same faults."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import aiohttp
import httpx2
from aiohttp.http_exceptions import HttpProcessingError


@contextmanager
def httpx_errors(request: httpx2.Request) -> Generator[None]:
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
        case aiohttp.ClientHttpProxyError():
            return httpx2.ProxyError
        case aiohttp.ClientConnectorError():
            return httpx2.ConnectError
        case aiohttp.NonHttpUrlClientError():
            return httpx2.UnsupportedProtocol
        case aiohttp.ClientPayloadError() | aiohttp.ServerDisconnectedError():
            return httpx2.RemoteProtocolError
        case aiohttp.ClientOSError() | OSError():
            return httpx2.ReadError
        case aiohttp.InvalidURL() | ValueError():
            return httpx2.LocalProtocolError
        case _:
            return httpx2.RemoteProtocolError
