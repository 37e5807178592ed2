"""Types as text: their source, and the values of their enumerations. Each is found once, for all
pages that show it."""

from __future__ import annotations

import json
from typing import assert_never

from msgspec import Struct, field

from ...surface import (
    Alias,
    ListOf,
    Literals,
    MapOf,
    Named,
    Nullable,
    PageItem,
    Scalar,
    Sdk,
    TupleOf,
    TypeExpression,
    TypeName,
    UnionOf,
    Unknown,
)
from ..notation.annotations import Annotator
from ..notation.imports import Imports
from .text import Verbatim, verbatim

_LONGEST = 400
"""Characters of a type; one with hundreds of values has them listed below it."""

_Text = tuple[TypeExpression, tuple[str, tuple[TypeName, ...]]]
_Choices = tuple[TypeExpression, tuple[Verbatim, ...]]
"""With the type itself, which keeps its identity from meaning another one."""


class TypeTexts(Struct, frozen=True):
    """The texts of the types of an SDK."""

    sdk: Sdk
    _texts: dict[tuple[int, bool, bool], _Text] = field(default_factory=dict)
    _choices: dict[int, _Choices] = field(default_factory=dict)
    """By the identity of a type: of equal ones, one may have ``1`` where the other has ``true``."""

    def text(
        self, ref: TypeExpression, *, is_request: bool, or_none: bool
    ) -> tuple[str, tuple[TypeName, ...]]:
        """A type as source, with ``None`` where that is wanted, and the models in it; a long one is
        shortened."""
        key = id(ref), is_request, or_none
        if key not in self._texts:
            whole = Nullable(ref) if or_none else ref
            self._texts[key] = ref, self._text(whole, is_request=is_request)
        return self._texts[key][1]

    def choices(self, ref: TypeExpression) -> tuple[Verbatim, ...]:
        """The values of an enumeration, each once; none if the type itself shows the only one."""
        key = id(ref)
        if key not in self._choices:
            values = tuple(dict.fromkeys(self.values(ref)))
            is_shown = len(values) == 1 and len(values[0].plain) < _LONGEST
            self._choices[key] = ref, () if is_shown else values
        return self._choices[key][1]

    def values(self, ref: TypeExpression) -> tuple[Verbatim, ...]:
        """The values of an enumeration, as JSON."""
        match ref:
            case Literals(values):
                return tuple(
                    verbatim(json.dumps(value, ensure_ascii=False)) for value in values
                )
            case Nullable(inner) | ListOf(inner) | MapOf(inner):
                return self.values(inner)
            case UnionOf(members) | TupleOf(members):
                return tuple(v for member in members for v in self.values(member))
            case Named(target):
                alias = self.sdk.definitions[target]
                if isinstance(alias, Alias) and isinstance(alias.type, Literals):
                    return self.values(alias.type)
                return ()
            case Scalar() | Unknown() | PageItem():
                return ()
        assert_never(ref)

    def _text(
        self, ref: TypeExpression, *, is_request: bool
    ) -> tuple[str, tuple[TypeName, ...]]:
        targets: list[TypeName] = []

        def model(target: TypeName) -> str:
            targets.append(target)
            return target.name

        definitions = self.sdk.definitions
        annotator = Annotator(Imports(()), model, definitions=definitions)
        text = annotator.request(ref) if is_request else annotator.response(ref)
        return _shortened(text), tuple(targets)


def _shortened(text: str) -> str:
    """A type, or the whole values and members of a long one that find room."""
    if len(text) <= _LONGEST:
        return text
    cut = text[:_LONGEST]
    parts = (cut.rpartition(between) for between in (", ", " | "))
    whole, between, _ = max(parts, key=lambda part: len(part[0]))
    return f"{whole or cut}{between}…"
