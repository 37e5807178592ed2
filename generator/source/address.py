"""Where a document is: in a file, on the web, or on standard input."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from .url import Url

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")

Address = Path | Url
"""Where a document is that others can refer to."""


class StandardInput(Struct, frozen=True):
    """Standard input, which is written as a dash."""

    def __str__(self) -> str:
        return "-"


Input = Address | StandardInput
"""What a person can name as a document."""


def input_of(text: str) -> Input:
    """The document that a text names: an http or https URL, a dash, or else a path.

    Raises:
        ValueError: it is a URL that cannot be fetched; the message does not contain it.
    """
    if text == "-":
        return StandardInput()
    if text.lower().startswith(("http:", "https:")) or _SCHEME.match(text):
        return Url.parse(text)
    return Path(text)
