"""The same servers, asked over our own connections and with httpx2's transport: the same outcome.

Each server sends fixed bytes. Where the outcomes differ, ``DIFFERENT`` says how and why.
"""

from __future__ import annotations

import asyncio
import ssl
from typing import Any

import httpx2
import pytest

from generator.runtime import DefaultAsyncHttpxClient, DefaultHttpxClient
from tests.runtime.server import Server, raw

CONTEXT = ssl.create_default_context()
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"

SAME: dict[str, bytes] = {
    "a body with its length": OK + b"Content-Length: 3\r\n\r\nabc",
    "a body in chunks": CHUNKED + b"1\r\na\r\n2;x=y\r\nbc\r\n0\r\n\r\n",
    "a body in chunks with headers after it": CHUNKED
    + b"3\r\nabc\r\n0\r\nX-Late: y\r\n\r\n",
    "a body that ends with the connection": OK + b"\r\nabc",
    "HTTP/1.0": b"HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nabc",
    "no body": b"HTTP/1.1 204 No Content\r\n\r\n",
    "nothing new": b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n",
    "an empty body": OK + b"Content-Length: 0\r\n\r\n",
    "an interim response": b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
    + OK
    + b"Content-Length: 3\r\n\r\nabc",
    "two interim responses": b"HTTP/1.1 100 Continue\r\n\r\n" * 2
    + OK
    + b"Content-Length: 3\r\n\r\nabc",
    "no reason": b"HTTP/1.1 200 \r\nContent-Length: 3\r\n\r\nabc",
    "an unknown status": b"HTTP/1.1 599 Odd\r\nContent-Length: 3\r\n\r\nabc",
    "a header twice": OK + b"X-A: 1\r\nX-A: 2\r\nContent-Length: 3\r\n\r\nabc",
    "an empty header": OK + b"X-A:\r\nContent-Length: 3\r\n\r\nabc",
    "a header with bytes beyond ASCII": OK
    + b"X-A: \xe4\r\nContent-Length: 3\r\n\r\nabc",
    "spaces around a value": OK + b"X-A:  a b \t\r\nContent-Length: 3\r\n\r\nabc",
    "more than the body": OK + b"Content-Length: 3\r\n\r\nabcdef",
    "a body that is too short": OK + b"Content-Length: 9\r\n\r\nabc",
    "chunks that break off": CHUNKED + b"9\r\nabc",
    "chunks without an end": CHUNKED + b"3\r\nabc\r\n",
    "a chunk of no size": CHUNKED + b"zz\r\nabc\r\n0\r\n\r\n",
    "half a head": OK + b"Content-Le",
    "no response": b"",
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
    "lines that end with LF alone": b"HTTP/1.1 200 OK\nContent-Length: 3\n\nabc",
    "a length beside chunks": OK
    + b"Transfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    "spaces after the size of a chunk": CHUNKED + b"3  \r\nabc\r\n0\r\n\r\n",
    "an upgrade": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
    "a length that is no number": OK + b"Content-Length: x\r\n\r\nabc",
    "a negative length": OK + b"Content-Length: -1\r\n\r\nabc",
    "two lengths": OK + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
    "a status of two digits": b"HTTP/1.1 20 OK\r\n\r\n",
    "a header without a colon": OK + b"no colon\r\nContent-Length: 3\r\n\r\nabc",
    "a head that is too long": OK + b"X-A: " + b"a" * 200_000 + b"\r\n\r\n",
}

DIFFERENT: dict[str, tuple[bytes, Any, Any]] = {
    "another version of HTTP, which is refused": (
        b"HTTP/2.0 200 OK\r\nContent-Length: 3\r\n\r\nabc",
        "RemoteProtocolError",
        (200, "OK", [(b"content-length", b"3")], b"abc"),
    ),
    "a folded header, which is refused (RFC 9112, 5.2)": (
        OK + b"X-A: 1\r\n 2\r\nContent-Length: 3\r\n\r\nabc",
        "RemoteProtocolError",
        (200, "OK", [(b"x-a", b"1 2"), (b"content-length", b"3")], b"abc"),
    ),
    "an equal length twice, which is refused (RFC 9112, 6.3)": (
        OK + b"Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
        "RemoteProtocolError",
        (200, "OK", [(b"content-length", b"3")], b"abc"),
    ),
}
"""What is sent, the outcome over our own connections, and with httpx2's."""


def outcome(response: httpx2.Response) -> Any:
    headers = [(name.lower(), value) for name, value in response.headers.raw]
    return response.status_code, response.reason_phrase, headers, response.content


def asked(kind: type[Any], url: str, method: str) -> Any:
    """What came of a request: a response, or the name of an error."""
    try:
        if issubclass(kind, httpx2.Client):
            with kind(trust_env=False, verify=CONTEXT) as client:
                return outcome(client.request(method, url))

        async def main() -> Any:
            async with kind(trust_env=False, verify=CONTEXT) as client:
                return outcome(await client.request(method, url))

        return asyncio.run(main())
    except httpx2.TransportError as error:
        return type(error).__name__


PAIRS = pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (DefaultHttpxClient, httpx2.Client),
        (DefaultAsyncHttpxClient, httpx2.AsyncClient),
    ],
    ids=["sync", "async"],
)


@PAIRS
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("name", SAME)
def test_a_server_is_understood_as_httpx2_understands_it(
    server: Server, ours: type[Any], theirs: type[Any], method: str, name: str
) -> None:
    server.otherwise = raw(SAME[name])
    assert asked(ours, server.url, method) == asked(theirs, server.url, method)


@PAIRS
@pytest.mark.parametrize("name", DIFFERENT)
def test_a_server_is_understood_differently_on_purpose(
    server: Server, ours: type[Any], theirs: type[Any], name: str
) -> None:
    data, expected, other = DIFFERENT[name]
    server.otherwise = raw(data)
    assert asked(ours, server.url, "GET") == expected
    assert asked(theirs, server.url, "GET") == other
