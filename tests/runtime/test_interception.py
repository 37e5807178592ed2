"""No request bypasses a package that patches httpx2: mocks, recorders, tracing, error reporting."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import timeit
from pathlib import Path
from typing import Any

import httpcore2
import httpx2
import pytest
from opentelemetry.instrumentation.httpx import HTTPX2ClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider

from generator.runtime import (
    DefaultAioHttpClient,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
)
from generator.runtime.http.blocking_transport import BlockingTransport
from generator.runtime.http.interception import (
    AWAITED,
    BLOCKING,
    CLIENT,
    Functions,
    Methods,
)
from tests.runtime.acme import async_client, sync_client
from tests.runtime.server import Server

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("sync", "async", "aiohttp")
MOCKED, REAL = {"mocked": True}, {}


def run(*command: str, folder: Path = ROOT) -> str:
    """What a program prints, which must succeed."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def given(package: str, kind: str, server: Server) -> list[Any]:
    printed = run("-m", "tests.runtime.intercepting", package, kind, server.url)
    found: list[Any] = json.loads(printed.splitlines()[-1])
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_respx_mocks_every_call(server: Server, kind: str) -> None:
    moments = [MOCKED, REAL, MOCKED, MOCKED, MOCKED, REAL, REAL]
    assert given("respx", kind, server) == moments * 2
    assert len(server.seen) == 2 * moments.count(REAL)


@pytest.mark.parametrize("kind", KINDS)
def test_vcr_records_and_replays_every_call(server: Server, kind: str) -> None:
    assert given("vcr", kind, server) == [REAL] * 5
    assert len(server.seen) == 2  # one was recorded and then replayed, one was real


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("package", "header", "traced"),
    [
        ("opentelemetry", "traceparent", [False, True, True, False]),
        ("sentry", "sentry-trace", [False, True, True]),
    ],
)
def test_every_call_is_traced(
    server: Server, kind: str, package: str, header: str, traced: list[bool]
) -> None:
    given(package, kind, server)
    assert [header in seen.headers for seen in server.seen] == traced


MOCKED_SUITE = """
from tests.runtime.intercepting import Caller

call = Caller({kind!r})

def test_before():
    assert call() == {{}}

def test_mocked(httpx_mock):
    httpx_mock.add_response(json={{"mocked": True}}, is_reusable=True)
    assert call() == Caller({kind!r})() == {{"mocked": True}}

def test_after():
    assert call() == {{}}
"""


@pytest.mark.parametrize("kind", KINDS)
def test_pytest_httpx_mocks_every_call(
    server: Server, tmp_path: Path, kind: str
) -> None:
    suite = (
        f"from tests.runtime import intercepting\nintercepting.URL = {server.url!r}\n"
    )
    (tmp_path / "aliased.py").write_text("import httpx2; httpx2.alias_httpx()")
    (tmp_path / "test_suite.py").write_text(suite + MOCKED_SUITE.format(kind=kind))
    run("-m", "pytest", "-p", "aliased", "-p", "no:respx", folder=tmp_path)
    assert len(server.seen) == 2


def functions(*methods: Methods) -> list[Any]:
    """The functions as parameters: the class and the name."""
    return [
        pytest.param(kind, name, id=f"{kind.__name__}.{name}")
        for owner, names in methods
        for kind in [owner if isinstance(owner, type) else getattr(httpcore2, owner)]
        for name in names
    ]


def spy(
    monkeypatch: pytest.MonkeyPatch, owner: type, name: str, calls: list[str]
) -> None:
    original = getattr(owner, name)

    def counted(*given: Any, **options: Any) -> Any:
        calls.append(name)
        return original(*given, **options)

    counted.__dict__.update(vars(original))
    counted.__module__, counted.__qualname__ = (
        original.__module__,
        original.__qualname__,
    )
    monkeypatch.setattr(owner, name, counted)


@pytest.mark.parametrize("is_new", [True, False], ids=["new client", "used client"])
@pytest.mark.parametrize(
    ("owner", "name"), functions((httpx2.Client, CLIENT), *BLOCKING)
)
def test_a_patched_function_sees_the_calls_while_it_is_patched(
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    owner: type,
    name: str,
    is_new: bool,
) -> None:
    calls: list[str] = []
    with sync_client(server.url) as client:
        if not is_new:
            client.get("/x", cast_to=object)
        with monkeypatch.context() as patching:
            spy(patching, owner, name, calls)
            client.get("/x", cast_to=object)
            assert calls
        calls.clear()
        own: list[str] = []
        spy(monkeypatch, BlockingTransport, "send", own)
        client.get("/x", cast_to=object)
        assert (calls, own) == ([], ["send"])


