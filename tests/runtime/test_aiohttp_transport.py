"""The aiohttp transport byte for byte and fault for fault beside httpx2's own, and how it ends."""

from __future__ import annotations

import asyncio
import gc
import socket
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from generator.runtime import (
    APIConnectionError,
    APITimeoutError,
    DefaultAioHttpClient,
    DefaultAsyncHttpxClient,
)
from tests.runtime.acme import AsyncZones, async_client
from tests.runtime.server import Seen, Server, Step, answer, drip, late, raw, reset
from tests.runtime.test_aiohttp import Use, both, outcome

ROOT = Path(__file__).resolve().parents[2]
KINDS = (DefaultAsyncHttpxClient, DefaultAioHttpClient)
SHORT = httpx2.Timeout(5, read=0.2, write=0.2)
ZONE = answer(200, {"id": "z"})


def written(use: Use, kind: type[httpx2.AsyncClient]) -> tuple[Any, bytes]:
    """What a client gives, and what it wrote to a server that answers soon."""
    got = bytearray()

    def serve(listener: socket.socket) -> None:
        with listener.accept()[0] as connection:
            connection.settimeout(0.05)
            with suppress(TimeoutError):
                while piece := connection.recv(100_000):
                    got.extend(piece)
            with suppress(OSError):
                connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        host = f"127.0.0.1:{listener.getsockname()[1]}"
        try:
            answered = outcome(kind, use, base_url=f"http://{host}")
            found = getattr(answered, "status_code", answered)
        except Exception as error:
            found = type(error)
        thread.join(0.2)
    return found, bytes(got).replace(host.encode(), b"HOST")


def both_write(use: Use) -> tuple[Any, bytes]:
    """What both transports write, which must be the same."""
    first, second = (written(use, kind) for kind in KINDS)
    assert first == second
    return first


async def pieces(*given: bytes | Exception) -> AsyncIterator[bytes]:
    for piece in given:
        if isinstance(piece, Exception):
            raise piece
        yield piece


def with_credentials(client: httpx2.AsyncClient) -> Any:
    url = str(client.base_url).replace("http://", "http://user:p%40ss@")
    return client.get(url)


REQUESTS: dict[str, Use] = {
    "nothing in it": lambda c: c.get("/"),
    "no body to post": lambda c: c.post("/"),
    "a body": lambda c: c.put("/", json={"a": 1}),
    "a body to delete": lambda c: c.request("DELETE", "/", content=b"x"),
    "a path of its own": lambda c: c.get(
        "/a//b/../c/./%7e%41;x,'()!*@:$&=?q=%2B+%20&b=[1]"
    ),
    "credentials in the URL": with_credentials,
    "a header twice": lambda c: c.get("/", headers=[("X-A", "1"), ("X-A", "2")]),
    "a host and cookies": lambda c: c.get(
        "/", headers={"Host": "h.test", "Cookie": "a=b"}
    ),
    "no keep-alive": lambda c: c.get("/", headers={"Connection": "close"}),
    "UTF-8 in a header": lambda c: c.get("/", headers=[(b"X-A", "é".encode())]),
    "a stream": lambda c: c.post("/", content=pieces(b"one", b"", b"two")),
    "a stream of known length": lambda c: c.post(
        "/", content=pieces(b"one", b"two"), headers={"Content-Length": "6"}
    ),
    "chunks asked for": lambda c: c.post(
        "/", content=b"abc", headers={"Transfer-Encoding": "chunked"}
    ),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_is_the_same_on_the_wire(name: str) -> None:
    found, wire = both_write(REQUESTS[name])
    assert found == 200
    assert wire.count(b"\r\n\r\n") >= 1


def test_every_spelling_of_a_header_arrives() -> None:
    headers = [("X-A", "1"), ("x-a", "2")]
    _, wire = written(lambda c: c.get("/", headers=headers), DefaultAioHttpClient)
    assert b"X-A: 1\r\nX-A: 2\r\n" in wire


def test_a_header_that_cannot_be_kept_as_it_is_is_refused() -> None:
    use: Use = lambda c: c.get("/", headers=[(b"X-A", b"\xe9")])  # noqa: E731
    found, wire = written(use, DefaultAioHttpClient)
    assert (found, wire) == ((httpx2.LocalProtocolError, "GET"), b"")


@pytest.mark.parametrize("header", [(b"X A", b"1"), (b"X-A", b"1\r\nx-b: 2")])
def test_a_forged_header_is_refused(header: tuple[bytes, bytes]) -> None:
    use: Use = lambda c: c.get("/", headers=[header])  # noqa: E731
    assert both_write(use) == ((httpx2.LocalProtocolError, "GET"), b"")


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ((b"one", ValueError("mine")), ValueError),
        ((b"one", OSError(5, "the disk")), OSError),
    ],
    ids=["fails", "cannot be read"],
)
def test_a_body_that_breaks_off_is_the_callers_fault(
    given: tuple[Any, ...], kind: type[Exception]
) -> None:
    async def use(client: httpx2.AsyncClient) -> Any:
        headers = {"Content-Length": "6"}
        return await client.post("/", content=pieces(*given), headers=headers)

    assert both_write(use)[0] is kind


