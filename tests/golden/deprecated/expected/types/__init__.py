"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .old_get_params import OldGetParams as OldGetParams
    from .old_get_response import OldGetResponse as OldGetResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "OldGetParams": ".old_get_params",
            "OldGetResponse": ".old_get_response",
        },
    )

__all__ = [
    "OldGetParams",
    "OldGetResponse",
]
