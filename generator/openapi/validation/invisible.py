"""Characters that a reader does not see, and that make text read differently from what it says.

Bidirectional controls and zero-width characters (Unicode Technical Report 36, section 2). They
are written as escapes wherever text of a description enters code; a maintainer should know.
"""

from __future__ import annotations

import re

from msgspec.json import encode

from ...diagnostics import Report
from ...source.document import Document, Value
from ..documents import DocumentSet
from ...source.pointer import Pointer

_INVISIBLE = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)


def check_invisible(documents: DocumentSet, report: Report) -> None:
    """Warn of every name and text that holds such a character."""
    for document in documents.files.values():
        if _may_hold_some(document.value):
            _check(document, report)


def _may_hold_some(value: Value) -> bool:
    """Whether there is one in all that a document says, put together.

    The text of nearly every document is searched much faster than each of its values. A half of a pair of
    surrogates, which JSON can write, keeps it from being put together.
    """
    try:
        text = encode(value).decode()
    except UnicodeEncodeError:
        return True
    return _INVISIBLE.search(text) is not None


def _check(document: Document, report: Report) -> None:
    waiting: list[tuple[tuple[str, ...], Value]] = [((), document.value)]
    while waiting:
        tokens, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*tokens, key), inner) for key, inner in value.items()]
            _report(
                document, tokens, [key for key in value if isinstance(key, str)], report
            )
        elif isinstance(value, list):
            waiting += [((*tokens, str(n)), inner) for n, inner in enumerate(value)]
        elif isinstance(value, str):
            _report(document, tokens, [value], report)


def _report(
    document: Document, tokens: tuple[str, ...], texts: list[str], report: Report
) -> None:
    for text in texts:
        found = _INVISIBLE.search(text)
        if found:
            report.warning(
                "S045",
                document.locate(Pointer(tokens)),
                f"invisible character U+{ord(found[0]):04X}",
                help="remove it unless it is intended",
            )