@pytest.mark.parametrize("given", [[b"one"], [b"one", b"two", b"three"]])
def test_a_body_of_another_length_than_was_said_is_an_error(given: list[bytes]) -> None:
    async def use(client: httpx2.AsyncClient) -> Any:
        headers = {"Content-Length": "6"}
        return await client.post("/", content=pieces(*given), headers=headers)

    found, _ = written(use, DefaultAioHttpClient)
    assert found == (httpx2.LocalProtocolError, "POST")


def test_a_connection_with_half_a_request_is_not_used_again(server: Server) -> None:
    async def use(client: httpx2.AsyncClient) -> Any:
        headers = {"Content-Length": "6"}
        with pytest.raises(httpx2.LocalProtocolError):
            await client.post(server.url, content=pieces(b"one"), headers=headers)
        return (await client.get(server.url)).status_code

    server.will()
    assert outcome(DefaultAioHttpClient, use) == 200
    (connection,) = {seen.connection for seen in server.seen if seen.method == "GET"}
    others = [seen.connection for seen in server.seen if seen.method == "POST"]
    assert connection not in others


def then_reset(data: bytes) -> Step:
    """Some bytes, and the connection is reset."""

    def step(connection: socket.socket, seen: Seen) -> bool:
        connection.sendall(data)
        time.sleep(0.05)
        return reset(connection, seen)

    return step


OK = b"HTTP/1.1 200 OK\r\n"
LOST = {
    "headers": OK + b"x-a: ",
    "a counted body": OK + b"content-length: 9\r\n\r\nx",
    "chunks": OK + b"transfer-encoding: chunked\r\n\r\n1\r\nx\r\n",
    "a body without a length": OK + b"\r\nx",
}


@pytest.mark.parametrize("name", LOST)
def test_a_reset_is_never_the_end_of_a_body(server: Server, name: str) -> None:
    def use(client: httpx2.AsyncClient) -> Any:
        return client.get(server.url)

    found = both(server, lambda: [then_reset(LOST[name])], use)
    assert found == (httpx2.ReadError, "GET")


@pytest.mark.parametrize("is_streamed", [False, True])
def test_a_peer_that_takes_nothing_is_not_waited_for(
    server: Server, is_streamed: bool
) -> None:
    large = b"x" * 20_000_000

    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}"

        def use(client: httpx2.AsyncClient) -> Any:
            return client.post(url, content=pieces(large) if is_streamed else large)

        found = both(server, list, use, timeout=SHORT)
    assert found == (httpx2.WriteTimeout, "POST")


def test_a_slow_source_is_waited_for(server: Server) -> None:
    async def slow() -> AsyncIterator[bytes]:
        yield b"one"
        await asyncio.sleep(0.5)
        yield b"two"

    async def use(client: httpx2.AsyncClient) -> Any:
        headers = {"Content-Length": "6"}
        return (await client.post(server.url, content=slow(), headers=headers)).content

    assert both(server, lambda: [answer()], use, timeout=SHORT) == b"{}"


