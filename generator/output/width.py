"""How wide text is, in columns.

Part of the output phase. What takes two columns, or none, is black's own table, read only if a line has
characters that are not known to take one.
"""

from __future__ import annotations

import re

WIDTH = 88
"""The columns of a line."""

_NARROW = re.compile(r"[\x00-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*+")


def width(text: str) -> int:
    """The number of columns that a line takes."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    from black.strings import str_width  # takes 0.1 s

    return str_width(text)
