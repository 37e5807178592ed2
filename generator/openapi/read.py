"""From the files of a description to its model, whichever version it is written in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..diagnostics import Report
from .documents import DocumentSet
from .model import Description
from .read_30 import Read30
from .read_31 import Read31
from .read_32 import Read32
from .version import check_version

READERS: Mapping[str, type[Read31]] = MappingProxyType(
    {"3.0": Read30, "3.1": Read31, "3.2": Read32}
)
"""The reader of each version."""


def read_description(documents: DocumentSet, report: Report) -> Description | None:
    """The model of a description, or None after reporting that its version cannot be read."""
    version = check_version(documents, report)
    return READERS[version[:3]](documents, report).description() if version else None
