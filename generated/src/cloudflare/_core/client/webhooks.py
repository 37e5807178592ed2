"""Webhooks: requests that the API makes to its users, whose signature is checked before they are read.

The signature is that of Standard Webhooks 1.0 with a shared secret (``v1``).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from ..decode.decoding import Decoder, Undecodable
from ..policy.errors import ClientError
from ..wire.sentinels import NotGiven

TOLERANCE = 300
"""Seconds that a webhook may be old, or that its sender's clock may be fast."""

_HEADERS = ("webhook-id", "webhook-timestamp", "webhook-signature")
_SECRET_PREFIX = "whsec_"
_VERSION = "v1"
_OTHER_PACKAGE = "standardwebhooks"


class WebhookVerificationError(ClientError, ValueError):
    """A webhook that does not come from the API, has been changed, or is too old."""


def unwrapped(
    client: Any,
    kind: Callable[[], Any],
    payload: str | bytes,
    headers: Mapping[str, str] | NotGiven | None,
    key: str | bytes | None,
    option: str | None,
) -> Any:
    """The event in the body of a webhook; it is verified unless ``headers`` were not given.

    Raises:
        WebhookVerificationError: the signature is not that of this body and a key.
        ValueError: there is no key, or the body is not JSON.
    """
    body = payload.encode() if isinstance(payload, str) else payload
    if not isinstance(headers, NotGiven):
        problem = _problem(client, body, headers, key, option)
        if problem is not None:
            raise problem
    try:
        return Decoder.of(kind(), is_json=True).decode(body, client._strict)
    except Undecodable as error:
        raise ValueError(f"The body is not an event: {error}") from None


def _problem(
    client: Any,
    body: bytes,
    headers: Mapping[str, str] | None,
    key: str | bytes | None,
    option: str | None,
) -> ValueError | None:
    """Why a webhook is not accepted. The error is raised by the caller, where the client's key is not
    a local variable that a traceback may show."""
    if key is None and option:
        key = getattr(client, option, None)
    if not key:
        known = f", or give the client '{option}'" if option else ""
        return ValueError(
            f"There is no key to verify the webhook with: pass 'key'{known}"
        )
    secret = _secret(key)
    if not secret:
        return ValueError("The key of webhooks must be base64, or bytes")
    why = _mismatch(body, headers, secret, now=time.time())
    return _refusal(why) if why is not None else None


def _mismatch(
    body: bytes, headers: Mapping[str, str] | None, secret: bytes, *, now: float
) -> str | None:
    """What is wrong with the headers of a webhook at a time in seconds since 1970; None for nothing."""
    if headers is None:
        return "it has no headers"
    found = {name.lower(): value for name, value in headers.items()}
    for name in _HEADERS:
        if not found.get(name):
            return f"the header {name} is missing"
    id_, stamp, signatures = (found[name] for name in _HEADERS)
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) < 20):
        return "its timestamp is not a number of seconds"
    if abs(int(stamp) - now) > TOLERANCE:
        return "its timestamp is not of the last minutes"
    signed = b".".join((id_.encode(errors="surrogatepass"), stamp.encode(), body))
    wanted = hmac.new(secret, signed, hashlib.sha256).digest()
    for signature in signatures.split():
        version, _, text = signature.partition(",")
        if version == _VERSION and hmac.compare_digest(_decoded(text), wanted):
            return None
    return "its signature is not that of the key"


def _secret(key: str | bytes) -> bytes:
    """The bytes of a key: as they are, or those that a text has in base64; empty if it has none."""
    return key if isinstance(key, bytes) else _decoded(key.removeprefix(_SECRET_PREFIX))


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _refusal(why: str) -> WebhookVerificationError:
    """The error; for programs that use the package of Standard Webhooks, its error as well."""
    other = getattr(
        sys.modules.get(_OTHER_PACKAGE), WebhookVerificationError.__name__, None
    )
    kind: type[WebhookVerificationError] = WebhookVerificationError
    if isinstance(other, type) and issubclass(other, Exception):
        kind = type(WebhookVerificationError.__name__, (kind, other), {})
    return kind(f"The webhook is not accepted: {why}")


WebhookVerificationError.__module__ = __name__.rpartition("._core")[0] or __name__
