"""Faults of connections on real sockets: what is closed, who is woken, and what is an error."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import httpx2
import pytest
import trustme

from generator.runtime import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
)
from generator.runtime.http import blocking_transport, connections
from generator.runtime.http.asyncio_transport import AsyncioTransport
from generator.runtime.http.blocking_transport import BlockingTransport
from generator.runtime.http.sockets import ClosedBeforeSending, ClosedWhileReading
from tests.runtime.acme import sync_client
from tests.runtime.conftest import Call
from tests.runtime.server import Seen, Server, answer, late, raw, reset
from tests.runtime.test_faults import ZONE, Tls, full_backlog

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 10.0
CONTEXT = ssl.create_default_context()
HEAD = b"HTTP/1.1 200 OK\r\n"


def options(**limits: Any) -> dict[str, Any]:
    return {"limits": httpx2.Limits(**limits), "verify": CONTEXT}


def asked(url: str, **seconds: float) -> httpx2.Request:
    phases = {"connect": 5.0, "read": 5.0, "write": 5.0, "pool": 5.0, **seconds}
    return httpx2.Request("GET", url, extensions={"timeout": phases})


def eventually(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def quick_sweeps(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("blocking_transport", "asyncio_transport", "connections"):
        name = f"generator.runtime.http.{module}.SWEEP_INTERVAL"
        monkeypatch.setattr(name, 0.02)


def hang_up(connection: socket.socket, seen: Seen) -> bool:
    answer()(connection, seen)
    return False


def waiting_to_be_closed() -> int:
    """How many sockets of this process the peer has closed and we have not (CLOSE_WAIT)."""
    lines = Path("/proc/self/net/tcp").read_text("ascii").splitlines()[1:]
    ours = set[str]()
    for link in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            ours.add(os.readlink(link))
    states = [(f"socket:[{line[9]}]", line[3]) for line in map(str.split, lines)]
    return sum(name in ours and state == "08" for name, state in states)


@pytest.mark.usefixtures("quick_sweeps")
def test_idle_connections_are_closed_without_further_calls(server: Server) -> None:
    transport = BlockingTransport(options(keepalive_expiry=0.05))
    transport.handle_request(asked(server.url)).read()
    assert server.open_connections == 0
    eventually(lambda: transport.pool.idle == 0)
    transport.close()


@pytest.mark.usefixtures("quick_sweeps")
def test_idle_connections_are_closed_without_further_awaited_calls(
    server: Server,
) -> None:
    async def main() -> None:
        transport = AsyncioTransport(options(keepalive_expiry=0.05))
        await (await transport.handle_async_request(asked(server.url))).aread()
        while transport.pool.idle:
            await asyncio.sleep(0.01)
        await transport.aclose()

    asyncio.run(asyncio.wait_for(main(), PATIENCE))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.usefixtures("quick_sweeps")
def test_no_connection_waits_to_be_closed_after_the_peer_has_closed_it(
    server: Server,
) -> None:
    server.otherwise = hang_up
    transport = BlockingTransport(options(keepalive_expiry=None))
    for _ in range(3):
        transport.handle_request(asked(server.url)).read()
    eventually(lambda: waiting_to_be_closed() == 0)
    eventually(lambda: transport.pool.idle == 0)
    transport.close()


def test_the_thread_that_sweeps_ends_with_the_transport(server: Server) -> None:
    def threads() -> int:
        return len(os.listdir("/proc/self/task"))

    eventually(lambda: server.open_connections == 0)
    before = threads()
    transport = BlockingTransport(options())
    transport.handle_request(asked(server.url)).read()
    transport.close()
    eventually(lambda: threads() <= before)


def endless(connection: socket.socket, seen: Seen) -> bool:
    """A body that ends with the connection, which does not end."""
    connection.sendall(HEAD + b"\r\nhalf of it")
    return connection.recv(1) != b""


def test_a_response_that_is_dropped_unread_gives_its_place_to_a_waiting_thread(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocking_transport, "RECHECK_INTERVAL", 10 * PATIENCE)
    transport = BlockingTransport(options(max_connections=1))
    kept = [transport.handle_request(asked(server.url))]
    statuses: list[int] = []

    def ask() -> None:
        request = asked(server.url, pool=10 * PATIENCE)
        response = transport.handle_request(request)
        statuses.append(response.status_code)
        response.close()

    thread = threading.Thread(target=ask)
    thread.start()
    eventually(lambda: transport.pool.in_use == 2)
    kept.clear()
    thread.join(PATIENCE)
    assert statuses == [200]
    transport.close()


def test_a_response_that_is_dropped_unread_gives_its_place_to_a_waiting_task(
    server: Server,
) -> None:
    async def main() -> None:
        transport = AsyncioTransport(options(max_connections=1))
        kept = [await transport.handle_async_request(asked(server.url))]
        task = asyncio.create_task(transport.handle_async_request(asked(server.url)))
        while transport.pool.in_use < 2:
            await asyncio.sleep(0)
        kept.clear()
        async with asyncio.timeout(connections.RECHECK_INTERVAL):
            await (await task).aclose()
        await transport.aclose()

    asyncio.run(main())


@pytest.mark.parametrize("what", ["response", "transport"])
def test_closing_ends_a_read_of_another_thread_at_once(
    server: Server, what: str
) -> None:
    server.otherwise = endless
    transport = BlockingTransport(options())
    response = transport.handle_request(asked(server.url, read=60.0))
    raised: list[BaseException] = []
    arrived = threading.Event()

    def read() -> None:
        try:
            for _ in response.iter_raw():
                arrived.set()
        except httpx2.ReadError as error:
            raised.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    arrived.wait(PATIENCE)
    time.sleep(0.05)
    (response.stream if what == "response" else transport).close()  # type: ignore[union-attr]
    thread.join(PATIENCE)
    assert [type(error) for error in raised] == [ClosedWhileReading]
    response.close()
    transport.close()


def test_closing_ends_a_thread_that_waits_for_a_place(server: Server) -> None:
    transport = BlockingTransport(options(max_connections=1))
    kept = transport.handle_request(asked(server.url))
    raised: list[BaseException] = []

    def ask() -> None:
        try:
            transport.handle_request(asked(server.url, pool=60.0))
        except httpx2.ConnectError as error:
            raised.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    eventually(lambda: transport.pool.in_use == 2)
    transport.close()
    thread.join(PATIENCE)
    assert [type(error) for error in raised] == [ClosedBeforeSending]
    kept.close()


def test_a_call_in_progress_ends_with_a_typed_error_when_its_client_is_closed(
    server: Server,
) -> None:
    server.otherwise = late(1, ZONE)
    client = sync_client(server.url)
    raised: list[BaseException] = []

    def ask() -> None:
        try:
            client.get("/x", cast_to=object)
        except APIError as error:
            raised.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    eventually(lambda: len(server.seen) == 1)
    client.close()
    thread.join(PATIENCE)
    assert [type(error) for error in raised] == [APIConnectionError]
    assert len(server.seen) == 1


def test_a_child_process_never_mixes_up_responses_with_its_parent(
    server: Server,
) -> None:
    def echo(connection: socket.socket, seen: Seen) -> bool:
        return answer(200, {"id": seen.path})(connection, seen)

    server.otherwise = echo
    with DefaultHttpxClient(trust_env=False) as http_client:
        client = sync_client(server.url, http_client=http_client)

        def ask(who: str) -> bool:
            paths = [f"/{who}/{n}" for n in range(50)]
            return all(client.get(p, cast_to=object) == {"id": p} for p in paths)

        assert ask("before")
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                os._exit(0 if ask("child") else 1)
            os._exit(2)
        assert ask("parent")
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    connections = {seen.connection for seen in server.seen if "child" not in seen.path}
    assert len(connections) == 1


def test_a_child_process_opens_connections_of_its_own_for_intercepted_requests(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = httpx2.HTTPTransport.handle_request

    def traced(transport: Any, request: httpx2.Request) -> httpx2.Response:
        return send(transport, request)

    monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", traced)
    with DefaultHttpxClient(trust_env=False) as http_client:
        client = sync_client(server.url, http_client=http_client)
        client.get("/before", cast_to=object)
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                client.get("/child", cast_to=object)
                os._exit(0)
            os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        client.get("/after", cast_to=object)
    before, in_child, after = (seen.connection for seen in server.seen)
    assert before == after != in_child


def test_a_child_of_a_busy_parent_never_hangs(server: Server) -> None:
    stop = threading.Event()
    with sync_client(server.url) as client:
        client.get("/x", cast_to=object)

        def keep_busy() -> None:
            while not stop.is_set():
                client.get("/x", cast_to=object)

        threads = [threading.Thread(target=keep_busy) for _ in range(4)]
        for thread in threads:
            thread.start()
        try:
            for _ in range(20):
                child = os.fork()
                if child == 0:
                    signal.alarm(10)  # ends a child that hangs
                    with suppress(BaseException):
                        client.get("/x", cast_to=object)
                        os._exit(0)
                    os._exit(1)
                assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        finally:
            stop.set()
            for thread in threads:
                thread.join()


def test_a_response_is_not_read_in_a_child_process(server: Server) -> None:
    server.otherwise = endless
    transport = BlockingTransport(options())
    response = transport.handle_request(asked(server.url))
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            try:
                response.read()
            except ClosedWhileReading:
                os._exit(0)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    pieces = response.iter_raw()
    assert next(pieces) == b"half of it", "the parent's connection is as it was"
    response.close()
    transport.close()


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning"
)  # the loops end before the client
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_client_serves_two_event_loops_at_the_same_time(server: Server) -> None:
    client = DefaultAsyncHttpxClient(
        trust_env=False, limits=httpx2.Limits(max_connections=1)
    )

    async def ask() -> list[int]:
        asking = [client.get(server.url) for _ in range(10)]
        return [response.status_code for response in await asyncio.gather(*asking)]

    found: list[list[int]] = []
    threads = [
        threading.Thread(target=lambda: found.append(asyncio.run(ask())))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert found == [[200] * 10] * 2
    asyncio.run(client.aclose())
    gc.collect()


def stale(connection: socket.socket, seen: Seen) -> bool:
    """Answers, and resets the connection once the next request has arrived."""
    answer(200, {"id": "z"})(connection, seen)
    connection.recv(10_000)
    return reset(connection, seen)


def twice(method: str) -> Callable[[Any], Any]:
    def use(zones: Any) -> Any:
        if type(zones).__name__.startswith("Async"):

            async def both() -> Any:
                await zones.get("z")
                return await getattr(zones, method)(*["z"] * (method == "get"))

            return both()
        zones.get("z")
        return getattr(zones, method)(*["z"] * (method == "get"))

    return use


def test_a_stale_connection_costs_no_error_even_without_retries(
    call: Call, server: Server
) -> None:
    server.will(stale, ZONE)
    assert call(twice("get"), max_retries=0, http_client=None).id == "z"
    assert len({seen.connection for seen in server.seen}) == 2


def test_a_post_on_a_stale_connection_is_not_sent_again(
    call: Call, server: Server
) -> None:
    server.will(stale)
    with pytest.raises(APIConnectionError, match="Whether it took effect is unknown"):
        call(twice("create"), max_retries=0)


def test_a_peer_that_does_not_speak_http_is_not_asked_again(
    call: Call, server: Server
) -> None:
    server.will(raw(b"SSH-2.0-x\r\n\r\n"))
    with pytest.raises(APIConnectionError):
        call(lambda zones: zones.get("z"), max_retries=2)
    assert len(server.seen) == 1


CODINGS: dict[str, tuple[str, ...]] = {
    "gzip": ("gzip",),
    "deflate": ("zlib",),
    "br": ("brotli", "brotlicffi"),
    "zstd": ("compression.zstd", "backports.zstd"),
}
"""What compresses for a content coding; httpx2 decodes the last two if they are installed."""


@pytest.mark.parametrize("coding", CODINGS)
def test_a_truncated_compressed_body_is_an_error(
    call: Call, server: Server, coding: str
) -> None:
    compressor = next(name for name in CODINGS[coding] if is_installed(name))
    text = b'{"id": "z"}' + b" " * 1000
    whole = import_module(compressor).compress(text)
    for length in (len(whole) - 1, len(whole) // 2, 1):
        server.will(answer(200, whole[:length], content_encoding=coding))
        with pytest.raises(APIConnectionError, match=r"cut off|incomplete"):
            call(lambda zones: zones.get("z"), max_retries=0)
    server.will(answer(200, whole, content_encoding=coding))
    assert call(lambda zones: zones.get("z")).id == "z"
    assert coding in server.seen[0].headers["accept-encoding"].split(", ")


def is_installed(module: str) -> bool:
    with suppress(ModuleNotFoundError):
        return find_spec(module) is not None
    return False


@contextmanager
def closing(*, says_so: bool) -> Iterator[tuple[str, ssl.SSLContext]]:
    """A TLS server whose body ends with the connection, with a close_notify alert or without."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)

    def serve(listener: socket.socket) -> None:
        with suppress(OSError):
            plain, _ = listener.accept()
            with context.wrap_socket(plain, server_side=True) as connection:
                connection.recv(10_000)
                connection.sendall(HEAD + b'\r\n{"id": "z"}')
                if says_so:
                    connection.unwrap()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        yield f"https://127.0.0.1:{listener.getsockname()[1]}", trusting
    thread.join(PATIENCE)


