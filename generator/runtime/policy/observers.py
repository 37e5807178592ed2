"""What may watch calls: one small interface for metrics and tracing, beside the log.

An observer sees every attempt begin and end, and may add headers to it. It cannot change what
becomes of the call, and a fault of its own is logged and has no other consequence.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from ..wire.request import WireRequest
from .failures import Failure
from .logs import CallLog


@dataclass(slots=True)
class ObservedAttempt:
    """One attempt of a call; credentials are left out.

    ``template`` is the path as the API describes it, ``number`` counts the attempts from 0.
    ``headers`` may be added to while the attempt begins. The rest is known when it has ended:
    ``status`` or, where no answer arrived, ``error`` in a few words, and how many ``seconds`` it
    took until the body was read, or left to be streamed.
    """

    method: str
    url: str
    template: str
    number: int
    headers: dict[str, str] = field(default_factory=dict[str, str])
    status: int | None = None
    error: str | None = None
    seconds: float = 0.0


class Observer:
    """Watches attempts. Override what you need; calls of several threads may come at once."""

    def started(self, attempt: ObservedAttempt) -> None:
        """An attempt is about to be sent."""

    def ended(self, attempt: ObservedAttempt) -> None:
        """An attempt was answered, failed, or was given up."""


class Watch:
    """Tells the log and the observers about one call."""

    def __init__(
        self, log: CallLog, template: str, observers: tuple[Observer, ...]
    ) -> None:
        self._log = log
        self._observers = observers
        self._template = template
        self._attempt: ObservedAttempt | None = None
        self._started = 0.0

    def sending(self, request: WireRequest, number: int) -> WireRequest:
        """A request goes out: as it is given back, with the headers that observers add."""
        self._log.sending(request, number)
        if not self._observers:
            return request
        url = self._log.shown_url(request.url)
        attempt = ObservedAttempt(request.method, url, self._template, number)
        self._tell(lambda observer: observer.started(attempt))
        self._attempt, self._started = attempt, time.monotonic()
        if not attempt.headers:
            return request
        return replace(request, headers={**request.headers, **attempt.headers})

    def answered(self, response: Any) -> None:
        """A response has arrived."""
        self._log.answered(response)
        self._end(status=response.status_code)

    def failed(self, failure: Failure) -> None:
        """No answer arrived."""
        self._log.failed(failure)
        self._end(error=failure.words)

    def given_up(self) -> None:
        """The call was cancelled, or something else went wrong."""
        self._end(error="given up")

    def retrying(self, delay: float) -> None:
        """The call is tried again."""
        self._log.retrying(delay)

    def _end(self, *, status: int | None = None, error: str | None = None) -> None:
        attempt, self._attempt = self._attempt, None
        if attempt is None:
            return
        attempt.status, attempt.error = status, error
        attempt.seconds = time.monotonic() - self._started
        self._tell(lambda observer: observer.ended(attempt))

    def _tell(self, tell: Callable[[Observer], None]) -> None:
        for observer in self._observers:
            try:
                tell(observer)
            except Exception:
                name = type(observer).__name__
                logging.getLogger(__name__).exception("the observer %s failed", name)
