"""What the error of a call that got no usable response says and keeps, without a network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx2
import pytest

from generator.runtime import APIConnectionError, APIStatusError, APITimeoutError
from generator.runtime.policy.errors import APIError
from generator.runtime.policy.retries import (
    LONGEST_HINT,
    SHORTEST_ATTEMPT,
    TRANSIENT_BASE,
)
from generator.runtime.wire.limits import TooLarge
from generator.runtime.wire.sources import BytesSource, IterableSource
from tests.runtime.clocks import SteppedClock
from tests.runtime.simulation import Outcome, Simulation

UNKNOWN = " Whether it took effect is unknown."
ONCE = " It was not tried again: its body can be read only once."


def error_of(
    outcomes: list[Outcome],
    method: str = "GET",
    call: Mapping[str, Any] | None = None,
    **options: Any,
) -> APIError:
    """How a call ends: ``call`` is what it says, ``options`` are those of the simulation."""
    simulation = Simulation(**{"max_retries": 0, **options})
    course = simulation.call(outcomes, method, **(call or {}))
    assert course.error is not None
    return course.error


def read_once() -> IterableSource:
    """A body that was sent, and cannot be sent again."""
    body = IterableSource(iter([b"x"]))
    assert list(body.start()) == [b"x"]
    return body


@pytest.mark.parametrize(
    ("method", "kind", "consequence"),
    [
        ("GET", httpx2.ReadError, ""),
        ("HEAD", httpx2.ReadTimeout, ""),
        ("POST", httpx2.ConnectError, ""),
        ("POST", httpx2.ReadError, UNKNOWN),
        ("PATCH", httpx2.ReadTimeout, UNKNOWN),
        ("PUT", httpx2.ReadError, ""),
    ],
)
def test_an_error_says_whether_the_call_may_have_taken_effect(
    method: str, kind: type[httpx2.TransportError], consequence: str
) -> None:
    error = error_of([kind], method)
    is_late = issubclass(kind, httpx2.TimeoutException)
    said = "Request timed out." if is_late else "Connection error."
    words = f"{kind.__name__}: simulated"
    assert str(error) == f"{said}{consequence} ({method} /v1/x: {words})"
    assert type(error) is (APITimeoutError if is_late else APIConnectionError)
    assert [a.outcome for a in error.attempts] == [words]
    assert error.request.method == method


def test_a_call_with_an_idempotency_key_may_be_made_again() -> None:
    assert UNKNOWN not in str(error_of([httpx2.ReadError], "POST", {"key": True}))


def test_a_call_that_changes_nothing_takes_no_effect() -> None:
    assert UNKNOWN not in str(error_of([httpx2.DecodingError], "GET"))


@pytest.mark.parametrize(
    ("kind", "said"),
    [(httpx2.ConnectError, ONCE), (httpx2.ReadError, UNKNOWN + ONCE)],
)
def test_an_error_says_why_a_body_was_not_sent_again(
    kind: type[Exception], said: str
) -> None:
    error = error_of([kind], "POST", {"body": read_once()}, max_retries=2)
    assert f".{said} (POST" in str(error)
    again = error_of([kind], "POST", {"body": BytesSource(b"x")})
    assert ONCE not in str(again)


def test_what_cannot_pass_does_not_depend_on_the_body() -> None:
    error = error_of([httpx2.DecodingError], "GET", {"body": read_once()})
    assert ONCE not in str(error)


def test_an_error_keeps_its_cause_and_the_request() -> None:
    error = error_of(
        [httpx2.ReadError], "DELETE", {"headers": {"x-mine": ("X-Mine", "1")}}
    )
    assert isinstance(error.__cause__, httpx2.ReadError)
    assert error.request is not None
    assert error.request.method == "DELETE"
    assert str(error.request.url) == "https://api.acme.test/v1/x"
    assert error.request.headers["x-mine"] == "1"


def test_the_request_of_the_http_library_is_kept() -> None:
    sent = httpx2.Request("GET", "https://elsewhere.test/")

    class Known(httpx2.ReadError):
        def __init__(self, message: str) -> None:
            super().__init__(message, request=sent)

    assert error_of([Known]).request is sent


def test_an_address_that_is_none_is_left_out_of_the_request() -> None:
    class Invalid(httpx2.InvalidURL, httpx2.ConnectError): ...

    found = error_of(
        [Invalid],
        "GET",
        {"url": "https://api.acme.test/\x01", "headers": {"x-mine": ("X-Mine", "1")}},
    )
    assert found.request is not None
    assert str(found.request.url) == ""
    assert found.request.headers["x-mine"] == "1"


def test_a_body_that_is_too_large_is_said_as_it_is() -> None:
    error = error_of([TooLarge])
    assert type(error) is APIConnectionError
    assert str(error) == "simulated"
    assert [a.outcome for a in error.attempts] == ["simulated"]
    assert str(error.request.url) == "https://api.acme.test/v1/x"


@pytest.mark.parametrize("latency", [5.0, 6.0])
def test_a_deadline_that_passed_is_said(latency: float) -> None:
    simulation = Simulation(deadline=5.0, latency=latency, clock=SteppedClock(0.0))
    course = simulation.call([(307, {"location": "/v1/y"})])
    assert course.attempts == 1
    error = course.error
    assert error is not None
    assert type(error) is APITimeoutError
    assert str(error) == "The deadline passed before the call was complete."
    assert str(error.request.url) == "https://api.acme.test/v1/y"


def test_attempts_say_what_came_of_them_and_how_long_they_waited(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO")
    error = error_of([httpx2.ConnectError, 503, 500], max_retries=2, fraction=1.0)
    found = [(a.outcome, a.delay) for a in error.attempts]
    assert found == [
        ("ConnectError: simulated", TRANSIENT_BASE),
        ("status 503", 2 * TRANSIENT_BASE),
        ("status 500", None),
    ]
    waits = [t for t in caplog.messages if t.startswith("Retrying")]
    assert waits == [
        f"Retrying request in {seconds:f} seconds"
        for seconds in (TRANSIENT_BASE, 2 * TRANSIENT_BASE)
    ]


@pytest.mark.parametrize("left", [0.0, 0.0005])
def test_a_delay_may_leave_just_enough_time_for_an_attempt(left: float) -> None:
    simulation = Simulation(
        fraction=1.0,
        max_retries=1,
        deadline=TRANSIENT_BASE + SHORTEST_ATTEMPT - left,
        clock=SteppedClock(0.0),
    )
    course = simulation.call([500])
    assert course.attempts == (2 if left == 0.0 else 1)


@pytest.mark.parametrize(
    ("hint", "attempts"), [(LONGEST_HINT, 2), (LONGEST_HINT + 1, 1)]
)
def test_a_hint_is_followed_up_to_its_limit_and_kept(
    hint: float, attempts: int
) -> None:
    course = Simulation(max_retries=1).call([(429, {"retry-after": f"{hint:g}"})])
    assert course.attempts == attempts
    assert isinstance(course.error, APIStatusError)
    assert course.error.retry_after == hint


def test_a_failure_costs_the_budget_more_than_being_asked_to_wait() -> None:
    failed = Simulation(max_retries=1).call([httpx2.ConnectError]).tokens
    throttled = Simulation(max_retries=1).call([(429, {"retry-after": "0"})]).tokens
    assert failed < throttled


def test_the_first_status_that_is_no_success_is_an_error() -> None:
    error = error_of([300])
    assert isinstance(error, APIStatusError)
    assert error.status_code == 300


@pytest.mark.parametrize(("status", "is_cut"), [(200, False), (300, True), (404, True)])
def test_a_body_is_read_until_the_deadline_and_cut_if_it_is_of_an_error(
    status: int, is_cut: bool
) -> None:
    simulation = Simulation(deadline=5.0, latency=2.0, clock=SteppedClock(0.0))
    (read,) = simulation.call([status]).reads
    assert (read.seconds_left, read.cut) == (3.0, is_cut)


def test_the_body_of_a_stream_is_left_unread() -> None:
    course = Simulation(streamed=True).call([200])
    assert course.reads == []
    assert course.reply is not None
    assert course.reply.body is None


def test_an_empty_body_says_nothing() -> None:
    assert "Error code: 404 (" in str(error_of([404], content=b""))
