"""The URI of a document for validators, which resolve references against it and fetch nothing."""

from __future__ import annotations

from urllib.parse import quote

BASE = "http://description.invalid/"
"""Where the files of a description are thought to be; a fetched document has its own URL."""


def uri_of(name: str) -> str:
    """The URI of the document with a name of ``DocumentSet.relative``."""
    is_url = name.startswith(("http://", "https://"))
    return name if is_url else BASE + quote(name)
