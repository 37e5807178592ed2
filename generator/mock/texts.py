"""Strings that a schema may accept: by format, by pattern, by length."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

import rstr

from .layers import Layers

_OF_FORMAT = {
    "date-time": "2026-01-15T09:30:00Z",
    "date": "2026-01-15",
    "time": "09:30:00Z",
    "duration": "PT15M",
    "email": "user@example.com",
    "idn-email": "user@example.com",
    "hostname": "host.example.com",
    "idn-hostname": "host.example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/path",
    "url": "https://example.com/path",
    "uri-reference": "/path",
    "iri": "https://example.com/path",
    "iri-reference": "/path",
    "uri-template": "/path/{name}",
    "uuid": "019c73d7-41e8-7f56-b8c2-d46731e0fa95",
    "json-pointer": "/path",
    "relative-json-pointer": "1/path",
    "regex": "^[a-z]+$",
    "byte": "dGV4dA==",
    "base64url": "dGV4dA",
}
"""A value of each format; names and addresses are those set aside for documentation (RFC 2606,
RFC 5737, RFC 3849)."""

_TRIES = 12
_LONGEST = 100_000


def candidates(layers: Layers, name: str) -> Iterator[str]:
    """Strings to try, the likeliest first; ``name`` is what the value is called."""
    for given in layers.texts("format"):
        if given in _OF_FORMAT:
            yield _OF_FORMAT[given]
    patterns = layers.texts("pattern")
    for pattern in patterns:
        yield from of_pattern(pattern)
    if len(patterns) < 2:
        yield _of_length(name or "text", layers)


@cache
def of_pattern(pattern: str) -> tuple[str, ...]:
    """Strings that match a pattern, the shortest first; none where Python cannot read it."""
    source = rstr.Rstr(random.Random(pattern))
    try:
        found = {source.xeger(pattern) for _ in range(_TRIES)}
    except Exception:  # the library raises whatever it stumbles over
        return ()
    return tuple(
        sorted(found, key=lambda text: (not text.isprintable(), len(text), text))
    )


def _of_length(text: str, layers: Layers) -> str:
    shortest = min(int(layers.bound("minLength", max) or 0), _LONGEST)
    longest = layers.bound("maxLength", min)
    if len(text) < shortest:
        text = (f"{text}_" * shortest)[:shortest]
    return text if longest is None else text[: int(longest)]
