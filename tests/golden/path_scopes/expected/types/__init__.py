"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .key_get_params import KeyGetParams as KeyGetParams
    from .key_get_response import KeyGetResponse as KeyGetResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "KeyGetParams": ".key_get_params",
            "KeyGetResponse": ".key_get_response",
        },
    )

__all__ = [
    "KeyGetParams",
    "KeyGetResponse",
]
