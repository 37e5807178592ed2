"""Answers that mean failure, as errors: what the server said, and what to do next."""

from __future__ import annotations

from types import GenericAlias
from typing import Any, cast
from urllib.parse import urlsplit

from .errors import (
    APIResponseValidationError,
    APIStatusError,
    Attempt,
)
from .error_kinds import value_at
from .hooks import Hooks
from .settings import ErrorEnvelope, Settings

_ADVICE = {
    401: "check the credentials of the client",
    403: "the credentials are not allowed to do this",
    404: "check the identifiers in the call",
    429: "call less often, or raise max_retries",
}
_LONGEST_TEXT = 2000
_LONGEST_PART = 300


def status_error(
    response: Any,
    body: bytes,
    method: str,
    settings: Settings,
    attempts: tuple[Attempt, ...],
    hint: float | None,
    hooks: Hooks,
) -> APIStatusError:
    """The typed error for a response with an error status, or with a body that says "failed"."""
    from ..decode.decoding import decode_loosely

    content = decode_loosely(body)
    status = response.status_code
    text = value_at(content, settings.error_message) if settings.error_message else None
    shown = text if isinstance(text, str) and text else content
    message = (
        f"Error code: {status} - {_shown(shown)}" if shown else f"Error code: {status}"
    )
    error = hooks._make_status_error(
        f"{message} ({_context(response, method)}{_advice(status)})",
        response=response,
        body=content,
    )
    error.errors = _errors(content, settings)
    error.attempts, error.retry_after = attempts, hint
    return error


def validation_error(
    response: Any, body: bytes, method: str, problem: str, attempts: tuple[Attempt, ...]
) -> APIResponseValidationError:
    """The typed error for a body that is not what was described."""
    from ..decode.decoding import decode_loosely

    kind = response.headers.get("content-type", "no content type")
    return APIResponseValidationError(
        "Data returned by API invalid for expected schema. "
        f"{problem} ({_context(response, method)}; {kind}, {len(body)} bytes)",
        response=response,
        body=decode_loosely(body),
        attempts=attempts,
    )


def says_failure(value: Any, envelope: ErrorEnvelope | None) -> bool:
    """Whether a body of status 200 says that the call failed."""
    if envelope is None or envelope.success is None:
        return False
    if isinstance(value, dict):
        said = cast("dict[object, object]", value).get(envelope.success)
    else:
        said = getattr(value, envelope.success, None)
    return said is False


def _context(response: Any, method: str) -> str:
    """Method, path and request id: enough to find the call in a log, without the query."""
    request_id = next(
        (
            v
            for n in ("x-request-id", "request-id", "cf-ray")
            if (v := response.headers.get(n))
        ),
        "",
    )
    path = short(urlsplit(str(response.request.url)).path)
    request_id = short(request_id)
    return f"{method} {path}{', request id ' + request_id if request_id else ''}"


def short(text: str) -> str:
    """A text of an error's context, cut where it is far longer than any person reads."""
    return text if len(text) <= _LONGEST_PART else f"{text[:_LONGEST_PART]}…"


def _advice(status: int) -> str:
    return f"; {_ADVICE[status]}" if status in _ADVICE else ""


def _shown(content: object) -> str:
    text = str(content)
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…"


def _errors(content: object, settings: Settings) -> list[Any]:
    """What an error body lists as errors, typed where the list holds objects."""
    if settings.errors is None or not isinstance(content, dict):
        return []
    listed = cast("dict[str, Any]", content).get(settings.errors.items)
    if not isinstance(listed, list) or not listed:
        return []
    from pydantic_core import to_json

    from ..decode.decoding import Decoder

    decoder = Decoder.of(GenericAlias(list, settings.errors.model()))
    items = cast("list[object]", listed)
    objects: list[object] = [item for item in items if isinstance(item, dict)]
    decoded: list[Any] = decoder.decode(to_json(objects), False)
    return decoded
