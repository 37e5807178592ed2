"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._rooms_async import AsyncRoomsResource as AsyncRoomsResource
    from ._rooms_modes import (
        AsyncRoomsResourceWithRawResponse as AsyncRoomsResourceWithRawResponse,
    )
    from ._rooms_modes import (
        AsyncRoomsResourceWithStreamingResponse as AsyncRoomsResourceWithStreamingResponse,
    )
    from .rooms import RoomsResource as RoomsResource
    from ._rooms_modes import (
        RoomsResourceWithRawResponse as RoomsResourceWithRawResponse,
    )
    from ._rooms_modes import (
        RoomsResourceWithStreamingResponse as RoomsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncRoomsResource": "._rooms_async",
            "AsyncRoomsResourceWithRawResponse": "._rooms_modes",
            "AsyncRoomsResourceWithStreamingResponse": "._rooms_modes",
            "RoomsResource": ".rooms",
            "RoomsResourceWithRawResponse": "._rooms_modes",
            "RoomsResourceWithStreamingResponse": "._rooms_modes",
        },
    )

__all__ = [
    "AsyncRoomsResource",
    "AsyncRoomsResourceWithRawResponse",
    "AsyncRoomsResourceWithStreamingResponse",
    "RoomsResource",
    "RoomsResourceWithRawResponse",
    "RoomsResourceWithStreamingResponse",
]
