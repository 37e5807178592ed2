"""Compares the extension keywords of a description with the table.

Belongs to the configuration because such keywords say how the SDK looks; does not know where in
a description they occur, apart from schemas.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import assert_never

from ..source import Reader
from ..source.suggest import closest
from .table import EXTENSIONS, PLACES, Ignored, Used

PREFIX = "x-stainless-"
_USUAL = ("schema",)


def audit_extensions(parts: Iterable[tuple[str, Reader]]) -> None:
    """Report each keyword that is unknown or has no effect there, where it occurs first.

    ``parts`` are the mappings of a description, each with what it is.
    """
    first: dict[tuple[str, str], Reader] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for role, mapping in parts:
        for name in mapping.value:
            if name.startswith(PREFIX):
                found = name, role if role in PLACES.get(name, _USUAL) else ""
                counts[found] += 1
                first.setdefault(found, mapping)
    for (name, place), count in counts.items():
        keyword = first[name, place].step(name)
        times = f" ({count} times)" if count > 1 else ""
        _audit(keyword, times, is_placed=bool(place))


def _audit(keyword: Reader, times: str, *, is_placed: bool) -> None:
    key = EXTENSIONS.find(keyword.name)
    if key is None:
        close = closest(keyword.name, [known.name for known in EXTENSIONS.keys])
        help = f"did you mean '{close}'?" if close else "remove it"
        keyword.warning("C001", f"unknown keyword '{keyword.name}'{times}", help=help)
        return
    match key.effect:
        case Ignored():
            return
        case Used() if is_placed:
            return
        case Used():
            places = [f"{p}s" for p in PLACES.get(keyword.name, _USUAL)]
            where = " and ".join(places)
            message = f"'{keyword.name}' has an effect in {where} only{times}"
        case _:
            assert_never(key.effect)
    help = "put it into one of those, or remove it"
    keyword.warning("C002", message, help=help)
