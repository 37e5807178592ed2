"""Faults of the network and of the program's own world, for both drivers and the aiohttp client."""

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
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
import trustme

from generator.runtime import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    DefaultAioHttpClient,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
    InternalServerError,
)
from tests.runtime.acme import async_client, sync_client
from generator.runtime.policy.clock import Clock
from generator.runtime.policy.policies import Policies
from tests.runtime.clocks import SteppedClock
from tests.runtime.conftest import Call
from tests.runtime.server import Server, answer, drip, held, late, raw, reset

ROOT = Path(__file__).resolve().parents[2]
ZONE = answer(200, {"id": "z"})


def get(zones: Any) -> Any:
    return zones.get("z")


def create(zones: Any) -> Any:
    return zones.create(extra_body={"name": "n"})


@pytest.mark.parametrize("use", [get, create])
def test_a_name_that_is_not_known_is_tried_again(
    call: Call, server: Server, use: Callable[[Any], Any]
) -> None:
    with pytest.raises(APIConnectionError) as caught:
        call(use, base_url="http://nowhere.invalid", max_retries=1)
    assert caught.value.retries_taken == 1
    assert "unknown" not in str(caught.value)


@contextmanager
def full_backlog() -> Iterator[str]:
    """An address at which no connection is ever accepted."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        address = listener.getsockname()
        waiting = [socket.socket() for _ in range(8)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(address)
        time.sleep(0.05)
        try:
            yield f"http://127.0.0.1:{address[1]}"
        finally:
            for one in waiting:
                one.close()


def test_a_connection_that_is_not_accepted_times_out_and_is_tried_again(
    call: Call, server: Server
) -> None:
    with full_backlog() as url, pytest.raises(APITimeoutError) as caught:
        call(create, base_url=url, timeout=0.15, max_retries=1)
    assert caught.value.retries_taken == 1
    assert "unknown" not in str(caught.value)


def test_a_connection_that_went_stale_is_replaced(call: Call, server: Server) -> None:
    def last(connection: socket.socket, seen: Any) -> bool:
        ZONE(connection, seen)
        return False  # although nothing said so

    async def twice(zones: Any) -> Any:
        await zones.get("z")
        await asyncio.sleep(0.1)
        return await zones.get("z")

    def use(zones: Any) -> Any:
        if type(zones).__name__.startswith("Async"):
            return twice(zones)
        zones.get("z")
        time.sleep(0.1)
        return zones.get("z")

    server.will(last, ZONE)
    assert call(use).id == "z"
    assert len({seen.connection for seen in server.seen}) == 2


@pytest.mark.parametrize("step", [late(0.4, ZONE), drip(2, 0.4)])
def test_a_read_time_out_is_retried_where_that_is_safe(
    call: Call, server: Server, step: Any
) -> None:
    server.will(step, ZONE)
    assert call(get, timeout=0.1).id == "z"
    server.will(step)
    with pytest.raises(APITimeoutError, match="Whether it took effect is unknown"):
        call(create, timeout=0.1)
    assert len(server.seen) == 1


def test_an_outage_costs_little_extra_load(server: Server) -> None:
    server.otherwise = answer(500)
    with sync_client(server.url, max_retries=5) as client:

        def ask(_: int) -> str:
            try:
                client.get("/x", cast_to=object)
            except InternalServerError:
                return "failed"
            return "answered"

        with ThreadPoolExecutor(8) as threads:
            outcomes = list(threads.map(ask, range(1000)))
        assert outcomes == ["failed"] * 1000
        assert len(server.seen) == 1000 + 500 // 14
        server.otherwise = ZONE
        assert ask(0) == "answered"


@pytest.mark.parametrize("async_kind", [DefaultAsyncHttpxClient, DefaultAioHttpClient])
@pytest.mark.parametrize("phase", ["connecting", "waiting", "reading", "sleeping"])
def test_cancelling_ends_a_call_at_once_in_every_phase(
    server: Server, async_kind: type[httpx2.AsyncClient], phase: str
) -> None:
    released = threading.Event()
    steps = {
        "connecting": (),
        "waiting": (held(released, ZONE),),
        "reading": (drip(8, 0.1),),
        "sleeping": (answer(503, retry_after="30"),),
    }
    server.will(*steps[phase])

    async def main(url: str) -> None:
        async with (
            async_kind(trust_env=False) as http_client,
            async_client(url, http_client=http_client) as client,
        ):
            task = asyncio.create_task(client.get("/x", cast_to=object))
            await asyncio.sleep(0.2)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert asyncio.all_tasks() == {asyncio.current_task()}

    if phase == "connecting":
        with full_backlog() as url:
            asyncio.run(main(url))
    else:
        asyncio.run(main(server.url))
        assert len(server.seen) == 1
    released.set()


def test_ctrl_c_ends_a_call_that_waits_for_its_response(server: Server) -> None:
    released = threading.Event()

    def interrupted(connection: socket.socket, seen: Any) -> bool:
        os.kill(os.getpid(), signal.SIGINT)
        return held(released, ZONE)(connection, seen)

    server.will(interrupted)
    with sync_client(server.url) as client, pytest.raises(KeyboardInterrupt):
        client.get("/x", cast_to=object)
    assert len(server.seen) == 1
    released.set()


def test_ctrl_c_ends_a_call_that_waits_for_its_next_attempt(server: Server) -> None:
    class Interrupted(Clock):
        def sleep(self, seconds: float) -> None:
            os.kill(os.getpid(), signal.SIGINT)
            super().sleep(seconds)

    server.will(answer(503, retry_after="30"))
    policies = Policies(Interrupted())
    with (
        sync_client(server.url, _policies=policies) as client,
        pytest.raises(KeyboardInterrupt),
    ):
        client.get("/x", cast_to=object)
    assert len(server.seen) == 1


def test_a_stream_that_nobody_reads_is_closed_with_its_response(
    call: Call, server: Server
) -> None:
    server.will(drip(3, 0.05))
    response = call(get, mode="stream", http_client=None)
    del response
    gc.collect()
    assert server.open_connections == 0


def test_an_exhausted_pool_is_told_with_its_size(server: Server) -> None:
    server.will(late(0.5, ZONE))
    limits = httpx2.Limits(max_connections=1)
    timeout = httpx2.Timeout(5, pool=0.05)
    with DefaultHttpxClient(limits=limits, trust_env=False) as http_client:
        client = sync_client(
            server.url, http_client=http_client, timeout=timeout, max_retries=0
        )
        first = threading.Thread(target=lambda: client.get("/x", cast_to=object))
        first.start()
        time.sleep(0.1)
        with pytest.raises(APITimeoutError, match="all 1 connections are in use"):
            client.get("/x", cast_to=object)
        first.join()


def test_a_child_process_opens_connections_of_its_own(server: Server) -> None:
    with sync_client(server.url) as client:
        client.get("/x", cast_to=object)
        child = os.fork()
        if child == 0:
            try:
                client.get("/x", cast_to=object)
                os._exit(0)
            except BaseException:
                os._exit(1)
        _, status = os.waitpid(child, 0)
        assert status == 0
        client.get("/x", cast_to=object)
    connections = [seen.connection for seen in server.seen]
    assert connections[0] == connections[2] != connections[1]


class Tls:
    """A server with a certificate, and the authority that signed it."""

    def __init__(self, **certificate: Any) -> None:
        self.authority = trustme.CA()
        name = certificate.pop("name", "127.0.0.1")
        issued = self.authority.issue_cert(name, **certificate)
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        issued.configure_cert(self._context)
        self.connections = 0

    def trusting(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        self.authority.configure_trust(context)
        return context

    @contextmanager
    def listening(self) -> Iterator[str]:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            thread = threading.Thread(target=self._serve, args=(listener,), daemon=True)
            thread.start()
            yield f"https://127.0.0.1:{listener.getsockname()[1]}"
            listener.shutdown(socket.SHUT_RDWR)
        thread.join()

    def _serve(self, listener: socket.socket) -> None:
        while True:
            try:
                plain, _ = listener.accept()
            except OSError:
                return
            self.connections += 1
            try:
                with self._context.wrap_socket(plain, server_side=True) as connection:
                    connection.recv(10_000)
                    ZONE(connection, None)  # type: ignore[arg-type]
            except OSError:
                plain.close()


CLIENTS: dict[str, Any] = {
    "sync": DefaultHttpxClient,
    "async": DefaultAsyncHttpxClient,
    "aiohttp": DefaultAioHttpClient,
}


def asked_with(http_client: Any, url: str) -> Any:
    """What a call gives with an HTTP client, which is closed then."""
    if isinstance(http_client, DefaultHttpxClient):
        with http_client:
            return sync_client(url, http_client=http_client).get("/x", cast_to=object)

    async def main() -> Any:
        async with http_client:
            client = async_client(url, http_client=http_client)
            return await client.get("/x", cast_to=object)

    return asyncio.run(main())


KINDS = tuple(CLIENTS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_private_authority_can_be_trusted(kind: str) -> None:
    server = Tls()
    with server.listening() as url:
        http_client = CLIENTS[kind](verify=server.trusting(), trust_env=False)
        assert asked_with(http_client, url) == {"id": "z"}


YESTERDAY = datetime.now(UTC) - timedelta(days=1)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("certificate", "is_known"),
    [({}, False), ({"name": "elsewhere.test"}, True), ({"not_after": YESTERDAY}, True)],
    ids=["unknown authority", "wrong host", "expired"],
)
def test_a_bad_certificate_is_refused_and_not_tried_again(
    kind: str, certificate: dict[str, Any], is_known: bool
) -> None:
    server = Tls(**certificate)
    context = server.trusting() if is_known else ssl.create_default_context()
    http_client = CLIENTS[kind](verify=context, trust_env=False)
    with server.listening() as url, pytest.raises(APIConnectionError) as caught:
        asked_with(http_client, url)
    assert "certificate verify failed" in str(caught.value).lower()
    assert caught.value.retries_taken == 0
    assert server.connections == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_proxy_that_refuses_is_said_and_not_tried_again(
    server: Server, kind: str
) -> None:
    server.will(raw(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"))
    http_client = CLIENTS[kind](proxy=server.url, trust_env=False)
    with pytest.raises(APIConnectionError, match="407"):
        asked_with(http_client, "https://elsewhere.invalid")
    assert len(server.seen) == 1


def test_a_clock_that_jumps_changes_no_delay(
    call: Call, server: Server, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = time.time
    jumps = iter([0, 10_000_000, -10_000_000] * 1000)
    monkeypatch.setattr(time, "time", lambda: real() + next(jumps))
    server.will(reset, answer(503), ZONE)
    policies = Policies(clock, random_fraction=lambda: 0.5)
    assert call(get, deadline=5.0, _policies=policies).id == "z"
    assert clock.slept == [0.025, 0.05]


@pytest.mark.parametrize("kind", ["SyncAPIClient", "AsyncAPIClient"])
def test_the_end_of_the_program_is_quiet(server: Server, kind: str) -> None:
    program = f"""
