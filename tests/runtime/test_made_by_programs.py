"""Requests, responses and events that programs make or ask for with the client's private methods."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
import pydantic
import pytest

from generator.runtime import (
    APIConnectionError,
    APIResponse,
    APIResponseValidationError,
    AsyncAPIResponse,
    AsyncStream,
    BaseModel,
    RateLimitError,
    Stream,
    SyncAPIClient,
)
from generator.runtime.client.client_options import checked_retries
from generator.runtime.policy.policies import Policies
from generator.runtime.wire.options import FinalRequestOptions
from tests.runtime.acme import async_client, settings, sync_client
from tests.runtime.clocks import SteppedClock
from tests.runtime.server import Server, answer

BASE = "https://api.acme.test/v1"
COMPATIBLE = settings(retries="compatible")


class Point(BaseModel):
    x: int


def options(**given: Any) -> FinalRequestOptions:
    return FinalRequestOptions.construct(**{"method": "post", "url": "/a?b=1", **given})


@pytest.fixture(params=["sync", "async", "user's"])
def client(request: pytest.FixtureRequest) -> Any:
    if request.param == "async":
        return async_client(BASE, default_query={"d": "q"})
    given = httpx2.Client() if request.param == "user's" else None
    return sync_client(BASE, default_query={"d": "q"}, http_client=given)


def test_a_request_is_built_without_being_sent(client: Any) -> None:
    built = client._build_request(
        options(params={"p": 1}, headers={"X-A": "a"}, json_data={"k": 1}, timeout=3.0),
        retries_taken=2,
    )
    assert str(built.url) == f"{BASE}/a?b=1&d=q&p=1"
    assert (built.method, built.read()) == ("POST", b'{"k":1}')
    assert built.headers["authorization"] == "Bearer s3cret"
    assert [built.headers[n] for n in ("x-a", "x-stainless-retry-count")] == ["a", "2"]
    assert set(built.extensions["timeout"].values()) == {3.0}


def test_a_built_request_has_the_timeout_of_the_client(client: Any) -> None:
    built = client._build_request(options(method="get"))
    assert built.extensions["timeout"]["read"] == 60.0


@pytest.mark.parametrize(
    ("parameter", "edge"),
    [
        ('boundary="edge"', b"edge"),
        ('boundary="a b?"', b"a b?"),
    ],
)
def test_a_form_has_the_boundary_that_the_caller_states(
    client: Any, parameter: str, edge: bytes
) -> None:
    stated = {"Content-Type": f"multipart/form-data; {parameter}; charset=utf-8"}
    built = client._build_request(
        options(headers=stated, json_data={"a": ["b"]}, files=[("f", b"c")])
    )
    assert built.headers["content-type"] == stated["Content-Type"]
    assert built.read().split(b"\r\n")[0] == b"--" + edge
    assert built.read().endswith(b"--" + edge + b"--\r\n")


def test_credentials_stay_at_the_origin_of_the_api(client: Any) -> None:
    built = client._build_request(options(url="https://elsewhere.test/a"))
    assert "authorization" not in built.headers
    assert str(built.url) == "https://elsewhere.test/a"


def response(content: bytes, kind: type = APIResponse, **given: Any) -> Any:
    """A raw response as a program makes it."""
    client: Any = async_client(BASE) if kind is AsyncAPIResponse else sync_client(BASE)
    raw = httpx2.Response(200, content=content, request=httpx2.Request("GET", BASE))
    usual = {"raw": raw, "cast_to": Point, "client": client, "options": options()}
    return kind(**{**usual, **given})


def test_a_response_can_be_made_from_one_of_httpx() -> None:
    made = response(b'{"x": 1}', retries_taken=3)
    assert made.parse() == Point(x=1)
    assert made.parse(to=dict[str, int]) == {"x": 1}
    assert (made.retries_taken, made.status_code) == (3, 200)
    awaited = response(b'{"x": 1}', AsyncAPIResponse)
    assert asyncio.run(awaited.parse()) == Point(x=1)


def test_a_response_that_a_program_made_has_a_request() -> None:
    made = response(b"not JSON", raw=httpx2.Response(200, content=b"not JSON"))
    assert str(made.http_request.url) == f"{BASE}/a?b=1"
    with pytest.raises(APIResponseValidationError, match="POST /v1/a"):
        made.parse()


def test_a_streamed_response_can_be_made_too() -> None:
    made = response(b'data: {"x": 1}\n\n', stream=True)
    assert list(made.parse()) == [Point(x=1)]
    assert response(b"", stream=True).parse(to=Stream[int])._cast_to is int


@pytest.mark.parametrize("text", [b"TrUe", b" false\n", b"False"])
def test_a_boolean_is_read_in_any_case(text: bytes) -> None:
    made = response(text)
    assert made.parse(to=bool) is (text == b"TrUe")
    with pytest.raises(APIResponseValidationError):
        response(b"yes", client=strict()).parse(to=bool)


def strict() -> SyncAPIClient:
    return sync_client(BASE, _strict_response_validation=True)


def test_an_invalid_response_says_why_as_pydantic_does() -> None:
    with pytest.raises(APIResponseValidationError) as caught:
        response(b'{"x": {"y": 1}}', client=strict()).parse()
    cause = caught.value.__cause__
    assert isinstance(cause, pydantic.ValidationError)
    (line,) = cause.errors()
    assert (line["loc"], line["type"], line["input"]) == (("x",), "int_type", {"y": 1})
    assert "'y'" not in str(cause)


EVENTS = b"event: ping\n\ndata: 1\n\nid: 7\n\n"


def pieces() -> Iterator[bytes]:
    yield from (EVENTS[:9], EVENTS[9:])


async def awaited_pieces() -> AsyncIterator[bytes]:
    for piece in pieces():
        yield piece


def test_every_event_of_a_stream_can_be_had() -> None:
    given = httpx2.Response(200, content=pieces())
    stream = Stream[Any](cast_to=object, response=given, client=sync_client(BASE))
    assert [(e.event, e.data) for e in stream._iter_events()] == [
        ("ping", ""),
        (None, "1"),
    ]


def test_every_event_of_an_asynchronous_stream_can_be_had() -> None:
    async def events() -> list[Any]:
        given = httpx2.Response(200, content=awaited_pieces())
        stream = AsyncStream[Any](
            cast_to=object, response=given, client=async_client(BASE)
        )
        return [(e.event, e.data) async for e in stream._iter_events()]

    assert asyncio.run(events()) == [("ping", ""), (None, "1")]


def test_bytes_as_a_body_are_sent_as_they_are_with_a_warning(server: Server) -> None:
    server.will(answer(200, {}))
    with (
        sync_client(server.url) as client,
        pytest.deprecated_call(match="`content` parameter"),
    ):
        client.post("/a", cast_to=object, body=b"raw")
    assert server.seen[-1].body == b"raw"


@pytest.mark.parametrize(
    ("remaining", "header", "least", "most"),
    [
        (3, "20", 20, 20),
        (3, "61", 0.375, 0.5),
        (3, "", 0.375, 0.5),
        (1, "0", 1.5, 2.0),
        (-1100, "", 6, 8),
    ],
)
def test_a_subclass_can_ask_for_the_delay_of_the_policy(
    remaining: int, header: str, least: float, most: float
) -> None:
    client = sync_client(BASE, settings=COMPATIBLE, max_retries=3)
    for given in (options(max_retries=3), options()):
        delay = client._calculate_retry_timeout(
            remaining, given, {"retry-after": header}
        )
        assert delay is not None
        assert least <= delay <= most


def failing(error: Exception, tries: list[int]) -> httpx2.Client:
    """A user's client whose transport fails in a way of its own, twice."""

    def respond(request: httpx2.Request) -> httpx2.Response:
        tries.append(1)
        if len(tries) < 3:
            raise error
        return httpx2.Response(200, json={})

    return httpx2.Client(transport=httpx2.MockTransport(respond))


