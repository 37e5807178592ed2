"""URLs of documents: what may be fetched, how a reference is joined to one, how one is shown.

Belongs to reading; fetches nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit, urlunsplit

_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9._-]+|\[[0-9a-f:.]+\]")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_KEPT = "/%:@!$&'()*+,;=~?"


@dataclass(frozen=True, slots=True)
class Url:
    """An http or https URL without a fragment, in its usual form.

    ``credentials`` is the user and password that it was given with, as ``user:password``; they are
    no part of ``text``.
    """

    text: str
    credentials: str | None = field(default=None, repr=False, compare=False)

    @classmethod
    def parse(cls, text: str) -> Url:
        """The URL of a text.

        Raises:
            ValueError: it cannot be fetched; the message does not contain it.
        """
        if _UNSAFE.search(text):
            raise ValueError("contains a space, a backslash or a control character")
        if text.partition(":")[0].lower() not in _PORTS:
            raise ValueError("must be an http or https URL")
        try:
            parts = urlsplit(text)
            port = parts.port
            host = (parts.hostname or "").encode("idna").decode("ascii").lower()
        except ValueError:  # their messages quote what they cannot read
            raise ValueError("has no valid host and port") from None
        host = f"[{host}]" if ":" in host else host
        if not _HOST.fullmatch(host) or port == 0:
            raise ValueError("has no valid host and port")
        place = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
        path = quote(parts.path, _KEPT) or "/"
        query = quote(parts.query, _KEPT)
        user = parts.netloc.rpartition("@")[0]
        whole = urlunsplit((parts.scheme, place, path, query, ""))
        return cls(whole, unquote(user) or None)

    def join(self, reference: str) -> Url | None:
        """The URL that a reference in this document leads to; None if it cannot be fetched.

        Credentials go with it to the same origin only.
        """
        try:
            found = Url.parse(urljoin(self.text, reference))
        except ValueError:
            return None
        kept = self.credentials if found.origin == self.origin else None
        return replace(found, credentials=kept)

    @property
    def scheme(self) -> str:
        """``http`` or ``https``."""
        return self.text.partition(":")[0]

    @property
    def host(self) -> str:
        """The host, with its port unless that is the usual one."""
        return urlsplit(self.text).netloc

    @property
    def origin(self) -> str:
        """The scheme, the host and the port (RFC 6454)."""
        return f"{self.scheme}://{self.host}"

    @property
    def path(self) -> str:
        """The path, which starts with a slash."""
        return urlsplit(self.text).path

    def __str__(self) -> str:
        """The URL for people: values of its query may be keys, and are left out."""
        address, mark, query = self.text.partition("?")
        names = [name for name, _ in parse_qsl(query, keep_blank_values=True)]
        return address + mark + "&".join(f"{quote(name)}=…" for name in names)
