"""What a comparison finds: one difference for a program, and several with one cause."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct

from ..diagnostics import Place


class Kind(Enum):
    """What kind of difference it is; the value is its name for machines and in the table."""

    RESOURCE_REMOVED = "resource removed"
    RESOURCE_RENAMED = "resource renamed"
    RESOURCE_ADDED = "resource added"
    METHOD_REMOVED = "method removed"
    METHOD_RENAMED = "method renamed"
    METHOD_ADDED = "method added"
    ARGUMENT_REMOVED = "argument removed"
    ARGUMENT_RENAMED = "argument renamed"
    ARGUMENT_ADDED = "argument added"
    ARGUMENT_TYPE = "argument type"
    ARGUMENT_REQUIRED = "argument required"
    ARGUMENT_OPTIONAL = "argument optional"
    ARGUMENT_KEYWORD = "argument by keyword only"
    ARGUMENT_POSITIONAL = "argument by position"
    ARGUMENT_ORDER = "argument order"
    ARGUMENT_DEFAULT = "argument default"
    ARGUMENT_ENUM_NARROWED = "argument enum narrowed"
    ARGUMENT_ENUM_WIDENED = "argument enum widened"
    ARGUMENT_DEPRECATED = "argument deprecated"
    ARGUMENT_NOT_DEPRECATED = "argument not deprecated"
    RESULT_TYPE = "result type"
    SIGNATURE = "signature"
    OVERLOADS = "overloads"
    AWAIT = "await"
    PAGINATION = "pagination"
    RETRIES = "retries"
    ROUTE = "route"
    DEPRECATED = "deprecated"
    NOT_DEPRECATED = "no longer deprecated"
    OPTION_DEFAULT = "client default"
    OPTION_VARIABLE = "environment variable"
    TYPE_REMOVED = "type removed"
    TYPE_RENAMED = "type renamed"
    TYPE_ADDED = "type added"
    TYPE_KIND = "kind of type"
    TYPE_MEANING = "meaning of type"
    BASE_REMOVED = "base class removed"
    FIELD_REMOVED = "field removed"
    FIELD_RENAMED = "field renamed"
    FIELD_ADDED = "field added"
    FIELD_TYPE = "field type"
    FIELD_REQUIRED = "field required"
    FIELD_OPTIONAL = "field optional"
    FIELD_DEPRECATED = "field deprecated"
    FIELD_NOT_DEPRECATED = "field not deprecated"
    ENUM_NARROWED = "enum narrowed"
    ENUM_WIDENED = "enum widened"
    MODULE_REMOVED = "module removed"
    IMPORT_REMOVED = "import removed"
    OUTSIDE_TYPES = "types from elsewhere"
    INTERNALS = "code and documentation"


class Change(Struct, frozen=True, kw_only=True):
    """One difference. ``owner`` is what it is about, as a program writes it; ``subject`` the argument
    or field of it. ``old`` and ``new`` are what differs. If it is ``compatible``, programs that were
    written for the old side run with the new one. ``settles`` is the line of the configuration that
    makes the new side like the old one."""

    kind: Kind
    owner: str
    subject: str = ""
    old: str = ""
    new: str = ""
    old_place: Place | None = None
    new_place: Place | None = None
    compatible: bool = False
    note: str = ""
    settles: str = ""

    @property
    def name(self) -> str:
        """The owner with the subject."""
        if not self.subject:
            return self.owner
        is_argument = self.kind.value.startswith("argument")
        return (
            f"{self.owner}({self.subject})"
            if is_argument
            else f"{self.owner}.{self.subject}"
        )


class Group(Struct, frozen=True):
    """Changes that are one for a reader: the same difference in several places, or the names that one
    package has lost."""

    changes: tuple[Change, ...]

    @property
    def first(self) -> Change:
        """The change that stands for all."""
        return self.changes[0]


BY_PARENT = frozenset(
    (
        Kind.METHOD_REMOVED,
        Kind.METHOD_ADDED,
        Kind.TYPE_REMOVED,
        Kind.TYPE_ADDED,
        Kind.IMPORT_REMOVED,
        Kind.MODULE_REMOVED,
        Kind.RESOURCE_ADDED,
    )
)
"""Kinds whose changes are one if they are about the contents of one package or resource."""


def grouped(changes: Iterable[Change]) -> tuple[Group, ...]:
    """The changes with those of one cause together: incompatible ones first, each part in the order of
    the kinds."""
    found: dict[object, list[Change]] = {}
    for change in changes:
        found.setdefault(_key(change), []).append(change)
    order = {kind: number for number, kind in enumerate(Kind)}
    groups = [Group(tuple(group)) for group in found.values()]
    groups.sort(
        key=lambda g: (
            g.first.compatible,
            order[g.first.kind],
            -len(g.changes),
            g.first.owner,
            g.first.subject,
        )
    )
    return tuple(groups)


def _key(change: Change) -> object:
    kind, owner = change.kind, change.owner
    if kind in BY_PARENT:
        return kind, change.compatible, owner.rpartition(".")[0], change.note
    if change.old or change.new:
        return kind, change.compatible, change.subject, change.old, change.new
    return kind, change.compatible, change.subject, owner
