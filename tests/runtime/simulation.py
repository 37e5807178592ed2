"""Calls without a network: the flow is driven by hand, on a clock that only moves when it waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from unittest import mock

import httpx2

from generator.runtime.policy import flow as flow_module
from generator.runtime.policy.call import Call
from generator.runtime.policy.errors import APIError
from generator.runtime.policy.flow import CallFlow, Close, Read, Send, Sleep
from generator.runtime.policy.hooks import Hooks
from generator.runtime.policy.logs import CallLog
from generator.runtime.policy.observers import Watch
from generator.runtime.policy.retries import RetryRules
from generator.runtime.policy.retry_budget import RetryBudget
from tests.runtime.acme import settings

Outcome = int | tuple[int, dict[str, str]] | type[Exception]
"""A status, one with headers, or what the HTTP library raises."""


@dataclass
class Course:
    """What became of a call: how long it slept, how it ended, and what was left of the budget."""

    sleeps: list[float] = field(default_factory=list)
    attempts: int = 0
    error: APIError | None = None
    tokens: int = 0
    seconds: float = 0.0


@dataclass
class Simulation:
    """A client's world: its retry budget, the fraction that jitter takes, the clock."""

    fraction: float = 0.0
    max_retries: int = 2
    deadline: float | None = None
    latency: float = 0.0
    budget: RetryBudget = field(default_factory=RetryBudget)
    now: float = 1000.0

    def call(
        self, outcomes: Sequence[Outcome], method: str = "GET", *, key: bool = False
    ) -> Course:
        """Make a call whose attempts have these outcomes, the last one again and again."""
        course, script, started = Course(), iter(outcomes), self.now
        flow = self._flow(method, key=key)
        with self._clock():
            try:
                self._drive(flow, script, outcomes[-1], course)
            except APIError as error:
                course.error = error
        course.tokens, course.seconds = self.budget.tokens, self.now - started
        return course

    def _drive(
        self, flow: CallFlow, script: Iterator[Outcome], last: Outcome, course: Course
    ) -> None:
        steps = flow.run()
        step = next(steps)
        while True:
            try:
                match step:
                    case Send(request):
                        course.attempts += 1
                        self.now += self.latency
                        outcome = next(script, last)
                        if isinstance(outcome, type):
                            step = steps.throw(outcome("simulated"))
                            continue
                        answer: Any = _answer(outcome, request)
                    case Read():
                        answer = b"{}"
                    case Sleep(seconds):
                        course.sleeps.append(seconds)
                        self.now += seconds
                        answer = None
                    case Close():
                        answer = None
                step = steps.send(answer)
            except StopIteration:
                return

    def _flow(self, method: str, *, key: bool) -> CallFlow:
        used = settings()
        call = Call(
            method=method,
            url="https://api.acme.test/v1/x",
            params={},
            headers={},
            body=None,
            timeout=60.0,
            template="/x",
            max_retries=self.max_retries,
            deadline=self.deadline,
            is_idempotent=key,
        )
        return CallFlow(
            call=call,
            settings=used,
            rules=RetryRules(self.max_retries, random_fraction=lambda: self.fraction),
            budget=self.budget,
            watch=Watch(CallLog(used), "/x", ()),
            hooks=Hooks(),
        )

    @contextmanager
    def _clock(self) -> Iterator[None]:
        clock = SimpleNamespace(monotonic=lambda: self.now)
        with mock.patch.object(flow_module, "time", clock):
            yield


def _answer(outcome: int | tuple[int, dict[str, str]], request: Any) -> httpx2.Response:
    status, headers = outcome if isinstance(outcome, tuple) else (outcome, {})
    sent = httpx2.Request(request.method, request.url)
    return httpx2.Response(status, headers=headers, request=sent)
