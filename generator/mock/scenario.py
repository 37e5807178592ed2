"""A script of what is to go wrong: statuses and delays, request by request.

    - status: 503                 # answered instead of what was asked for
      headers: {Retry-After: '1'}
      times: 2                    # how many requests (default: 1), or: always
    - delay: 0.5                  # seconds before the response
    - endpoint: get /things/{id}  # only requests for this operation
      status: 404
      body: {message: gone}       # sent as JSON

Each request takes the first entry that is not used up and is meant for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf
from pathlib import Path
from threading import Lock

from msgspec import Struct, field

from ..diagnostics import Report
from ..source import Pointer, Reader, load_document
from ..source.document import Value

_KEYS = ("endpoint", "status", "headers", "body", "delay", "times")


class Step(Struct, frozen=True):
    """What happens to a request; no ``status`` means that it is answered as usual.

    ``delay`` is in seconds.
    """

    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: Value = None
    delay: float = 0.0
    endpoint: str | None = None
    times: float = 1


class Scenario:
    """The steps that are still to come; used by many threads."""

    def __init__(self, steps: Iterable[Step] = ()) -> None:
        self._steps = tuple(steps)
        self._left = [step.times for step in self._steps]
        self._lock = Lock()

    def next(self, endpoint: str) -> Step | None:
        """The step for a request to an endpoint (``get /things/{id}``); None for nothing special."""
        with self._lock:
            for index, step in enumerate(self._steps):
                if self._left[index] > 0 and step.endpoint in (None, endpoint):
                    self._left[index] -= 1
                    return step
        return None


def load_scenario(path: Path, report: Report) -> list[Step] | None:
    """The steps in a YAML or JSON file; None after reporting what is wrong with it."""
    document = load_document(path, report, what="scenario")
    if document is None:
        return None
    root = Reader(report, document, Pointer(), document.value)
    if not isinstance(root.value, list):
        root.error(
            "M001", "a scenario must be a list of steps", help="write '- status: 503'"
        )
        return None
    steps = [_step(entry) for entry in root.items()]
    return None if report.failed else steps


def _step(entry: Reader) -> Step:
    for unknown, likely in entry.unknown_keys(_KEYS):
        help = f"did you mean '{likely}'?" if likely else f"write {', '.join(_KEYS)}"
        unknown.error("M002", f"unknown key '{unknown.name}'", help=help)
    if not isinstance(entry.value, dict):
        entry.error("M001", "a step must be a mapping", help="write '- status: 503'")
        return Step()
    status = entry.integer("status")
    if status is not None and not 200 <= status <= 599:
        message = f"{status} is not a final response status"
        (entry.at("status") or entry).error("M003", message, help="write 200 to 599")
    headers = entry.at("headers")
    return Step(
        status=status,
        headers={
            name: str(value.value)
            for name, value in (headers.entries() if headers else ())
        },
        body=entry.value.get("body"),
        delay=_positive(entry, "delay", 0.0),
        endpoint=entry.text("endpoint"),
        times=(
            inf
            if entry.value.get("times") == "always"
            else _positive(entry, "times", 1)
        ),
    )


def _positive(entry: Reader, key: str, default: float) -> float:
    value = entry.value.get(key, default)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0:
        return value
    place = entry.at(key) or entry
    place.error("M003", f"'{key}' must be a number, not {value!r}", help="write 1")
    return default
