"""Exists for migrated programs and tests: these names have public homes elsewhere."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core import BaseModel as BaseModel
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "BaseModel": ".._core",
        },
    )

__all__ = [
    "BaseModel",
]
