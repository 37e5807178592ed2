"""How the two clients perform a call: everything that a first request needs is loaded with this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .drivers import arun, run
from .flow import CallFlow
from .observers import Watch
from .outcome import finish
from .retries import RetryRules
from .transport import AsyncTransport, SyncTransport

if TYPE_CHECKING:
    from .base_client import BaseClient
    from .call import Call
    from .client import AsyncAPIClient, SyncAPIClient
    from .modes import Mode
    from .pages import Walk


def perform(client: SyncAPIClient, call: Call, mode: Mode, walk: Walk | None) -> Any:
    """What a call gives, in the form that ``mode`` names.

    Raises:
        APIError: the call failed.
    """
    timeout = client._settings.timeout
    transport = client._pool.transport(lambda given: SyncTransport(given, timeout))
    if client._overrides("_prepare_options"):
        from .changed_call import call_with, options_of

        options = options_of(call)
        call = call_with(client, call, client._prepare_options(options) or options)
    flow = _flow(client, call, mode)
    reply = run(flow.run(), transport, client)
    decoder = call.endpoint.decoder
    if mode == "parsed":
        return finish(client, flow.call, reply, decoder, reply.body or b"", walk)
    from .responses import APIResponse

    return APIResponse(
        reply, decoder, lambda r, d, b: finish(client, flow.call, r, d, b, walk)
    )


async def aperform(
    client: AsyncAPIClient, call: Call, mode: Mode, walk: Walk | None
) -> Any:
    """What a call gives, in the form that ``mode`` names.

    Raises:
        APIError: the call failed.
    """
    timeout = client._settings.timeout
    transport = client._pool.transport(lambda given: AsyncTransport(given, timeout))
    if client._overrides("_prepare_options"):
        from .changed_call import call_with, options_of

        options = options_of(call)
        changed = client._prepare_options(options)
        if hasattr(changed, "__await__"):
            changed = await changed
        call = call_with(client, call, changed or options)
    flow = _flow(client, call, mode)
    reply = await arun(flow.run(), transport, client)
    decoder = call.endpoint.decoder
    if mode == "parsed":
        return finish(client, flow.call, reply, decoder, reply.body or b"", walk)
    from .responses import AsyncAPIResponse

    return AsyncAPIResponse(
        reply, decoder, lambda r, d, b: finish(client, flow.call, r, d, b, walk)
    )


def _flow(client: BaseClient, call: Call, mode: Mode) -> CallFlow:
    """The flow of a call; the body of a good answer that is to be streamed is left unread."""
    settings = client._settings
    return CallFlow(
        call=call,
        settings=settings,
        rules=RetryRules(call.max_retries, settings.retries),
        budget=client._budget,
        watch=Watch(client._call_log, call.endpoint.path, client.observers),
        hooks=client,
        streamed=mode == "stream" or call.endpoint.streamed,
    )
