"""Parameters of charges.create."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Required, TypedDict

from .._core import SequenceNotStr, WireName

__all__ = ["ChargeCreateParams", "Card"]


class ChargeCreateParams(TypedDict, total=False):
    amount: Required[int]
    card: Card
    expand: SequenceNotStr[str]
    notes: Mapping[str, str]


class Card(TypedDict, total=False):
    exp_year: Annotated[int, WireName("expYear")]
