"""Texts that hold bytes in another alphabet than that of base64, which bytes are sent in."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import Annotated, Any, TypeAlias

__all__ = ["Base64Url", "Base64UrlText"]


class Base64UrlText:
    """Annotates a text in base64url without padding (RFC 4648, section 5), which may be given as
    bytes."""

    def __call__(self, value: Any) -> Any:
        if not isinstance(value, (bytes, bytearray)):
            return value
        return urlsafe_b64encode(value).rstrip(b"=").decode()


Base64Url: TypeAlias = Annotated[str | bytes, Base64UrlText()]
"""A text in base64url, or the bytes that it holds."""
