"""The value in the answer to a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..decode.decoding import Decoder, Undecodable
from ..policy.flow import Reply
from ..pages.pages import BasePage, Walk
from ..policy.status_errors import says_failure, status_error, validation_error

if TYPE_CHECKING:
    from ..policy.call import Call
    from .endpoint import Endpoint


def finish(
    client: Any,
    endpoint: Endpoint[Any],
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
            walk or Walk(call, lambda c, w: client.perform(endpoint, c, "parsed", w))
        )
    return value
