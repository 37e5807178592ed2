"""Exists for migrated programs and tests: these names have public homes elsewhere."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core import AsyncResource as AsyncAPIResource
    from .._core import SyncResource as SyncAPIResource
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncAPIResource": ".._core:AsyncResource",
            "SyncAPIResource": ".._core:SyncResource",
        },
    )

__all__ = [
    "AsyncAPIResource",
    "SyncAPIResource",
]
