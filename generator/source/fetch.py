"""From a URL to text: within limits of size and time, and only from where it may come.

Belongs to reading; knows nothing of YAML, JSON or descriptions.
"""

from __future__ import annotations

import threading
import time
import zlib
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct, field

from .url import Url

if TYPE_CHECKING:
    from http.client import HTTPResponse

MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 64 * 1024
_ACCEPT = "application/yaml, application/json, text/yaml, text/plain;q=0.9, */*;q=0.8"
_HELP_401 = "give a user and a password in the URL, or download it and use --spec -"


@dataclass(eq=False)
class Unfetched(Exception):
    """A URL that was not read: why, and the remedy."""

    message: str
    help: str


class Fetched(Struct, frozen=True):
    """The bytes of a document, and the URL that they came from in the end."""

    url: Url
    data: bytes


class Limits(Struct, frozen=True):
    """What a fetch may take: bytes, seconds for each step and in all, documents in one run."""

    size: int = 64 * 1024 * 1024
    step: float = 10.0
    total: float = 60.0
    documents: int = 500


class Fetcher(Struct, eq=False):
    """Fetches the documents of one run, from the origin of the first and from ``hosts``.

    A host of ``hosts`` has its port unless that is the usual one. An origin that did not respond is
    not asked again.
    """

    hosts: frozenset[str] = frozenset()
    limits: Limits = field(default_factory=Limits)
    _home: str | None = None
    _silent: set[str] = field(default_factory=set)
    _fetched: int = 0

    def start(self, url: Url) -> Fetched:
        """The document at a URL that the user named; its origin may be asked from then on.

        Raises:
            Unfetched: it cannot be read.
        """
        self._home = url.origin
        return self.fetch(url)

    def may_fetch(self, url: Url) -> bool:
        """Whether a reference or a redirect may lead to a URL."""
        return url.origin == self._home or url.host in self.hosts

    def fetch(self, url: Url) -> Fetched:
        """The document at a URL that may be fetched.

        Raises:
            Unfetched: it cannot be read.
        """
        from http.client import HTTPException  # as slow to load as ``urllib.request``

        if url.origin in self._silent:
            raise Unfetched("its host did not respond before", "try again later")
        self._fetched += 1
        if self._fetched > self.limits.documents:
            message = f"this is more than {self.limits.documents} documents"
            raise Unfetched(message, "bundle them into one file")
        try:
            return self._in_time(url)
        except (OSError, HTTPException) as error:
            self._silent.add(url.origin)
            raise Unfetched(_why(error), "check the URL and the network") from None

    def _in_time(self, url: Url) -> Fetched:
        """Fetch in a thread of its own, which may not take longer than all steps together.

        No step of the standard library has a limit for names that are looked up, or for headers
        that arrive byte by byte.
        """
        outcome: list[Fetched | BaseException] = []

        def run() -> None:
            try:
                outcome.append(self._follow(url))
            except BaseException as error:
                outcome.append(error)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        thread.join(self.limits.total)
        if not outcome:
            raise TimeoutError
        if isinstance(outcome[0], BaseException):
            raise outcome[0]
        return outcome[0]

    def _follow(self, url: Url) -> Fetched:
        until = time.monotonic() + self.limits.total
        for _ in range(MOST_REDIRECTS + 1):
            with _get(url, self.limits.step) as response:
                if response.status not in _REDIRECTS:
                    return Fetched(url, self._body(response, until))
                url = self._redirected(url, response.headers.get("Location"))
        message = f"it redirects more than {MOST_REDIRECTS} times"
        raise Unfetched(message, "use the URL of the file itself")

    def _redirected(self, url: Url, location: str | None) -> Url:
        target = url.join(location.strip()) if location else None
        if target is None:
            raise Unfetched(
                "it redirects to nothing that can be fetched", "fix the URL"
            )
        if url.scheme == "https" and target.scheme == "http":
            message = f"it redirects from https to '{target}'"
            raise Unfetched(message, "use a URL that stays on https")
        if not self.may_fetch(target):
            message = f"it redirects to another origin, '{target}'"
            help = f"use that URL, or allow it: --allow-remote-refs {target.host}"
            raise Unfetched(message, help)
        return target

    def _body(self, response: HTTPResponse, until: float) -> bytes:
        if response.status != 200:
            help = _HELP_401 if response.status in (401, 403) else "check the URL"
            raise Unfetched(f"the server responded with {response.status}", help)
        coding = response.headers.get("Content-Encoding", "identity").lower()
        if coding not in ("identity", "gzip"):
            raise Unfetched(
                f"it is compressed with '{coding[:20]}'", "download it first"
            )
        inflate = zlib.decompressobj(wbits=31) if coding == "gzip" else None
        data = bytearray()
        while chunk := response.read1(_CHUNK):
            room = self.limits.size + 1 - len(data)
            try:
                data += inflate.decompress(chunk, room) if inflate else chunk
            except zlib.error:
                raise Unfetched("its compression is broken", "try again") from None
            if len(data) > self.limits.size:
                message = f"it is larger than {self.limits.size:,} bytes"
                raise Unfetched(message, "split it into several files")
            if time.monotonic() > until:
                raise TimeoutError
        if response.length or (inflate and not inflate.eof):
            raise Unfetched("the connection was closed before its end", "try again")
        return bytes(data)


def _get(url: Url, timeout: float) -> HTTPResponse:
    """The response of a server; nothing is redirected, and no other scheme is opened."""
    from urllib import request  # 30 ms, which those who read files need not spend

    opener = request.OpenerDirector()
    for handler in (request.ProxyHandler, request.HTTPHandler, request.HTTPSHandler):
        opener.add_handler(handler())
    asked = request.Request(url.text)
    asked.add_header("Accept", _ACCEPT)
    asked.add_header("User-Agent", "clientwright")
    if url.credentials is not None:
        basic = b64encode(url.credentials.encode()).decode()
        asked.add_unredirected_header("Authorization", f"Basic {basic}")
    response = opener.open(asked, None, timeout)
    if response is None:
        raise OSError(f"{url.scheme} is not supported")
    found: HTTPResponse = response
    return found


def _why(error: Exception) -> str:
    """What went wrong on the network, without the URL."""
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return "it did not respond in time"
    text = getattr(reason, "verify_message", None) or getattr(reason, "strerror", None)
    return f"it cannot be reached: {text or type(reason).__name__}"
