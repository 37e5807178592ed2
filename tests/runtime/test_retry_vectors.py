"""Retries on a simulated clock, against vectors worked out by hand.

The rules are those of the AWS standard retry mode as it was published for 2026: a delay is uniform
on [0, min(20 s, base x 2^n)], with a base of 50 ms, or of 1 s where the server throttles; a bucket
of 500 tokens pays 14 for a transient retry and 5 for a throttled one, and gets back what the last
retry of a call took once the call succeeds, or one token where there was none. A hint of the server
is the least that is waited.
"""

from __future__ import annotations

import httpx2
import pytest

from generator.runtime.policy.errors import (
    APIConnectionError,
    APITimeoutError,
    BadRequestError,
    InternalServerError,
    RateLimitError,
)
from tests.runtime.simulation import Outcome, Simulation

LAST = 1 - 2**-53
"""The largest fraction that jitter can take."""

HINT = (429, {"retry-after": "3"})
SOON = (503, {"retry-after-ms": "1"})
LATE = (429, {"retry-after": "61"})
REFUSED = httpx2.ConnectError
LOST = httpx2.ReadError
SLOW = httpx2.ReadTimeout


@pytest.mark.parametrize(
    ("outcomes", "fraction", "sleeps", "tokens"),
    [
        # 500 - 14 - 14, and 14 back: 486
        ([503, 503, 200], 0.5, [0.025, 0.05], 486),
        ([503, 503, 200], 0.0, [0.0, 0.0], 486),
        ([503, 503, 200], LAST, [0.05, 0.1], 486),
        # 500 - 5 - 5, and 5 back: 495
        ([429, 429, 200], 0.5, [0.5, 1.0], 495),
        # one token for a call without a retry; the bucket is full already
        ([200], 0.5, [], 500),
        # what the last retry took comes back, whatever the first one took: 500 - 5 - 14 + 14
        ([429, 503, 200], 0.5, [0.5, 0.05], 495),
        # 500 - 14 - 5 + 5
        ([503, 429, 200], 0.5, [0.025, 1.0], 486),
        # a lost answer is transient
        ([REFUSED, LOST, 200], 0.5, [0.025, 0.05], 486),
        ([SLOW, 200], 0.5, [0.025], 500),
        # a hint is the least that is waited, and makes the retry a throttled one
        ([HINT, 200], 0.5, [3.0], 500),
        ([SOON, 200], 0.5, [0.5], 500),
        ([SOON, 200], 0.0, [0.001], 500),
        ([503, HINT, 200], LAST, [0.05, 3.0], 486 + 5 - 5),
    ],
)
def test_a_call_that_succeeds_at_last(
    outcomes: list[Outcome], fraction: float, sleeps: list[float], tokens: int
) -> None:
    course = Simulation(fraction=fraction).call(outcomes)
    assert course.error is None
    assert course.sleeps == pytest.approx(sleeps, abs=1e-12)
    assert course.attempts == len(outcomes)
    assert course.tokens == tokens


@pytest.mark.parametrize(
    ("outcomes", "error", "sleeps", "tokens"),
    [
        ([503], InternalServerError, [0.025, 0.05], 472),
        ([429], RateLimitError, [0.5, 1.0], 490),
        ([REFUSED], APIConnectionError, [0.025, 0.05], 472),
        ([SLOW], APITimeoutError, [0.025, 0.05], 472),
        ([400], BadRequestError, [], 500),
        ([501], InternalServerError, [], 500),
        ([503, 400], BadRequestError, [0.025], 486),
        # a hint beyond sixty seconds is an error at once
        ([LATE], RateLimitError, [], 500),
    ],
)
def test_a_call_that_fails_for_good(
    outcomes: list[Outcome], error: type[Exception], sleeps: list[float], tokens: int
) -> None:
    course = Simulation(fraction=0.5).call(outcomes)
    assert type(course.error) is error
    assert course.sleeps == pytest.approx(sleeps)
    assert course.attempts == len(sleeps) + 1
    assert course.tokens == tokens
    assert course.error is not None
    assert [a.delay for a in course.error.attempts] == [*course.sleeps, None]


