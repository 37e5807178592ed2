"""Indented ASCII-only JSON, safe for every stream, terminal and parser."""

from __future__ import annotations

import json
import re

_UNSAFE = re.compile(r"[^\n\x20-\x7e]")


def ascii_json(value: object) -> str:
    """The JSON text of a value, with a line feed at the end."""
    return _UNSAFE.sub(_escaped, json.dumps(value, indent=2, ensure_ascii=False)) + "\n"


def _escaped(found: re.Match[str]) -> str:
    """A character as an escape of its UTF-16 code units."""
    # Half of a surrogate pair is not text, and strict parsers reject even its escape.
    character = "\ufffd" if "\ud800" <= found[0] <= "\udfff" else found[0]
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[i:i + 2].hex()}" for i in range(0, len(units), 2))
