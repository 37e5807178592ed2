"""From the files of a description to its model, whichever version it is written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from ..diagnostics import Report
from ..source import Input
from .documents import DocumentSet
from .model import Description
from .read_20 import Read20
from .read_30 import Read30
from .read_31 import Read31
from .read_32 import Read32
from .removed import Kept
from .refs import NEARBY, Reach, load_description
from .transforms import Stated
from .upgrade import upgrade
from .version import check_version

READERS: Mapping[str, type[Read31]] = MappingProxyType(
    {"2.0": Read20, "3.0": Read30, "3.1": Read31, "3.2": Read32}
)
"""The reader of each version."""


class Described(Struct, frozen=True):
    """The model of a description, and its files with schemas in the dialect of OpenAPI 3.1."""

    description: Description
    documents: DocumentSet


def describe(
    source: Input,
    report: Report,
    *,
    reach: Reach = NEARBY,
    overlays: Sequence[Input] = (),
    transforms: Sequence[Stated] = (),
    kept: Kept | None = None,
) -> Described | None:
    """The description at ``source``, or None after reporting why it cannot be read."""
    documents = load_description(
        source,
        report,
        reach=reach,
        overlays=overlays,
        transforms=transforms,
        kept=kept,
    )
    version = check_version(documents, report) if documents else None
    if documents is None or version is None:
        return None
    description = _read(documents, version, report)
    return Described(description, upgrade(documents, version))


def read_description(documents: DocumentSet, report: Report) -> Description | None:
    """The model of a description, or None after reporting that its version cannot be read."""
    version = check_version(documents, report)
    return _read(documents, version, report) if version is not None else None


def _read(documents: DocumentSet, version: str, report: Report) -> Description:
    return READERS[version[:3]](documents, report).description()
