"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .boat_any_response import BoatAnyResponse as BoatAnyResponse
    from .shared.position import Position as Position
    from . import shared as shared
    from .shared.unit import Unit as Unit
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "BoatAnyResponse": ".boat_any_response",
            "Position": ".shared.position",
            "shared": ".shared:",
            "Unit": ".shared.unit",
        },
    )

__all__ = [
    "BoatAnyResponse",
    "Position",
    "shared",
    "Unit",
]
