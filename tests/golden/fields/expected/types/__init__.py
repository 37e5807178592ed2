"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .pet_retrieve_response import PetRetrieveResponse as PetRetrieveResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "PetRetrieveResponse": ".pet_retrieve_response",
        },
    )

__all__ = [
    "PetRetrieveResponse",
]
