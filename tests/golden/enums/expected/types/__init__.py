"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .lamp_find_params import LampFindParams as LampFindParams
    from .lamp_find_response import LampFindResponse as LampFindResponse
    from .mood import Mood as Mood
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "LampFindParams": ".lamp_find_params",
            "LampFindResponse": ".lamp_find_response",
            "Mood": ".mood",
        },
    )

__all__ = [
    "LampFindParams",
    "LampFindResponse",
    "Mood",
]
