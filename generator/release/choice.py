"""Which version a release has: the one that its changes ask for, or one that the owner chose."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from packaging.version import InvalidVersion, Version

from ..compare import VersionError, Weight, next_version


class Choice(Struct, frozen=True):
    """The version of a release, and the least one that its changes allow."""

    version: str
    least: str

    @property
    def is_too_low(self) -> bool:
        """Whether the version says less than the changes ask for. A pre-release counts as the
        release that it precedes."""
        return _base(self.version) < _base(self.least)


def next_of(
    last: str, weight: Weight, configured: str, wanted: str | None = None
) -> Choice:
    """The version after ``last``: the wanted one; else that of the configuration if the owner has
    raised it far enough; else the least one.

    Raises:
        VersionError: ``last`` or ``configured`` is not a version.
    """
    least = normal(next_version(last, weight))
    if wanted is not None:
        return Choice(wanted, least)
    chosen = Choice(configured, least)
    is_raised = _version(configured) > _version(last) and not chosen.is_too_low
    return chosen if is_raised else Choice(least, least)


def is_later(version: str, other: str) -> bool:
    """Whether a version comes after another one."""
    return _version(version) > _version(other)


def normal(version: str) -> str:
    """A version in the form that packages have: '1.3.0-alpha.1' is '1.3.0a1'."""
    return str(_version(version))


def last_tag(tags: Iterable[str]) -> str | None:
    """The tag of the highest version, as in 'v1.2.3' or '1.2.3'; None if there is none."""
    found = {tag: version for tag in tags if (version := _of_tag(tag)) is not None}
    return max(found, key=lambda tag: (found[tag], tag), default=None)


def _of_tag(tag: str) -> Version | None:
    try:
        return Version(tag) if tag.removeprefix("v")[:1].isdigit() else None
    except InvalidVersion:
        return None


def _version(text: str) -> Version:
    try:
        return Version(text)
    except InvalidVersion as error:
        raise VersionError(f"'{text}' is not a version") from error


def _base(text: str) -> Version:
    return Version(_version(text).base_version)
