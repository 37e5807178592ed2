"""Clients: options, copies, closing, and the HTTP client of the user."""

from __future__ import annotations

import asyncio
import gc
import math
import threading
import time
from typing import Any

import httpx2
import pytest

from generator.runtime import (
    APIStatusError,
    APITimeoutError,
    AsyncAPIClient,
    SyncAPIClient,
)
from tests.runtime.acme import async_client, settings, sync_client
from tests.runtime.server import Server, answer, late

URL = "http://127.0.0.1:9"


def test_options_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACME_BASE_URL", "https://staging.test/v2")
    monkeypatch.setenv("ACME_CUSTOM_HEADERS", "X-A: 1\nX-B: 2:3\nnonsense")
    client = sync_client("", default_headers={"x-a": "own"})
    assert client.base_url == "https://staging.test/v2/"
    assert client.default_headers["x-a"] == "own"
    assert client.default_headers["X-B"] == "2:3"


def test_the_base_url_can_be_set() -> None:
    client = sync_client(URL)
    client.base_url = "https://other.test/v3"
    assert client.base_url == "https://other.test/v3/"
    with pytest.raises(ValueError, match="base_url"):
        client.base_url = "other.test"


def test_a_subclass_may_change_what_is_sent_and_what_is_tried_again(
    server: Server,
) -> None:
    class Mine(SyncAPIClient):
        def _prepare_request(self, request: Any) -> None:
            request.headers["X-Signed"] = f"{request.method} {request.url.path}"

        def _should_retry(self, response: Any) -> bool | None:
            return True if response.status_code == 418 else None

    server.will(answer(418), answer(200, {}))
    with Mine(settings(), options={"token": "t"}, base_url=server.url) as client:
        client.get("/x", cast_to=object)
    assert [seen.headers["x-signed"] for seen in server.seen] == ["GET /x"] * 2


def test_an_asynchronous_subclass_may_wait_before_it_sends(server: Server) -> None:
    class Mine(AsyncAPIClient):
        async def _prepare_request(self, request: Any) -> None:
            await asyncio.sleep(0)
            request.headers["X-Signed"] = "yes"

    async def main() -> None:
        options = {"token": "t"}
        async with Mine(settings(), options=options, base_url=server.url) as client:
            await client.get("/x", cast_to=object)

    asyncio.run(main())
    assert server.seen[0].headers["x-signed"] == "yes"


def test_a_subclass_may_send_every_request_through_an_authentication(
    server: Server,
) -> None:
    class Mine(SyncAPIClient):
        @property
        def custom_auth(self) -> httpx2.Auth:
            return httpx2.BasicAuth("user", "pass")

    with Mine(settings(), options={"token": "t"}, base_url=server.url) as client:
        client.get("/x", cast_to=object)
    assert server.seen[0].headers["authorization"] == "Basic dXNlcjpwYXNz"


@pytest.mark.parametrize(
    ("said", "status", "requests"), [("true", 400, 2), ("false", 500, 1), ("x", 400, 1)]
)
def test_the_server_may_say_whether_to_try_again(
    server: Server, said: str, status: int, requests: int
) -> None:
    server.otherwise = answer(status, x_should_retry=said)
    with (
        sync_client(server.url, max_retries=1) as client,
        pytest.raises(APIStatusError),
    ):
        client.get("/x", cast_to=object)
    assert len(server.seen) == requests


def test_the_way_to_write_query_strings_can_be_had() -> None:
    with sync_client("https://api.test") as client:
        assert client.qs.stringify({"a": [1, 2], "b": {"c": None, "d": True}}) == (
            "a=1&a=2&b.d=true"
        )


@pytest.mark.parametrize("bad", [None, "2", 1.5, math.inf, True])
def test_max_retries_is_a_whole_number(bad: Any) -> None:
    with pytest.raises(TypeError, match="max_retries"):
        sync_client(URL, max_retries=bad)
    with pytest.raises(TypeError, match="max_retries"):
        sync_client(URL)._with_options(options={}, max_retries=bad)


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        (-1, ValueError),
        (math.nan, ValueError),
        (math.inf, ValueError),
        ("5", TypeError),
        (True, TypeError),
    ],
)
def test_a_deadline_is_a_number_of_seconds(bad: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="deadline"):
        sync_client(URL, deadline=bad)


def test_an_http_client_of_the_wrong_kind_is_refused_in_the_official_words() -> None:
    with pytest.raises(TypeError) as caught:
        sync_client(URL, http_client="x")
    assert str(caught.value) == (
        "Invalid `http_client` argument; Expected an instance of `httpx2.Client` "
        "but got <class 'str'>"
    )
    with (
        pytest.raises(TypeError, match=r"`httpx2\.AsyncClient`"),
        httpx2.Client() as one,
    ):
        async_client(URL, http_client=one)


