"""Pages of the scheme url_page."""

from .._core import (
    AsyncPage as BaseAsyncPage,
    CursorUrlRules,
    ItemT,
    SyncPage as BaseSyncPage,
)

__all__ = ["SyncURLPage", "AsyncURLPage"]

_RULES = CursorUrlRules(items=("data",), url=("next",))


class SyncURLPage(BaseSyncPage[ItemT]):
    """A page of the pagination scheme url_page."""

    _rules = _RULES

    data: list[ItemT]
    next: str | None = None


class AsyncURLPage(BaseAsyncPage[ItemT]):
    """A page of the pagination scheme url_page."""

    _rules = _RULES

    data: list[ItemT]
    next: str | None = None
