"""Bounds of an iteration over pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Extent:
    """What is left of the items and pages that are wanted."""

    items: int | None
    pages: int | None

    @property
    def allows_page(self) -> bool:
        """Whether another page may be used."""
        return self.pages is None or self.pages > 0

    def goes_on(self, items: int) -> bool:
        """Whether another page is wanted after one of so many items, which is used now."""
        if self.items is not None:
            self.items -= items
        if self.pages is not None:
            self.pages -= 1
        wants_items = self.items is None or self.items > 0
        return wants_items and self.allows_page
