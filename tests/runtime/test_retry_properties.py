"""Retries for any course of events: bounded in number, time and load, and never unsafe."""

from __future__ import annotations

from itertools import pairwise

import httpx2
from hypothesis import example, given
from hypothesis import strategies as st

from generator.runtime.policy.retries import (
    LONGEST_DELAY,
    LONGEST_HINT,
    RetryRules,
    retry_after,
)
from generator.runtime.policy.retry_budget import RetryBudget
from generator.runtime.wire.request import SAFE_METHODS
from tests.runtime.simulation import Outcome, Simulation

NOT_SENT: list[type[Exception]] = [httpx2.ConnectError, httpx2.ConnectTimeout]
MAYBE_SENT: list[type[Exception]] = [
    httpx2.ReadError,
    httpx2.ReadTimeout,
    httpx2.WriteError,
    httpx2.RemoteProtocolError,
]
HINTS = st.sampled_from(["0", "0.5", "3", "60", "61", "-1", "nan", "1e9", "soon", ""])
STATUSES = st.sampled_from([200, 204, 400, 404, 408, 409, 429, 500, 501, 503, 504])
OUTCOMES: st.SearchStrategy[Outcome] = st.one_of(
    STATUSES,
    st.tuples(STATUSES, st.builds(lambda hint: {"retry-after": hint}, HINTS)),
    st.sampled_from([*NOT_SENT, *MAYBE_SENT]),
)
SIMULATIONS = st.builds(
    Simulation,
    fraction=st.floats(0, 1, exclude_max=True),
    max_retries=st.integers(0, 12),
    deadline=st.none() | st.floats(0.01, 100),
    latency=st.floats(0, 5),
)
METHODS = st.sampled_from(["GET", "HEAD", "PUT", "DELETE", "POST", "PATCH"])


def scripts() -> st.SearchStrategy[list[Outcome]]:
    """Outcomes of attempts; the last one comes again and again."""
    return st.lists(OUTCOMES, min_size=1, max_size=14)


@given(SIMULATIONS, scripts(), METHODS, st.booleans())
@example(
    # the delay takes all that is left, so that nothing is left for an attempt after it
    Simulation(fraction=0.6610466627964606, max_retries=1, deadline=0.6610466627964606),
    [429],
    "GET",
    False,
)
def test_a_call_is_bounded(
    simulation: Simulation, script: list[Outcome], method: str, key: bool
) -> None:
    course = simulation.call(script, method, key=key)
    assert 1 <= course.attempts <= simulation.max_retries + 1
    assert len(course.sleeps) == course.attempts - 1
    assert all(0 <= s <= max(LONGEST_DELAY, LONGEST_HINT) for s in course.sleeps)
    assert 0 <= course.tokens <= RetryBudget.CAPACITY
    if simulation.deadline is not None:
        # The delays and all but the last attempt end before the deadline.
        assert course.seconds - simulation.latency < simulation.deadline + 1e-6


@given(SIMULATIONS, scripts(), st.sampled_from(["POST", "PATCH"]))
def test_what_may_have_taken_effect_is_sent_once(
    simulation: Simulation, script: list[Outcome], method: str
) -> None:
    course = simulation.call(script, method)
    repeated = [*script, *[script[-1]] * course.attempts][: course.attempts - 1]
    for outcome in repeated:
        if isinstance(outcome, type):
            assert outcome in NOT_SENT
        else:
            status = outcome[0] if isinstance(outcome, tuple) else outcome
            assert status in (429, 503)


@given(scripts(), METHODS, st.booleans())
def test_a_retry_is_paid_for(script: list[Outcome], method: str, key: bool) -> None:
    simulation = Simulation(fraction=0.5, max_retries=12)
    for _ in range(20):
        before = simulation.budget.tokens
        course = simulation.call(script, method, key=key)
        least = RetryBudget.THROTTLED_COST * (course.attempts - 1)
        paid = before - course.tokens
        if course.error is not None:
            assert paid >= least
        else:
            assert paid >= least - max(
                RetryBudget.TRANSIENT_COST, RetryBudget.THROTTLED_COST
            )


@given(
    st.integers(0, 10_000),
    st.booleans(),
    st.floats(0, 1, exclude_max=True),
    st.floats(0, 1, exclude_max=True),
)
def test_a_delay_grows_with_its_fraction_and_never_beyond_the_cap(
    taken: int, throttled: bool, one: float, other: float
) -> None:
    low, high = (
        RetryRules(3, random_fraction=lambda f=f: f).delay(taken, throttled=throttled)
        for f in sorted((one, other))
    )
    assert 0 <= low <= high <= LONGEST_DELAY


@given(st.text() | st.floats().map(str) | st.integers().map(str))
def test_any_hint_is_a_time_that_can_be_waited_or_nothing(text: str) -> None:
    for name in ("retry-after", "retry-after-ms", "date"):
        hint = retry_after({name: text})
        assert hint is None or 0 <= hint < float("inf")


@given(st.lists(st.booleans(), max_size=200), st.data())
def test_the_budget_is_never_overdrawn(
    retries: list[bool], data: st.DataObject
) -> None:
    budget = RetryBudget()
    levels = [budget.tokens]
    for throttled in retries:
        taken = budget.take(throttled=throttled)
        levels.append(budget.tokens)
        if taken is not None and data.draw(st.booleans()):
            budget.succeed(taken)
            levels.append(budget.tokens)
    assert all(0 <= level <= RetryBudget.CAPACITY for level in levels)
    assert all(abs(after - before) in (0, 5, 14) for before, after in pairwise(levels))


def test_every_safe_method_is_repeated_and_no_other() -> None:
    lost: list[Outcome] = [httpx2.ReadError, 200]
    methods = "GET HEAD OPTIONS PUT DELETE TRACE POST PATCH CONNECT".split()
    again = {m for m in methods if Simulation().call(lost, m).attempts == 2}
    assert again == SAFE_METHODS
