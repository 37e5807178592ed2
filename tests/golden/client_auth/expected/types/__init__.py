"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .me_retrieve_response import MeRetrieveResponse as MeRetrieveResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "MeRetrieveResponse": ".me_retrieve_response",
        },
    )

__all__ = [
    "MeRetrieveResponse",
]
