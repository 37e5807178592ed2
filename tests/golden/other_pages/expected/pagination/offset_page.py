"""Pages of the scheme offset_page."""

from .._core import (
    AsyncPage as BaseAsyncPage,
    ItemT,
    OffsetRules,
    SyncPage as BaseSyncPage,
)

__all__ = ["SyncOffsetPage", "AsyncOffsetPage"]

_RULES = OffsetRules(items=("data",), param="skip", total=("total",))


class SyncOffsetPage(BaseSyncPage[ItemT]):
    """A page of the pagination scheme offset_page."""

    _rules = _RULES

    data: list[ItemT]
    total: int | None = None


class AsyncOffsetPage(BaseAsyncPage[ItemT]):
    """A page of the pagination scheme offset_page."""

    _rules = _RULES

    data: list[ItemT]
    total: int | None = None
