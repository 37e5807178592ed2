"""Logins of a person with OAuth 2.0: they end in a ``RefreshToken``, which a client sends.

With a browser on the same machine (RFC 6749, 4.1, always with PKCE, RFC 7636), or on any other one
(RFC 8628). Both need a program that runs beside a person, so they block; nothing else does.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2

from ..wire.secret import Secret
from .clock import Clock
from .credentials import as_secret
from .oauth2 import RefreshToken, TokenError, checked_endpoint, fields_of, token_request

_DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"
_SLOWER = 5.0
"""Seconds that are added to the interval where the server cannot keep up (RFC 8628, 3.5)."""

_LONGEST = 3600.0
"""Seconds that a login may take, or wait between two questions, whatever the server says."""

_WELL_KNOWN = "/.well-known/openid-configuration"


class Unreachable(TokenError):
    """The authorization server gave no response; the cause says why."""


@dataclass(frozen=True, slots=True)
class OpenIDEndpoints:
    """The addresses that an OpenID provider announces; None for what it does not have."""

    token_url: str
    authorization_url: str | None = None
    device_url: str | None = None

    @classmethod
    def discover(
        cls, issuer: str, *, http_client: httpx2.Client | None = None
    ) -> OpenIDEndpoints:
        """The addresses of the provider with an issuer's address (OpenID Connect Discovery, 4).

        Raises:
            ValueError: an address is not https.
            TokenError: the provider does not announce itself there, or is another one.
        """
        issuer = (
            checked_endpoint("OpenID", issuer).removesuffix(_WELL_KNOWN).rstrip("/")
        )
        request = httpx2.Request("GET", issuer + _WELL_KNOWN)
        response = _sent(request, http_client)
        found = fields_of(response)
        token_url = found.get("token_endpoint")
        if response.status_code != 200 or not isinstance(token_url, str):
            raise TokenError(f"No OpenID provider announces itself at {request.url}")
        if str(found.get("issuer", "")).rstrip("/") != issuer:
            raise TokenError(f"The OpenID provider at {request.url} has another issuer")
        return cls(
            checked_endpoint("token", str(token_url)),
            _endpoint(found, "authorization"),
            _endpoint(found, "device_authorization"),
        )


class _Login:
    """What both logins have: the program, its authorization server, and what comes of the login."""

    url = ""
    """The address to open in a browser."""

    def __init__(
        self,
        token_url: str,
        client_id: str,
        client_secret: str | None,
        on_refresh: Callable[[str], object] | None,
        http_client: httpx2.Client | None,
    ) -> None:
        client_secret = as_secret(client_secret)
        self._auth = RefreshToken(
            token_url,
            client_id,
            None,
            client_secret=client_secret,
            on_refresh=on_refresh,
        )
        self._token_url, self._pair = token_url, (client_id, client_secret)
        self._http_client = http_client

    def _asked(self, url: str, fields: dict[str, str]) -> httpx2.Response:
        """The response of an endpoint to the program."""
        return _sent(token_request(url, *self._pair, fields), self._http_client)


class AuthorizationRequest(_Login):
    """A person is asked in a browser to let a program act for them: open ``url``, then give the
    address to which the browser was sent to ``finish``.

    Raises:
        ValueError: an endpoint is not https, though a loopback address may be http; or the id or the
            secret cannot be sent as text.
    """

    def __init__(
        self,
        authorization_url: str,
        token_url: str,
        client_id: str,
        *,
        redirect_uri: str,
        client_secret: str | None = None,
        scopes: Sequence[str] = (),
        on_refresh: Callable[[str], object] | None = None,
        http_client: httpx2.Client | None = None,
    ) -> None:
        client_secret = as_secret(client_secret)
        super().__init__(token_url, client_id, client_secret, on_refresh, http_client)
        self._redirect_uri = redirect_uri
        self._verifier = Secret(secrets.token_urlsafe(48))
        self._state = secrets.token_urlsafe(24)
        digest = hashlib.sha256(self._verifier.encode()).digest()
        query = {
            "response_type": "code",
            "client_id": client_id,
            "redirect_uri": redirect_uri,
            "state": self._state,
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        if scopes:
            query["scope"] = " ".join(scopes)
        known = "&" if urlsplit(authorization_url).query else "?"
        self.url = f"{checked_endpoint('authorization', authorization_url)}{known}{urlencode(query)}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.url.partition('?')[0]}>"

    def finish(self, redirected_to: str) -> RefreshToken:
        """What a client authenticates with; the whole address, with its query, is needed.

        Raises:
            TokenError: the person refused, the address answers another request, or there is no
                token.
        """
        redirected_to = as_secret(redirected_to)
        given = parse_qs(redirected_to.partition("#")[0].partition("?")[2])
        answer = {name: Secret(values[0]) for name, values in given.items()}
        del given  # it would be seen in tracebacks
        if not hmac.compare_digest(
            answer.get("state", "").encode(), self._state.encode()
        ):
            raise TokenError("The address is of another request: its state differs.")
        code = answer.get("code")
        if code is None:
            reason = answer.get("error_description") or answer.get("error") or "no code"
            raise TokenError(f"The program was not authorized: {reason}")
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._redirect_uri,
            "code_verifier": self._verifier,
        }
        return self._auth._begin_with(self._asked(self._token_url, fields))


class DeviceLogin(_Login):
    """A person is asked to let a program act for them, on any device with a browser: show ``url``
    and ``user_code``, then ``wait``.

    ``complete_url`` has the code in it, for a QR code; None if the server gives none. ``expires_in``
    are the seconds that the person has.

    Raises:
        ValueError: an endpoint is not https, though a loopback address may be http; or the id or the
            secret cannot be sent as text.
        TokenError: the server did not answer with a code.
    """

    user_code = ""
    """What the person enters there."""

    def __init__(
        self,
        device_url: str,
        token_url: str,
        client_id: str,
        *,
        client_secret: str | None = None,
        scopes: Sequence[str] = (),
        on_refresh: Callable[[str], object] | None = None,
        http_client: httpx2.Client | None = None,
        clock: Clock | None = None,
    ) -> None:
        client_secret = as_secret(client_secret)
        super().__init__(token_url, client_id, client_secret, on_refresh, http_client)
        self._clock = clock or Clock()
        fields = {"client_id": client_id}
        if scopes:
            fields["scope"] = " ".join(scopes)
        response = self._asked(checked_endpoint("device", device_url), fields)
        found = fields_of(response)
        code, user_code, url = (
            found.get(name) for name in ("device_code", "user_code", "verification_uri")
        )
        texts = (code, user_code, url)
        if response.status_code != 200 or not all(isinstance(t, str) for t in texts):
            reason = found.get("error_description") or found.get("error") or "no code"
            status = response.status_code
            raise TokenError(f"The device endpoint responded {status}: {reason}")
        self._code = Secret(code)
        self.user_code = str(user_code)
        self.url = str(url)
        complete = found.get("verification_uri_complete")
        self.complete_url = str(complete) if complete else None
        self.expires_in = _seconds(found, "expires_in", 600.0)
        self._interval = _seconds(found, "interval", 5.0)
        self._end = self._clock.now() + self.expires_in

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.url} {self.user_code}>"

    def wait(self) -> RefreshToken:
        """What a client authenticates with, once the person has agreed; asks every few seconds, less
        often after a failure (RFC 8628, 3.5).

        Raises:
            TokenError: the person refused, the code expired, or there is no token.
        """
        fields = {"grant_type": _DEVICE_CODE, "device_code": self._code}
        while (left := self._end - self._clock.now()) > 0:
            self._clock.sleep(min(self._interval, left))
            try:
                response = self._asked(self._token_url, fields)
            except Unreachable:
                self._interval += _SLOWER
                continue
            error = fields_of(response).get("error")
            if error == "slow_down" or response.status_code >= 500:
                self._interval += _SLOWER
            elif error != "authorization_pending":
                return self._auth._begin_with(response)
        raise TokenError("The code has expired.")


def _sent(
    request: httpx2.Request, http_client: httpx2.Client | None
) -> httpx2.Response:
    """The response to a request, with the headers of the program's own HTTP client, but not with
    its authentication."""
    if http_client is None:
        with httpx2.Client() as client:
            return _sent(request, client)
    built = http_client.build_request(
        request.method, request.url, content=request.content, headers=request.headers
    )
    try:
        return http_client.send(built, auth=None)
    except httpx2.TransportError as error:
        words = f"{type(error).__name__}: {error}"
        raise Unreachable(
            f"The authorization server was not reached: {words}"
        ) from error


def _endpoint(found: dict[str, Any], name: str) -> str | None:
    url = found.get(f"{name}_endpoint")
    return checked_endpoint(name, str(url)) if isinstance(url, str) else None


def _seconds(found: dict[str, Any], name: str, default: float) -> float:
    value: Any = found.get(name)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(min(value, _LONGEST)) if is_number and value > 0 else default
