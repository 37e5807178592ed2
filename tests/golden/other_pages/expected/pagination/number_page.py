"""Pages of the scheme number_page."""

from .._core import (
    AsyncPage as BaseAsyncPage,
    ItemT,
    PageNumberRules,
    SyncPage as BaseSyncPage,
)

__all__ = ["SyncNumberPage", "AsyncNumberPage"]

_RULES = PageNumberRules(items=("data",), param="page")


class SyncNumberPage(BaseSyncPage[ItemT]):
    """A page of the pagination scheme number_page."""

    _rules = _RULES

    data: list[ItemT]


class AsyncNumberPage(BaseAsyncPage[ItemT]):
    """A page of the pagination scheme number_page."""

    _rules = _RULES

    data: list[ItemT]
