"""How a page knows what comes after it: one rule set for each kind of pagination.

Rules name properties as the server does. The attribute of a page, or the key where a part of it
arrived with another type than described, follows from that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol, cast

from ..decode.models import BaseModel

Path = tuple[str, ...]
"""Wire names from a page to a value."""


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What the next page is asked for with: changed parameters, or a URL of its own."""

    params: Mapping[str, object] = field(default_factory=dict[str, object])
    url: str | None = None


class PageRules(Protocol):
    """What every rule set can do."""

    @property
    def items(self) -> Path:
        """The way to the items."""
        ...

    counted: ClassVar[bool]
    """Whether the client counts pages or items: a server that ignores that repeats itself."""

    def next_page(self, page: object, params: Mapping[str, object]) -> PageInfo | None:
        """What the next page is asked for with; ``params`` are those of this page."""
        ...


def value_at(value: Any, path: Path) -> Any:
    """The value at the end of a path; None where it breaks off."""
    for name in path:
        if isinstance(value, BaseModel):
            value = _property(value, name)
        elif isinstance(value, Mapping):
            value = cast("Mapping[str, Any]", value).get(name)
        else:
            return None
    return value


def _property(model: BaseModel, wire_name: str) -> Any:
    for attribute, info in type(model).model_fields.items():
        if wire_name == (attribute if info.alias is None else info.alias):
            return getattr(model, attribute)
    return (model.model_extra or {}).get(wire_name)


def items_of(page: object, rules: PageRules) -> list[Any]:
    """A page's items; anything but a list counts as none."""
    found = value_at(page, rules.items)
    return cast("list[object]", found) if isinstance(found, list) else []


def _ended(page: object, path: Path | None) -> bool:
    return path is not None and value_at(page, path) is False


@dataclass(frozen=True, slots=True)
class CursorRules:
    """A cursor in the response goes into a parameter of the next request."""

    counted: ClassVar[bool] = False
    items: Path
    cursor: Path
    param: str
    has_next_page: Path | None = None

    def next_page(self, page: object, params: Mapping[str, object]) -> PageInfo | None:
        """The next page, unless the cursor is missing or empty."""
        cursor = value_at(page, self.cursor)
        if not cursor or _ended(page, self.has_next_page):
            return None
        return PageInfo({self.param: cursor})


@dataclass(frozen=True, slots=True)
class CursorIdRules:
    """The last item's id goes into a parameter of the next request."""

    counted: ClassVar[bool] = False
    items: Path
    param: str
    item_id: Path = ("id",)
    has_next_page: Path | None = None

    def next_page(self, page: object, params: Mapping[str, object]) -> PageInfo | None:
        """The next page, unless this one is empty."""
        items = items_of(page, self)
        last = value_at(items[-1], self.item_id) if items else None
        if not last or _ended(page, self.has_next_page):
            return None
        return PageInfo({self.param: last})


@dataclass(frozen=True, slots=True)
class CursorUrlRules:
    """The response holds the URL of the next page."""

    counted: ClassVar[bool] = False
    items: Path
    url: Path

    def next_page(self, page: object, params: Mapping[str, object]) -> PageInfo | None:
        """The next page, or None without a URL."""
        url = value_at(page, self.url)
        return PageInfo(url=url) if isinstance(url, str) and url else None


@dataclass(frozen=True, slots=True)
class OffsetRules:
    """The next request skips the items that have been seen."""

    counted: ClassVar[bool] = True
    items: Path
    param: str
    start: Path | None = None
    total: Path | None = None
    has_next_page: Path | None = None

    def next_page(self, page: object, params: Mapping[str, object]) -> PageInfo | None:
        """The next page, unless this one is empty or the total is reached."""
        count = len(items_of(page, self))
        stated = value_at(page, self.start) if self.start else None
        asked = _number(params.get(self.param), 0)
        offset = (stated if isinstance(stated, int) else asked) + count
        total = value_at(page, self.total) if self.total else None
        done = isinstance(total, int) and offset >= total
        if not count or done or _ended(page, self.has_next_page):
            return None
        return PageInfo({self.param: offset})


@dataclass(frozen=True, slots=True)
class PageNumberRules:
    """Pages are numbered."""

    counted: ClassVar[bool] = True
    items: Path
    param: str
    current: Path | None = None
    total: Path | None = None

    def next_page(self, page: object, params: Mapping[str, object]) -> PageInfo | None:
        """The next page, unless this one is empty or the last."""
        stated = value_at(page, self.current) if self.current else None
        current = (
            stated if isinstance(stated, int) else _number(params.get(self.param), 1)
        )
        total = value_at(page, self.total) if self.total else None
        if not items_of(page, self) or (isinstance(total, int) and current >= total):
            return None
        return PageInfo({self.param: current + 1})


@dataclass(frozen=True, slots=True)
class SinglePageRules:
    """There is never a next page."""

    counted: ClassVar[bool] = False
    items: Path

    def next_page(self, page: object, params: Mapping[str, object]) -> PageInfo | None:
        """None."""
        return None


def _number(value: object, default: int) -> int:
    return value if isinstance(value, int) else default
