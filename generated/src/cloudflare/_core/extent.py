"""How far a walk over pages goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .pages import BasePage


@dataclass(slots=True)
class Extent:
    """How far a walk goes: what is left of the items and pages that are wanted."""

    items: int | None
    pages: int | None

    @property
    def allows_page(self) -> bool:
        """Whether another page may be used."""
        return self.pages is None or self.pages > 0

    def goes_on(self, page: BasePage[Any]) -> bool:
        """Whether the walk goes on after a page, which is used now."""
        if self.items is not None:
            self.items -= len(page._items())
        if self.pages is not None:
            self.pages -= 1
        wants_items = self.items is None or self.items > 0
        return wants_items and self.allows_page and page.has_next_page()
