"""Text of a description in Markdown prose."""

from __future__ import annotations

import re

_URL = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#|!])")


def markdown(text: str) -> str:
    """Text as one line of Markdown prose, in which nothing but code spans is markup."""
    flat = " ".join(text.split())
    safe = flat
    if not flat.isprintable():
        safe = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in flat)
    spans = safe.split("`")
    if len(spans) % 2 == 0 or "``" in safe:  # not pairs: none of them is markup
        return _MARKUP.sub(r"\\\1", safe)
    plain = (
        _MARKUP.sub(r"\\\1", s) if i % 2 == 0 else s.replace("|", "\\|")
        for i, s in enumerate(spans)
    )
    return "`".join(plain)


def web_address(text: str) -> str:
    """The text if it is a web address that is safe in Markdown, else nothing."""
    return text if _URL.fullmatch(text) else ""
