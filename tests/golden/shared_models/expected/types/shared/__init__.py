"""Types of shared."""

from typing import TYPE_CHECKING

from ..._core.lazy import exports

if TYPE_CHECKING:
    from .position import Position as Position
    from .unit import Unit as Unit
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Position": ".position",
            "Unit": ".unit",
        },
    )

__all__ = [
    "Position",
    "Unit",
]
