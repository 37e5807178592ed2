"""What was removed from the description and is kept for some versions (``x-keep-removed``)."""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path

from .entry import Entry
from .model import KeptConfig

_RELEASE = re.compile(r"[0-9]+(\.[0-9]+)*")


def read_kept(root: Entry, version: str) -> KeptConfig | None:
    """What a client of a version keeps; None, with a finding, in the versions that keep it no longer."""
    section = root.at("x-keep-removed")
    if section is None:
        return None
    text, until = section.text("description"), section.text("until")
    if text is None or until is None:
        return None  # reported as missing
    if not is_before(version, until):
        message = (
            f"what was removed is kept until version {until}, and this is {version}"
        )
        help = f"remove x-keep-removed, the file '{text}', and the methods whose operations are gone"
        section.warning("C026", message, help=help)
        return None
    successors = {
        name: found
        for name, entry in section.section("successors").entries()
        if (found := entry.as_text()) is not None
    }
    path = Path(root.reader.document.name).parent / text
    return KeptConfig(path, until, successors, section.place)


def is_before(version: str, other: str) -> bool:
    """Whether the release of a version comes before that of another one; its pre-releases are of it."""
    for own, theirs in zip_longest(_release(version), _release(other), fillvalue=0):
        if own != theirs:
            return own < theirs
    return False


def _release(version: str) -> list[int]:
    found = _RELEASE.match(version)
    return [int(number) for number in found[0].split(".")] if found else []