def test_a_slow_reader_is_not_a_slow_server(server: Server) -> None:
    def pause(connection: socket.socket, seen: Seen) -> bool:
        connection.sendall(OK + b"content-length: 2\r\n\r\na")
        time.sleep(0.6)
        connection.sendall(b"b")
        return False

    async def use(client: httpx2.AsyncClient) -> Any:
        async with client.stream("GET", server.url) as response:
            parts = []
            async for part in response.aiter_raw():
                parts.append(part)
                await asyncio.sleep(0.5)
        return b"".join(parts)

    assert both(server, lambda: [pause], use, timeout=SHORT) == b"ab"


@pytest.mark.parametrize("phase", ["connect", "read"])
def test_no_time_is_not_endless_time(server: Server, phase: str) -> None:
    timeout = httpx2.Timeout(5, **{phase: 0})
    kinds = {"connect": httpx2.ConnectTimeout, "read": httpx2.ReadTimeout}
    for kind in KINDS:
        server.will(late(0.1, answer()) if phase == "read" else answer())
        found = outcome(kind, lambda client: client.get(server.url), timeout=timeout)
        assert found == (kinds[phase], "GET")
        time.sleep(0.15)
    server.will()


def test_an_address_without_a_host_has_the_same_name(server: Server) -> None:
    found = both(server, list, lambda client: client.get("/x"))
    assert found == (httpx2.UnsupportedProtocol, "GET")


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_is_not_there_has_the_same_name(
    server: Server, scheme: str
) -> None:
    url = f"{scheme}://elsewhere.invalid/"
    proxy = "http://127.0.0.1:9"
    found = both(server, list, lambda client: client.get(url), proxy=proxy)
    assert found == (httpx2.ConnectError, "GET")


def test_a_proxy_gets_the_headers_meant_for_it(server: Server) -> None:
    proxy = httpx2.Proxy(server.url, headers={"X-Proxy": "1"})

    async def use(client: httpx2.AsyncClient) -> Any:
        await client.get("http://elsewhere.invalid/")
        return server.seen[0].headers

    assert both(server, lambda: [answer()], use, proxy=proxy)["x-proxy"] == "1"


