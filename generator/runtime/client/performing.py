"""How the two clients perform a call: everything that a first request needs is loaded with this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .drivers import arun, run
from ..policy.flow import CallFlow
from ..policy.observers import Watch
from .outcome import finish
from ..policy.retries import RetryRules
from ..http.transport import AsyncTransport, SyncTransport

if TYPE_CHECKING:
    from .base_client import BaseClient
    from ..policy.call import Call
    from .endpoint import Endpoint
    from .modes import Mode
    from ..pages.pages import Walk
    from ..wire.options import FinalRequestOptions


def perform(
    client: BaseClient,
    endpoint: Endpoint[Any],
    call: Call,
    mode: Mode,
    walk: Walk | None,
) -> Any:
    """What a call gives, in the form that ``mode`` names.

    Raises:
        APIError: the call failed.
    """
    timeout = client._settings.timeout
    transport = client._pool.transport(lambda given: SyncTransport(given, timeout))
    if client._overrides("_prepare_options"):
        from ..policy.options_hook import options_of

        options = options_of(call)
        changed = client._prepare_options(options) or options
        call = _with_options(client, call, changed)
    flow = _flow(client, endpoint, call, mode)
    reply = run(flow.run(), transport, client)
    decoder = endpoint.decoder
    if mode == "parsed":
        body = reply.body or b""
        return finish(client, endpoint, flow.call, reply, decoder, body, walk)
    from .responses import APIResponse

    return APIResponse(
        reply,
        decoder,
        lambda r, d, b: finish(client, endpoint, flow.call, r, d, b, walk),
    )


async def aperform(
    client: BaseClient,
    endpoint: Endpoint[Any],
    call: Call,
    mode: Mode,
    walk: Walk | None,
) -> Any:
    """What a call gives, in the form that ``mode`` names.

    Raises:
        APIError: the call failed.
    """
    timeout = client._settings.timeout
    transport = client._pool.transport(lambda given: AsyncTransport(given, timeout))
    if client._overrides("_prepare_options"):
        from ..policy.options_hook import options_of

        options = options_of(call)
        changed = client._prepare_options(options)
        if hasattr(changed, "__await__"):
            changed = await changed
        call = _with_options(client, call, changed or options)
    flow = _flow(client, endpoint, call, mode)
    reply = await arun(flow.run(), transport, client)
    decoder = endpoint.decoder
    if mode == "parsed":
        body = reply.body or b""
        return finish(client, endpoint, flow.call, reply, decoder, body, walk)
    from .responses import AsyncAPIResponse

    return AsyncAPIResponse(
        reply,
        decoder,
        lambda r, d, b: finish(client, endpoint, flow.call, r, d, b, walk),
    )


def _with_options(client: BaseClient, call: Call, options: FinalRequestOptions) -> Call:
    from ..policy.options_hook import call_with

    return call_with(
        options, call, base_url=client._base_url, settings=client._settings
    )


def _flow(
    client: BaseClient, endpoint: Endpoint[Any], call: Call, mode: Mode
) -> CallFlow:
    """The flow of a call; the body of a good answer that is to be streamed is left unread."""
    settings = client._settings
    return CallFlow(
        call=call,
        settings=settings,
        rules=RetryRules(call.max_retries, settings.retries),
        budget=client._budget,
        watch=Watch(client._call_log, call.template, client.observers),
        hooks=client,
        streamed=mode == "stream" or endpoint.streamed,
    )
