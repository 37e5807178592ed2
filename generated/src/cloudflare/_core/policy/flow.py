"""The sans-IO core: attempts, delays, redirects and errors of one call.

``CallFlow.run`` is a generator. It yields what must be done (send, read, sleep, close) and is given
back what came of it; the drivers do these things, synchronously or not, and decide nothing.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

from ..wire.headers import FRAMING, wire_headers
from ..wire.limits import TooLarge
from ..wire.query import encode_query
from ..wire.request import SAFE_METHODS, WireRequest
from ..wire.timeouts import read_seconds
from .call import Call
from .decisions import Decision, GiveUp, Retry
from .errors import APIConnectionError, APITimeoutError, Attempt
from .failures import Failure, connection_failure, unknown_failure
from .hooks import Hooks
from .observers import Watch
from .policies import DEFAULT_POLICIES, Policies
from .redirects import MOST_REDIRECTS, RefusedRedirect, is_redirect, redirected
from .retries import SHORTEST_ATTEMPT, RetryRules, retry_after
from .retry_budget import RetryBudget
from .settings import Settings
from .status_errors import short, status_error

if TYPE_CHECKING:
    import httpx2


@dataclass(slots=True)
class Send:
    """Send a request; gives the response, its body unread."""

    request: WireRequest


@dataclass(slots=True)
class Read:
    """Read a response's decoded body until ``seconds_left`` are over.

    If ``cut`` is set, a body longer than ``limit`` bytes is cut off there, else it is refused.
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


@dataclass(slots=True)
class Reply:
    """The response to a call; ``body`` is None if it is left to be streamed."""

    response: Any
    body: bytes | None
    attempts: tuple[Attempt, ...]


Step: TypeAlias = Send | Read | Sleep | Close
Flow: TypeAlias = Generator[Step, Any, Reply | GiveUp]


