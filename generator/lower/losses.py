"""What a description says and the SDK does not: reported, each at its place.

Part of lowering. A branch that makes a type of a schema names the keywords that it has used; what
else the schema states about its shape is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from operator import attrgetter
from types import MappingProxyType

from ..diagnostics import Place, Report
from ..openapi import ABSENT, Origin, Schema
from .merging import Conflict

STRUCTURE: Mapping[str, str] = MappingProxyType(
    {
        "types": "type",
        "enum": "enum",
        "const": "const",
        "all_of": "allOf",
        "any_of": "anyOf",
        "one_of": "oneOf",
        "properties": "properties",
        "pattern_properties": "patternProperties",
        "additional_properties": "additionalProperties",
        "items": "items",
        "prefix_items": "prefixItems",
        "discriminator": "discriminator",
    }
)
"""The fields of a schema that shape its type, and their keywords."""
_STRUCTURE_OF = attrgetter(*STRUCTURE)


class Losses:
    """Reports what is lost, each part of the description once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._known: set[str] = set()
        self._conflicts: set[Place] = set()

    def schema(self, schema: Schema, used: Collection[str]) -> None:
        """Report what a schema states beyond the fields that were used."""
        if schema.id in self._known:
            return
        self._known.add(schema.id)
        for name, value in zip(STRUCTURE, _STRUCTURE_OF(schema), strict=True):
            may_be = value or name == "const"  # all others that are empty say nothing
            if may_be and name not in used and _is_stated(name, value):
                self._lost(schema.origin, STRUCTURE[name])
        self.unread(schema.origin, schema.unread)

    def no_subtypes(self, schema: Schema) -> None:
        """Report a discriminator of a class that no model extends."""
        self._report.warning(
            "L007",
            schema.origin.place_of("discriminator"),
            "'discriminator' has no effect: no model extends this one",
            help="list the schemas that extend it under 'models' in the configuration",
        )

    def conflict(self, conflict: Conflict) -> None:
        """Report that two schemas of one value have no value in common."""
        place = conflict.later.origin.place_of(conflict.keyword)
        if place in self._conflicts:
            return
        self._conflicts.add(place)
        earlier = conflict.earlier.origin.place_of(conflict.earlier_keyword)
        self._report.warning(
            "L012",
            place,
            f"this '{conflict.keyword}' excludes every value of another part of the 'allOf'",
            help="remove one of the two; the client goes by this one",
            related=(("the other part is here", earlier),),
        )

    def unread(self, origin: Origin, keys: Collection[str]) -> None:
        """Report the keys of a part that nothing reads."""
        for key in keys:
            self._lost(origin, key)

    def _lost(self, origin: Origin, keyword: str) -> None:
        self._report.warning(
            "L007",
            origin.place_of(keyword),
            f"'{keyword}' has no effect here yet",
            help="the client ignores it; remove it if it is not important",
        )


def _is_stated(name: str, value: object) -> bool:
    if isinstance(value, Schema) and value.always is not None:
        return False  # opens or closes a type; clients keep what arrives either way
    return value is not ABSENT if name == "const" else bool(value)
