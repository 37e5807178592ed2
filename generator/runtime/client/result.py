"""The value in the response to a call."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from ..decode.decoding import Decoder, Undecodable
from ..pages.pages import BasePage, PageTrail
from ..policy.decisions import GiveUp
from ..policy.errors import APIError, APIStatusError
from ..policy.flow import Reply
from ..policy.policies import DEFAULT_POLICIES
from ..policy.status_errors import says_failure, status_error, validation_error
from ..wire.links import next_link

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

    from ..policy.call import Call
    from .base_client import BaseClient
    from .endpoint import Endpoint


def finish(
    client: BaseClient,
    call: Call,
    fetch: Callable[[Call, PageTrail], Any],
    trail: PageTrail | None,
    reply: Reply,
    decoder: Decoder[Any],
    body: bytes | None = None,
) -> Any:
    """The value in a response, or a ``GiveUp`` if its body says that the call failed, or cannot be
    decoded. A page learns where it came from, and that ``fetch`` gets the next one.

    ``body`` is that of the reply unless it was read later.
    """
    response = reply.response
    if body is None:
        body = reply.body or b""
    try:
        value = (
            decoder.as_is(reply, client)
            if decoder.as_is
            else decoder.decode(body, client._strict)
        )
    except Undecodable as problem:
        invalid = validation_error(
            response, body, call.method, str(problem), reply.attempts
        )
        invalid.__cause__ = problem.__cause__
        return GiveUp(invalid)
    settings = client._settings
    if says_failure(value, settings.errors):
        attempts = reply.attempts
        return GiveUp(
            status_error(response, body, call.method, settings, attempts, None, client)
        )
    if decoder.unwrap is not None:
        return decoder.unwrap(value)
    if isinstance(value, BasePage):
        most = (client._policies or DEFAULT_POLICIES).most_empty_pages
        trail = trail or PageTrail(call, fetch, most_empty_pages=most)
        return cast("Any", value)._from(trail, partial(_header, response))
    return value


def parsed_failure(
    error: APIError, endpoint: Endpoint[Any], client: BaseClient
) -> APIError:
    """The same error, to which its body is added as the type that the endpoint has for its status.

    An error that a subclass of the client made may lack what others have.
    """
    status, response = getattr(error, "status_code", 0), getattr(
        error, "response", None
    )
    if isinstance(error, APIStatusError) and status >= 400 and response is not None:
        kind = endpoint.failure_type(status)
        if kind is not None:
            with suppress(Undecodable):
                decode = Decoder.of(kind, is_json=True).decode
                vars(error)["parsed"] = decode(response.content, client._strict)
    return error


def _header(response: httpx2.Response, name: str) -> str | None:
    """The value of a header; of ``Link``, the address of the next page (RFC 8288, section 3)."""
    found: str | None = response.headers.get(name)
    return next_link(found) if found is not None and name.lower() == "link" else found
