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

TOLERANCE = 300
"""Seconds that a webhook may be old, or that its sender's clock may be fast."""

_SECRET_PREFIX = "whsec_"
_VERSION = "v1"
_OTHER_PACKAGE = "standardwebhooks"


class WebhookVerificationError(ClientError, ValueError):
    """A webhook that does not come from the API, has been changed, or is too old."""


def unwrapped(
    client: Any,
    kind: Callable[[], Any],
    payload: str | bytes,
    headers: Mapping[str, str] | None,
    key: str | bytes | None,
    option: str,
) -> Any:
    """The event in the body of a webhook; it is verified unless ``headers`` is None.

    Raises:
        WebhookVerificationError: the signature is not that of this body and a key.
        ValueError: there is no key, or the body is not JSON.
    """
    body = payload.encode() if isinstance(payload, str) else payload
    if headers is not None:
        key = getattr(client, option, None) if key is None and option else key
        if not key:
            known = f", or give the client '{option}'" if option else ""
            raise ValueError(
                f"There is no key to verify the webhook with: pass 'key'{known}"
            )
        verify(body, headers, key, now=time.time())
    try:
        return Decoder.of(kind(), is_json=True).decode(body, client._strict)
    except Undecodable as error:
        raise ValueError(f"The body is not an event: {error}") from None


def verify(
    body: bytes, headers: Mapping[str, str], key: str | bytes, *, now: float
) -> None:
    """Check the signature of a webhook at a time in seconds since 1970.

    Raises:
        WebhookVerificationError: it is missing, of another key or body, or too old.
        ValueError: the key is not base64.
    """
    found = {name.lower(): value for name, value in headers.items()}
    try:
        id_, stamp, signatures = (
            found[f"webhook-{name}"] for name in ("id", "timestamp", "signature")
        )
    except KeyError as error:
        raise _refusal(f"the header {error.args[0]} is missing") from None
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) < 20):
        raise _refusal("its timestamp is not a number of seconds")
    if abs(int(stamp) - now) > TOLERANCE:
        raise _refusal("its timestamp is not of the last minutes")
    signed = b".".join((id_.encode(), stamp.encode(), body))
    wanted = hmac.new(_secret(key), signed, hashlib.sha256).digest()
    for signature in signatures.split():
        version, _, text = signature.partition(",")
        if version == _VERSION and hmac.compare_digest(_decoded(text), wanted):
            return
    raise _refusal("its signature is not that of the key")


def _secret(key: str | bytes) -> bytes:
    """The bytes of a key: as they are, or those that a text has in base64."""
    if isinstance(key, bytes):
        return key
    try:
        return base64.b64decode(key.removeprefix(_SECRET_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("The key of webhooks must be base64, or bytes") from None


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
