"""The header ``Link`` (RFC 8288, section 3)."""

from __future__ import annotations

import re

_TARGET = re.compile(r"[\s,]*<([^>]*)>")
_PARAMETER = re.compile(
    r"""\s*;\s*([^\s=;,"<>]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?"""
)


def next_link(header: str) -> str | None:
    """The target of the first link to what comes next; None if there is none."""
    at = 0
    while (link := _TARGET.match(header, at)) is not None:
        at = link.end()
        relations: str | None = None
        while (parameter := _PARAMETER.match(header, at)) is not None:
            at = parameter.end()
            name, quoted, plain = parameter.groups()
            if name.lower() == "rel" and relations is None:  # the first one counts
                relations = quoted or plain or ""
        if relations is not None and "next" in relations.lower().split():
            return link[1].strip()
        at = header.find(",", at)
        if at < 0:
            break
    return None
