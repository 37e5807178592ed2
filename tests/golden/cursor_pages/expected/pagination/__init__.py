"""The page classes, one module a pagination scheme."""

from typing import TYPE_CHECKING

from .._core.lazy import exports

if TYPE_CHECKING:
    from .page import AsyncPage as AsyncPage
    from .page import SyncPage as SyncPage
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncPage": ".page",
            "SyncPage": ".page",
        },
    )

__all__ = [
    "AsyncPage",
    "SyncPage",
]
