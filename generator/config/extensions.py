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
from .table import EXTENSIONS, Ignored, NotYet, Used

PREFIX = "x-stainless-"


def audit_extensions(parts: Iterable[tuple[str, Reader]]) -> None:
    """Report each keyword that is unknown or has no effect yet, where it occurs first.

    ``parts`` are the mappings of a description, each with what it is. The keywords that are used
    have an effect in schemas only.
    """
    first: dict[tuple[str, bool], Reader] = {}
    counts: Counter[tuple[str, bool]] = Counter()
    for role, mapping in parts:
        for name in mapping.value:
            if name.startswith(PREFIX):
                found = name, role == "schema"
                counts[found] += 1
                first.setdefault(found, mapping)
    for (name, in_schema), count in counts.items():
        keyword = first[name, in_schema].step(name)
        _audit(keyword, f" ({count} times)" if count > 1 else "", in_schema=in_schema)


def _audit(keyword: Reader, times: str, *, in_schema: bool) -> None:
    key = EXTENSIONS.find(keyword.name)
    if key is None:
        close = closest(keyword.name, [known.name for known in EXTENSIONS.keys])
        help = f"did you mean '{close}'?" if close else "remove it"
        keyword.warning("C001", f"unknown keyword '{keyword.name}'{times}", help=help)
        return
    match key.effect:
        case Ignored():
            return
        case Used() if in_schema:
            return
        case Used():
            message = f"'{keyword.name}' has an effect in schemas only yet{times}"
        case NotYet():
            message = f"'{keyword.name}' has no effect yet{times}"
        case _:
            assert_never(key.effect)
    help = "remove it, or use a version that reads it"
    keyword.warning("C002", message, help=help)
