"""What is put together once for many requests is never that of another request."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Any

import httpx2
import pytest

from generator.runtime.wire.request import WireRequest
from generator.runtime.http.exchange import Opener
from generator.runtime.http.http1 import checked, framed
from generator.runtime.wire.sources import BytesSource
from tests.runtime.acme import async_client, sync_client
from tests.runtime.server import Server

TIMEOUT = httpx2.Timeout(5)


def request(**changes: Any) -> WireRequest:
    """A request with some parts of its own."""
    usual: dict[str, Any] = {
        "method": "GET",
        "url": "https://one.test/x",
        "headers": {"Accept": "application/json"},
        "body": None,
        "timeout": 5.0,
        "seconds_left": None,
    }
    return WireRequest(**{**usual, **changes})


def lines(opener: Opener, **changes: Any) -> list[bytes]:
    """The headers of a request as they go out, in lower case."""
    sent = opener.open(request(**changes), None, TIMEOUT).headers
    return sorted(sent.data.lower().splitlines())


def test_another_host_gets_its_own_name() -> None:
    opener = Opener(checked, framed)
    assert b"host: one.test" in lines(opener)
    assert b"host: two.test" in lines(opener, url="https://two.test/x")
    assert b"host: one.test" in lines(opener)


def test_a_header_that_is_unwanted_once_is_sent_with_others() -> None:
    opener = Opener(checked, framed)
    encoding = b"accept-encoding: identity"
    assert encoding in lines(opener)
    assert encoding not in lines(opener, unwanted=("accept-encoding",))
    assert encoding in lines(opener)


@pytest.mark.parametrize("length", [3, 5])
def test_a_request_is_shown_with_the_length_of_its_body(length: int) -> None:
    body = BytesSource(b"x" * length)
    posted = request(method="POST", body=body)
    exchange = Opener(checked, framed).open(posted, body.data, TIMEOUT)
    assert exchange.show().headers["content-length"] == str(length)
    assert exchange.headers.length == length


def test_bodies_go_out_with_the_credential_of_now(server: Server) -> None:
    with sync_client(server.url) as client:
        post: Any = client.post
        post("/x", cast_to=object, body={"a": 1})
        other = client._with_options(options={"token": "other"})
        other.post("/x", cast_to=object, body={"a": 1})
        client.token = "new"
        post("/x", cast_to=object, body={"a": 1})
    sent = [seen.headers["authorization"].split()[-1] for seen in server.seen]
    assert sent == ["s3cret", "other", "new"]


def test_forms_with_files_leave_nothing_behind(server: Server) -> None:
    with sync_client(server.url) as client:
        for _ in range(5):
            client.post("/x", cast_to=object, files=[("file", b"x")])
        assert len(client._defaults(None).typed) <= 1
    assert len({seen.headers["content-type"] for seen in server.seen}) == 5


def asked_by(use: Any) -> bytes:
    """The bytes that arrive at a server which answers when the headers are there."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        got = bytearray()

        def serve() -> None:
            with listener.accept()[0] as connection:
                while b"\r\n\r\n" not in got:
                    got.extend(connection.recv(65536))
                connection.sendall(b"HTTP/1.1 200 X\r\ncontent-length: 2\r\n\r\n{}")
                while connection.recv(65536):
                    pass

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        use(f"http://127.0.0.1:{listener.getsockname()[1]}")
        thread.join(5)
        return bytes(got)


OWN_LENGTH: Any = {"headers": {"Content-Length": "3"}}


def test_a_length_that_the_caller_gives_goes_out_once() -> None:
    def use(url: str) -> None:
        with sync_client(url) as client:
            client.post("/x", cast_to=object, content=b"abc", options=OWN_LENGTH)

    def use_async(url: str) -> None:
        async def main() -> None:
            async with async_client(url) as client:
                sent: Any = {"content": b"abc", "options": OWN_LENGTH}
                await client.post("/x", cast_to=object, **sent)

        asyncio.run(main())

    for one in (use, use_async):
        assert asked_by(one).lower().count(b"content-length: 3\r\n") == 1
