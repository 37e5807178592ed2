"""OAuth 2.0 client credentials (RFC 6749, 4.4): a token that is fetched, shared and renewed.

One request for a token is under way at a time, however many calls wait for it. A call that is
answered 401 renews the token and is sent once more.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, Generator, Sequence
from typing import Any, cast
from urllib.parse import quote_plus, urlsplit

import httpx2
from pydantic_core import from_json

from .errors import ClientError
from .fork_locks import renew_lock_in_children

_LEEWAY = 30.0
"""Seconds before its end in which a token is renewed already."""


class TokenError(ClientError):
    """No token could be had; the text says why, without a secret."""


class ClientCredentials(httpx2.Auth):
    """Sends a bearer token that it gets from a token endpoint.

    Give it to an HTTP client, ``DefaultHttpxClient(auth=…)``, or return it from a subclass'
    ``custom_auth``. It may be shared by clients, threads and event loops.

    Raises:
        ValueError: the token endpoint is not https (RFC 6749, 3.2); a loopback address may be http.
    """

    requires_response_body = True

    def __init__(
        self,
        token_url: str,
        client_id: str,
        client_secret: str,
        *,
        scopes: Sequence[str] = (),
    ) -> None:
        parts = urlsplit(token_url)
        is_local = parts.hostname in ("localhost", "127.0.0.1", "::1")
        if parts.scheme != "https" and not is_local:
            raise ValueError(f"the token endpoint must be https, not {parts.scheme}")
        self._token_url = token_url
        self._pair = (client_id, client_secret)
        self._scopes = tuple(scopes)
        self._token: str | None = None
        self._end = 0.0
        self._lock = threading.Lock()
        renew_lock_in_children(self)
        self._locks: dict[int, tuple[Any, asyncio.Lock]] = {}

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._token_url}>"

    def sync_auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Authorize a request; for the synchronous client."""
        with self._lock:
            if not self._is_valid:
                response = yield self._token_request()
                response.read()
                self._take(response)
        used = self._sign(request)
        response = yield request
        if response.status_code != 401:
            return
        with self._lock:
            if self._token == used:
                response.read()
                renewed = yield self._token_request()
                renewed.read()
                self._take(renewed)
        self._sign(request)
        yield request

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        """Authorize a request; for the asynchronous client."""
        async with self._async_lock():
            if not self._is_valid:
                response = yield self._token_request()
                await response.aread()
                self._take(response)
        used = self._sign(request)
        response = yield request
        if response.status_code != 401:
            return
        async with self._async_lock():
            if self._token == used:
                await response.aread()
                renewed = yield self._token_request()
                await renewed.aread()
                self._take(renewed)
        self._sign(request)
        yield request

    @property
    def _is_valid(self) -> bool:
        return self._token is not None and time.monotonic() < self._end

    def _async_lock(self) -> asyncio.Lock:
        """The lock of this event loop."""
        loop = asyncio.get_running_loop()
        known = self._locks.get(id(loop))
        if known is None or known[0] is not loop:
            self._locks = {k: v for k, v in self._locks.items() if not v[0].is_closed()}
            self._locks[id(loop)] = known = (loop, asyncio.Lock())
        return known[1]

    def _token_request(self) -> httpx2.Request:
        fields = {"grant_type": "client_credentials"}
        if self._scopes:
            fields["scope"] = " ".join(self._scopes)
        name, secret = (quote_plus(word) for word in self._pair)  # RFC 6749, 2.3.1
        request = httpx2.Request(
            "POST",
            self._token_url,
            data=fields,
            headers={"Accept": "application/json"},
        )
        basic = httpx2.BasicAuth(name, secret)
        return next(basic.sync_auth_flow(request))

    def _sign(self, request: httpx2.Request) -> str | None:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return self._token

    def _take(self, response: httpx2.Response) -> None:
        """Keep the token in an answer.

        Raises:
            TokenError: there is none.
        """
        found = _fields(response.content)
        token, kind = found.get("access_token"), str(found.get("token_type", ""))
        if response.status_code != 200 or not isinstance(token, str):
            said = found.get("error_description") or found.get("error") or "no token"
            raise TokenError(
                f"The token endpoint answered {response.status_code}: {said}"
            )
        if kind.lower() != "bearer":
            raise TokenError(f"The token is of the type '{kind}', not a bearer token.")
        seconds = found.get("expires_in")
        lasts = seconds if isinstance(seconds, (int, float)) else 3600.0
        self._token = token
        self._end = time.monotonic() + max(lasts - _LEEWAY, lasts / 2)


def _fields(content: bytes) -> dict[str, Any]:
    try:
        value = from_json(content)
    except ValueError:
        return {}
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}
