"""What a change weighs by semantic versioning, why, and which version follows from it.

A closed table: each kind of change has a row, and a reason that holds for programs at run time and
for type checkers. Knows how no change is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import IntEnum
from types import MappingProxyType

from msgspec import Struct

from .changes import Change, Kind


class Weight(IntEnum):
    """Which part of a version a change raises, the heavier the greater."""

    PATCH = 1
    MINOR = 2
    MAJOR = 3

    @property
    def word(self) -> str:
        """The weight as it is written in options and tables."""
        return self.name.lower()


class Weighed(Struct, frozen=True):
    """A weight, and one sentence that says why."""

    weight: Weight
    reason: str


class Row(Struct, frozen=True):
    """What a kind of change weighs: one that programs meet (``differs``), and one that is
    compatible (``kept``); None if there is no such change of this kind."""

    differs: Weighed | None = None
    kept: Weighed | None = None


class VersionError(ValueError):
    """A version that no next one can be told from; the text says why."""


def _major(reason: str) -> Weighed:
    return Weighed(Weight.MAJOR, reason)


def _minor(reason: str) -> Weighed:
    return Weighed(Weight.MINOR, reason)


def _patch(reason: str) -> Weighed:
    return Weighed(Weight.PATCH, reason)


_GONE = "Programs that use it fail, and type checkers do not find it."
_RENAMED = "Programs use the old name, which neither Python nor type checkers find."
_NEW = "No existing program uses it."
_NEEDED = "Existing calls do not pass it: they raise a TypeError, and type checkers reject them."
_TAKES_LESS = "Values that programs pass are not accepted any more: type checkers reject them, and the API may."
_TAKES_MORE = "All values that programs pass are still accepted."
_GIVES_MORE = (
    "Programs receive values that they do not expect, and type checkers tell them so."
)
_GIVES_LESS = "Programs receive only values that they expect already."
_OPEN = (
    "No value fails to decode, because types are open; type checkers ask an exhaustive match for "
    "the new value."
)
_VALUE_GONE = "The value is no longer accepted: type checkers reject programs that pass it, and the API may."
_ELSEWHERE = (
    "Programs import it from there: the import fails, and type checkers do not find it."
)
_WILL_GO = "Programs and type checkers see no difference; readers of the documentation learn that it will go."
_STAYS = "Programs and type checkers see no difference; the documentation no longer advises against it."

TABLE: Mapping[Kind, Row] = MappingProxyType(
    {
        Kind.RESOURCE_REMOVED: Row(differs=_major(_GONE)),
        Kind.RESOURCE_RENAMED: Row(differs=_major(_RENAMED)),
        Kind.RESOURCE_ADDED: Row(kept=_minor(_NEW)),
        Kind.METHOD_REMOVED: Row(differs=_major(_GONE)),
        Kind.METHOD_RENAMED: Row(differs=_major(_RENAMED)),
        Kind.METHOD_ADDED: Row(kept=_minor(_NEW)),
        Kind.ARGUMENT_REMOVED: Row(
            differs=_major(
                "Calls that pass it raise a TypeError, and type checkers reject them."
            )
        ),
        Kind.ARGUMENT_RENAMED: Row(
            differs=_major(
                "Calls that pass it by its old name raise a TypeError, and type checkers reject "
                "them."
            )
        ),
        Kind.ARGUMENT_ADDED: Row(
            differs=_major(_NEEDED),
            kept=_minor("Existing calls leave it out and send the same request."),
        ),
        Kind.ARGUMENT_TYPE: Row(differs=_major(_TAKES_LESS), kept=_minor(_TAKES_MORE)),
        Kind.ARGUMENT_REQUIRED: Row(differs=_major(_NEEDED)),
        Kind.ARGUMENT_OPTIONAL: Row(kept=_minor("Existing calls pass it and may.")),
        Kind.ARGUMENT_KEYWORD: Row(
            differs=_major(
                "Calls that pass it by position raise a TypeError, and type checkers reject them."
            )
        ),
        Kind.ARGUMENT_POSITIONAL: Row(
            kept=_minor("Existing calls pass it by its name, which stays.")
        ),
        Kind.ARGUMENT_ORDER: Row(
            differs=_major(
                "Calls by position pass each value to another argument; type checkers notice only "
                "if the types differ."
            )
        ),
        Kind.ARGUMENT_DEFAULT: Row(
            differs=_major(
                "Calls that leave it out do something else, and no type checker notices."
            )
        ),
        Kind.ARGUMENT_ENUM_NARROWED: Row(differs=_major(_VALUE_GONE)),
        Kind.ARGUMENT_ENUM_WIDENED: Row(kept=_minor(_TAKES_MORE)),
        Kind.ARGUMENT_DEPRECATED: Row(kept=_minor(_WILL_GO)),
        Kind.ARGUMENT_NOT_DEPRECATED: Row(kept=_patch(_STAYS)),
        Kind.RESULT_TYPE: Row(differs=_major(_GIVES_MORE), kept=_minor(_GIVES_LESS)),
        Kind.SIGNATURE: Row(
            differs=_major(
                "Existing calls raise a TypeError, and type checkers reject them."
            )
        ),
        Kind.OVERLOADS: Row(
            differs=_major(
                "Programs run unchanged, but type checkers reject code that relies on the exact "
                "result."
            )
        ),
        Kind.AWAIT: Row(
            differs=_major(
                "Programs await a result that is not a coroutine, or use a coroutine without "
                "'await'; type checkers reject both."
            )
        ),
        Kind.PAGINATION: Row(
            differs=_major(
                "Loops over all items go on, but the page is another class: what programs read "
                "from it may be missing, and type checkers reject its old name."
            ),
            kept=_minor(
                "Loops over all items go on, and the page is the same class for type checkers; "
                "only the requests for further pages differ."
            ),
        ),
        Kind.RETRIES: Row(
            kept=_minor(
                "No program or type changes; a request that fails is sent again more or less often."
            )
        ),
        Kind.ROUTE: Row(
            kept=_patch(
                "Calls and types are the same; the client sends the request to another address."
            )
        ),
        Kind.DEPRECATED: Row(
            kept=_minor(
                "Programs run unchanged; type checkers and readers learn that it will go."
            )
        ),
        Kind.NOT_DEPRECATED: Row(
            kept=_patch(
                "Programs run unchanged, and type checkers no longer warn about it."
            )
        ),
        Kind.OPTION_DEFAULT: Row(
            kept=_minor(
                "Programs run and type-check unchanged; a client that does not set the option "
                "behaves differently."
            )
        ),
        Kind.OPTION_VARIABLE: Row(
            differs=_major(
                "Programs that are configured by the variable lose their setting; no type checker "
                "notices."
            ),
            kept=_minor("No existing program sets the variable for this client."),
        ),
        Kind.TYPE_REMOVED: Row(differs=_major(_GONE)),
        Kind.TYPE_RENAMED: Row(differs=_major(_RENAMED)),
        Kind.TYPE_ADDED: Row(kept=_minor(_NEW)),
        Kind.TYPE_KIND: Row(
            differs=_major(
                "Programs make or read it in another way, and type checkers reject the old one."
            )
        ),
        Kind.TYPE_MEANING: Row(
            differs=_major(
                "Programs pass or receive other values under the name, and type checkers reject "
                "them."
            ),
            kept=_minor(
                "What programs pass under the name is accepted, and what they receive is expected."
            ),
        ),
        Kind.BASE_REMOVED: Row(
            differs=_major(
                "Programs that catch or test for the base class miss it, and type checkers reject "
                "it in the base's place."
            )
        ),
        Kind.FIELD_REMOVED: Row(
            differs=_major(
                "Programs that read or pass it fail, and type checkers do not find it."
            )
        ),
        Kind.FIELD_RENAMED: Row(differs=_major(_RENAMED)),
        Kind.FIELD_ADDED: Row(
            differs=_major(
                "Programs do not pass it: the API may reject the request, and type checkers do."
            ),
            kept=_minor(_NEW),
        ),
        Kind.FIELD_TYPE: Row(
            differs=_major(
                "Programs pass what is not accepted, or receive what they do not expect; type "
                "checkers reject it."
            ),
            kept=_minor(
                "What programs pass is accepted, and what they receive is expected."
            ),
        ),
        Kind.FIELD_REQUIRED: Row(
            differs=_major(
                "Programs may leave it out: the API may reject the request, and type checkers do."
            )
        ),
        Kind.FIELD_OPTIONAL: Row(kept=_minor("Programs pass it and may.")),
        Kind.FIELD_DEPRECATED: Row(kept=_minor(_WILL_GO)),
        Kind.FIELD_NOT_DEPRECATED: Row(kept=_patch(_STAYS)),
        Kind.ENUM_NARROWED: Row(
            differs=_major(_VALUE_GONE),
            kept=_minor(
                "Programs that wait for the value never meet it; strict type checkers report a "
                "comparison with it."
            ),
        ),
        Kind.ENUM_WIDENED: Row(kept=_minor(_OPEN)),
        Kind.MODULE_REMOVED: Row(differs=_major(_ELSEWHERE)),
        Kind.IMPORT_REMOVED: Row(differs=_major(_ELSEWHERE)),
        Kind.OUTSIDE_TYPES: Row(
            differs=_major(
                "Programs pass and catch types of the other package, which are not these, for "
                "Python and for type checkers."
            )
        ),
        Kind.INTERNALS: Row(
            kept=_patch(
                "Nothing that programs or type checkers see differs: only documentation or code "
                "inside."
            )
        ),
    }
)
"""For each kind of change what it weighs. What programs meet is major, what is compatible is not."""


def weigh(change: Change) -> Weighed:
    """What a change weighs, and why."""
    row = TABLE[change.kind]
    found = row.kept if change.compatible else row.differs
    assert (
        found is not None
    ), f"no row for {change.kind}, compatible={change.compatible}"
    return found


def heaviest(changes: Iterable[Change]) -> Weight | None:
    """The weight of several changes together; None if there are none."""
    return max((weigh(change).weight for change in changes), default=None)


_VERSION = re.compile(
    r"""(?P<base>[0-9]{1,9}(?:\.[0-9]{1,9}){0,2})
        (?: (?P<label>[-_.]?(?:alpha|beta|preview|pre|rc|a|b|c)[-_.]?)(?P<number>[0-9]{1,9})? )?""",
    re.VERBOSE,
)


def next_version(version: str, weight: Weight | None) -> str:
    """The version after one with changes of a weight; the same one if there are none.

    Below 1.0.0 a major or minor change raises the second number and a patch the third, as the
    clients that Stainless releases do. A pre-release (``1.3.0-alpha.1``, ``1.3.0rc1``) is followed
    by the next one of its kind, of the same release if that covers the weight.

    Raises:
        VersionError: it is not a version of up to three numbers with or without a pre-release.
    """
    match = _VERSION.fullmatch(version)
    if match is None:
        raise VersionError(
            f"'{version}' is not a version such as '1.2.3', '1.2.3-alpha.1' or '1.2.3rc1'"
        )
    if weight is None:
        return version
    parts = [int(part) for part in match["base"].split(".")]
    base = (*parts, 0, 0)[:3]
    label = match["label"]
    if label is None:
        return _text(_raised(base, weight))
    if match["number"] is None and label[0] == "-" and label[-1].isalpha():
        label += "."  # of '2.0.0-beta' the first numbered one is '2.0.0-beta.1'
    if _covers(base, weight):
        return f"{_text(base)}{label}{int(match['number'] or 0) + 1}"
    return f"{_text(_raised(base, weight))}{label}1"


_Base = tuple[int, ...]


def _raised(base: _Base, weight: Weight) -> _Base:
    major, minor, patch = base
    if weight is Weight.PATCH:
        return major, minor, patch + 1
    if weight is Weight.MINOR or not major:
        return major, minor + 1, 0
    return major + 1, 0, 0


def _covers(base: _Base, weight: Weight) -> bool:
    """Whether a release that is not out yet already raises the number that a weight asks for."""
    major, minor, patch = base
    match weight:
        case Weight.PATCH:
            return True
        case Weight.MINOR:
            return patch == 0
        case Weight.MAJOR:
            return patch == 0 and (minor == 0 or major == 0)


def _text(base: _Base) -> str:
    return ".".join(map(str, base))
