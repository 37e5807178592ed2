"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._keys_async import AsyncKeysResource as AsyncKeysResource
    from ._keys_modes import (
        AsyncKeysResourceWithRawResponse as AsyncKeysResourceWithRawResponse,
    )
    from ._keys_modes import (
        AsyncKeysResourceWithStreamingResponse as AsyncKeysResourceWithStreamingResponse,
    )
    from .keys import KeysResource as KeysResource
    from ._keys_modes import KeysResourceWithRawResponse as KeysResourceWithRawResponse
    from ._keys_modes import (
        KeysResourceWithStreamingResponse as KeysResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncKeysResource": "._keys_async",
            "AsyncKeysResourceWithRawResponse": "._keys_modes",
            "AsyncKeysResourceWithStreamingResponse": "._keys_modes",
            "KeysResource": ".keys",
            "KeysResourceWithRawResponse": "._keys_modes",
            "KeysResourceWithStreamingResponse": "._keys_modes",
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
