"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .keys import AsyncKeysResource as AsyncKeysResource
    from .keys import (
        AsyncKeysResourceWithRawResponse as AsyncKeysResourceWithRawResponse,
    )
    from .keys import (
        AsyncKeysResourceWithStreamingResponse as AsyncKeysResourceWithStreamingResponse,
    )
    from .keys import KeysResource as KeysResource
    from .keys import KeysResourceWithRawResponse as KeysResourceWithRawResponse
    from .keys import (
        KeysResourceWithStreamingResponse as KeysResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncKeysResource": ".keys",
            "AsyncKeysResourceWithRawResponse": ".keys",
            "AsyncKeysResourceWithStreamingResponse": ".keys",
            "KeysResource": ".keys",
            "KeysResourceWithRawResponse": ".keys",
            "KeysResourceWithStreamingResponse": ".keys",
        },
    )

__all__ = [
    "AsyncKeysResource",
    "AsyncKeysResourceWithRawResponse",
    "AsyncKeysResourceWithStreamingResponse",
    "KeysResource",
    "KeysResourceWithRawResponse",
    "KeysResourceWithStreamingResponse",
]