@dataclass(slots=True)
class CallFlow:
    """What one run of a call needs and remembers."""

    call: Call
    settings: Settings
    rules: RetryRules
    budget: RetryBudget
    watch: Watch
    hooks: Hooks
    policies: Policies = DEFAULT_POLICIES
    streamed: bool = False
    attempts: tuple[Attempt, ...] = ()
    taken: int = 0

    def run(self) -> Flow:
        """The steps of the call; the generator's value is the reply, or why there is none.

        What a step raises that says nothing about the connection is raised again.
        """
        policies, deadline = self.policies, self.call.deadline
        end = None if deadline is None else policies.clock.now() + deadline
        redirects = 0
        while True:
            request = self.request(self._left(end))
            if request.seconds_left is not None and request.seconds_left <= 0:
                text = "The deadline passed before the call was complete."
                return GiveUp(self._timed_out(text, _shown(request)))
            request = self.watch.sending(request, len(self.attempts))
            body: bytes | None = None
            try:
                response = yield Send(request)
                if self.call.follow_redirects and is_redirect(response):
                    redirects += 1
                    yield Close(response)
                    self.watch.answered(response)
                    refused = self._redirect(response, redirects)
                    if refused is not None:
                        return GiveUp(refused)
                    continue
                if response.status_code >= 300:
                    limit = policies.largest_error_body
                    body = yield Read(response, limit, self._left(end), cut=True)
                elif not self.streamed:
                    body = yield Read(response, policies.largest_body, self._left(end))
            except Exception as error:
                failure = connection_failure(error)
                if failure is None and self.rules.mode == "compatible":
                    failure = unknown_failure(error)
                if failure is None:
                    self.watch.given_up()
                    raise
                self.watch.failed(failure)
                decision = self._after_failure(failure, error, request, end)
            except GeneratorExit:
                self.watch.given_up()
                raise
            else:
                self.watch.answered(response)
                if response.status_code < 300:
                    self.budget.succeed(self.taken)
                    outcome = Attempt(f"status {response.status_code}")
                    return Reply(response, body, (*self.attempts, outcome))
                decision = self._after_status(response, body or b"", end)
            match decision:
                case Retry(after):
                    yield Sleep(after)
                case GiveUp():
                    return decision

    def _left(self, end: float | None) -> float | None:
        """Seconds until the deadline."""
        return None if end is None else end - self.policies.clock.now()

    def request(self, left: float | None) -> WireRequest:
        """The call's next attempt."""
        call = self.call
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
            auth=call.auth,
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

    def _redirect(self, response: Any, redirects: int) -> APIConnectionError | None:
        """Point the call to where a redirect leads; the error if it is not followed."""
        status, location = response.status_code, response.headers["location"]
        secrets = self.settings.secret_names
        try:
            if redirects > MOST_REDIRECTS:
                raise RefusedRedirect(f"after {MOST_REDIRECTS} others")
            self.call = redirected(self.call, status, location, secrets)
            if not self.call.can_be_sent_again:
                raise RefusedRedirect("with a body that can be read only once")
        except RefusedRedirect as refused:
            return APIConnectionError(
                message=f"Refused to follow a redirect {refused} ({self._name()}).",
                request=response.request,
                attempts=(*self.attempts, Attempt(f"status {status}")),
            )
        return None

    def _name(self) -> str:
        """Method and path: how messages refer to the call, without its query."""
        return f"{self.call.method} {short(urlsplit(self.call.url).path)}"

    def _after_failure(
        self,
        failure: Failure,
        error: Exception,
        request: WireRequest,
        end: float | None,
    ) -> Decision:
        """What to do after an attempt that got no response."""
        self.attempts = (*self.attempts, Attempt(failure.words))
        call = self.call
        repeatable = (
            failure.retryable
            and call.can_be_sent_again
            and self.rules.may_repeat(
                call.method, sent=failure.sent, is_idempotent=call.is_idempotent
            )
        )
        delay = self._next_delay(end, throttled=False) if repeatable else None
        if delay is not None:
            return Retry(delay)
        shown: httpx2.Request = getattr(error, "_request", None) or _shown(request)
        typed = self._connection_error(failure, error, shown, repeatable=repeatable)
        typed.__cause__ = error
        return GiveUp(typed)

    def _connection_error(
        self,
        failure: Failure,
        error: Exception,
        request: httpx2.Request,
        *,
        repeatable: bool,
    ) -> APIConnectionError:
        if isinstance(error, TooLarge):
            return APIConnectionError(
                message=str(error), request=request, attempts=self.attempts
            )
        unsafe = self.call.method not in SAFE_METHODS
        unknown = unsafe and failure.sent and not repeatable
        consequence = " Whether it took effect is unknown." if unknown else ""
        if failure.retryable and not self.call.can_be_sent_again:
            consequence += " It was not tried again: its body can be read only once."
        context = f"{consequence} ({self._name()}: {failure.words})"
        if failure.timeout:
            return self._timed_out(f"Request timed out.{context}", request)
        return APIConnectionError(
            message=f"Connection error.{context}",
            request=request,
            attempts=self.attempts,
        )

    def _timed_out(self, message: str, request: httpx2.Request) -> APITimeoutError:
        return APITimeoutError(request, message=message, attempts=self.attempts)

    def _after_status(self, response: Any, body: bytes, end: float | None) -> Decision:
        """What to do after a response with an error status."""
        status, hint = response.status_code, retry_after(response.headers)
        self.attempts = (*self.attempts, Attempt(f"status {status}"))
        call = self.call
        wanted = call.can_be_sent_again and self._retries_status(response, hint)
        least = self.rules.least_delay(hint) if wanted else None
        if least is not None:
            throttled = status == 429 or hint is not None
            delay = self._next_delay(
                end, throttled=throttled, least=least, headers=response.headers
            )
            if delay is not None:
                return Retry(delay)
        return GiveUp(
            status_error(
                response,
                body,
                call.method,
                self.settings,
                self.attempts,
                hint,
                self.hooks,
            )
        )

    def _retries_status(self, response: Any, hint: float | None) -> bool:
        """Whether an error status is a reason to try again: decided by the client's subclass, else
        by the server, else by the rules."""
        decided = self.hooks._should_retry(response)
        if decided is None:
            asked = response.headers.get("x-should-retry")
            decided = {"true": True, "false": False}.get(asked)
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
        """The delay before the next attempt; None if retries, time or budget are used up.

        A delay after which the deadline would leave nothing for the attempt is not begun.
        """
        retries_taken = len(self.attempts) - 1
        if retries_taken >= self.rules.max_retries:
            return None
        remaining = self.rules.max_retries - retries_taken
        delay = self.hooks._chosen_delay(remaining, self.call, headers)
        if delay is None:
            delay = max(least, self.rules.delay(retries_taken, throttled=throttled))
        left = self._left(end)
        if left is not None and delay + SHORTEST_ATTEMPT > left:
            return None
        taken = self.budget.take(throttled=throttled)
        if taken is None:
            return None
        self.taken = taken
        *before, last = self.attempts
        self.attempts = (*before, Attempt(last.outcome, delay))
        self.watch.retrying(delay)
        return delay


def _shown(request: WireRequest) -> httpx2.Request:
    """A request as httpx2 shows it, without its body."""
    import httpx2

    try:
        return httpx2.Request(
            request.method, request.url, headers=dict(request.headers)
        )
    except httpx2.InvalidURL:
        return httpx2.Request(request.method, "", headers=dict(request.headers))
