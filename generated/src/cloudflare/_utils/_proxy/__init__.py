"""Exists for migrated programs and tests."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._core.compat.lazy_proxy import LazyProxy as LazyProxy
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "LazyProxy": "..._core.compat.lazy_proxy",
        },
    )

__all__ = [
    "LazyProxy",
]
