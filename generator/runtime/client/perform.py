"""How the two clients perform a call: the drivers of the sans-IO core, and what a call gives.

The drivers do what a flow asks for and decide nothing. Everything that a first request needs is
imported with this module.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..http.transport import AsyncTransport, SyncTransport
from ..policy.decisions import GiveUp
from ..policy.flow import CallFlow, Close, Read, Reply, Send, Sleep
from ..policy.observers import Watch
from ..policy.policies import DEFAULT_POLICIES
from ..policy.retries import RetryRules
from .result import finish, parsed_failure

if TYPE_CHECKING:
    from ..http.interface import AsyncHttp, Http
    from ..pages.pages import PageTrail
    from ..policy.call import Call
    from ..wire.options import FinalRequestOptions
    from .base_client import BaseClient
    from .endpoint import Endpoint
    from .mode import Mode


def perform(
    client: BaseClient,
    endpoint: Endpoint[Any],
    mode: Mode,
    call: Call,
    trail: PageTrail | None = None,
) -> Any:
    """What a call of the synchronous client gives, in the form that ``mode`` names.

    Raises:
        APIError: the call failed.
    """
    transport = _transport(client)
    if client._overrides("_prepare_options"):
        options = _options_of(call)
        changed = client._prepare_options(options) or options
        call = _with_options(client, call, changed)
    flow = flow_of(client, endpoint, mode, call)
    steps, clock = flow.run(), flow.policies.clock
    result: Any
    try:
        step = next(steps)
        while True:
            try:
                match step:
                    case Send(request):
                        result = transport.send(request, client)
                    case Read(response, limit, seconds_left, cut):
                        result = transport.read(response, limit, seconds_left, cut=cut)
                    case Sleep(seconds):
                        clock.sleep(seconds)
                        result = None
                    case Close(response):
                        result = response.close()
            except Exception as error:
                step = steps.throw(error)
            else:
                step = steps.send(result)
    except StopIteration as done:
        reply: Reply | GiveUp = done.value
    fetch = partial(perform, client, endpoint, "parsed")
    value = reply
    if isinstance(reply, Reply):
        decoder = endpoint.decoder_for(reply.response.status_code)
        if mode != "parsed":
            from .responses import APIResponse

            finishing = partial(finish, client, flow.call, fetch, trail)
            return APIResponse(reply, decoder, finishing)
        value = finish(client, flow.call, fetch, trail, reply, decoder)
    if isinstance(value, GiveUp):
        try:
            raise parsed_failure(value.error, endpoint, client)
        finally:
            del reply, value  # the error's traceback holds this frame
    return value


async def aperform(
    client: BaseClient,
    endpoint: Endpoint[Any],
    mode: Mode,
    call: Call,
    trail: PageTrail | None = None,
) -> Any:
    """What a call of the asynchronous client gives, in the form that ``mode`` names.

    Raises:
        APIError: the call failed.
    """
    transport = _async_transport(client)
    if client._overrides("_prepare_options"):
        options = _options_of(call)
        changed = client._prepare_options(options)
        if hasattr(changed, "__await__"):
            changed = await changed
        call = _with_options(client, call, changed or options)
    flow = flow_of(client, endpoint, mode, call)
    steps, clock = flow.run(), flow.policies.clock
    result: Any
    try:
        step = next(steps)
        while True:
            try:
                match step:
                    case Send(request):
                        result = await transport.send(request, client)
                    case Read(response, limit, seconds_left, cut):
                        result = await transport.read(
                            response, limit, seconds_left, cut=cut
                        )
                    case Sleep(seconds):
                        await clock.async_sleep(seconds)
                        result = None
                    case Close(response):
                        result = await response.aclose()
            except Exception as error:
                step = steps.throw(error)
            else:
                step = steps.send(result)
    except StopIteration as done:
        reply: Reply | GiveUp = done.value
    fetch = partial(aperform, client, endpoint, "parsed")
    value = reply
    if isinstance(reply, Reply):
        decoder = endpoint.decoder_for(reply.response.status_code)
        if mode != "parsed":
            from .responses import AsyncAPIResponse

            finishing = partial(finish, client, flow.call, fetch, trail)
            return AsyncAPIResponse(reply, decoder, finishing)
        value = finish(client, flow.call, fetch, trail, reply, decoder)
    if isinstance(value, GiveUp):
        try:
            raise parsed_failure(value.error, endpoint, client)
        finally:
            del reply, value  # the error's traceback holds this frame
    return value


def _transport(client: BaseClient) -> Http:
    timeout = client._settings.timeout
    found: Http = client._pool.transport(lambda given: SyncTransport(given, timeout))
    return found


def _async_transport(client: BaseClient) -> AsyncHttp:
    timeout = client._settings.timeout
    found: AsyncHttp = client._pool.transport(
        lambda given: AsyncTransport(given, timeout)
    )
    return found


def _options_of(call: Call) -> FinalRequestOptions:
    from ..policy.options_hook import options_of

    return options_of(call)


def _with_options(client: BaseClient, call: Call, options: FinalRequestOptions) -> Call:
    from ..policy.options_hook import call_with

    return call_with(
        options, call, base_url=client._base_url, settings=client._settings
    )


def flow_of(
    client: BaseClient, endpoint: Endpoint[Any], mode: Mode, call: Call
) -> CallFlow:
    """The flow of a call; the body of a good response that is to be streamed is left unread."""
    settings, policies = client._settings, client._policies or DEFAULT_POLICIES
    fraction = policies.random_fraction
    return CallFlow(
        call=call,
        settings=settings,
        rules=RetryRules(
            call.max_retries,
            endpoint.defaults.get("retries", settings.retries),
            fraction,
            settings.retry_delays,
        ),
        budget=client._budget,
        watch=Watch(
            client._call_log, call.template, client.observers, policies.clock.now
        ),
        hooks=client,
        policies=policies,
        streamed=mode == "stream" or endpoint.streamed,
    )
