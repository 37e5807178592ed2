"""Pages of the scheme cursor_pagination."""

from .._core import (
    AsyncPage as BaseAsyncPage,
    BaseModel,
    CursorRules,
    ItemT,
    SyncPage as BaseSyncPage,
)

__all__ = ["SyncCursorPagination", "AsyncCursorPagination"]


class CursorPaginationResultInfo(BaseModel):
    count: int | None = None
    cursor: str | None = None
    per_page: int | None = None


_RULES = CursorRules(
    items=("result",), cursor=("result_info", "cursor"), param="cursor"
)


class SyncCursorPagination(BaseSyncPage[ItemT]):
    """A list that is walked with an opaque cursor."""

    _rules = _RULES

    result: list[ItemT]
    result_info: CursorPaginationResultInfo | None = None


class AsyncCursorPagination(BaseAsyncPage[ItemT]):
    """A list that is walked with an opaque cursor."""

    _rules = _RULES

    result: list[ItemT]
    result_info: CursorPaginationResultInfo | None = None
