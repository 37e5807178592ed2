"""What aiohttp raises, under the names that httpx2 has for the same faults."""

from __future__ import annotations

import aiohttp
import httpx2
from aiohttp.http_exceptions import HttpProcessingError

from ..http.exchange import Exchange

FAULTS = (aiohttp.ClientError, HttpProcessingError, OSError, ValueError)
"""What aiohttp raises."""


def httpx_error(error: Exception, exchange: Exchange) -> httpx2.TransportError:
    """What httpx2's own transport raises for the same fault."""
    text = _text(error) or type(error).__name__
    return _kind(error)(text, request=exchange.show())


def shown(error: Exception) -> Exception | None:
    """What a traceback may show of an error: neither frames, whose locals hold URL and headers, nor
    an error that shows them itself."""
    if isinstance(error, (aiohttp.ClientResponseError, aiohttp.InvalidURL)):
        return None
    return error.with_traceback(None)


def _text(error: Exception) -> str | None:
    """What an error says, without the URL, whose query may hold credentials."""
    match error:
        case aiohttp.ClientHttpProxyError():
            return f"{error.status} {error.message}"
        case aiohttp.ClientResponseError():
            return error.message
        case aiohttp.InvalidURL():
            return error.description
        case _:
            return str(error)


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
