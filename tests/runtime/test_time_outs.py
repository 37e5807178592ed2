"""Timeouts: one for each phase within the deadline, and refused where they are given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from generator.runtime import not_given
from tests.runtime.acme import AsyncZones, Zones, async_client, sync_client
from generator.runtime.wire.timeouts import phases, read_seconds, shorter

EACH = SimpleNamespace(connect=1.0, read=2.0, write=3.0, pool=None)


@pytest.mark.parametrize(
    ("timeout", "left", "found"),
    [
        (5.0, None, (5.0, 5.0, 5.0, 5.0)),
        (5, 2.0, (2.0, 2.0, 2.0, 2.0)),
        (None, None, (None, None, None, None)),
        (None, 7.0, (7.0, 7.0, 7.0, 7.0)),
        (EACH, None, (1.0, 2.0, 3.0, None)),
        (EACH, 1.5, (1.0, 1.5, 1.5, 1.5)),
        (EACH, 0.5, (0.5, 0.5, 0.5, 0.5)),
    ],
)
def test_a_phase_has_the_shorter_of_two_times(
    timeout: Any, left: float | None, found: tuple[float | None, ...]
) -> None:
    assert phases(timeout, left) == found


@pytest.mark.parametrize(
    ("timeout", "seconds"),
    [(not_given, 60.0), (None, None), (7, 7), (EACH, 2.0)],
)
def test_how_long_a_response_may_take(timeout: Any, seconds: float | None) -> None:
    assert read_seconds(timeout, 60.0) == seconds


def test_none_is_endless() -> None:
    assert shorter(None, None) is None
    assert shorter(1.0, None) == shorter(None, 1.0) == shorter(1.0, 2.0) == 1.0


NOT_TIMEOUTS = ["5", b"5", True, [5], {"connect": 5}, (1, 2, 3, 4), Ellipsis]
NOT_TIMES = [-1, -0.5, float("nan"), float("inf"), float("-inf")]
URL = "http://127.0.0.1:9"
REFUSED = pytest.mark.parametrize(
    ("timeout", "error"),
    [
        *((timeout, TypeError) for timeout in NOT_TIMEOUTS),
        *((timeout, ValueError) for timeout in NOT_TIMES),
        (SimpleNamespace(connect="1", read=1, write=1, pool=1), TypeError),
        (SimpleNamespace(connect=1, read=-1, write=1, pool=1), ValueError),
    ],
    ids=repr,
)


@REFUSED
@pytest.mark.parametrize("make", [sync_client, async_client])
def test_an_invalid_timeout_is_refused_where_it_is_given(
    make: Any, timeout: Any, error: type[Exception]
) -> None:
    with pytest.raises(error, match=r"^timeout"):
        make(URL, timeout=timeout)
    client = make(URL)
    with pytest.raises(error, match=r"^timeout"):
        client._with_options(options={}, timeout=timeout)
    with pytest.raises(error, match=r"^timeout"):
        client.timeout = timeout
    with pytest.raises(error, match=r"^timeout"):
        client.get("/x", cast_to=object, options={"timeout": timeout})
    zones = AsyncZones(client) if make is async_client else Zones(client)
    with pytest.raises(error, match=r"^timeout"):
        zones.list(timeout=timeout)
    assert client.timeout.read == 60.0


@pytest.mark.parametrize(
    ("deadline", "error"),
    [*[(v, TypeError) for v in NOT_TIMEOUTS], *[(v, ValueError) for v in NOT_TIMES]],
    ids=repr,
)
@pytest.mark.parametrize("make", [sync_client, async_client])
def test_an_invalid_deadline_is_refused_where_it_is_given(
    make: Any, deadline: Any, error: type[Exception]
) -> None:
    with pytest.raises(error, match=r"^deadline"):
        make(URL, deadline=deadline)
    with pytest.raises(error, match=r"^deadline"):
        make(URL)._with_options(options={}, deadline=deadline)


@pytest.mark.parametrize("timeout", [None, 0, 5, 2.5, EACH])
def test_a_valid_timeout_is_taken_as_it_is(timeout: Any) -> None:
    assert sync_client(URL, timeout=timeout).timeout == timeout
