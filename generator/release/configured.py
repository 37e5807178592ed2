"""The version in a configuration: one value of one line, with every other character kept."""

from __future__ import annotations

import re

from ..diagnostics import Report
from ..source import Document, Pointer, load_text

KEY = "x-version"
_KEY = re.compile(r"""(["']?)x-version\1[ \t]*:[ \t]+|"x-version"[ \t]*:[ \t]*""")
_SCALAR = re.compile(r""""[^"\n]*"|'[^'\n]*'|[^\s,#"'{}\[\]&*!|>][^\s,#{}\[\]]*""")


class NotEditable(ValueError):
    """The version is written in a way that cannot be edited in place."""


def with_version(document: Document, text: str, version: str) -> str:
    """The text of a configuration with another version.

    Raises:
        NotEditable: it has none, or not as a plain or quoted value next to its key; nothing else may
            differ between the two texts.
    """
    if KEY not in document.value:
        raise NotEditable
    place = document.locate(Pointer((KEY,)))
    start = _offset(text, place.line) + place.column - 1
    key = _KEY.match(text, start)
    scalar = key and _SCALAR.match(text, key.end())
    if not scalar:
        raise NotEditable
    quote = scalar[0][0] if scalar[0][0] in "\"'" else ""
    for mark in dict.fromkeys((quote, '"')):
        edited = f"{text[: scalar.start()]}{mark}{version}{mark}{text[scalar.end() :]}"
        parsed = load_text(document.name, edited, Report(), what="configuration")
        if parsed is not None and parsed.value == {**document.value, KEY: version}:
            return edited
    raise NotEditable


def _offset(text: str, line: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start
