"""Tokens of OAuth 2.0 (RFC 6749) that are fetched, shared and renewed.

One request for a token is under way at a time, however many calls wait for it. A call that is
answered 401 renews the token and is sent once more.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from typing import Any, NamedTuple, cast
from urllib.parse import quote_plus, urlsplit

import httpx2
from pydantic_core import from_json

from ..wire.secret import Secret
from .clock import Clock
from .credentials import NotText, as_secret
from .errors import ClientError
from .turns import RECHECK_INTERVAL, Turn, Turns

_LEEWAY = 30.0
"""Seconds before its end in which a token is renewed already."""


class TokenError(ClientError):
    """No token could be had; the text says why, without a secret."""


class Token(NamedTuple):
    """An access token, and the moment after which it is not used."""

    text: str
    end: float


class FetchedToken(httpx2.Auth, ABC):
    """Sends a bearer token that it gets from a token endpoint, with a grant of a subclass.

    Give it to an HTTP client, ``DefaultHttpxClient(auth=…)``, or return it from a subclass'
    ``custom_auth``. It may be shared by clients, threads and event loops. A program without a secret
    names itself in the request (RFC 6749, 3.2.1).
    """

    requires_response_body = True

    def __init__(
        self,
        token_url: str,
        client_id: str,
        client_secret: str | None,
        scopes: Sequence[str],
    ) -> None:
        client_secret = as_secret(client_secret)  # also in tracebacks with locals
        self._token_url = token_url
        _check("client_id", client_id)
        if client_secret is not None:
            _check("client_secret", client_secret)
        checked_endpoint("token", token_url)
        self._pair = (client_id, client_secret)
        self._scopes = tuple(scopes)
        self._token: Token | None = None
        self._turns = Turns(Clock())

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._token_url}>"

    def sync_auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Authorize a request; for the synchronous client."""
        refused: Token | None = None
        while True:
            if self._needs_token(refused):
                with Turn(self._turns) as turn:
                    while not turn.has_come and self._needs_token(refused):
                        self._turns.clock.sleep(RECHECK_INTERVAL)
                    if self._needs_token(refused):
                        response = yield self._token_request()
                        response.read()
                        self._token = self._token_of(response)
                self._tell()
            used = self._sign(request)
            response = yield request
            if response.status_code != 401 or refused is not None:
                return
            response.read()  # so that its connection is free for the request for a token
            refused = used

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        """Authorize a request; for the asynchronous client."""
        refused: Token | None = None
        while True:
            if self._needs_token(refused):
                with Turn(self._turns) as turn:
                    while not turn.has_come and self._needs_token(refused):
                        await self._turns.clock.async_sleep(RECHECK_INTERVAL)
                    if self._needs_token(refused):
                        response = yield self._token_request()
                        await response.aread()
                        self._token = self._token_of(response)
                self._tell()
            used = self._sign(request)
            response = yield request
            if response.status_code != 401 or refused is not None:
                return
            await response.aread()
            refused = used

    def _needs_token(self, refused: Token | None) -> bool:
        """Whether a token must be fetched: there is none, it was refused, or it ends."""
        token = self._token
        return token is None or token is refused or self._turns.clock.now() >= token.end

    @abstractmethod
    def _grant(self) -> dict[str, str]:
        """What the request for a token says beside the scopes."""

    def _token_request(self) -> httpx2.Request:
        fields = self._grant()
        if self._scopes:
            fields["scope"] = " ".join(self._scopes)
        return token_request(self._token_url, *self._pair, fields)

    def _sign(self, request: httpx2.Request) -> Token | None:
        """Add the token to a request; returns it."""
        token = self._token
        if token is not None:
            request.headers["Authorization"] = f"Bearer {token.text}"
        return token

    def _tell(self) -> None:
        """Tell the program what it may want to keep of a response; nobody waits meanwhile."""

    def _token_of(self, response: httpx2.Response) -> Token:
        """The token in a response.

        Raises:
            TokenError: there is none.
        """
        found = fields_of(response)
        token, kind = found.get("access_token"), str(found.get("token_type", ""))
        if response.status_code != 200 or not isinstance(token, str):
            reason = found.get("error_description") or found.get("error") or "no token"
            raise TokenError(
                f"The token endpoint answered {response.status_code}: {reason}"
            )
        if kind.lower() != "bearer":
            raise TokenError(f"The token is of the type '{kind}', not a bearer token.")
        if not (token.isascii() and token.isprintable()):
            raise TokenError("The token has characters that cannot be sent.")
        seconds = found.get("expires_in")
        lasts = seconds if isinstance(seconds, (int, float)) else 3600.0
        end = self._turns.clock.now() + max(lasts - _LEEWAY, lasts / 2)
        return Token(token, end)