def test_a_copy_shares_connections_and_does_not_close_them(server: Server) -> None:
    with sync_client(server.url) as client:
        with client._with_options(options={}, max_retries=5) as copy:
            copy.get("/x", cast_to=object)
            assert (copy.max_retries, client.max_retries) == (5, 2)
        assert not client.is_closed()
        client.get("/x", cast_to=object)
    assert {seen.connection for seen in server.seen} == {server.seen[0].connection}
    assert client.is_closed()
    assert copy.is_closed()


def test_a_copy_merges_or_replaces_headers_and_query() -> None:
    client = sync_client(URL, default_headers={"A": "1"}, default_query={"q": 1})
    merged = client._with_options(
        options={}, default_headers={"B": "2"}, default_query={"r": 2}
    )
    assert (merged.default_headers["A"], merged.default_headers["B"]) == ("1", "2")
    assert merged.default_query == {"q": 1, "r": 2}
    replaced = client._with_options(
        options={}, set_default_headers={}, set_default_query={}
    )
    assert "A" not in replaced.default_headers
    assert replaced.default_query == {}
    with pytest.raises(
        ValueError,
        match="`default_headers` and `set_default_headers` arguments are mutually exclusive",
    ):
        client._with_options(options={}, default_headers={}, set_default_headers={})


def test_a_closed_client_refuses_to_send(server: Server) -> None:
    client = sync_client(server.url)
    client.close()
    with pytest.raises(RuntimeError, match="has been closed"):
        client.get("/x", cast_to=object)


def test_a_client_of_the_user_is_used_and_not_closed(server: Server) -> None:
    with httpx2.Client(headers={"X-Theirs": "1"}) as theirs:
        with sync_client(server.url, http_client=theirs) as client:
            client.get("/x", cast_to=object)
        assert not theirs.is_closed
    assert server.seen[0].headers["x-theirs"] == "1"


def test_the_time_out_of_a_user_s_client_is_honoured(server: Server) -> None:
    server.will(late(0.5, answer()))
    with httpx2.Client(timeout=0.1) as theirs:
        client = sync_client(server.url, http_client=theirs, max_retries=0)
        assert client.timeout == httpx2.Timeout(0.1)
        with pytest.raises(APITimeoutError):
            client.get("/x", cast_to=object)


def test_the_time_out_nobody_chose_is_the_api_s() -> None:
    with httpx2.Client() as theirs:
        client = sync_client(URL, http_client=theirs, settings=settings(timeout=7))
    assert client.timeout == httpx2.Timeout(7, connect=5)


class OlderTimeout:
    """As the older httpx family has it: the same attributes, another class."""

    connect = read = write = pool = 0.1


def test_a_time_out_of_the_older_family_is_understood(server: Server) -> None:
    server.will(late(0.5, answer()))
    timeout: Any = OlderTimeout()
    with (
        sync_client(server.url, timeout=timeout, max_retries=0) as client,
        pytest.raises(APITimeoutError),
    ):
        client.get("/x", cast_to=object)


def test_many_threads_share_one_http_client(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.runtime.http import transport

    used: set[object] = set()

    class Slow(transport.DefaultHttpxClient):
        def __init__(self, **options: Any) -> None:
            time.sleep(0.05)
            super().__init__(**options)

        def own_transport(self, url: str) -> Any:
            used.add(self)
            return super().own_transport(url)

    monkeypatch.setattr(transport, "DefaultHttpxClient", Slow)
    with sync_client(server.url) as client:
        threads = [
            threading.Thread(
                target=client.get, args=("/x",), kwargs={"cast_to": object}
            )
            for _ in range(20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert (len(used), len(server.seen)) == (1, 20)


@pytest.mark.filterwarnings(
    # The first loop is over before anybody could close its connection.
    "ignore::ResourceWarning",
    "ignore::pytest.PytestUnraisableExceptionWarning",
)
def test_one_client_works_in_two_event_loops(server: Server) -> None:
    client = async_client(server.url)

    async def ask() -> Any:
        return await client.post("/x", cast_to=object, body={})

    asyncio.run(ask())
    asyncio.run(ask())
    asyncio.run(client.close())
    assert len(server.seen) == 2
    gc.collect()


def test_cancelling_drops_the_connection_and_does_not_retry(server: Server) -> None:
    server.will(late(0.5, answer()))

    async def main() -> None:
        async with async_client(server.url) as client:
            task = asyncio.create_task(client.get("/x", cast_to=object))
            while not server.seen:
                await asyncio.sleep(0.005)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    assert len(server.seen) == 1
