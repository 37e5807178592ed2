"""Types of shared."""

from ..._core.lazy import exports

TYPE_CHECKING = False
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
