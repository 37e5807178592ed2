"""Pages of the scheme single_page."""

from .._core import (
    AsyncPage as BaseAsyncPage,
    ItemT,
    SinglePageRules,
    SyncPage as BaseSyncPage,
)

__all__ = ["SyncSinglePage", "AsyncSinglePage"]

_RULES = SinglePageRules(items=("data",))


class SyncSinglePage(BaseSyncPage[ItemT]):
    """A page of the pagination scheme single_page."""

    _rules = _RULES

    data: list[ItemT]


class AsyncSinglePage(BaseAsyncPage[ItemT]):
    """A page of the pagination scheme single_page."""

    _rules = _RULES

    data: list[ItemT]
