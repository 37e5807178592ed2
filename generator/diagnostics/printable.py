"""Text of an input as a terminal may show it."""

from __future__ import annotations


def printable(text: str, *, also: str = "") -> str:
    """The text with an escape for each character that could move the cursor or reorder the line.

    Those of ``also`` stay as they are.
    """
    return "".join(c if c.isprintable() or c in also else _escape(c) for c in text)


def _escape(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x1_0000 else f"\\U{number:08x}"
