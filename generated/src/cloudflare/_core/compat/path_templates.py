"""Addresses from templates with a path, a query and a fragment (``_utils._path``)."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, unquote

from ..wire.sentinels import Omit

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_IN_PATH = "!$&'()*+,;=:@"
_IN_QUERY = "!$'()*+,;:@/?"
_IN_FRAGMENT = "!$&'()*+,;=:@/?"
_DOTS = frozenset((".", ".."))


def path_template(template: str, /, **values: Any) -> str:
    """A template with its placeholders filled in, each encoded as its place demands (RFC 3986, 3.3 to
    3.5): a value never adds a segment, a parameter or a fragment.

    Raises:
        KeyError: a placeholder has no value.
        ValueError: a segment of the path comes out as ``.`` or ``..``.
    """
    rest, mark, fragment = template.partition("#")
    path, question, query = rest.partition("?")
    filled = _filled(path, values, _IN_PATH)
    for segment in filled.split("/"):
        if unquote(segment) in _DOTS:
            raise ValueError(
                f"Constructed path {filled!r} contains dot-segment {segment!r}, "
                "which is not allowed"
            )
    return "".join(
        (
            filled,
            question,
            _filled(query, values, _IN_QUERY),
            mark,
            _filled(fragment, values, _IN_FRAGMENT),
        )
    )


def _filled(part: str, values: dict[str, Any], safe: str) -> str:
    def encoded(match: re.Match[str]) -> str:
        name = match[1]
        if name not in values:
            raise KeyError(f"a value for `{name}` is missing")
        return quote(_text(values[name]), safe=safe, errors="strict")

    return _PLACEHOLDER.sub(encoded, part)


def _text(value: Any) -> str:
    if value is None or isinstance(value, Omit):
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
