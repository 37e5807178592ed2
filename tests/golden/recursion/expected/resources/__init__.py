"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
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
    from ._tests_async import AsyncTestsResource as AsyncTestsResource
    from ._tests_modes import (
        AsyncTestsResourceWithRawResponse as AsyncTestsResourceWithRawResponse,
    )
    from ._tests_modes import (
        AsyncTestsResourceWithStreamingResponse as AsyncTestsResourceWithStreamingResponse,
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
    from .tests import TestsResource as TestsResource
    from ._tests_modes import (
        TestsResourceWithRawResponse as TestsResourceWithRawResponse,
    )
    from ._tests_modes import (
        TestsResourceWithStreamingResponse as TestsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncFoldersResource": "._folders_async",
            "AsyncFoldersResourceWithRawResponse": "._folders_modes",
            "AsyncFoldersResourceWithStreamingResponse": "._folders_modes",
            "AsyncRulesResource": "._rules_async",
            "AsyncRulesResourceWithRawResponse": "._rules_modes",
            "AsyncRulesResourceWithStreamingResponse": "._rules_modes",
            "AsyncTestsResource": "._tests_async",
            "AsyncTestsResourceWithRawResponse": "._tests_modes",
            "AsyncTestsResourceWithStreamingResponse": "._tests_modes",
            "FoldersResource": ".folders",
            "FoldersResourceWithRawResponse": "._folders_modes",
            "FoldersResourceWithStreamingResponse": "._folders_modes",
            "RulesResource": ".rules",
            "RulesResourceWithRawResponse": "._rules_modes",
            "RulesResourceWithStreamingResponse": "._rules_modes",
            "TestsResource": ".tests",
            "TestsResourceWithRawResponse": "._tests_modes",
            "TestsResourceWithStreamingResponse": "._tests_modes",
        },
    )

__all__ = [
    "AsyncFoldersResource",
    "AsyncFoldersResourceWithRawResponse",
    "AsyncFoldersResourceWithStreamingResponse",
    "AsyncRulesResource",
    "AsyncRulesResourceWithRawResponse",
    "AsyncRulesResourceWithStreamingResponse",
    "AsyncTestsResource",
    "AsyncTestsResourceWithRawResponse",
    "AsyncTestsResourceWithStreamingResponse",
    "FoldersResource",
    "FoldersResourceWithRawResponse",
    "FoldersResourceWithStreamingResponse",
    "RulesResource",
    "RulesResourceWithRawResponse",
    "RulesResourceWithStreamingResponse",
    "TestsResource",
    "TestsResourceWithRawResponse",
    "TestsResourceWithStreamingResponse",
]
