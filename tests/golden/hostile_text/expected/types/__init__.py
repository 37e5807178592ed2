"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .x_get_params import XGetParams as XGetParams
    from .x_get_response import XGetResponse as XGetResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "XGetParams": ".x_get_params",
            "XGetResponse": ".x_get_response",
        },
    )

__all__ = [
    "XGetParams",
    "XGetResponse",
]
