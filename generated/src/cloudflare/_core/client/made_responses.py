"""Raw responses that a program makes from a response of httpx, as its tests may do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..decode.decoding import Decoder
from ..policy.errors import Attempt
from ..policy.flow import Reply
from .result import finish
from .streams import stream_class, stream_decoder

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..pages.pages import PageTrail
    from ..policy.call import Call
    from ..wire.options import FinalRequestOptions


def parts_of(
    client: Any,
    raw: Any,
    options: FinalRequestOptions,
    *,
    cast_to: Any,
    stream: bool,
    stream_cls: Any,
    retries_taken: int,
) -> tuple[Reply, Decoder[Any], Callable[..., Any]]:
    """The reply, the decoder of its body, and what finishes the parsed value."""
    try:
        _ = raw.request  # httpx raises if a program gave none
    except RuntimeError:
        raw.request = client._build_request(options)
    tried = (Attempt("unknown"),) * retries_taken
    reply = Reply(raw, None, (*tried, Attempt(f"status {raw.status_code}")))
    endpoint, call = client._described(options, cast_to)

    def fetch(call: Call, trail: PageTrail) -> Any:
        return client._perform(endpoint, call)

    decoder = (
        stream_decoder(stream_class(stream_cls, cast_to, is_async=client._is_async))
        if stream
        else endpoint.decoder
    )
    return reply, decoder, partial(finish, client, call, fetch, None)