@pytest.mark.parametrize("answered", [b"", b"HTTP/1.1 400 X\r\n\r\n"])
def test_a_peer_without_tls_has_the_same_name(server: Server, answered: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def plain() -> None:
            for _ in KINDS:
                connection = listener.accept()[0]
                connection.recv(10_000)
                connection.sendall(answered)
                connection.close()

        thread = threading.Thread(target=plain)
        thread.start()
        url = f"https://127.0.0.1:{listener.getsockname()[1]}"
        found = both(server, list, lambda client: client.get(url))
        thread.join()
    assert found == (httpx2.ConnectError, "GET")


def test_a_long_header_is_read(server: Server) -> None:
    long = raw(OK + b"content-length: 0\r\nx-long: " + b"y" * 60_000 + b"\r\n\r\n")

    async def use(client: httpx2.AsyncClient) -> Any:
        return len((await client.get(server.url)).headers["x-long"])

    assert both(server, lambda: [long], use) == 60_000


HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"transfer-encoding: chunked\r\n\r\n"
ENDLESS = {
    "status line": (b"HTTP/1.1 200 ", b"a"),
    "header name": (HEAD, b"a"),
    "header value": (HEAD + b"x: ", b"a"),
    "headers": (HEAD, b"x: y\r\n"),
    "continued header": (HEAD + b"x: y\r\n", b" y\r\n"),
    "interim responses": (b"", b"HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n"),
    "empty lines": (b"", b"\r\n"),
    "size of a chunk": (CHUNKED, b"0"),
    "extension of a chunk": (CHUNKED + b"5;", b"a"),
    "extension of a later chunk": (CHUNKED + b"1\r\nx\r\n5;", b"a"),
    "trailers": (CHUNKED + b"0\r\n", b"x: y\r\n"),
    "trailer": (CHUNKED + b"1\r\nx\r\n0\r\nx: ", b"y"),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_has_no_end_and_is_no_body_is_refused(server: Server, name: str) -> None:
    begin, more = ENDLESS[name]

    def endless(connection: socket.socket, seen: Seen) -> bool:
        connection.sendall(begin)
        while True:
            connection.sendall(more * 1000)

    found = both(server, lambda: [endless], lambda c: c.get(server.url), timeout=None)
    assert found == (httpx2.RemoteProtocolError, "GET")


def test_heads_of_responses_without_a_body_do_not_add_up(server: Server) -> None:
    def long(connection: socket.socket, seen: Seen) -> bool:
        head = b"HTTP/1.1 204 No Content\r\nx: " + b"a" * 40_000
        connection.sendall(head + b"\r\n\r\n")
        return True

    async def use(client: httpx2.AsyncClient) -> Any:
        return [(await client.get(server.url)).status_code for _ in range(4)]

    assert both(server, lambda: [long] * 4, use) == [204] * 4
    assert len({seen.connection for seen in server.seen}) == 1


def test_an_error_does_not_show_the_query(server: Server) -> None:
    server.will(raw(b"HTTP/1.1 200 OK\r\nno header\r\n\r\n"))
    with pytest.raises(APIConnectionError) as caught:
        through_our_client(
            server.url,
            lambda zones: zones.get("z", extra_query={"token": "s3cret"}),
            max_retries=0,
        )
    assert "s3cret" not in str(caught.value)
    assert "s3cret" not in str(caught.value.__cause__)


def places(client: httpx2.AsyncClient) -> tuple[int, int]:
    """Connections in use of a client's aiohttp session, and places free in its pool."""
    switch: Any = client._transport
    (session,) = switch.own._sessions.values()
    return len(session.client.connector._acquired), session._places._value


def test_an_answer_before_the_body_is_sent_is_taken(server: Server) -> None:
    async def use(client: httpx2.AsyncClient) -> Any:
        body = pieces(*[b"x" * 1_000_000] * 20)
        status = (await client.post(server.url, content=body)).status_code
        await asyncio.sleep(0.05)
        return status, places(client), len(asyncio.all_tasks())

    def early(connection: socket.socket, seen: Seen) -> bool:
        answer(413)(connection, seen)
        time.sleep(0.3)
        return False

    server.will(early)
    assert outcome(DefaultAioHttpClient, use) == (413, (0, 100), 1)


def test_calls_cancelled_at_any_moment_leave_nothing_behind(server: Server) -> None:
    async def use(client: httpx2.AsyncClient) -> Any:
        loop, said = asyncio.get_running_loop(), list[Any]()
        loop.set_exception_handler(lambda _, context: said.append(context))
        for number in range(60):
            body = b"x" * 300_000
            task = asyncio.create_task(client.post(server.url, content=body))
            await asyncio.sleep(number / 3000)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        found = (await client.get(server.url)).status_code
        gc.collect()
        return found, places(client), len(asyncio.all_tasks()), said

    def half(connection: socket.socket, seen: Seen) -> bool:
        if seen.method == "GET":
            return answer()(connection, seen)
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{")
        return connection.recv(1) != b""

    server.otherwise = half
    limits = httpx2.Limits(max_connections=3)
    found = outcome(DefaultAioHttpClient, use, limits=limits)
    assert found == (200, (0, 3), 1, [])


@pytest.mark.parametrize(
    ("limits", "connections"),
    [
        (httpx2.Limits(keepalive_expiry=None), 1),
        (httpx2.Limits(keepalive_expiry=0.1), 2),
        (httpx2.Limits(keepalive_expiry=0), 2),
        (httpx2.Limits(max_keepalive_connections=0), 2),
    ],
)
def test_a_connection_is_kept_as_long_as_the_limits_say(
    server: Server, limits: httpx2.Limits, connections: int
) -> None:
    async def use(client: httpx2.AsyncClient) -> Any:
        await client.get(server.url)
        await asyncio.sleep(0.3)
        await client.get(server.url)
        return len({seen.connection for seen in server.seen})

    server.will()
    assert outcome(DefaultAioHttpClient, use, limits=limits) == connections


@pytest.mark.parametrize("is_read", [True, False])
def test_what_another_thread_forgets_is_closed_by_the_loop(
    server: Server, is_read: bool
) -> None:
    async def main() -> int:
        client = DefaultAioHttpClient(trust_env=False)
        request = client.build_request("GET", server.url)
        kept: list[Any] = [await client.send(request, stream=not is_read), client]
        del client
        thread = threading.Thread(target=lambda: (kept.clear(), gc.collect()))
        thread.start()
        while thread.is_alive():
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        return await asyncio.to_thread(lambda: server.open_connections)

    server.will(answer() if is_read else drip(9, 0.02))
    assert asyncio.run(main(), debug=True) == 0


ENDS = {
    "open in one loop": "asyncio.run(ask(client))",
    "open in two loops": "asyncio.run(ask(client)); asyncio.run(ask(client))",
    "closed in another loop": "asyncio.run(ask(client)); asyncio.run(client.aclose())",
    "forgotten in its loop": "del client; asyncio.run(ask(Client(trust_env=False)))",
    "in a cycle": "client.itself = client; asyncio.run(ask(client)); del client",
    "in a loop of its own": (
        "loop = asyncio.new_event_loop(); loop.run_until_complete(ask(client));"
        "loop.run_until_complete(client.aclose()); loop.close()"
    ),
}


@pytest.mark.parametrize("end", ENDS)
def test_an_end_is_quiet_to_the_last_warning(server: Server, end: str) -> None:
    program = f"""
import asyncio, gc
from generator.runtime import DefaultAioHttpClient as Client
client = Client(trust_env=False)
async def ask(client):
    assert (await client.get({server.url!r})).status_code == 200
{ENDS[end]}
gc.collect()
"""
    command = [sys.executable, "-W", "always::ResourceWarning", "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("child", ["asyncio.run(use_and_close())", "sys.exit(0)"])
def test_a_forked_child_leaves_its_parents_connections_alone(
    server: Server, child: str
) -> None:
    program = f"""
import asyncio, os, sys
from generator.runtime import DefaultAioHttpClient
client = DefaultAioHttpClient(trust_env=False, timeout=2)
loop = asyncio.new_event_loop()
async def use_and_close():
    await client.get({server.url!r})
    await client.aclose()
loop.run_until_complete(client.get({server.url!r}))
pid = os.fork()
if pid == 0:
    {child}
    sys.exit(0)
assert os.waitpid(pid, 0)[1] == 0
loop.run_until_complete(use_and_close())
loop.close()
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    connections = [seen.connection for seen in server.seen]
    assert connections[0] == connections[-1]


def test_a_client_that_offers_http2_has_a_tls_context_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "h2", ModuleType("h2"))
    first: Any = DefaultAioHttpClient()._transport
    second: Any = DefaultAsyncHttpxClient(http2=True)._transport
    assert first.own._ssl is not second._pool._ssl_context


def through_our_client(
    url: str, use: Callable[[AsyncZones], Any], mode: Any = "parsed", **options: Any
) -> Any:
    async def main() -> Any:
        async with (
            DefaultAioHttpClient(trust_env=False) as http_client,
            async_client(url, http_client=http_client, **options) as client,
        ):
            found = await use(AsyncZones(client, mode))
            assert len(asyncio.all_tasks()) == 1
            return found

    return asyncio.run(main())


def test_our_client_tries_again_over_aiohttp(server: Server) -> None:
    server.will(answer(500), reset, ZONE)
    assert through_our_client(server.url, lambda zones: zones.get("z")).id == "z"
    assert len(server.seen) == 3


def test_our_client_knows_that_a_refused_connection_sent_nothing() -> None:
    with pytest.raises(APIConnectionError) as caught:
        through_our_client("http://127.0.0.1:9", lambda zones: zones.create())
    assert caught.value.retries_taken == 2
    assert "unknown" not in str(caught.value)


def test_our_client_knows_that_a_lost_answer_may_have_taken_effect(
    server: Server,
) -> None:
    server.will(late(0.3, ZONE))
    with pytest.raises(APITimeoutError, match="Whether it took effect is unknown"):
        through_our_client(server.url, lambda zones: zones.create(), timeout=0.1)
    assert len(server.seen) == 1


def test_our_client_gives_raw_and_streamed_responses(server: Server) -> None:
    async def streamed(zones: Any) -> bytes:
        response = await zones.get("z")
        return b"".join([piece async for piece in response.iter_bytes()])

    server.will(ZONE, ZONE)
    found = through_our_client(server.url, lambda zones: zones.get("z"), mode="raw")
    assert found.http_version == "HTTP/1.1"
    assert through_our_client(server.url, streamed, mode="stream") == b'{"id": "z"}'
