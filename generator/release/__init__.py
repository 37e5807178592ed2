"""What a release says and which version it has: the entry of a changelog, the choice of the version, and
its place in a configuration.

Texts and values in, texts out. Knows neither git nor the disk.
"""

from .changelog import Changelog, DatedVersion
from .choice import Choice, is_later, last_tag, next_of, normal
from .configured import NotEditable, with_version
from .entry import Section, entry

__all__ = [
    "Changelog",
    "Choice",
    "DatedVersion",
    "NotEditable",
    "Section",
    "entry",
    "is_later",
    "last_tag",
    "next_of",
    "normal",
    "with_version",
]
