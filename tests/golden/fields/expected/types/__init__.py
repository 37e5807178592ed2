"""Types of the client."""

from typing import TYPE_CHECKING

from .._core.lazy import exports

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
