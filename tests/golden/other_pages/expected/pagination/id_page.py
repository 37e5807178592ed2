"""Pages of the scheme id_page."""

from .._core import (
    AsyncPage as BaseAsyncPage,
    CursorIdRules,
    ItemT,
    SyncPage as BaseSyncPage,
)

__all__ = ["SyncIDPage", "AsyncIDPage"]

_RULES = CursorIdRules(items=("data",), param="after")


class SyncIDPage(BaseSyncPage[ItemT]):
    """A page of the pagination scheme id_page."""

    _rules = _RULES

    data: list[ItemT]


class AsyncIDPage(BaseAsyncPage[ItemT]):
    """A page of the pagination scheme id_page."""

    _rules = _RULES

    data: list[ItemT]
