"""Paths in a description that transforms need beyond what expressions select."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..source.document import Value
from ..source.pointer import Pointer
from .patch import Path
from .selecting import PLAIN, standard

_QUOTED_KEY = re.compile(r"(.*)\['((?:[^'\\]|\\.)*)'\]", re.DOTALL)
_NAMES = ("properties", "schemas", "example", "examples")
"""Keys of mappings whose keys are names or values, not keywords."""


def parent_and_key(text: str) -> tuple[str, str]:
    """An expression without its last segment, and the key that this one names; empty for none."""
    stated = standard(text)
    if found := _QUOTED_KEY.fullmatch(stated):
        return found[1], re.sub(r"\\(.)", r"\1", found[2], flags=re.DOTALL)
    parent, _, key = stated.rpartition(".")
    return (parent, key) if PLAIN.fullmatch(key) and key != "*" else ("", "")


def inner_first(paths: Iterable[Path]) -> list[Path]:
    """Each path once: later items and inner parts first, so that the other paths stay true."""
    return sorted(set(paths), key=_order, reverse=True)


def _order(path: Path) -> tuple[tuple[bool, int, str], ...]:
    return tuple(
        (False, key, "") if isinstance(key, int) else (True, 0, key) for key in path
    )


def pointer(path: Path) -> str:
    """The JSON pointer of a path, as a reference has it."""
    return f"#{Pointer(tuple(map(str, path)))}"


def mappings(value: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    """Every mapping of a description with its path, the outer ones first."""
    waiting = [(path, value)]
    while waiting:
        at, found = waiting.pop()
        if isinstance(found, dict):
            yield at, found
            waiting += (((*at, key), child) for key, child in found.items())
        elif isinstance(found, list):
            waiting += (((*at, index), child) for index, child in enumerate(found))


def schemas_with(keyword: str, value: Value) -> Iterator[Path]:
    """The schemas that have a keyword with a list."""
    for path, found in mappings(value):
        is_name = path[-1:] and path[-1] in _NAMES
        if isinstance(found.get(keyword), list) and not is_name:
            yield path