@pytest.mark.parametrize(
    ("method", "key", "outcomes", "attempts"),
    [
        ("POST", False, [REFUSED, 200], 2),  # nothing was sent
        ("POST", False, [LOST, 200], 1),  # it may have taken effect
        ("POST", True, [LOST, 200], 2),
        ("POST", False, [503, 200], 1),
        ("POST", True, [503, 200], 2),
        ("POST", False, [SOON, 200], 2),  # the server did not work on it
        ("POST", False, [429, 200], 2),
        ("PATCH", False, [500, 200], 1),
        ("PUT", False, [LOST, 500, 200], 3),
        ("DELETE", False, [504, 408, 200], 3),
    ],
)
def test_what_may_have_taken_effect_is_not_repeated(
    method: str, *, key: bool, outcomes: list[Outcome], attempts: int
) -> None:
    assert Simulation().call(outcomes, method, key=key).attempts == attempts


def test_ten_retries_double_up_to_the_cap() -> None:
    course = Simulation(fraction=LAST, max_retries=11).call([500])
    ceilings = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 20, 20]
    assert course.sleeps == pytest.approx(ceilings)
    course = Simulation(fraction=LAST, max_retries=7).call([429])
    assert course.sleeps == pytest.approx([1, 2, 4, 8, 16, 20, 20])


def test_an_outage_is_paid_for_by_the_budget() -> None:
    simulation = Simulation(fraction=0.5)
    courses = [simulation.call([503]) for _ in range(1000)]
    # 500 // 14 = 35 retries, two a call: seventeen whole calls, one with a single retry
    assert [course.attempts for course in courses[:19]] == [3] * 17 + [2, 1]
    assert sum(course.attempts for course in courses) == 1000 + 35
    assert simulation.budget.tokens == 500 - 35 * 14
    # every call that succeeds gives one token back, so the fifth one pays for a throttled retry
    assert [simulation.call([200]).tokens for _ in range(3)] == [11, 12, 13]
    assert simulation.call([503, 200]).attempts == 1
    assert simulation.call([429, 200]).attempts == 2


@pytest.mark.parametrize(
    ("deadline", "latency", "outcomes", "sleeps", "seconds"),
    [
        # 1 + 0.025 + 1 + 0.05 + 1
        (10.0, 1.0, [503], [0.025, 0.05], 3.075),
        # the second delay would end at 2.075, after the deadline: it is not begun
        (2.05, 1.0, [503], [0.025], 2.025),
        # a hint that goes beyond the deadline is an error at once
        (2.5, 0.0, [HINT], [], 0.0),
        (3.5, 0.0, [HINT, 200], [3.0], 3.0),
        # a delay that ends with the deadline would leave nothing for the attempt
        (3.0, 0.0, [HINT, 200], [], 0.0),
    ],
)
def test_the_deadline_holds_for_all_attempts(
    deadline: float,
    latency: float,
    outcomes: list[Outcome],
    sleeps: list[float],
    seconds: float,
) -> None:
    simulation = Simulation(fraction=0.5, deadline=deadline, latency=latency)
    course = simulation.call(outcomes)
    assert course.sleeps == pytest.approx(sleeps)
    assert course.seconds == pytest.approx(seconds)


def test_a_deadline_that_passes_while_waiting_is_a_time_out() -> None:
    simulation = Simulation(fraction=0.5, deadline=1.0, latency=1.5)
    course = simulation.call([503, 200])
    assert isinstance(course.error, InternalServerError)
    assert (course.attempts, course.sleeps) == (1, [])


def test_without_retries_nothing_is_slept_or_paid() -> None:
    course = Simulation(max_retries=0).call([503])
    assert (course.attempts, course.sleeps, course.tokens) == (1, [], 500)