def body_of(kind: type[Any], url: str, context: ssl.SSLContext) -> bytes:
    client = kind(verify=context, trust_env=False)
    if kind is DefaultHttpxClient:
        with client:
            found: bytes = client.get(url).content
            return found

    async def main() -> bytes:
        async with client:
            content: bytes = (await client.get(url)).content
            return content

    return asyncio.run(main())


BOTH = pytest.mark.parametrize("kind", [DefaultHttpxClient, DefaultAsyncHttpxClient])


@BOTH
def test_a_tls_connection_that_ends_unannounced_may_have_been_cut(
    kind: type[Any],
) -> None:
    with closing(says_so=False) as (url, context), pytest.raises(httpx2.ReadError):
        body_of(kind, url, context)
    with closing(says_so=True) as (url, context):
        assert body_of(kind, url, context) == b'{"id": "z"}'


def test_a_version_of_tls_that_is_not_spoken_is_not_tried_again() -> None:
    server = Tls()
    server._context.maximum_version = ssl.TLSVersion.TLSv1_2
    context = server.trusting()
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    with (
        server.listening() as url,
        DefaultHttpxClient(verify=context, trust_env=False) as http_client,
        pytest.raises(APIConnectionError) as caught,
    ):
        sync_client(url, http_client=http_client).get("/x", cast_to=object)
    assert caught.value.retries_taken == 0
    assert server.connections == 1


