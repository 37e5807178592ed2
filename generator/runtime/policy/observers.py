"""What may watch calls: one small interface for metrics and tracing, beside the log.

An observer sees every attempt begin and end, and may add headers to it. It cannot change what
becomes of the call, and a fault of its own is logged and has no other consequence.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
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
    """Tells the log and the observers about one call; ``now`` is a monotonic clock."""

    def __init__(
        self,
        log: CallLog,
        template: str,
        observers: tuple[Observer, ...],
        now: Callable[[], float],
    ) -> None:
        self._log = log
        self._observers = observers
        self._template = template
        self._now = now
        self._request: WireRequest | None = None
        self._attempt: ObservedAttempt | None = None
        self._started = 0.0

    def sending(self, request: WireRequest, number: int) -> WireRequest:
        """A request goes out: as it is given back, with the headers that observers add."""
        self._log.sending(request)
        if self._observers:
            url = self._log.shown_url(request.url)
            attempt = ObservedAttempt(request.method, url, self._template, number)
            self._tell(lambda observer: observer.started(attempt))
            self._attempt = attempt
            if attempt.headers:
                request.headers = {**request.headers, **attempt.headers}
        self._request, self._started = request, self._now()
        return request

    def answered(self, response: Any) -> None:
        """A response has arrived."""
        request, seconds = self._ended()
        if request is not None:
            self._log.answered(request, response, seconds)
        self._observe(seconds, status=response.status_code)

    def failed(self, failure: Failure) -> None:
        """No response arrived."""
        request, seconds = self._ended()
        if request is not None:
            self._log.failed(request, failure.words, seconds)
        self._observe(seconds, error=failure.words)

    def given_up(self) -> None:
        """The call was cancelled, or something else went wrong."""
        request, seconds = self._ended()
        if request is not None:
            self._log.failed(request, "given up", seconds)
        self._observe(seconds, error="given up")

    def retrying(self, delay: float) -> None:
        """The call is tried again."""
        self._log.retrying(delay)

    def _ended(self) -> tuple[WireRequest | None, float]:
        """The request whose attempt ends, if it has not ended yet, and the seconds it took."""
        request, self._request = self._request, None
        return request, self._now() - self._started

    def _observe(
        self, seconds: float, *, status: int | None = None, error: str | None = None
    ) -> None:
        attempt, self._attempt = self._attempt, None
        if attempt is None:
            return
        attempt.status, attempt.error, attempt.seconds = status, error, seconds
        self._tell(lambda observer: observer.ended(attempt))

    def _tell(self, tell: Callable[[Observer], None]) -> None:
        for observer in self._observers:
            try:
                tell(observer)
            except Exception:
                name = type(observer).__name__
                logging.getLogger(__name__).exception("the observer %s failed", name)
