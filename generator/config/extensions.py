"""Compares the extension keywords of a description with the table.

Belongs to the configuration because such keywords say how the SDK looks; does not know where in
a description they can occur.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..source import Reader
from ..source.suggest import closest
from .table import EXTENSIONS, NotYet

PREFIX = "x-stainless-"


def audit_extensions(mappings: Iterable[Reader]) -> None:
    """Report each keyword that is unknown or has no effect yet, where it occurs first."""
    first: dict[str, Reader] = {}
    counts: Counter[str] = Counter()
    for mapping in mappings:
        for name in mapping.value:
            if name.startswith(PREFIX):
                counts[name] += 1
                if name not in first:
                    first[name] = mapping
    for name, count in counts.items():
        child = first[name].at(name)
        if child is not None:
            _audit(child, f" ({count} times)" if count > 1 else "")


def _audit(child: Reader, times: str) -> None:
    key = EXTENSIONS.find(child.name)
    if key is None:
        close = closest(child.name, [known.name for known in EXTENSIONS.keys])
        help = f"did you mean '{close}'?" if close else "remove it"
        child.warning("C001", f"unknown keyword '{child.name}'{times}", help=help)
    elif isinstance(key.effect, NotYet):
        child.warning(
            "C002",
            f"'{child.name}' has no effect yet{times}",
            help="remove it, or use a version that reads it",
        )
