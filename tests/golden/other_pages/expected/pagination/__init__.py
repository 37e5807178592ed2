"""The page classes, one module a pagination scheme."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .id_page import AsyncIDPage as AsyncIDPage
    from .number_page import AsyncNumberPage as AsyncNumberPage
    from .offset_page import AsyncOffsetPage as AsyncOffsetPage
    from .single_page import AsyncSinglePage as AsyncSinglePage
    from .url_page import AsyncURLPage as AsyncURLPage
    from .id_page import SyncIDPage as SyncIDPage
    from .number_page import SyncNumberPage as SyncNumberPage
    from .offset_page import SyncOffsetPage as SyncOffsetPage
    from .single_page import SyncSinglePage as SyncSinglePage
    from .url_page import SyncURLPage as SyncURLPage
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncIDPage": ".id_page",
            "AsyncNumberPage": ".number_page",
            "AsyncOffsetPage": ".offset_page",
            "AsyncSinglePage": ".single_page",
            "AsyncURLPage": ".url_page",
            "SyncIDPage": ".id_page",
            "SyncNumberPage": ".number_page",
            "SyncOffsetPage": ".offset_page",
            "SyncSinglePage": ".single_page",
            "SyncURLPage": ".url_page",
        },
    )

__all__ = [
    "AsyncIDPage",
    "AsyncNumberPage",
    "AsyncOffsetPage",
    "AsyncSinglePage",
    "AsyncURLPage",
    "SyncIDPage",
    "SyncNumberPage",
    "SyncOffsetPage",
    "SyncSinglePage",
    "SyncURLPage",
]
