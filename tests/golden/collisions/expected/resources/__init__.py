"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .rooms import AsyncRoomsResource as AsyncRoomsResource
    from .rooms import (
        AsyncRoomsResourceWithRawResponse as AsyncRoomsResourceWithRawResponse,
    )
    from .rooms import (
        AsyncRoomsResourceWithStreamingResponse as AsyncRoomsResourceWithStreamingResponse,
    )
    from .rooms import RoomsResource as RoomsResource
    from .rooms import RoomsResourceWithRawResponse as RoomsResourceWithRawResponse
    from .rooms import (
        RoomsResourceWithStreamingResponse as RoomsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncRoomsResource": ".rooms",
            "AsyncRoomsResourceWithRawResponse": ".rooms",
            "AsyncRoomsResourceWithStreamingResponse": ".rooms",
            "RoomsResource": ".rooms",
            "RoomsResourceWithRawResponse": ".rooms",
            "RoomsResourceWithStreamingResponse": ".rooms",
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
