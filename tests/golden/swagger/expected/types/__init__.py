"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .pet import Pet as Pet
    from .pet_list_params import PetListParams as PetListParams
    from .pet_list_response import PetListResponse as PetListResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Pet": ".pet",
            "PetListParams": ".pet_list_params",
            "PetListResponse": ".pet_list_response",
        },
    )

__all__ = [
    "Pet",
    "PetListParams",
    "PetListResponse",
]
