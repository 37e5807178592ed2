"""Calls through an HTTP client that the user passes in: httpx2's, or one of the older httpx."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
import trio

from generator.runtime import (
    APIConnectionError,
    APITimeoutError,
    BadRequestError,
    DefaultAioHttpClient,
    DefaultAsyncHttpxClient,
    not_given,
    omit,
)
from generator.runtime.wire.request import WireRequest
from generator.runtime.http.httpx_requests import _built, _quickly_built
from generator.runtime.wire.sources import BytesSource, IterableSource
from tests.runtime.acme import AsyncZones, Zones, async_client, sync_client
from tests.runtime.server import Seen, Server, answer, drip, late, raw, reset

ROOT = Path(__file__).resolve().parents[2]
KINDS = (httpx2.Client, httpx2.AsyncClient, httpx.Client, httpx.AsyncClient)
Use = Callable[[Any], Any]
PATIENT = httpx2.Timeout(5, read=0.3)


@pytest.fixture(params=KINDS, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def kind(request: pytest.FixtureRequest) -> Any:
    return request.param


def call(http_client: Any, url: str, use: Use, **options: Any) -> Any:
    """What a method of the zones gives through an HTTP client."""

    async def main() -> Any:
        async with (
            http_client,
            async_client(url, http_client=http_client, **options) as client,
        ):
            found = use(AsyncZones(client))
            return await found if hasattr(found, "__await__") else found

    if hasattr(http_client, "aclose"):
        return asyncio.run(main())
    with http_client, sync_client(url, http_client=http_client, **options) as client:
        return use(Zones(client))


def get(zones: Any) -> Any:
    return zones.get("z")


CLIENTS: dict[str, dict[str, Any]] = {
    "as it comes": {},
    "with headers": {"headers": {"X-Own": "1", "accept": "text/plain", "Host": "h"}},
    "with two of a header": {"headers": [("X-Own", "1"), ("x-own", "2")]},
    "with cookies": {"cookies": {"a": "b"}},
}
REQUESTS: dict[str, tuple[str, Any, dict[str, str], tuple[str, ...]]] = {
    "GET": ("GET", None, {"Accept": "application/json", "X-OWN": "2"}, ()),
    "a header that is not wanted": ("GET", None, {}, ("accept", "host", "user-agent")),
    "POST without a body": ("POST", None, {}, ()),
    "POST of bytes": ("POST", BytesSource(b"abc"), {"Content-Type": "x/y"}, ()),
    "POST of nothing": ("POST", BytesSource(b""), {}, ()),
    "POST of pieces": ("POST", IterableSource([b"ab", b"c"]), {}, ()),
    "DELETE": ("DELETE", None, {"cookie": "own=1"}, ()),
}


@pytest.mark.parametrize("options", CLIENTS.values(), ids=CLIENTS)
@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_is_made_as_the_client_itself_makes_it(
    name: str, options: dict[str, Any]
) -> None:
    method, body, headers, unwanted = REQUESTS[name]
    url = "http://[::1]:80/a%2Fb/c?x=1&y=%20"
    request = WireRequest(method, url, headers, body, not_given, None)
    made = []
    with httpx2.Client(**options) as client:
        for make in (_built, _quickly_built):
            content = body.data if isinstance(body, BytesSource) else body
            if isinstance(body, IterableSource):
                content = body.start()
            made.append(make(client, request, content, (1, 2, 3, None), {*unwanted}))
    theirs, ours = made
    assert (ours.method, ours.url) == (theirs.method, theirs.url)
    assert dict(ours.headers) == dict(theirs.headers)
    assert ours.headers.get_list("x-own") == theirs.headers.get_list("x-own")
    assert ours.extensions == theirs.extensions
    assert ours.read() == theirs.read() == (b"".join(body.start()) if body else b"")


def test_a_call_keeps_its_query_where_the_client_has_parameters(
    kind: Any, server: Server
) -> None:
    http_client = kind(params={"of": "the client", "cursor": "none"})
    pages = [answer(200, {"result": [{"id": "1"}]})]
    server.will(*pages)
    call(http_client, server.url, lambda zones: zones.list({"cursor": "a/b", "n": 1}))
    assert server.seen[0].query == "of=the+client&cursor=a%2Fb&n=1"


def test_what_the_client_adds_stays_at_the_origin_of_the_api(
    kind: Any, server: Server
) -> None:
    other = Server()
    secrets = {"Authorization": "Bearer user", "X-Key": "s3cret"}
    http_client = kind(headers={**secrets, "X-Own": "1"}, params={"key": "s3cret"})
    server.will(answer(307, b"", location=f"{other.url}/there?own=1"))
    other.will(answer(200, {"id": "z"}))
    try:
        call(http_client, server.url, get)
        (followed,) = other.seen
    finally:
        other.close()
    assert "s3cret" in str(server.seen[0])
    assert followed.target == "/there?own=1"
    assert followed.headers["x-own"] == "1"
    assert not {name.lower() for name in secrets} & followed.headers.keys()


def test_authentication_of_the_client_is_used_below_the_origin_of_the_api(
    kind: Any, server: Server
) -> None:
    http_client = kind(auth=("user", "password"))
    url = f"{server.url}/v4"
    call(
        http_client,
        url,
        lambda zones: zones._client.get(f"{server.url}/v5/x", cast_to=object),
    )
    assert server.seen[0].headers["authorization"].startswith("Basic ")


OUTCOMES: dict[str, tuple[Any, type[Exception], str]] = {
    "a 400": (answer(400), BadRequestError, "400"),
    "a reset": (reset, APIConnectionError, "ReadError"),
    "silence": (late(0.6, answer()), APITimeoutError, "ReadTimeout"),
    "no HTTP": (raw(b"x\r\n\r\n"), APIConnectionError, "RemoteProtocolError"),
    "a body that stops": (drip(1, 0.6), APITimeoutError, "ReadTimeout"),
}


@pytest.mark.parametrize("name", OUTCOMES)
def test_errors_are_typed_and_know_their_request(
    kind: Any, server: Server, name: str
) -> None:
    step, error, text = OUTCOMES[name]
    server.will(step)
    with pytest.raises(error, match=text) as caught:
        call(kind(), server.url, get, max_retries=0, timeout=PATIENT)
    request: Any = caught.value.request
    assert type(caught.value) is error
    assert request.method == "GET"
    assert str(request.url) == f"{server.url}/zones/z"
    assert request.headers["authorization"] == "Bearer s3cret"


def test_a_refused_connection_is_tried_again(kind: Any) -> None:
    with pytest.raises(APIConnectionError, match="ConnectError") as caught:
        call(kind(), "http://127.0.0.1:9", get, max_retries=1)
    assert len(caught.value.attempts) == 2
    assert caught.value.request is not None


@pytest.mark.parametrize("family", [httpx, httpx2], ids=lambda f: f.__name__)
@pytest.mark.parametrize("where", ["client", "call", "copy", "http client"])
def test_a_timeout_of_either_family_works_everywhere(
    kind: Any, server: Server, family: Any, where: str
) -> None:
    timeout = family.Timeout(0.2, connect=5)
    http_client = kind()
    if where == "http client":  # which has timeouts of its own family
        http_client = getattr(family, kind.__name__)(timeout=timeout)
    server.will(late(0.6, answer()))
    options = {"timeout": timeout} if where == "client" else {}

    def use(zones: Any) -> Any:
        if where == "call":
            return zones.get("z", timeout=timeout)
        if where == "copy":
            client = zones._client
            copied = client._with_options(options={}, timeout=timeout)
            return type(zones)(copied).get("z")
        return zones.get("z")

    with pytest.raises(APITimeoutError):
        call(http_client, server.url, use, max_retries=0, **options)


@pytest.mark.parametrize("family", [httpx, httpx2], ids=lambda f: f.__name__)
def test_a_url_of_either_family_is_a_base_url(
    kind: Any, server: Server, family: Any
) -> None:
    server.will(answer(200, {"id": "z"}))
    assert call(kind(), family.URL(server.url), get).id == "z"
    assert server.seen[0].path == "/zones/z"


def answered_after_the_chunks(connection: socket.socket, seen: Seen) -> bool:
    while seen.stream.readline() != b"0\r\n":
        pass
    seen.stream.readline()
    return answer()(connection, seen)


def test_large_and_streamed_bodies_are_sent(kind: Any, server: Server) -> None:
    sent = {"name": "n" * 100_000}
    server.will(answer(200, {"id": "z"}), answered_after_the_chunks)
    call(kind(), server.url, lambda zones: zones.create(extra_body=sent))
    assert len(server.seen[0].body) > 100_000
    assert server.seen[0].headers["content-length"] == str(len(server.seen[0].body))

    def use(zones: Any) -> Any:
        content = [b"a", b"b"]
        return zones._client.post("/x", cast_to=object, content=content)

    call(kind(), server.url, use)
    assert server.seen[1].headers["transfer-encoding"] == "chunked"


def test_headers_that_are_omitted_are_not_sent(kind: Any, server: Server) -> None:
    wanted = {"User-Agent": omit, "X-Client": omit}
    call(
        kind(headers={"X-Client": "1"}),
        server.url,
        lambda zones: zones.get("z", extra_headers=wanted),
    )
    assert not {"user-agent", "x-client"} & server.seen[0].headers.keys()


@pytest.mark.parametrize(
    "make",
    [lambda: None, DefaultAsyncHttpxClient, DefaultAioHttpClient, httpx2.AsyncClient],
    ids=["own", "default", "aiohttp", "httpx2"],
)
# httpx2 leaves its generators to the collector where a deadline cuts a body short.
@pytest.mark.filterwarnings("ignore:Async generator:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_calls_work_under_trio(server: Server, make: Callable[[], Any]) -> None:
    async def main() -> None:
        http_client = make()
        async with async_client(server.url, http_client=http_client) as client:
            assert (await AsyncZones(client).get("z")).id == "z"
            with pytest.raises(APITimeoutError):
                await AsyncZones(client).get("z", timeout=PATIENT)
        async with async_client(server.url, deadline=0.3) as hurried:
            with pytest.raises(APITimeoutError, match="deadline"):
                await AsyncZones(hurried).get("z")
        if http_client is not None:
            await http_client.aclose()

    silence = late(0.6, answer())
    zone = answer(200, {"id": "z"})
    server.will(answer(500), zone, silence, silence, silence, drip(30, 0.05))
    trio.run(main)


def test_the_older_family_is_not_imported(server: Server) -> None:
    program = f"""
import sys
from tests.runtime.acme import sync_client
with sync_client({server.url!r}) as client:
    client.get("/x", cast_to=object)
assert "httpx" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
