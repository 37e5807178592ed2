"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .folders import AsyncFoldersResource as AsyncFoldersResource
    from .folders import (
        AsyncFoldersResourceWithRawResponse as AsyncFoldersResourceWithRawResponse,
    )
    from .folders import (
        AsyncFoldersResourceWithStreamingResponse as AsyncFoldersResourceWithStreamingResponse,
    )
    from .rules import AsyncRulesResource as AsyncRulesResource
    from .rules import (
        AsyncRulesResourceWithRawResponse as AsyncRulesResourceWithRawResponse,
    )
    from .rules import (
        AsyncRulesResourceWithStreamingResponse as AsyncRulesResourceWithStreamingResponse,
    )
    from .folders import FoldersResource as FoldersResource
    from .folders import (
        FoldersResourceWithRawResponse as FoldersResourceWithRawResponse,
    )
    from .folders import (
        FoldersResourceWithStreamingResponse as FoldersResourceWithStreamingResponse,
    )
    from .rules import RulesResource as RulesResource
    from .rules import RulesResourceWithRawResponse as RulesResourceWithRawResponse
    from .rules import (
        RulesResourceWithStreamingResponse as RulesResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncFoldersResource": ".folders",
            "AsyncFoldersResourceWithRawResponse": ".folders",
            "AsyncFoldersResourceWithStreamingResponse": ".folders",
            "AsyncRulesResource": ".rules",
            "AsyncRulesResourceWithRawResponse": ".rules",
            "AsyncRulesResourceWithStreamingResponse": ".rules",
            "FoldersResource": ".folders",
            "FoldersResourceWithRawResponse": ".folders",
            "FoldersResourceWithStreamingResponse": ".folders",
            "RulesResource": ".rules",
            "RulesResourceWithRawResponse": ".rules",
            "RulesResourceWithStreamingResponse": ".rules",
        },
    )

__all__ = [
    "AsyncFoldersResource",
    "AsyncFoldersResourceWithRawResponse",
    "AsyncFoldersResourceWithStreamingResponse",
    "AsyncRulesResource",
    "AsyncRulesResourceWithRawResponse",
    "AsyncRulesResourceWithStreamingResponse",
    "FoldersResource",
    "FoldersResourceWithRawResponse",
    "FoldersResourceWithStreamingResponse",
    "RulesResource",
    "RulesResourceWithRawResponse",
    "RulesResourceWithStreamingResponse",
]
