"""Connections of our own: when they are used again, and what ends them."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
import pytest

from generator.runtime import (
    APITimeoutError,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
)
from generator.runtime.http.exchange import exchange_of
from tests.runtime.acme import sync_client
from tests.runtime.server import Seen, Server, answer
from tests.runtime.test_faults import full_backlog

HEAD = b"HTTP/1.1 200 OK\r\n"
PATIENCE = 10


def hang_up(connection: socket.socket) -> None:
    connection.shutdown(socket.SHUT_WR)


def send_another(connection: socket.socket) -> None:
    connection.sendall(HEAD + b"content-length: 4\r\n\r\nevil")


Deed = Callable[[socket.socket], None]


class AfterTheAnswer:
    """A step of the server that does something after its answer has been read."""

    def __init__(self, deed: Deed) -> None:
        self._deed = deed
        self._read, self._done = threading.Event(), threading.Event()

    def __call__(self, connection: socket.socket, seen: Seen) -> bool:
        answer()(connection, seen)
        self._read.wait(PATIENCE)
        self._deed(connection)
        self._done.set()
        return True

    def let(self) -> None:
        """Let it be done; nothing else happens in this thread meanwhile."""
        self._read.set()
        assert self._done.wait(PATIENCE)


def one_after_the_other(url: str, between: Callable[[], None]) -> list[bytes]:
    with DefaultHttpxClient(trust_env=False) as client:
        bodies = [client.post(url).content]
        between()
        return [*bodies, client.post(url).content]


def awaited_one_after_the_other(url: str, between: Callable[[], None]) -> list[bytes]:
    async def main() -> list[bytes]:
        async with DefaultAsyncHttpxClient(trust_env=False) as client:
            bodies = [(await client.post(url)).content]
            between()  # the event loop learns nothing of it
            return [*bodies, (await client.post(url)).content]

    return asyncio.run(main())


@pytest.mark.parametrize("deed", [hang_up, send_another])
@pytest.mark.parametrize("use", [one_after_the_other, awaited_one_after_the_other])
def test_what_happened_to_a_kept_connection_is_noticed_before_it_is_used(
    server: Server, use: Callable[..., list[bytes]], deed: Deed
) -> None:
    step = AfterTheAnswer(deed)
    server.will(step)
    assert use(server.url, step.let) == [b"{}", b"{}"]
    assert len({seen.connection for seen in server.seen}) == 2


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the first loop's connection
def test_a_client_may_be_used_in_one_event_loop_after_another(server: Server) -> None:
    async def ask(client: httpx2.AsyncClient) -> int:
        return (await client.get(server.url)).status_code

    async def ask_and_close(client: httpx2.AsyncClient) -> int:
        try:
            return await ask(client)
        finally:
            await client.aclose()

    def both() -> list[int]:
        client = DefaultAsyncHttpxClient(trust_env=False, timeout=2)
        return [asyncio.run(ask(client)), asyncio.run(ask_and_close(client))]

    assert both() == [200, 200]
    assert len({seen.connection for seen in server.seen}) == 2
    gc.collect()


def endless(connection: socket.socket, seen: Seen) -> bool:
    """A body that ends with the connection, which does not end."""
    connection.sendall(HEAD + b"\r\nhalf of it")
    return connection.recv(1) != b""


@pytest.mark.parametrize("what", ["response", "client"])
def test_a_body_that_another_task_cuts_is_not_whole(server: Server, what: str) -> None:
    async def main() -> None:
        client = DefaultAsyncHttpxClient(trust_env=False)
        response = await client.send(
            client.build_request("GET", server.url), stream=True
        )
        reading, arrived = response.aiter_raw(), asyncio.Event()

        async def read() -> None:
            async for _ in reading:
                arrived.set()

        task = asyncio.create_task(read())
        await arrived.wait()
        await asyncio.sleep(0)
        await (response if what == "response" else client).aclose()
        with pytest.raises(httpx2.ReadError, match="closed"):
            await task
        await response.aclose()
        await client.aclose()

    server.otherwise = endless
    asyncio.run(asyncio.wait_for(main(), PATIENCE))


def test_a_body_that_its_reader_cuts_is_not_whole(server: Server) -> None:
    server.otherwise = endless
    with (
        DefaultHttpxClient(trust_env=False) as client,
        client.stream("GET", server.url) as response,
    ):
        pieces = response.iter_raw()
        assert next(pieces) == b"half of it"
        response.close()
        with pytest.raises(httpx2.ReadError, match="closed"):
            next(pieces)


class Alarm(BaseException):
    """What the handler of a signal raises."""


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Raises an ``Alarm`` wherever the program is then."""

    def ring(*_: object) -> None:
        raise Alarm

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_a_signal_ends_a_body_of_very_many_pieces(server: Server) -> None:
    def many(connection: socket.socket, seen: Seen) -> bool:
        connection.sendall(HEAD + b"transfer-encoding: chunked\r\n\r\n")
        while True:
            connection.sendall(b"1\r\na\r\n" * 20_000)

    server.otherwise = many
    for seconds in (0.1, 0.15, 0.2):
        with (
            DefaultHttpxClient(trust_env=False) as client,
            pytest.raises(Alarm),
            client.stream("GET", server.url) as response,
            alarm(seconds),
        ):
            for _ in response.iter_raw():
                pass


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Gives the name ``many.test`` the addresses of some URLs."""

    def are(*urls: str) -> None:
        real = socket.getaddrinfo

        def found(host: Any, *more: Any, **options: Any) -> Any:
            if host != "many.test":
                return real(host, *more, **options)
            places = [httpx2.URL(url) for url in urls]
            kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
            return [(*kind, (place.host, place.port)) for place in places]

        monkeypatch.setattr(socket, "getaddrinfo", found)

    return are


def test_connecting_ends_with_the_deadline_however_many_addresses_there_are(
    addresses: Callable[..., None],
) -> None:
    with full_backlog() as url:
        addresses(*[url] * 20)
        named = f"http://many.test:{httpx2.URL(url).port}"
        with (
            sync_client(named, deadline=0.4, timeout=None) as client,
            pytest.raises(APITimeoutError),
            alarm(10),  # nothing else would end the call
        ):
            client.get("/x", cast_to=object)


def test_an_address_that_refuses_is_followed_by_the_next(
    server: Server, addresses: Callable[..., None]
) -> None:
    port = httpx2.URL(server.url).port
    addresses("http://127.0.0.2:1", server.url)
    with DefaultHttpxClient(trust_env=False) as client:
        assert client.get(f"http://many.test:{port}").status_code == 200


@pytest.mark.parametrize("port", [0, 65536])
def test_a_port_that_there_is_not_has_no_connection(port: int) -> None:
    url = f"http://127.0.0.1:{port}/"
    assert exchange_of(httpx2.Request("GET", url)).origin.port == port

    async def main() -> None:
        async with DefaultAsyncHttpxClient(trust_env=False) as client:
            await client.get(url)

    with (
        DefaultHttpxClient(trust_env=False) as client,
        pytest.raises(httpx2.ConnectError),
    ):
        client.get(url)
    with pytest.raises(httpx2.ConnectError):
        asyncio.run(main())
