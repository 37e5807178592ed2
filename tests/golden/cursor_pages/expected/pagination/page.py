"""Pages of the scheme page."""

from .._core import (
    AsyncPage as BaseAsyncPage,
    CursorRules,
    ItemT,
    SyncPage as BaseSyncPage,
)

__all__ = ["SyncPage", "AsyncPage"]

_RULES = CursorRules(items=("result",), cursor=("next",), param="cursor")


class SyncPage(BaseSyncPage[ItemT]):
    """A page of the pagination scheme page."""

    _rules = _RULES

    result: list[ItemT]
    next: str | None = None


class AsyncPage(BaseAsyncPage[ItemT]):
    """A page of the pagination scheme page."""

    _rules = _RULES

    result: list[ItemT]
    next: str | None = None
