"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._checks_async import AsyncChecksResource as AsyncChecksResource
    from ._checks_modes import (
        AsyncChecksResourceWithRawResponse as AsyncChecksResourceWithRawResponse,
    )
    from ._checks_modes import (
        AsyncChecksResourceWithStreamingResponse as AsyncChecksResourceWithStreamingResponse,
    )
    from ._folders_async import AsyncFoldersResource as AsyncFoldersResource
    from ._folders_modes import (
        AsyncFoldersResourceWithRawResponse as AsyncFoldersResourceWithRawResponse,
    )
    from ._folders_modes import (
        AsyncFoldersResourceWithStreamingResponse as AsyncFoldersResourceWithStreamingResponse,
    )
    from ._rules_async import AsyncRulesResource as AsyncRulesResource
    from ._rules_modes import (
        AsyncRulesResourceWithRawResponse as AsyncRulesResourceWithRawResponse,
    )
    from ._rules_modes import (
        AsyncRulesResourceWithStreamingResponse as AsyncRulesResourceWithStreamingResponse,
    )
    from .checks import ChecksResource as ChecksResource
    from ._checks_modes import (
        ChecksResourceWithRawResponse as ChecksResourceWithRawResponse,
    )
    from ._checks_modes import (
        ChecksResourceWithStreamingResponse as ChecksResourceWithStreamingResponse,
    )
    from .folders import FoldersResource as FoldersResource
    from ._folders_modes import (
        FoldersResourceWithRawResponse as FoldersResourceWithRawResponse,
    )
    from ._folders_modes import (
        FoldersResourceWithStreamingResponse as FoldersResourceWithStreamingResponse,
    )
    from .rules import RulesResource as RulesResource
    from ._rules_modes import (
        RulesResourceWithRawResponse as RulesResourceWithRawResponse,
    )
    from ._rules_modes import (
        RulesResourceWithStreamingResponse as RulesResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncChecksResource": "._checks_async",
            "AsyncChecksResourceWithRawResponse": "._checks_modes",
            "AsyncChecksResourceWithStreamingResponse": "._checks_modes",
            "AsyncFoldersResource": "._folders_async",
            "AsyncFoldersResourceWithRawResponse": "._folders_modes",
            "AsyncFoldersResourceWithStreamingResponse": "._folders_modes",
            "AsyncRulesResource": "._rules_async",
            "AsyncRulesResourceWithRawResponse": "._rules_modes",
            "AsyncRulesResourceWithStreamingResponse": "._rules_modes",
            "ChecksResource": ".checks",
            "ChecksResourceWithRawResponse": "._checks_modes",
            "ChecksResourceWithStreamingResponse": "._checks_modes",
            "FoldersResource": ".folders",
            "FoldersResourceWithRawResponse": "._folders_modes",
            "FoldersResourceWithStreamingResponse": "._folders_modes",
            "RulesResource": ".rules",
            "RulesResourceWithRawResponse": "._rules_modes",
            "RulesResourceWithStreamingResponse": "._rules_modes",
        },
    )

__all__ = [
    "AsyncChecksResource",
    "AsyncChecksResourceWithRawResponse",
    "AsyncChecksResourceWithStreamingResponse",
    "AsyncFoldersResource",
    "AsyncFoldersResourceWithRawResponse",
    "AsyncFoldersResourceWithStreamingResponse",
    "AsyncRulesResource",
    "AsyncRulesResourceWithRawResponse",
    "AsyncRulesResourceWithStreamingResponse",
    "ChecksResource",
    "ChecksResourceWithRawResponse",
    "ChecksResourceWithStreamingResponse",
    "FoldersResource",
    "FoldersResourceWithRawResponse",
    "FoldersResourceWithStreamingResponse",
    "RulesResource",
    "RulesResourceWithRawResponse",
    "RulesResourceWithStreamingResponse",
]
