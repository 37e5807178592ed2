"""Tokens are fetched once, shared, renewed in time, and never sent to another origin."""

from __future__ import annotations

import asyncio
import base64
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest

from generator.runtime import (
    APIStatusError,
    DefaultAioHttpClient,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
)
from generator.runtime.policy.oauth2 import ClientCredentials, TokenError
from tests.runtime.acme import async_client, sync_client
from tests.runtime.server import Server, Step, answer, late

KINDS: dict[str, Any] = {
    "sync": DefaultHttpxClient,
    "async": DefaultAsyncHttpxClient,
    "aiohttp": DefaultAioHttpClient,
}


def token(text: str = "t1", **more: Any) -> Step:
    return answer(200, {"access_token": text, "token_type": "Bearer", **more})


def credentials(server: Server, **options: Any) -> ClientCredentials:
    return ClientCredentials(f"{server.url}/token", "an id", "s3cret:&", **options)


def ask(
    kind: str, server: Server, auth: httpx2.Auth, times: int = 1, **options: Any
) -> Any:
    """What the last of some calls gives, with an HTTP client that authenticates."""
    made = KINDS[kind](auth=auth, trust_env=False)
    given = {"http_client": made, "options": {}, "max_retries": 0, **options}
    if kind == "sync":
        with made:
            client = sync_client(server.url, **given)
            return [client.get("/x", cast_to=object) for _ in range(times)][-1]

    async def main() -> Any:
        async with made:
            client = async_client(server.url, **given)
            return [await client.get("/x", cast_to=object) for _ in range(times)][-1]

    return asyncio.run(main())


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_is_fetched_and_used_by_all_calls(server: Server, kind: str) -> None:
    server.will(token(expires_in=3600), answer(), answer())
    ask(kind, server, credentials(server, scopes=["read", "write"]), times=2)
    first, *calls = server.seen
    assert (first.method, first.path) == ("POST", "/token")
    assert parse_qs(first.body.decode()) == {
        "grant_type": ["client_credentials"],
        "scope": ["read write"],
    }
    basic = base64.b64decode(first.headers["authorization"].removeprefix("Basic "))
    assert basic == b"an+id:s3cret%3A%26"
    assert [seen.headers["authorization"] for seen in calls] == ["Bearer t1"] * 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_that_ends_is_renewed(server: Server, kind: str) -> None:
    server.will(token("t1", expires_in=0), answer(), token("t2"), answer())
    ask(kind, server, credentials(server), times=2)
    assert [seen.headers["authorization"] for seen in server.seen[1::2]] == [
        "Bearer t1",
        "Bearer t2",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_that_is_refused_is_renewed_once(server: Server, kind: str) -> None:
    server.will(token("t1"), answer(401), token("t2"), answer(200, {"ok": True}))
    assert ask(kind, server, credentials(server)) == {"ok": True}
    server.will(token("t3"), answer(401), token("t4"), answer(401))
    with pytest.raises(APIStatusError) as caught:
        ask(kind, server, credentials(server))
    assert caught.value.status_code == 401


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (answer(400, {"error": "invalid_client"}), "answered 400: invalid_client"),
        (answer(401, {"error_description": "unknown"}), "answered 401: unknown"),
        (answer(200, b"<html>"), "answered 200: no token"),
        (answer(200, {"access_token": "t", "token_type": "mac"}), "type 'mac'"),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_no_token_is_a_typed_error_without_a_secret(
    server: Server, kind: str, step: Step, words: str
) -> None:
    server.will(step)
    with pytest.raises(TokenError, match=words) as caught:
        ask(kind, server, credentials(server))
    assert "s3cret" not in str(caught.value)
    assert "s3cret" not in repr(credentials(server))


def test_one_token_is_fetched_for_many_threads(server: Server) -> None:
    server.will(late(0.2, token()))
    with DefaultHttpxClient(auth=credentials(server), trust_env=False) as http_client:
        client = sync_client(server.url, http_client=http_client, options={})
        threads = [
            threading.Thread(
                target=client.get, args=("/x",), kwargs={"cast_to": object}
            )
            for _ in range(10)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [seen.path for seen in server.seen].count("/token") == 1
    assert len(server.seen) == 11


def test_one_token_is_fetched_for_many_tasks(server: Server) -> None:
    server.will(late(0.2, token()))

    async def main() -> None:
        auth = credentials(server)
        async with DefaultAsyncHttpxClient(auth=auth, trust_env=False) as http_client:
            client = async_client(server.url, http_client=http_client, options={})
            await asyncio.gather(*(client.get("/x", cast_to=object) for _ in range(10)))

    asyncio.run(main())
    assert [seen.path for seen in server.seen].count("/token") == 1
    assert len(server.seen) == 11


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_stays_behind_at_another_origin(server: Server, kind: str) -> None:
    other = Server()
    try:
        server.will(token(), answer(307, location=f"{other.url}/there"))
        ask(kind, server, credentials(server))
        (seen,) = other.seen
        assert "authorization" not in seen.headers
    finally:
        other.close()


@pytest.mark.parametrize(
    "url", ["http://auth.test/token", "ftp://127.0.0.2/token", "//auth.test"]
)
def test_a_token_endpoint_must_be_https(url: str) -> None:
    with pytest.raises(ValueError, match="must be https"):
        ClientCredentials(url, "id", "secret")


def test_a_lock_is_not_kept_for_a_call_that_was_cancelled(server: Server) -> None:
    server.will(late(0.3, token()), token(), answer())

    async def main() -> Callable[[], Any] | Any:
        auth = credentials(server)
        async with DefaultAsyncHttpxClient(auth=auth, trust_env=False) as http_client:
            client = async_client(server.url, http_client=http_client, options={})
            task = asyncio.create_task(client.get("/x", cast_to=object))
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return await asyncio.wait_for(client.get("/x", cast_to=object), 2)

    assert asyncio.run(main()) == {}
