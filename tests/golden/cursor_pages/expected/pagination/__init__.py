"""The page classes, one module a pagination scheme."""

from .._core.lazy import exports

TYPE_CHECKING = False
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
