"""Splitting a name in any case into words, and the singular of a word.

Knows nothing of Python, scopes or collisions.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(
    r"""
      [A-Z]+s(?![a-z])              # a plural initialism: IDs
    | [A-Z]+(?=[A-Z][a-z])          # a run of capitals before a word: HTTP in HTTPServer
    | [A-Z]?[a-z0-9]+               # a word: server, Server, v4
    | [A-Z0-9]+                     # a run of capitals
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=10_000)
def split_words(name: str) -> tuple[str, ...]:
    """The lower-case words of a name in any case; letters outside ASCII are transliterated.

    ``agencyID`` gives ``agency id``, ``HTTPServer`` ``http server``, ``lineIDs`` ``line ids``.
    """
    return tuple(word.lower() for word in _WORD.findall(_ascii(name)))


def _ascii(name: str) -> str:
    """The name in ASCII: accents are dropped; a letter without a counterpart becomes its code."""
    if name.isascii():
        return name
    plain = unicodedata.normalize("NFKD", name)
    return "".join(
        c if c.isascii() else f" u{ord(c):04x} " if c.isalnum() else ""
        for c in plain
        if not unicodedata.combining(c)
    )


def singular(word: str) -> str:
    """The singular of an English plural, by the few rules that the surface follows."""
    if word.endswith("ies") and len(word) > 4 and word != "species":
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def letters(name: str) -> str:
    """The words of a name without what is between them, to compare names in different cases."""
    return "".join(split_words(name))


def is_plural(name: str) -> bool:
    """Whether the last word of a name is the plural of an English noun."""
    *_, last = split_words(name) or ("",)
    return singular(last) != last
