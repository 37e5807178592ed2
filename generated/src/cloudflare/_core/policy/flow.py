"""The sans-IO core: attempts, delays, redirects and errors of one call.

``CallFlow.run`` is a generator. It yields what must be done (send, read, sleep, close) and is given
back what came of it; the drivers do these things, synchronously or not, and decide nothing.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from ..wire.request import SAFE_METHODS, WireRequest
from .call import Call
from .errors import APIConnectionError, APITimeoutError, Attempt
from ..wire.limits import LARGEST_BODY, LARGEST_ERROR_BODY, TooLarge
from .failures import Failure, connection_failure
from ..wire.headers import FRAMING, wire_headers
from .hooks import Hooks
from .observers import Watch
from ..wire.query import encode_query
from .redirects import MOST_REDIRECTS, RefusedRedirect, is_redirect, redirected
from .retries import LONGEST_HINT, RetryRules, retry_after
from .retry_budget import RetryBudget
from .settings import Settings
from .status_errors import short, status_error
from ..wire.timeouts import read_seconds


@dataclass(slots=True)
class Send:
    """Send a request; gives the response, its body unread."""

    request: WireRequest


@dataclass(slots=True)
class Read:
    """Read a response's decoded body until ``seconds_left`` are over.

    A body longer than ``limit`` bytes is cut off there where ``cut`` says so, else refused.
    """

    response: Any
    limit: int
    seconds_left: float | None
    cut: bool = False


@dataclass(slots=True)
class Sleep:
    """Wait for some seconds."""

    seconds: float


@dataclass(slots=True)
class Close:
    """Close a response whose body is not wanted."""

    response: Any


Step: TypeAlias = Send | Read | Sleep | Close
Flow: TypeAlias = Generator[Step, Any, "Reply"]


@dataclass(slots=True)
class Reply:
    """The answer to a call; ``body`` is None where it is left to be streamed."""

    response: Any
    body: bytes | None
    attempts: tuple[Attempt, ...]


@dataclass(slots=True)
class CallFlow:
    """What one run of a call needs and remembers."""

    call: Call
    settings: Settings
    rules: RetryRules
    budget: RetryBudget
    watch: Watch
    hooks: Hooks
    streamed: bool = False
    attempts: tuple[Attempt, ...] = ()
    taken: int = 0

    def run(self) -> Flow:
        """The steps of the call; the generator's value is the reply.

        Raises:
            APIError: the call failed for good.
        """
        end = (
            None
            if self.call.deadline is None
            else time.monotonic() + self.call.deadline
        )
        redirects = 0
        while True:
            request = self.watch.sending(self._request(end), len(self.attempts))
            try:
                response = yield Send(request)
                status = response.status_code
                if self.call.follow_redirects and is_redirect(response):
                    redirects += 1
                    yield Close(response)
                    self.watch.answered(response)
                    self._redirect(response, redirects)
                    continue
                body: bytes | None = None
                if status >= 300:
                    left = _left(end)
                    body = yield Read(response, LARGEST_ERROR_BODY, left, cut=True)
                elif not self.streamed:
                    body = yield Read(response, LARGEST_BODY, _left(end))
            except Exception as error:
                failure = connection_failure(error)
                if failure is None:
                    self.watch.given_up()
                    raise
                self.watch.failed(failure)
                yield Sleep(self._delay_after_failure(failure, error, end))
                continue
            except GeneratorExit:
                self.watch.given_up()
                raise
            self.watch.answered(response)
            if status < 300:
                self.budget.succeed(self.taken)
                outcome = Attempt(f"status {status}")
                return Reply(response, body, (*self.attempts, outcome))
            yield Sleep(self._delay_after_status(response, body or b"", end))

    def _request(self, end: float | None) -> WireRequest:
        call = self.call
        left = _left(end)
        if left is not None and left <= 0:
            raise self._timed_out("The deadline passed before the call was complete.")
        query = encode_query(
            call.params,
            array_format=self.settings.array_format,
            nested_format=self.settings.nested_format,
            styles=call.styles,
        )
        joint = "&" if "?" in call.url else "?"
        headers, unwanted = wire_headers(call.headers)
        if "x-stainless-retry-count" not in call.headers:
            headers["x-stainless-retry-count"] = str(len(self.attempts))
        patience = read_seconds(call.timeout, self.settings.timeout)
        if patience is not None and "x-stainless-read-timeout" not in call.headers:
            headers["x-stainless-read-timeout"] = f"{patience:g}"
        return WireRequest(
            method=call.method,
            url=f"{call.url}{joint}{query}" if query else call.url,
            headers=headers,
            body=call.body,
            timeout=call.timeout,
            seconds_left=left,
            unwanted=unwanted,
            is_framed=not FRAMING.isdisjoint(call.headers),
            is_idempotent=call.is_idempotent,
        )

    def _redirect(self, response: Any, redirects: int) -> None:
        """Point the call to where a redirect leads."""
        status, location = response.status_code, response.headers["location"]
        try:
            if redirects > MOST_REDIRECTS:
                raise RefusedRedirect(f"after {MOST_REDIRECTS} others")
            self.call = redirected(
                self.call, status, location, self.settings.secret_names
            )
            if not self.call.can_be_sent_again:
                raise RefusedRedirect("with a body that can be read only once")
        except RefusedRedirect as refused:
            raise APIConnectionError(
                message=f"Refused to follow a redirect {refused} ({self._name()}).",
                attempts=(*self.attempts, Attempt(f"status {status}")),
            ) from None

    def _name(self) -> str:
        """Method and path: what the call is called in texts, without its query."""
        return f"{self.call.method} {short(urlsplit(self.call.url).path)}"

    def _delay_after_failure(
        self, failure: Failure, error: Exception, end: float | None
    ) -> float:
        """Seconds until the next attempt; raises the typed error where there is none."""
        self.attempts = (*self.attempts, Attempt(failure.words))
        call = self.call
        repeatable = (
            failure.retryable
            and call.can_be_sent_again
            and self.rules.may_repeat(
                call.method,
                sent=failure.sent,
                is_idempotent=call.is_idempotent,
            )
        )
        delay = self._next_delay(end, throttled=False) if repeatable else None
        if delay is not None:
            return delay
        raise self._connection_error(failure, error, repeatable=repeatable) from error

    def _connection_error(
        self, failure: Failure, error: Exception, *, repeatable: bool
    ) -> APIConnectionError:
        if isinstance(error, TooLarge):
            return APIConnectionError(message=str(error), attempts=self.attempts)
        unsafe = self.call.method not in SAFE_METHODS
        unknown = unsafe and failure.sent and not repeatable
        consequence = " Whether it took effect is unknown." if unknown else ""
        if failure.retryable and not self.call.can_be_sent_again:
            consequence += " It was not tried again: its body can be read only once."
        context = f"{consequence} ({self._name()}: {failure.words})"
        request = getattr(error, "_request", None)
        if failure.timeout:
            return self._timed_out(f"Request timed out.{context}", request)
        return APIConnectionError(
            message=f"Connection error.{context}",
            request=request,
            attempts=self.attempts,
        )

    def _timed_out(self, message: str, request: Any = None) -> APITimeoutError:
        return APITimeoutError(request, message=message, attempts=self.attempts)

    def _delay_after_status(
        self, response: Any, body: bytes, end: float | None
    ) -> float:
        """Seconds until the next attempt; raises the typed error where there is none."""
        status, hint = response.status_code, retry_after(response.headers)
        self.attempts = (*self.attempts, Attempt(f"status {status}"))
        call = self.call
        wanted = call.can_be_sent_again and self._retries_status(response, hint)
        if wanted and (hint is None or hint <= LONGEST_HINT):
            throttled = status == 429 or hint is not None
            delay = self._next_delay(
                end, throttled=throttled, least=hint or 0.0, headers=response.headers
            )
            if delay is not None:
                return delay
        raise status_error(
            response, body, call.method, self.settings, self.attempts, hint, self.hooks
        )

    def _retries_status(self, response: Any, hint: float | None) -> bool:
        """Whether an error status is a reason to try again: as the client's subclass says, else
        as the server says, else by the rules."""
        decided = self.hooks._should_retry(response)
        if decided is None:
            said = response.headers.get("x-should-retry")
            decided = {"true": True, "false": False}.get(said)
        if decided is not None:
            return decided
        return self.rules.retries_status(
            response.status_code,
            self.call.method,
            hinted=hint is not None,
            is_idempotent=self.call.is_idempotent,
        )

    def _next_delay(
        self,
        end: float | None,
        *,
        throttled: bool,
        least: float = 0.0,
        headers: Mapping[str, str] | None = None,
    ) -> float | None:
        """The delay before the next attempt; None where retries, time or budget are used up."""
        retries_taken = len(self.attempts) - 1
        if retries_taken >= self.rules.max_retries:
            return None
        remaining = self.rules.max_retries - retries_taken
        delay = self.hooks._chosen_delay(remaining, self.call, headers)
        if delay is None:
            delay = max(least, self.rules.delay(retries_taken, throttled=throttled))
        left = _left(end)
        if left is not None and delay >= left:
            return None
        taken = self.budget.take(throttled=throttled)
        if taken is None:
            return None
        self.taken = taken
        *before, last = self.attempts
        self.attempts = (*before, Attempt(last.outcome, delay))
        self.watch.retrying(delay)
        return delay


def _left(end: float | None) -> float | None:
    return None if end is None else end - time.monotonic()
