"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .circle import Circle as Circle
    from .shape_draw_response import ShapeDrawResponse as ShapeDrawResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Circle": ".circle",
            "ShapeDrawResponse": ".shape_draw_response",
        },
    )

__all__ = [
    "Circle",
    "ShapeDrawResponse",
]
