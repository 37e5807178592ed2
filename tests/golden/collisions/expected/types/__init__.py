"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .room_retrieve_params import RoomRetrieveParams as RoomRetrieveParams
    from .room_retrieve_response import RoomRetrieveResponse as RoomRetrieveResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "RoomRetrieveParams": ".room_retrieve_params",
            "RoomRetrieveResponse": ".room_retrieve_response",
        },
    )

__all__ = [
    "RoomRetrieveParams",
    "RoomRetrieveResponse",
]