import asyncio
from tests.runtime.acme import async_client, sync_client
if {kind!r} == "SyncAPIClient":
    kept = sync_client({server.url!r})
    kept.get("/x", cast_to=object)
    stream = kept.get
    sync_client({server.url!r}).get("/x", cast_to=object)
else:
    kept = async_client({server.url!r})
    async def main():
        await kept.get("/x", cast_to=object)
        await async_client({server.url!r}).get("/x", cast_to=object)
    asyncio.run(main())
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


ENDLESS = b"HTTP/1.1 200 OK\r\nx-long: " + b"x" * 2_000_000


@pytest.mark.parametrize(
    "step",
    [raw(ENDLESS), raw(b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 500_000)],
    ids=["one long header", "many headers"],
)
def test_headers_without_end_are_refused(call: Call, server: Server, step: Any) -> None:
    server.will(step)
    with pytest.raises(APIError):
        call(get, max_retries=0)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b'{"id": "z", "n": ' + b"9" * 4000 + b"}", None),
        (b'{"id": "a", "id": "z"}', "z"),
        (b'{"id": "z", "s": "\\ud800"}', None),
        (b'{"id": ' * 50_000, None),
    ],
    ids=["a huge integer", "a key twice", "half a surrogate pair", "deep nesting"],
)
def test_strange_json_is_a_value_or_a_typed_error(
    call: Call, server: Server, body: bytes, value: str | None
) -> None:
    server.will(answer(200, body))
    try:
        found = call(get).id
    except APIError as error:
        found = None if error.body is not None else "an error without its body"
    assert found in ((value,) if value else ("z", None))