@pytest.mark.parametrize("kind", ["async", "aiohttp"])
@pytest.mark.parametrize(
    ("owner", "name"), functions((httpx2.AsyncClient, CLIENT), *AWAITED)
)
def test_a_patched_function_sees_the_asynchronous_calls_while_it_is_patched(
    server: Server, monkeypatch: pytest.MonkeyPatch, owner: type, name: str, kind: str
) -> None:
    calls: list[str] = []

    async def main() -> None:
        http_client = DefaultAioHttpClient() if kind == "aiohttp" else None
        async with async_client(server.url, http_client=http_client) as client:
            await client.get("/x", cast_to=object)
            with monkeypatch.context() as patching:
                spy(patching, owner, name, calls)
                await client.get("/x", cast_to=object)
                assert calls
            calls.clear()
            await client.get("/x", cast_to=object)
            assert not calls
        if http_client is not None:
            await http_client.aclose()

    asyncio.run(main())


def test_looking_takes_about_a_microsecond() -> None:
    functions = Functions((DefaultHttpxClient, CLIENT), *BLOCKING)
    assert functions.are_original()
    taken = min(timeit.repeat(functions.are_original, number=1000, repeat=50)) / 1000
    assert taken < 5e-6  # half a microsecond on a machine that has nothing else to do


def mocked(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json=MOCKED)


MOCK = httpx2.MockTransport(mocked)
ASYNC_KINDS = (httpx2.AsyncClient, DefaultAsyncHttpxClient, DefaultAioHttpClient)


def call(http_client: Any, url: str) -> Any:
    """What a call through the user's HTTP client gives."""

    async def main() -> Any:
        async with http_client, async_client(url, http_client=http_client) as client:
            return await client.get("/x", cast_to=object)

    if isinstance(http_client, httpx2.AsyncClient):
        return asyncio.run(main())
    with http_client, sync_client(url, http_client=http_client) as client:
        return client.get("/x", cast_to=object)


@pytest.mark.parametrize(
    "kind", [httpx2.Client, DefaultHttpxClient, *ASYNC_KINDS], ids=lambda k: k.__name__
)
@pytest.mark.parametrize(
    "options",
    [{"transport": MOCK}, {"mounts": {"all://": MOCK}}],
    ids=["transport", "mounts"],
)
def test_a_transport_of_the_users_client_gets_the_calls(
    server: Server, kind: Any, options: dict[str, Any]
) -> None:
    assert call(kind(**options), server.url) == MOCKED
    assert server.seen == []


@pytest.mark.parametrize(
    "kind", [httpx2.Client, DefaultHttpxClient, *ASYNC_KINDS], ids=lambda k: k.__name__
)
@pytest.mark.parametrize("is_late", [False, True], ids=["at first", "later"])
def test_hooks_of_the_users_client_see_the_calls(
    server: Server, kind: Any, is_late: bool
) -> None:
    seen: list[str] = []

    def saw(message: Any) -> None:
        seen.append(type(message).__name__)

    async def asaw(message: Any) -> None:
        saw(message)

    hook = asaw if issubclass(kind, httpx2.AsyncClient) else saw
    hooks = {"request": [hook], "response": [hook]}
    http_client = kind() if is_late else kind(event_hooks=hooks)
    http_client.event_hooks = hooks
    assert call(http_client, server.url) == REAL
    assert seen[0] == "Request"
    assert seen[1].endswith("Response")


@pytest.mark.parametrize("kind", [DefaultHttpxClient, *ASYNC_KINDS[1:]])
def test_a_subclass_that_sends_itself_gets_the_calls(server: Server, kind: Any) -> None:
    sent: list[str] = []

    class Counting(kind):
        def send(self, request: httpx2.Request, **options: Any) -> Any:
            sent.append(request.method)
            return super().send(request, **options)

    assert call(Counting(), server.url) == REAL
    assert sent == ["GET"]


@pytest.mark.parametrize("name", ["send", "build_request"])
@pytest.mark.parametrize(
    "kind", [httpx2.Client, DefaultHttpxClient, *ASYNC_KINDS], ids=lambda k: k.__name__
)
def test_a_function_that_is_replaced_on_the_users_client_gets_the_calls(
    server: Server, kind: Any, name: str
) -> None:
    http_client, calls = kind(), []
    original = getattr(http_client, name)

    def counted(*given: Any, **options: Any) -> Any:
        calls.append(name)
        return original(*given, **options)

    setattr(http_client, name, counted)
    assert call(http_client, server.url) == REAL
    assert calls == [name]


@pytest.mark.parametrize(
    "kind", [httpx2.Client, DefaultHttpxClient, *ASYNC_KINDS], ids=lambda k: k.__name__
)
def test_instrumentation_of_the_users_client_alone_traces_its_calls(
    server: Server, kind: Any
) -> None:
    http_client = kind()
    instrument = HTTPX2ClientInstrumentor.instrument_client
    instrument(http_client, tracer_provider=TracerProvider())
    assert call(http_client, server.url) == REAL
    assert "traceparent" in server.seen[0].headers
