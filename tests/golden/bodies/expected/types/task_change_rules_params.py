"""Parameters of tasks.change_rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Required, TypedDict

from .._core import WireName

__all__ = ["TaskChangeRulesParams", "RulePart", "Rule"]


class TaskChangeRulesParams(TypedDict, total=False):
    body_id: int
    from_: str | None
    """Who asks; null for nobody."""

    rule: Rule


class RulePart(TypedDict, total=False):
    weight: float


class Rule(TypedDict, total=False):
    match_all: Required[Annotated[bool, WireName("matchAll")]]
    """Whether all must match."""

    parts: Iterable[RulePart]