def dripping_headers(connection: socket.socket, seen: Any) -> bool:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for _ in range(30):
        connection.sendall(b"x: y\r\n")
        time.sleep(0.1)
    return False


def late_then_stalled(connection: socket.socket, seen: Any) -> bool:
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n")
    time.sleep(0.3)
    connection.sendall(b"x")
    time.sleep(2)
    return False


@pytest.mark.parametrize("step", [dripping_headers, late_then_stalled, drip(30, 0.1)])
def test_the_deadline_ends_whatever_goes_on(
    call: Call, server: Server, step: Any
) -> None:
    server.will(step)
    with pytest.raises(APITimeoutError):
        call(get, deadline=0.5, http_client=None)
    assert len(server.seen) == 1


def test_a_deadline_holds_for_the_aiohttp_client_too(server: Server) -> None:
    server.will(dripping_headers)

    async def main() -> None:
        async with DefaultAioHttpClient(trust_env=False) as http_client:
            client = async_client(server.url, http_client=http_client, deadline=0.5)
            await client.get("/x", cast_to=object)

    with pytest.raises(APITimeoutError):
        asyncio.run(main())


def test_the_proxy_of_the_environment_is_used(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("http_proxy", "ALL_PROXY"):
        with monkeypatch.context() as environment:
            environment.setenv(variable, server.url)
            server.will(ZONE)
            with sync_client("http://elsewhere.invalid") as client:
                assert client.get("/x", cast_to=object) == {"id": "z"}
            assert server.seen[0].target == "http://elsewhere.invalid/x"


def test_a_certificate_of_a_private_authority_is_known_by_default_means(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server = Tls()
    server.authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    program = """
import sys
from tests.runtime.acme import sync_client
with sync_client(sys.argv[1]) as client:
    print(client.get("/x", cast_to=object))
"""
    with server.listening() as url:
        done = subprocess.run(
            [sys.executable, "-c", program, url],
            cwd=ROOT,
            env=os.environ | {"SSL_CERT_FILE": str(tmp_path / "ca.pem")},
            capture_output=True,
            text=True,
        )
    assert (done.stdout, done.stderr) == ("{'id': 'z'}\n", "")
