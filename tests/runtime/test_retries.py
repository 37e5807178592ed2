"""When a call is tried again: promises F9 to F15, as tables."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from functools import partial

import httpx2
import pytest

from generator.runtime.policy.retries import RetryRules, retry_after
from generator.runtime.policy.retry_budget import RetryBudget

SAFE = RetryRules(2)
COMPATIBLE = RetryRules(2, "compatible")


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
@pytest.mark.parametrize(
    ("method", "keyed", "again"),
    [
        ("GET", False, True),
        ("HEAD", False, True),
        ("OPTIONS", False, True),
        ("PUT", False, True),
        ("DELETE", False, True),
        ("POST", False, False),
        ("PATCH", False, False),
        ("POST", True, True),
        ("PATCH", True, True),
    ],
)
def test_a_transient_status_is_retried_where_repeating_is_safe(
    status: int, method: str, *, keyed: bool, again: bool
) -> None:
    assert (
        SAFE.retries_status(status, method, hinted=False, is_idempotent=keyed) is again
    )


@pytest.mark.parametrize(
    ("status", "hinted", "again"),
    [(429, False, True), (429, True, True), (503, True, True), (500, True, False)],
)
def test_a_post_is_retried_only_where_the_server_did_not_work_on_it(
    status: int, *, hinted: bool, again: bool
) -> None:
    said = SAFE.retries_status(status, "POST", hinted=hinted, is_idempotent=False)
    assert said is again


@pytest.mark.parametrize(
    "status", [300, 400, 401, 403, 404, 409, 410, 422, 501, 505, 511]
)
def test_other_statuses_are_final(status: int) -> None:
    assert not SAFE.retries_status(status, "GET", hinted=True, is_idempotent=True)


@pytest.mark.parametrize("status", [408, 409, 429, 500, 501, 505, 599])
def test_the_compatible_mode_retries_as_the_clients_before_did(status: int) -> None:
    assert COMPATIBLE.retries_status(status, "POST", hinted=False, is_idempotent=False)


@pytest.mark.parametrize(
    ("method", "sent", "keyed", "again"),
    [
        ("POST", False, False, True),
        ("POST", True, False, False),
        ("POST", True, True, True),
        ("DELETE", True, False, True),
    ],
)
def test_a_call_without_an_answer_is_repeated_where_that_is_safe(
    method: str, *, sent: bool, keyed: bool, again: bool
) -> None:
    assert SAFE.may_repeat(method, sent=sent, is_idempotent=keyed) is again


@pytest.mark.parametrize(
    ("throttled", "ceilings"),
    [
        (False, [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 20, 20]),
        (True, [1, 2, 4, 8, 16, 20, 20]),
    ],
)
def test_delays_have_full_jitter_below_a_doubling_ceiling(
    *, throttled: bool, ceilings: list[float]
) -> None:
    for share in (0.0, 0.5, 0.999):
        rules = RetryRules(20, random_fraction=partial(float, share))
        delays = [rules.delay(n, throttled=throttled) for n in range(len(ceilings))]
        assert delays == pytest.approx([share * ceiling for ceiling in ceilings])


def test_a_thousand_retries_do_not_overflow() -> None:
    rules = RetryRules(2000, random_fraction=lambda: 1.0)
    assert rules.delay(1999, throttled=True) == 20


def test_the_budget_pays_for_thirty_five_transient_retries() -> None:
    budget = RetryBudget()
    assert [budget.take(throttled=False) for _ in range(36)] == [14] * 35 + [None]
    assert budget.tokens == 10
    assert [budget.take(throttled=True) for _ in range(3)] == [5, 5, None]


def test_success_refunds_the_last_retry_or_one_token() -> None:
    budget = RetryBudget()
    budget.succeed(0)
    assert budget.tokens == 500
    budget.take(throttled=False)
    budget.take(throttled=True)
    budget.succeed(5)
    assert budget.tokens == 486
    budget.succeed(0)
    assert budget.tokens == 487


def test_the_budget_is_exact_for_fifty_threads() -> None:
    budget = RetryBudget()
    taken: list[int | None] = []
    start = threading.Barrier(50)

    def spend() -> None:
        start.wait()
        taken.extend(budget.take(throttled=True) for _ in range(4))

    threads = [threading.Thread(target=spend) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert taken.count(5) == 100
    assert budget.tokens == 0


NOW = "Mon, 23 Nov 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "0"}, 0),
        ({"retry-after": " 1.5 "}, 1.5),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9),
        ({"retry-after": "Mon, 23 Nov 2026 12:00:30 GMT"}, 30),
        ({"retry-after": "Mon, 23 Nov 2026 11:59:59 GMT"}, None),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 -2359"}, None),
        *(
            ({"retry-after": text}, None)
            for text in ("", "-1", "nan", "inf", "1e9", "1_0", "+5", "１２", "soon")
        ),
        ({"retry-after": "1, 2"}, 2),
        ({"retry-after": "soon, 2"}, 2),
        ({"retry-after-ms": "-1", "retry-after": "2"}, 2),
        ({"retry-after-ms": "1e9", "retry-after": "Mon, 23 Nov 2026 12:00:30 GMT"}, 30),
        ({"retry-after-ms": "soon, 250", "retry-after": "soon"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "never"}, None),
        ({"retry-after": "9" * 400}, None),
        ({}, None),
    ],
)
def test_a_hint_is_read_or_ignored(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert retry_after({"date": NOW, **headers}) == seconds


def test_a_date_without_a_clock_of_the_server_is_counted_from_ours() -> None:
    assert retry_after({"retry-after": "Fri, 31 Dec 9998 23:59:59 GMT"}) is not None
    assert retry_after({"retry-after": "Fri, 31 Dec 1999 23:59:59 GMT"}) is None


def test_the_compatible_mode_repeats_what_was_lost() -> None:
    rules = RetryRules(2, "compatible")
    assert rules.may_repeat("POST", sent=True, is_idempotent=False)
    assert not RetryRules(2).may_repeat("POST", sent=True, is_idempotent=False)


@pytest.fixture
def tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose clock shows another time than UTC."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_date_that_has_come_is_a_hint_not_to_wait() -> None:
    assert retry_after({"retry-after": NOW, "date": NOW}) == 0.0


@pytest.mark.usefixtures("tokyo")
def test_a_date_without_a_zone_is_in_utc() -> None:
    headers = {
        "retry-after": "Mon, 23 Nov 2026 10:00:30 -0000",
        "date": "Mon, 23 Nov 2026 10:00:00 GMT",
    }
    assert retry_after(headers) == 30.0
    headers["retry-after"] = "Mon, 23 Nov 2026 11:00:30 +0100"
    assert retry_after(headers) == 30.0


def test_a_hint_that_makes_no_sense_does_not_hide_another_of_the_same_name() -> None:
    sent = [("Retry-After", "soon"), ("Retry-After", "Mon, 23 Nov 2026 12:00:30 GMT")]
    assert retry_after(httpx2.Headers([("Date", NOW), *sent])) == 30
    assert retry_after(httpx2.Headers([*sent, ("Retry-After", "7")])) == 7


def test_a_date_among_several_hints_is_read_whole() -> None:
    """A date has a comma in it, as a list has."""
    date = "Mon, 23 Nov 2026 10:00:30 GMT"
    pairs = [("retry-after", "soon"), ("retry-after", date)]
    now = ("date", "Mon, 23 Nov 2026 10:00:00 GMT")
    assert retry_after(httpx2.Headers([now, *pairs])) == 30.0
    assert retry_after(httpx2.Headers([now])) is None
