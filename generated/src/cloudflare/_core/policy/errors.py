"""Every error that a call can end in.

Errors can be pickled, and their messages hold no credential. Requests and responses are kept for
inspection; a pickle keeps only the method of the request and its URL without the query.
"""

# A status is set once, so a class may narrow its type:
# pyright: reportIncompatibleVariableOverride=false

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Literal

    import httpx2


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt of a call: what came of it, and the seconds waited before the next one."""

    outcome: str
    delay: float | None = None


class ClientError(Exception):
    """The root of every error that this package raises on its own account."""


class APIError(ClientError):
    """A call failed.

    ``body`` is the decoded JSON of the response, or its text, or None without a response;
    ``errors`` what the body lists as errors; ``attempts`` what was tried.
    """

    message: str
    request: httpx2.Request
    body: object | None
    errors: list[Any]
    attempts: tuple[Attempt, ...]

    def __init__(
        self,
        message: str,
        request: httpx2.Request,
        *,
        body: object | None = None,
        errors: list[Any] | None = None,
        attempts: tuple[Attempt, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        self.body = body
        self.errors = errors or []
        self.attempts = attempts

    @property
    def retries_taken(self) -> int:
        """How often the call was tried again."""
        return max(len(self.attempts) - 1, 0)

    def __reduce__(self) -> tuple[Any, ...]:
        state = {
            k: v for k, v in vars(self).items() if k not in ("request", "response")
        }
        url = self.request.url
        path = url.raw_path.partition(b"?")[0].decode("ascii")
        shown = f"{url.scheme}://{url.netloc.decode('ascii')}{path}" if url.host else ""
        return _restore, (type(self), self.args, state, self.request.method, shown)


def _restore(
    kind: type[APIError],
    args: tuple[Any, ...],
    state: dict[str, Any],
    method: str,
    url: str,
) -> APIError:
    import httpx2

    error = kind.__new__(kind, *args)
    error.args = args
    vars(error).update({"response": None} | state)
    error.request = httpx2.Request(method, url)
    return error


class APIResponseError(APIError):
    """A call was answered, and the answer is the problem."""

    response: httpx2.Response
    status_code: int
    headers: dict[str, str]
    request_id: str | None
    retry_after: float | None

    def __init__(
        self,
        message: str,
        *,
        response: httpx2.Response,
        body: object | None,
        errors: list[Any] | None = None,
        attempts: tuple[Attempt, ...] = (),
        retry_after: float | None = None,
    ) -> None:
        super().__init__(
            message, response.request, body=body, errors=errors, attempts=attempts
        )
        self.response = response
        self.status_code = response.status_code
        self.headers = {
            k: v for k, v in response.headers.items() if k.lower() != "set-cookie"
        }
        self.request_id = next(
            (
                v
                for n in ("x-request-id", "request-id", "cf-ray")
                if (v := response.headers.get(n))
            ),
            None,
        )
        self.retry_after = retry_after


class APIStatusError(APIResponseError):
    """The API answered with an error status, or with a body that says that the call failed.

    ``parsed`` is the body as the type that the description gives this status; None where it gives
    none, or the body is not of that type.
    """

    parsed: object | None = None


class APIResponseValidationError(APIResponseError):
    """The API answered with something that cannot be decoded as described."""


class APIWebhookValidationError(APIError):
    """For programs that name it, as former clients do; never raised: a webhook that is not accepted is a
    ``WebhookVerificationError``."""


class BadRequestError(APIStatusError):
    """Status 400."""

    status_code: Literal[400]


class AuthenticationError(APIStatusError):
    """Status 401."""

    status_code: Literal[401]


class PermissionDeniedError(APIStatusError):
    """Status 403."""

    status_code: Literal[403]


class NotFoundError(APIStatusError):
    """Status 404."""

    status_code: Literal[404]


class ConflictError(APIStatusError):
    """Status 409."""

    status_code: Literal[409]


class UnprocessableEntityError(APIStatusError):
    """Status 422."""

    status_code: Literal[422]


class RateLimitError(APIStatusError):
    """Status 429."""

    status_code: Literal[429]


class InternalServerError(APIStatusError):
    """Status 500 and above."""


class APIConnectionError(APIError):
    """No usable answer arrived; ``__cause__`` says why."""

    def __init__(
        self,
        *,
        message: str = "Connection error.",
        request: httpx2.Request,
        attempts: tuple[Attempt, ...] = (),
    ) -> None:
        super().__init__(message, request, attempts=attempts)


class APITimeoutError(APIConnectionError):
    """A phase of the call took longer than its timeout, or the whole call than its deadline."""

    def __init__(
        self,
        request: httpx2.Request,
        *,
        message: str = "Request timed out.",
        attempts: tuple[Attempt, ...] = (),
    ) -> None:
        super().__init__(message=message, request=request, attempts=attempts)


class PaginationError(ClientError):
    """The way to the next page cannot be followed."""


class PaginationLoopError(PaginationError):
    """A server sent a cursor for the second time, or too many empty pages in a row."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error_class(status: int) -> type[APIStatusError]:
    """The error for a status."""
    fallback = InternalServerError if status >= 500 else APIStatusError
    return _BY_STATUS.get(status, fallback)


# Tracebacks and pickles name these classes as users import them, not where they are defined.
_PACKAGE = __name__.rpartition("._core")[0] or __name__
for _class in (
    ClientError,
    *_BY_STATUS.values(),
    APIError,
    APIResponseError,
    APIStatusError,
    APIResponseValidationError,
    APIWebhookValidationError,
    InternalServerError,
    APIConnectionError,
    APITimeoutError,
    PaginationLoopError,
):
    if _class is not ClientError and _class is not APIResponseError:
        _class.__module__ = _PACKAGE
