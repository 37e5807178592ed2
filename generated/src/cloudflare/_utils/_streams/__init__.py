"""Exists for migrated programs and tests."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._core.compat.client_functions import (
        consume_async_iterator as consume_async_iterator,
    )
    from ..._core.compat.client_functions import (
        consume_sync_iterator as consume_sync_iterator,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "consume_async_iterator": "..._core.compat.client_functions",
            "consume_sync_iterator": "..._core.compat.client_functions",
        },
    )

__all__ = [
    "consume_async_iterator",
    "consume_sync_iterator",
]
