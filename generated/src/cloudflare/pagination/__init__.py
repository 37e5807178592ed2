"""The page classes, one module a pagination scheme."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .cursor_pagination import AsyncCursorPagination as AsyncCursorPagination
    from .cursor_pagination import SyncCursorPagination as SyncCursorPagination
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncCursorPagination": ".cursor_pagination",
            "SyncCursorPagination": ".cursor_pagination",
        },
    )

__all__ = [
    "AsyncCursorPagination",
    "SyncCursorPagination",
]
