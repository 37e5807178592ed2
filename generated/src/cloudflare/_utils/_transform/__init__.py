"""Exists for migrated programs and tests."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._core.compat.transforming import (
        async_maybe_transform as async_maybe_transform,
    )
    from ..._core.compat.transforming import async_transform as async_transform
    from ..._core.compat.transforming import maybe_transform as maybe_transform
    from ..._core.compat.transforming import PropertyFormat as PropertyFormat
    from ..._core.compat.transforming import PropertyInfo as PropertyInfo
    from ..._core.compat.transforming import transform as transform
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "async_maybe_transform": "..._core.compat.transforming",
            "async_transform": "..._core.compat.transforming",
            "maybe_transform": "..._core.compat.transforming",
            "PropertyFormat": "..._core.compat.transforming",
            "PropertyInfo": "..._core.compat.transforming",
            "transform": "..._core.compat.transforming",
        },
    )

__all__ = [
    "async_maybe_transform",
    "async_transform",
    "maybe_transform",
    "PropertyFormat",
    "PropertyInfo",
    "transform",
]
