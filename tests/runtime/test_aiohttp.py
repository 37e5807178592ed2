"""The aiohttp transport does what httpx2's own does; the scenarios of the core run on it as well."""

from __future__ import annotations

import asyncio
import gc
import gzip
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest

from generator.runtime import DefaultAioHttpClient, DefaultAsyncHttpxClient
from tests.runtime.server import Server, answer, drip, late, raw, reset

ROOT = Path(__file__).resolve().parents[2]
Use = Callable[[httpx2.AsyncClient], Any]


def outcome(kind: type[httpx2.AsyncClient], use: Use, **options: Any) -> Any:
    """What a client gives, or the class of what it raises."""

    async def main() -> Any:
        async with kind(**{"trust_env": False, **options}) as client:
            try:
                return await use(client)
            except httpx2.TransportError as error:
                return type(error), error.request.method

    return asyncio.run(main())


def both(
    server: Server, steps: Callable[[], list[Any]], use: Use, **options: Any
) -> Any:
    """What both transports do, which must be the same."""
    found = []
    for kind in (DefaultAsyncHttpxClient, DefaultAioHttpClient):
        server.will(*steps())
        found.append(outcome(kind, use, **options))
        assert server.open_connections == 0
    assert found[0] == found[1]
    return found[0]


FAULTS: dict[str, tuple[Any, type[httpx2.TransportError]]] = {
    "a reset after the request": (reset, httpx2.ReadError),
    "no answer at all": (raw(b""), httpx2.RemoteProtocolError),
    "no HTTP": (raw(b"SSH-2.0-x\r\n\r\n"), httpx2.RemoteProtocolError),
    "a late answer": (late(0.5, answer()), httpx2.ReadTimeout),
    "a body that stops": (drip(1, 0.5), httpx2.ReadTimeout),
    "a body that is too short": (
        raw(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx"),
        httpx2.RemoteProtocolError,
    ),
    "chunks without an end": (
        raw(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n"),
        httpx2.RemoteProtocolError,
    ),
    "bad chunks": (
        raw(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nx\r\n"),
        httpx2.RemoteProtocolError,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_has_the_same_name(server: Server, name: str) -> None:
    step, kind = FAULTS[name]
    found = both(server, lambda: [step], lambda c: c.get(server.url), timeout=0.2)
    assert found == (kind, "GET")


def test_a_refused_connection_has_the_same_name(server: Server) -> None:
    found = both(server, list, lambda client: client.get("http://127.0.0.1:9/"))
    assert found == (httpx2.ConnectError, "GET")


def test_an_unknown_host_has_the_same_name(server: Server) -> None:
    found = both(server, list, lambda client: client.get("http://nowhere.invalid/"))
    assert found == (httpx2.ConnectError, "GET")


def test_another_protocol_has_the_same_name(server: Server) -> None:
    found = both(server, list, lambda client: client.get("ftp://127.0.0.1/"))
    assert found == (httpx2.UnsupportedProtocol, "GET")


def test_a_full_pool_is_said(server: Server) -> None:
    server.will(late(0.4, answer()))

    async def use(client: httpx2.AsyncClient) -> Any:
        first = asyncio.create_task(client.get(server.url))
        await asyncio.sleep(0.1)
        try:
            return await client.get(server.url, timeout=httpx2.Timeout(5, pool=0.05))
        finally:
            await first

    limits = httpx2.Limits(max_connections=1)
    assert outcome(DefaultAioHttpClient, use, limits=limits) == (
        httpx2.PoolTimeout,
        "GET",
    )


def test_a_response_comes_through_as_it_is(server: Server) -> None:
    body = gzip.compress(b"ha")
    compressed = (
        b"HTTP/1.1 203 Non-Auth\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n"
        b"x-latin: \xe9\r\ncontent-encoding: gzip\r\n"
        b"content-length: %d\r\n\r\n" % len(body)
    ) + body

    async def use(client: httpx2.AsyncClient) -> Any:
        response = await client.get(server.url)
        return (
            response.status_code,
            response.reason_phrase,
            response.http_version,
            [h for h in response.headers.raw if h[0] != b"date"],
            response.content,
        )

    found = both(server, lambda: [raw(compressed)], use)
    assert found[-1] == b"ha"
    assert found[0] == 203


def test_a_request_goes_out_as_it_is(server: Server) -> None:
    async def use(client: httpx2.AsyncClient) -> Any:
        await client.post(
            f"{server.url}/a%2Fb;c?x=%20y&x=+&z[]=1",
            headers=[
                (b"X-A", b"1"),
                (b"X-A", b"2"),
                (b"X-Latin", "é".encode()),
            ],
            content=b"body",
        )
        seen = server.seen[0]
        headers = {k: v for k, v in seen.headers.items() if k != "connection"}
        return seen.method, seen.target, headers, seen.body

    found = both(server, lambda: [answer()], use)
    assert found[1] == "/a%2Fb;c?x=%20y&x=+&z[]=1"
    assert found[3] == b"body"
    assert (
        found[2]["accept-encoding"] == httpx2.AsyncClient().headers["accept-encoding"]
    )


def test_a_streamed_body_goes_out_in_chunks() -> None:
    got = bytearray()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while not got.endswith(b"0\r\n\r\n"):
            got.extend(await reader.read(100))
        writer.write(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n")
        writer.close()

    async def pieces() -> AsyncIterator[bytes]:
        yield b"one"
        yield b"two"

    async def main() -> int:
        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            async with DefaultAioHttpClient(trust_env=False) as client:
                url = f"http://127.0.0.1:{port}/"
                return (await client.post(url, content=pieces())).status_code

    assert asyncio.run(main()) == 204
    head, _, body = bytes(got).partition(b"\r\n\r\n")
    assert b"transfer-encoding: chunked" in head.lower()
    assert body == b"3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n"


def test_a_body_is_not_held_in_memory(server: Server) -> None:
    async def use(client: httpx2.AsyncClient) -> Any:
        async with client.stream("GET", server.url) as response:
            return await anext(response.aiter_raw())

    server.will(drip(3, 0.05))
    assert outcome(DefaultAioHttpClient, use) == b"x"
    assert server.open_connections == 0


def test_a_connection_is_used_again(server: Server) -> None:
    async def use(client: httpx2.AsyncClient) -> Any:
        for _ in range(3):
            await client.get(server.url)
        return {seen.connection for seen in server.seen}

    server.will()
    assert len(outcome(DefaultAioHttpClient, use)) == 1


def test_a_cancelled_call_lets_go_of_its_connection_and_its_place(
    server: Server,
) -> None:
    async def use(client: httpx2.AsyncClient) -> Any:
        task = asyncio.create_task(client.get(server.url))
        await asyncio.sleep(0.1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        before = len(asyncio.all_tasks())
        answered = await client.get(server.url)
        return answered.status_code, before

    server.will(late(0.5, answer()), answer())
    limits = httpx2.Limits(max_connections=1)
    assert outcome(DefaultAioHttpClient, use, limits=limits) == (200, 1)


def test_a_request_is_sent_once_even_if_it_could_be_repeated(server: Server) -> None:
    async def use(client: httpx2.AsyncClient) -> Any:
        return await client.get(server.url)

    server.will(reset)
    assert outcome(DefaultAioHttpClient, use) == (httpx2.ReadError, "GET")
    assert len(server.seen) == 1


# The connection of a loop that is over can only be dropped.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_one_client_serves_two_event_loops(server: Server) -> None:
    client = DefaultAioHttpClient(trust_env=False)

    async def ask() -> int:
        return (await client.get(server.url)).status_code

    server.will()
    assert [asyncio.run(ask()), asyncio.run(ask())] == [200, 200]
    asyncio.run(client.aclose())
    gc.collect()


@pytest.mark.parametrize("variable", ["http_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_used(
    server: Server, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, server.url)
    server.will(answer())

    def use(client: httpx2.AsyncClient) -> Any:
        return client.get("http://elsewhere.invalid/a")

    found = outcome(DefaultAioHttpClient, use, trust_env=True)
    assert found.status_code == 200
    assert server.seen[0].target == "http://elsewhere.invalid/a"
    monkeypatch.setenv("no_proxy", "elsewhere.invalid")
    refused = outcome(DefaultAioHttpClient, use, trust_env=True)
    assert refused == (httpx2.ConnectError, "GET")


def test_a_given_proxy_is_used_with_its_credentials(server: Server) -> None:
    proxy = server.url.replace("http://", "http://user:pass@")

    async def use(client: httpx2.AsyncClient) -> Any:
        return (await client.get("http://elsewhere.invalid/a")).status_code

    assert both(server, lambda: [answer()], use, proxy=proxy) == 200
    assert server.seen[0].headers["proxy-authorization"] == "Basic dXNlcjpwYXNz"


def test_a_client_that_nobody_closes_says_nothing(server: Server) -> None:
    program = f"""
import asyncio
from generator.runtime import DefaultAioHttpClient
async def main():
    client = DefaultAioHttpClient(trust_env=False)
    assert (await client.get({server.url!r})).status_code == 200
    globals()["kept"] = client
    other = DefaultAioHttpClient(trust_env=False)
    await other.get({server.url!r})
asyncio.run(main())
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_without_aiohttp_it_says_how_to_get_it() -> None:
    program = """
import sys
sys.modules["aiohttp"] = None
from generator.runtime import DefaultAioHttpClient
try:
    DefaultAioHttpClient()
except RuntimeError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout == (
        "To use the aiohttp client you must have installed the package with the "
        "`aiohttp` extra\n"
    )
