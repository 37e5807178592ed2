"""Parameters of widgets.create."""

from __future__ import annotations

from typing import Required, TypedDict

__all__ = ["WidgetCreateParams", "MakerNested", "Maker"]


class WidgetCreateParams(TypedDict, total=False):
    name: Required[str]
    maker: Maker
    """Removed from the API, and from this client in 1.6.0."""


class MakerNested(TypedDict, total=False):
    town: str


class Maker(TypedDict, total=False):
    name: str
    nested: MakerNested