class ClientCredentials(FetchedToken):
    """The token of a program, which proves who it is by a secret (RFC 6749, 4.4).

    Raises:
        ValueError: the token endpoint is not https (RFC 6749, 3.2), though a loopback address may be
            http; or the id or the secret cannot be sent as text.
    """

    def __init__(
        self,
        token_url: str,
        client_id: str,
        client_secret: str,
        *,
        scopes: Sequence[str] = (),
    ) -> None:
        client_secret = as_secret(client_secret)
        super().__init__(token_url, client_id, client_secret, scopes)

    def _grant(self) -> dict[str, str]:
        return {"grant_type": "client_credentials"}


class RefreshToken(FetchedToken):
    """The token of a person who allowed a program to act for them (RFC 6749, 6).

    A server may answer with a new refresh token, after which the old one is void: ``on_refresh`` is
    called with each new one, so that it can be kept for the next start of the program. Without a
    refresh token only the token of a login is sent.

    Raises:
        ValueError: the token endpoint is not https, though a loopback address may be http; or the id,
            the secret or the token cannot be sent as text.
    """

    def __init__(
        self,
        token_url: str,
        client_id: str,
        refresh_token: str | None,
        *,
        client_secret: str | None = None,
        scopes: Sequence[str] = (),
        on_refresh: Callable[[str], object] | None = None,
    ) -> None:
        client_secret, refresh_token = as_secret(client_secret), as_secret(
            refresh_token
        )
        super().__init__(token_url, client_id, client_secret, scopes)
        if refresh_token is not None:
            _check("refresh_token", refresh_token)
        self._refresh_token = refresh_token
        self._untold: str | None = None
        self._on_refresh = on_refresh

    def _begin_with(self, response: httpx2.Response) -> RefreshToken:
        """Use the token in a response, and the refresh token beside it later.

        Raises:
            TokenError: there is none.
        """
        self._token = self._token_of(response)
        self._tell()
        return self

    def _grant(self) -> dict[str, str]:
        if not self._refresh_token:
            raise TokenError("The token has ended, and there is no refresh token.")
        return {"grant_type": "refresh_token", "refresh_token": self._refresh_token}

    def _token_of(self, response: httpx2.Response) -> Token:
        token = super()._token_of(response)
        refresh = fields_of(response).get("refresh_token")
        if isinstance(refresh, str) and refresh not in ("", self._refresh_token):
            self._refresh_token = refresh
            self._untold = refresh
        return token

    def _tell(self) -> None:
        refresh, self._untold = self._untold, None
        if refresh is not None and self._on_refresh is not None:
            self._on_refresh(str(refresh))


def checked_endpoint(name: str, url: str) -> str:
    """The address of an endpoint.

    Raises:
        ValueError: it is not https (RFC 6749, 3.2); a loopback address may be http.
    """
    parts = urlsplit(url)
    is_local = parts.hostname in ("localhost", "127.0.0.1", "::1")
    schemes = ("https", "http") if is_local else ("https",)
    if not parts.hostname or parts.scheme not in schemes:
        raise ValueError(f"the {name} endpoint must be https, not {url[:80]}")
    return url


def token_request(
    url: str, client_id: str, client_secret: str | None, fields: dict[str, str]
) -> httpx2.Request:
    """A request of a program to an endpoint of the authorization server."""
    sent = fields if client_secret is not None else {**fields, "client_id": client_id}
    accept = {"Accept": "application/json"}
    request = httpx2.Request("POST", url, data=sent, headers=accept)
    if client_secret is None:
        return request
    name, secret = (Secret(quote_plus(w)) for w in (client_id, client_secret))
    basic = httpx2.BasicAuth(name, secret)  # RFC 6749, 2.3.1
    return next(basic.sync_auth_flow(request))


def _check(name: str, word: Any) -> None:
    if isinstance(word, NotText) or not isinstance(word, str):
        kind = word if isinstance(word, NotText) else f"<{type(word).__name__}>"
        raise ValueError(f"{name} must be a string, not {kind}")
    if not word.isprintable():
        raise ValueError(f"{name} has characters that cannot be sent")


def fields_of(response: httpx2.Response) -> dict[str, Any]:
    """What an authorization server answered; no ``repr`` shows its texts, tokens among them."""
    try:
        value = from_json(response.content)
    except ValueError:
        return {}
    found = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    return {n: Secret(v) if isinstance(v, str) else v for n, v in found.items()}