def test_the_compatible_mode_retries_what_a_transport_raises() -> None:
    tries: list[int] = []
    quick = Policies(clock=SteppedClock())
    with failing(RuntimeError("oops"), tries) as given:
        client = sync_client(
            BASE, settings=COMPATIBLE, http_client=given, _policies=quick
        )
        client.post("/a", cast_to=object)
        assert len(tries) == 3
        tries.clear()
        once = client._with_options(options={}, max_retries=1)
        with pytest.raises(APIConnectionError, match="RuntimeError: oops") as caught:
            once.post("/a", cast_to=object)
    assert isinstance(caught.value.__cause__, RuntimeError)


@pytest.mark.parametrize(("mode", "attempts"), [("compatible", 2), ("safe", 1)])
def test_the_compatible_mode_ignores_a_hint_of_more_than_a_minute(
    mode: str, attempts: int
) -> None:
    clock = SteppedClock()
    late = {"retry-after": "61"}
    transport = httpx2.MockTransport(lambda _: httpx2.Response(429, headers=late))
    with httpx2.Client(transport=transport) as given:
        client = sync_client(
            BASE,
            settings=settings(retries=mode),
            http_client=given,
            max_retries=1,
            _policies=Policies(clock=clock),
        )
        with pytest.raises(RateLimitError) as caught:
            client.get("/a", cast_to=object)
    assert len(caught.value.attempts) == attempts
    assert sum(clock.slept) <= 0.5


@pytest.mark.parametrize("error", [TypeError("bug"), AssertionError("no route")])
def test_mistakes_of_a_program_are_raised_at_once(error: Exception) -> None:
    tries: list[int] = []
    with failing(error, tries) as given:
        client = sync_client(BASE, settings=COMPATIBLE, http_client=given)
        with pytest.raises(type(error), match=str(error)):
            client.get("/a", cast_to=object)
    assert len(tries) == 1


def test_the_usual_mode_raises_what_it_does_not_know() -> None:
    tries: list[int] = []
    given = failing(RuntimeError("oops"), tries)
    with given, pytest.raises(RuntimeError, match="oops"):
        sync_client(BASE, http_client=given).get("/a", cast_to=object)
    assert len(tries) == 1


def test_no_retries_are_said_with_zero() -> None:
    with pytest.raises(TypeError, match="max_retries cannot be None"):
        checked_retries(None)
