"""The two drivers of the sans-IO core: they do what a flow asks for, and decide nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from ..policy.flow import Close, Flow, Read, Reply, Send, Sleep, Step

if TYPE_CHECKING:
    from .base_client import BaseClient
    from ..http.interface import AsyncHttp, Http


def run(flow: Flow, transport: Http, client: BaseClient) -> Reply:
    """Drive a flow to its end; ``client`` may change each request before it is sent."""
    try:
        step = next(flow)
        while True:
            try:
                result = _perform(step, transport, client)
            except Exception as error:
                step = flow.throw(error)
            else:
                step = flow.send(result)
    except StopIteration as done:
        reply: Reply = done.value
        return reply


async def arun(flow: Flow, transport: AsyncHttp, client: BaseClient) -> Reply:
    """Drive a flow to its end; ``client`` may change each request before it is sent."""
    try:
        step = next(flow)
        while True:
            try:
                result = await _aperform(step, transport, client)
            except Exception as error:
                step = flow.throw(error)
            else:
                step = flow.send(result)
    except StopIteration as done:
        reply: Reply = done.value
        return reply


def _perform(step: Step, transport: Http, client: BaseClient) -> Any:
    match step:
        case Send(request):
            return transport.send(request, client)
        case Read(response, limit, seconds_left, cut):
            return transport.read(response, limit, seconds_left, cut=cut)
        case Sleep(seconds):
            return time.sleep(seconds)
        case Close(response):
            return response.close()


async def _aperform(step: Step, transport: AsyncHttp, client: BaseClient) -> Any:
    match step:
        case Send(request):
            return await transport.send(request, client)
        case Read(response, limit, seconds_left, cut):
            return await transport.read(response, limit, seconds_left, cut=cut)
        case Sleep(seconds):
            import anyio

            return await anyio.sleep(seconds)
        case Close(response):
            return await response.aclose()
