"""What each attempt of a call sends, and what its reply keeps, without a network."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from generator.runtime.wire.param_styles import ParamStyle
from generator.runtime.wire.request import WireRequest
from generator.runtime.wire.sentinels import not_given, omit
from generator.runtime.wire.sources import BytesSource
from tests.runtime.clocks import SteppedClock
from tests.runtime.simulation import Simulation


def sent(settings: dict[str, Any] | None = None, **call: Any) -> WireRequest:
    """The request of a call that succeeds at once."""
    (request,) = Simulation(set=settings or {}).call([200], **call).requests
    return request


def test_attempts_are_counted_and_say_how_long_they_are_waited_for() -> None:
    course = Simulation().call([500, 500, 200], timeout=2.5)
    shown = [
        (r.headers["x-stainless-retry-count"], r.headers["x-stainless-read-timeout"])
        for r in course.requests
    ]
    assert shown == [("0", "2.5"), ("1", "2.5"), ("2", "2.5")]
    assert "x-stainless-read-timeout" not in sent(timeout=None).headers


def test_a_call_without_a_timeout_of_its_own_has_that_of_the_client() -> None:
    headers = sent({"timeout": 7.0}, timeout=not_given).headers
    assert headers["x-stainless-read-timeout"] == "7"


@pytest.mark.parametrize(
    "name", ["x-stainless-retry-count", "x-stainless-read-timeout"]
)
def test_a_program_s_own_count_and_timeout_are_kept(name: str) -> None:
    found = sent(headers={name: (name, "own")})
    assert found.headers[name] == "own"
    left_out = sent(headers={name: (name, omit)})
    assert name not in left_out.headers
    assert left_out.unwanted == (name,)


@pytest.mark.parametrize(
    ("url", "params", "asked"),
    [
        ("https://a.test/x", {}, "https://a.test/x"),
        ("https://a.test/x", {"q": "1"}, "https://a.test/x?q=1"),
        ("https://a.test/x?p=0", {"q": "1"}, "https://a.test/x?p=0&q=1"),
    ],
)
def test_parameters_follow_what_the_address_has(
    url: str, params: dict[str, object], asked: str
) -> None:
    assert sent(url=url, params=params).url == asked


@pytest.mark.parametrize(
    ("formats", "query"),
    [
        ({"array_format": "comma", "nested_format": "brackets"}, "a=1,2&b[c]=3"),
        ({"array_format": "repeat", "nested_format": "dots"}, "a=1&a=2&b.c=3"),
    ],
)
def test_parameters_are_written_as_the_client_does(
    formats: dict[str, str], query: str
) -> None:
    request = sent(formats, params={"a": [1, 2], "b": {"c": 3}})
    assert (
        str(httpx2.URL(request.url).query, "ascii")
        .replace("%5B", "[")
        .replace("%5D", "]")
        .replace("%2C", ",")
        == query
    )


def test_a_style_of_a_parameter_counts_more() -> None:
    styles = {"a": ParamStyle("pipeDelimited")}
    assert sent(params={"a": [1, 2]}, styles=styles).url.endswith("?a=1%7C2")


def test_a_request_is_what_the_call_says() -> None:
    body, auth = BytesSource(b"x"), object()
    request = sent(
        method="PATCH",
        headers={"x-a": ("X-A", "1"), "content-length": ("Content-Length", "1")},
        body=body,
        timeout=3.0,
        auth=auth,
        key=True,
    )
    assert (request.method, request.body, request.timeout) == ("PATCH", body, 3.0)
    assert request.auth is auth
    assert request.headers["X-A"] == "1"
    assert (request.is_framed, request.is_idempotent) == (True, True)
    plain = sent()
    assert (plain.is_framed, plain.is_idempotent, plain.auth) == (False, False, None)
    assert plain.seconds_left is None


def test_an_attempt_has_the_seconds_that_are_left() -> None:
    simulation = Simulation(deadline=9.0, latency=2.0, clock=SteppedClock(0.0))
    course = simulation.call([500, 200])
    assert [request.seconds_left for request in course.requests] == [9.0, 7.0]


def test_a_reply_keeps_what_came_of_all_attempts() -> None:
    reply = Simulation().call([500, 299]).reply
    assert reply is not None
    assert [a.outcome for a in reply.attempts] == ["status 500", "status 299"]
    assert reply.body == b"{}"
