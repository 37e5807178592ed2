"""What the measured programs share; each prints its figures as one line of JSON."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from statistics import median
from typing import Any

try:
    import httpx2 as http
except ModuleNotFoundError:
    import httpx as http

__all__ = ["ENTRY", "call", "http", "page", "report", "seconds_each", "seconds_more"]

ENTRY = {
    "id": "0" * 32,
    "changed_at": "2026-01-02T03:04:05.678Z",
    "changed_by": "someone@example.com",
    "current_value": "active",
    "previous_value": "resolved",
    "field_changed": "status",
    "issue_id": "f" * 32,
    "rationale": "It was looked at, and is a duplicate of another one.",
}

ZONE = {"account": {"id": "a" * 32}, "name": "example.com", "type": "full"}


def page(entries: list[dict[str, Any]]) -> bytes:
    """The body of a page."""
    info = {"count": len(entries), "cursor": "", "per_page": 1000}
    body = {
        "success": True,
        "errors": [],
        "messages": [],
        "result": entries,
        "result_info": info,
    }
    return json.dumps(body).encode()


def call(client: Any, **options: Any) -> Any:
    """The page's method, with the arguments that it cannot do without."""
    resource = client.security_center.insights.audit_logs
    return resource.list_by_insight(issue_id="i" * 32, account_id="a" * 32, **options)


def seconds_each(act: Callable[[], object], *, least: float = 0.3) -> float:
    """CPU seconds that something takes, warmed up and repeated for ``least`` seconds."""
    for _ in range(3):
        act()
    count, started, ended = 0, time.process_time(), 0.0
    while ended < least:
        act()
        count += 1
        ended = time.process_time() - started
    return ended / count


def seconds_more(
    act: Callable[[], object], other: Callable[[], object], *, count: int = 3000
) -> float:
    """CPU seconds that something takes beyond something else: the difference of their medians,
    done in turn."""
    taken: tuple[list[float], list[float]] = [], []
    for number in range(count + 10):
        for one, times in zip((act, other), taken, strict=True):
            started = time.process_time()
            one()
            if number >= 10:  # warmed up
                times.append(time.process_time() - started)
    return median(taken[0]) - median(taken[1])


def report(**figures: float) -> None:
    """Print what was measured."""
    print(json.dumps(figures))
