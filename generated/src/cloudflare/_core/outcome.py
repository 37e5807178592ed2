"""The value in the answer to a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .decoding import Decoder, Undecodable
from .flow import Reply
from .pages import BasePage, Walk
from .status_errors import status_error, validation_error

if TYPE_CHECKING:
    from .call import Call
    from .settings import ErrorEnvelope


def finish(
    client: Any,
    call: Call,
    reply: Reply,
    decoder: Decoder[Any],
    body: bytes,
    walk: Walk | None,
) -> Any:
    """The value in an answer; a page learns where it came from.

    Raises:
        APIResponseValidationError: the body is not what was described.
        APIStatusError: the body says that the call failed.
    """
    response = reply.response
    try:
        value = (
            decoder.as_is(reply, client)
            if decoder.as_is
            else decoder.decode(body, client._strict)
        )
    except Undecodable as problem:
        raise validation_error(
            response, body, call.method, str(problem), reply.attempts
        ) from None
    if says_failure(value, client._settings.errors):
        raise status_error(
            response,
            body,
            call.method,
            client._settings,
            reply.attempts,
            None,
            client,
        )
    if isinstance(value, BasePage):
        return cast("Any", value)._from(
            walk or Walk(call, lambda c, w: client.perform(c, "parsed", w))
        )
    return value


def says_failure(value: Any, envelope: ErrorEnvelope | None) -> bool:
    """Whether a body of status 200 says that the call failed."""
    if envelope is None or envelope.success is None:
        return False
    if isinstance(value, dict):
        said = cast("dict[object, object]", value).get(envelope.success)
    else:
        said = getattr(value, envelope.success, None)
    return said is False