def test_the_deadline_holds_while_a_name_is_resolved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = threading.Event()

    def slow(*_: Any, **__: Any) -> Any:
        done.wait(PATIENCE)
        raise socket.gaierror("the deadline did not hold")

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    with (
        sync_client("http://slow.test", deadline=0.2) as client,
        pytest.raises(APITimeoutError),
    ):
        client.get("/x", cast_to=object)
    done.set()


def test_the_next_address_is_tried_while_the_first_does_not_respond(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full_backlog() as dead:
        places = [httpx2.URL(url) for url in (dead, server.url)]
        found = [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (place.host, place.port))
            for place in places
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        transport = BlockingTransport(options())
        request = asked(f"http://two.test:{places[1].port}", connect=60.0)
        assert transport.handle_request(request).read() == b"{}"
        transport.close()


def test_connections_probe_a_peer_that_is_silent(server: Server) -> None:
    transport = BlockingTransport(options())
    response = transport.handle_request(asked(server.url))
    opened = response.stream._lease.connection._socket  # type: ignore[union-attr]
    assert opened.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
    if sys.platform == "linux":
        assert opened.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 60
    response.close()
    transport.close()


def test_the_first_awaited_call_leaves_slow_work_to_a_thread(server: Server) -> None:
    program = f"""
import asyncio, sys, threading
from tests.runtime.acme import async_client
assert "httpx2" not in sys.modules
threads = {{}}
class Finder:
    def find_spec(self, name, path=None, target=None):
        threads.setdefault(name, threading.current_thread())
sys.meta_path.insert(0, Finder())
async def main():
    import ssl
    real = ssl.SSLContext.load_verify_locations
    def loading(*given, **named):
        threads["certificates"] = threading.current_thread()
        return real(*given, **named)
    ssl.SSLContext.load_verify_locations = loading
    async with async_client({server.url!r}) as client:
        await client.get("/x", cast_to=object)
asyncio.run(main())
for what in ("httpx2", "certificates"):
    assert threads[what] is not threading.main_thread(), what
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
