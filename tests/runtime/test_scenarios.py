"""Scenarios that run through both drivers: what is sent, what is waited for, what comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from generator.runtime import (
    APIConnectionError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    RateLimitError,
)
from tests.runtime.acme import settings
from generator.runtime.policy.policies import Policies
from tests.runtime.clocks import SteppedClock
from tests.runtime.conftest import WAYS, Call, caller
from tests.runtime.models import Zone
from tests.runtime.server import Server, Step, answer, drip, late, raw, reset

ZONE = answer(200, {"id": "z"})


@pytest.fixture(params=WAYS)
def call(request: pytest.FixtureRequest, server: Server) -> Call:
    """Calls a method of the zones; each scenario ends in the same way in all the ways of a call."""
    return caller(request.param, server)


BROKEN = raw(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")
BAD_CHUNK = raw(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{")


def get(zones: Any) -> Any:
    return zones.get("z")


def create(zones: Any) -> Any:
    return zones.create(extra_body={"name": "n"})


@dataclass(frozen=True)
class Scenario:
    """What the server does, and how the call must end after how many requests."""

    steps: tuple[Step, ...]
    use: Callable[[Any], Any]
    ends: type[Exception] | str
    requests: int


SCENARIOS = {
    "an answer": Scenario((ZONE,), get, "z", 1),
    "a reset, then an answer": Scenario((reset, ZONE), get, "z", 2),
    "three resets": Scenario((reset,) * 3, get, APIConnectionError, 3),
    "a reset of a POST": Scenario((reset,), create, APIConnectionError, 1),
    "a short body, then a whole one": Scenario((BROKEN, ZONE), get, "z", 2),
    "only short bodies": Scenario((BROKEN,) * 3, get, APIConnectionError, 3),
    "chunks without an end": Scenario((BAD_CHUNK,) * 3, get, APIConnectionError, 3),
    "no HTTP at all": Scenario((raw(b"hello\r\n\r\n"),), get, APIConnectionError, 1),
    "a 500, then an answer": Scenario((answer(500), ZONE), get, "z", 2),
    "three times 503": Scenario((answer(503),) * 3, get, InternalServerError, 3),
    "a 500 for a POST": Scenario((answer(500),), create, InternalServerError, 1),
    "a 429 for a POST": Scenario((answer(429), ZONE), create, "z", 2),
    "a 503 with a hint for a POST": Scenario(
        (answer(503, retry_after="0"), ZONE), create, "z", 2
    ),
    "a hint above the cap": Scenario(
        (answer(429, retry_after="61"),), get, RateLimitError, 1
    ),
    "a hint that is garbage": Scenario(
        (answer(429, retry_after="soon"), ZONE), get, "z", 2
    ),
    "a 400": Scenario((answer(400),), get, BadRequestError, 1),
    "a 404": Scenario((answer(404),), get, NotFoundError, 1),
    "a 409": Scenario((answer(409),), get, ConflictError, 1),
    "a 501": Scenario((answer(501),), get, InternalServerError, 1),
    "a 418": Scenario((answer(418),), get, APIStatusError, 1),
    "a 304": Scenario((answer(304, b""),), get, APIStatusError, 1),
    "HTML with status 200": Scenario(
        (answer(200, b"<html>", content_type="text/html"),),
        get,
        APIResponseValidationError,
        1,
    ),
    "an empty 200": Scenario((answer(200, b""),), get, APIResponseValidationError, 1),
    "a 204 with a schema": Scenario(
        (answer(204, b""),), get, APIResponseValidationError, 1
    ),
    "a truncated value": Scenario(
        (answer(200, b'{"id": "z'),), get, APIResponseValidationError, 1
    ),
    "null": Scenario((answer(200, b"null"),), get, APIResponseValidationError, 1),
    "a list": Scenario((answer(200, b"[]"),), get, APIResponseValidationError, 1),
    "NaN": Scenario((answer(200, b'{"id": NaN}'),), get, APIResponseValidationError, 1),
    "a hundred thousand brackets": Scenario(
        (answer(200, b"[" * 100_000),), get, APIResponseValidationError, 1
    ),
    "bytes that are no UTF-8": Scenario(
        (answer(200, b'{"id": "\xff"}'),), get, APIResponseValidationError, 1
    ),
    "a body that is no gzip": Scenario(
        (answer(200, b"plain", content_encoding="gzip"),), get, APIConnectionError, 1
    ),
    "success: false": Scenario(
        (answer(200, {"success": False, "errors": [{"code": 7, "message": "no"}]}),),
        get,
        APIStatusError,
        1,
    ),
}


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_call_ends_as_it_should(name: str, call: Call, server: Server) -> None:
    scenario = SCENARIOS[name]
    server.will(*scenario.steps)
    if isinstance(scenario.ends, str):
        zone = call(scenario.use)
        assert isinstance(zone, Zone)
        assert zone.id == scenario.ends
    else:
        with pytest.raises(scenario.ends) as caught:
            call(scenario.use)
        assert type(caught.value) is scenario.ends
        sent: Any = getattr(caught.value, "request", None)
        last = server.seen[-1]
        assert (sent.method, sent.url.path) == (last.method, last.path)
        assert sent.headers["x-stainless-retry-count"] == str(len(server.seen) - 1)
    assert len(server.seen) == scenario.requests
    counts = [seen.headers["x-stainless-retry-count"] for seen in server.seen]
    assert counts == [str(n) for n in range(scenario.requests)]


@pytest.mark.parametrize("max_retries", [0, 1, 3])
def test_a_call_is_tried_as_often_as_allowed(
    max_retries: int, call: Call, server: Server
) -> None:
    server.otherwise = answer(503)
    with pytest.raises(InternalServerError) as caught:
        call(get, max_retries=max_retries)
    assert len(server.seen) == max_retries + 1
    assert caught.value.retries_taken == max_retries
    outcomes = [attempt.outcome for attempt in caught.value.attempts]
    assert outcomes == ["status 503"] * (max_retries + 1)
    assert caught.value.attempts[-1].delay is None


def test_a_refused_connection_is_retried_for_every_method(call: Call) -> None:
    with pytest.raises(APIConnectionError) as caught:
        call(create, base_url="http://127.0.0.1:9")
    assert len(caught.value.attempts) == 3
    assert str(caught.value).startswith("Connection error. (POST /zones: ConnectError")
    assert caught.value.__cause__ is not None


def test_the_error_of_a_lost_post_says_that_its_outcome_is_unknown(
    call: Call, server: Server
) -> None:
    server.will(reset)
    with pytest.raises(APIConnectionError, match="Whether it took effect is unknown"):
        call(create)


def test_a_key_makes_a_post_repeatable_with_the_same_key_and_bytes(
    call: Call, server: Server
) -> None:
    server.will(reset, answer(500), ZONE)
    call(create, settings=settings(idempotency_header="Idempotency-Key"))
    assert len({seen.headers["idempotency-key"] for seen in server.seen}) == 1
    assert [seen.body for seen in server.seen] == [b'{"name":"n"}'] * 3


def test_a_key_that_the_api_does_not_know_makes_nothing_repeatable(
    call: Call, server: Server
) -> None:
    server.will(reset)
    with pytest.raises(APIConnectionError):
        call(
            lambda zones: zones._client.post(
                "/x", cast_to=object, body={}, options={"idempotency_key": "k"}
            )
        )
    assert len(server.seen) == 1


def test_a_hint_is_waited_for(call: Call, server: Server, clock: SteppedClock) -> None:
    server.will(answer(429, retry_after_ms="1500"), answer(503), ZONE)
    call(get, _policies=Policies(clock, random_fraction=lambda: 0.5))
    assert clock.slept == [1.5, 0.05]


def test_a_hint_above_the_cap_is_on_the_error(call: Call, server: Server) -> None:
    server.will(answer(429, retry_after="3600"))
    with pytest.raises(RateLimitError) as caught:
        call(get)
    assert caught.value.retry_after == 3600


def test_a_hint_beyond_the_deadline_is_not_waited_for(
    call: Call, server: Server, clock: SteppedClock
) -> None:
    server.will(answer(429, retry_after="5"))
    with pytest.raises(RateLimitError):
        call(get, deadline=1, _policies=Policies(clock))
    assert clock.slept == []


@pytest.mark.parametrize(
    "step", [late(1.5, ZONE), drip(30, 0.05)], ids=["silence", "drip"]
)
def test_the_deadline_ends_a_call_that_does_not_end(
    step: Step, call: Call, server: Server
) -> None:
    server.will(step)
    with pytest.raises(APITimeoutError):
        call(get, deadline=0.3)


def test_a_time_out_of_one_call_beats_that_of_the_client(
    call: Call, server: Server
) -> None:
    server.will(late(0.5, ZONE))
    with pytest.raises(APITimeoutError):
        call(lambda zones: zones.get("z", timeout=0.1), timeout=30, max_retries=0)


def test_no_time_out_waits(call: Call, server: Server) -> None:
    server.will(late(0.3, ZONE))
    assert call(lambda zones: zones.get("z", timeout=None), timeout=0.1).id == "z"


def test_headers_of_a_call_beat_those_of_the_client(call: Call, server: Server) -> None:
    from generator.runtime import omit

    wanted = {"X-Own": "call", "user-agent": omit, "x-stainless-retry-count": "42"}
    server.will(ZONE)
    call(
        lambda zones: zones.get("z", extra_headers=wanted),
        default_headers={"x-own": "client", "X-More": "1"},
    )
    headers = server.seen[0].headers
    assert (headers["x-own"], headers["x-more"]) == ("call", "1")
    assert headers["x-stainless-retry-count"] == "42"
    assert "user-agent" not in headers


def test_a_request_says_what_sends_it(call: Call, server: Server) -> None:
    call(get)
    headers = server.seen[0].headers
    assert headers["authorization"] == "Bearer s3cret"
    assert headers["accept"] == "application/json"
    assert headers["user-agent"].removeprefix("Async") == "Acme/Python 1.2.3"
    assert headers["x-stainless-lang"] == "python"
    assert headers["x-stainless-package-version"] == "1.2.3"
    assert headers["x-stainless-async"] in ("false", "async:asyncio")
    assert "content-type" not in headers


def test_cookies_of_a_server_are_not_sent_back(call: Call, server: Server) -> None:
    server.will(answer(500, set_cookie="a=b; Path=/"), ZONE)
    call(get, http_client=None)  # a client that is passed in keeps its own
    assert all("cookie" not in seen.headers for seen in server.seen)


def test_an_error_body_beyond_its_cap_is_cut(call: Call, server: Server) -> None:
    server.will(answer(404, b"x" * 1_500_000, content_type="text/plain"))
    with pytest.raises(NotFoundError) as caught:
        call(get)
    assert isinstance(caught.value.body, str)
    assert len(caught.value.body) == 1024 * 1024


def test_a_compressed_bomb_is_refused(call: Call, server: Server) -> None:
    import gzip

    server.will(answer(200, gzip.compress(b" " * 5_000_000), content_encoding="gzip"))
    with pytest.raises(APIConnectionError, match="larger than 100000 bytes"):
        call(get, _policies=Policies(largest_body=100_000))
    assert len(server.seen) == 1


@pytest.mark.parametrize("value", ["%2F", "a/b", "?x=y", "#", ";x", "\\", "a\0"])
def test_an_argument_stays_one_segment_on_the_wire(
    value: str, call: Call, server: Server
) -> None:
    server.will(ZONE)
    call(lambda zones: zones.get(value))
    assert server.seen[0].path.count("/") == 2
    assert server.seen[0].query == ""


def test_nothing_is_sent_for_arguments_that_are_refused(
    call: Call, server: Server
) -> None:
    for use in (
        lambda zones: zones.get(".."),
        lambda zones: zones.get(""),
        lambda zones: zones.get("z", extra_headers={"X": "a\r\nb"}),
    ):
        with pytest.raises(ValueError, match=r"dot-segment|non-empty|header"):
            call(use)
    assert server.seen == []
