"""Sending requests: over connections of our own, or with the client that the user passed in.

Our own connections are made at the first request, share one TLS context, keep no cookies, and are
closed by the client that owns them. After a fork, or in another event loop, fresh ones are made.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, nullcontext
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import anyio
import httpx2

from .body import Body
from ..wire.request import WireRequest
from .default_clients import (
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
    default_timeout,
    default_tls_context,
)
from .event_loops import running_loop
from .exchange import Response
from .httpx_requests import build, received, sending_options
from .owner import Owner
from ..wire.sources import BytesSource, Source

_ENDLESS = nullcontext()


def _without_cookies(client: Any) -> Any:
    client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return client


class SyncTransport:
    """Sends requests one after the other; shared by a client and its copies."""

    def __init__(self, http_client: Any | None, timeout: float) -> None:
        self._given = http_client
        self._timeout = default_timeout(timeout)
        self._own: dict[int, httpx2.Client] = {}
        """By process; nothing is locked, for a lock may be held when a process forks."""
        self.is_closed = False

    def send(self, request: WireRequest, owner: Owner) -> Any:
        """The response to a request, its body unread."""
        client = self._client()
        content = None if request.body is None else _content(request.body)
        direct = (
            None if _is_changed(owner, request) else self._direct(client, request.url)
        )
        if direct is not None:
            return direct.send(direct.opener.open(request, content, self._timeout))
        built = build(client, request, content, self._timeout, owner)
        owner._prepare_request(built)
        return received(client.send(built, **sending_options(owner, request)))

    def _direct(self, client: Any, url: str) -> Any:
        """The transport that sends requests as they are; None if httpx2 has a say."""
        return client.own_transport(url) if self._given is None else None

    def read(
        self, response: Any, limit: int, seconds_left: float | None, *, cut: bool
    ) -> bytes:
        """The decoded body of a response, which is closed then."""
        body = Body(limit, seconds_left, cut=cut)
        if not isinstance(response, Response):
            body.shorten_time_out(response)
        try:
            for chunk in _pieces(response):
                if not body.add(chunk):
                    break
        finally:
            response.close()
        return body.attach_to(response)

    def close(self) -> None:
        """Close what was opened here; a client of the user's stays open."""
        self.is_closed = True
        own = self._own.get(os.getpid())
        if own is not None:
            own.close()

    def _client(self) -> Any:
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        if self._given is not None:
            return self._given
        here = os.getpid()
        own = self._own.get(here)
        if own is None:
            made = _without_cookies(DefaultHttpxClient(timeout=self._timeout))
            own = self._own.setdefault(here, made)
            if own is made:
                weakref.finalize(self, own.close)
        return own


class AsyncTransport:
    """Sends requests in event loops; shared by a client and its copies."""

    def __init__(self, http_client: Any | None, timeout: float) -> None:
        self._given = http_client
        self._timeout = default_timeout(timeout)
        self._own: dict[tuple[int, int], tuple[Any, httpx2.AsyncClient]] = {}
        self.is_closed = False

    async def send(self, request: WireRequest, owner: Owner) -> Any:
        """The response to a request, its body unread."""
        client = await self._client()
        content = None if request.body is None else _async_content(request.body)
        direct = (
            None if _is_changed(owner, request) else self._direct(client, request.url)
        )
        if direct is not None:
            exchange = direct.opener.open(request, content, self._timeout)
            sending = direct.send(exchange)
        else:
            built = build(client, request, content, self._timeout, owner)
            changing = owner._prepare_request(built)
            if changing is not None:
                await changing
            sending = client.send(built, **sending_options(owner, request))
        with _ends_in(request.seconds_left):
            response = await sending
        return received(response) if direct is None else response

    def _direct(self, client: Any, url: str) -> Any:
        """The transport that sends requests as they are; None if httpx2 has a say."""
        if running_loop() is None:
            return None
        if self._given is not None:
            return client.direct(url) if hasattr(client, "direct") else None
        return client.own_transport(url)

    async def read(
        self, response: Any, limit: int, seconds_left: float | None, *, cut: bool
    ) -> bytes:
        """The decoded body of a response, which is closed then."""
        body = Body(limit, seconds_left, cut=cut)
        try:
            with _ends_in(seconds_left):
                async for chunk in _async_pieces(response):
                    if not body.add(chunk):
                        break
        finally:
            await response.aclose()
        return body.attach_to(response)

    async def close(self) -> None:
        """Close what was opened here; a client of the user's stays open."""
        self.is_closed = True
        here = running_loop()
        for loop, client in self._own.values():
            if loop is here:  # the sockets of another loop went with it
                await client.aclose()
        self._own.clear()

    async def _client(self) -> Any:
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        if self._given is not None:
            return self._given
        loop = running_loop()
        key = (os.getpid(), id(loop))
        known = self._own.get(key)
        if known is None or known[0] is not loop:
            if loop is not None:  # reading certificates takes tens of milliseconds
                await loop.run_in_executor(None, default_tls_context)
            own = _without_cookies(DefaultAsyncHttpxClient(timeout=self._timeout))
            for other, (old, _) in list(self._own.items()):
                if _is_over(old):
                    self._own.pop(other, None)
            known = self._own.setdefault(key, (loop, own))
        return known[1]


def _ends_in(seconds: float | None) -> AbstractContextManager[object]:
    """Ends what is done within it after some seconds, with a TimeoutError."""
    return _ENDLESS if seconds is None else anyio.fail_after(seconds)


def _is_changed(owner: Owner, request: WireRequest) -> bool:
    """Whether a subclass, or what gets a token, changes what is sent."""
    if request.auth is not None:
        return True
    return owner._overrides("_prepare_request") or owner.custom_auth is not None


def _pieces(response: Any) -> Iterator[bytes]:
    """The decoded body, without the layers that are there for encoded ones."""
    return iter(response.stream) if _is_plain(response) else response.iter_bytes()


def _async_pieces(response: Any) -> AsyncIterator[bytes]:
    return aiter(response.stream) if _is_plain(response) else response.aiter_bytes()


def _is_plain(response: Any) -> bool:
    return isinstance(response, Response) and not response.is_encoded


def _is_over(loop: Any) -> bool:
    return loop is not None and loop.is_closed()


def _content(source: Source) -> Any:
    return source.data if isinstance(source, BytesSource) else source.start()


def _async_content(source: Source) -> Any:
    return source.data if isinstance(source, BytesSource) else source.astart()
