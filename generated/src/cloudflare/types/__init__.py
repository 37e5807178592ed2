"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .shared.error_data import ErrorData as ErrorData
    from . import security_center as security_center
    from . import shared as shared
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "ErrorData": ".shared.error_data",
            "security_center": ".security_center:",
            "shared": ".shared:",
        },
    )

__all__ = [
    "ErrorData",
    "security_center",
    "shared",
]
