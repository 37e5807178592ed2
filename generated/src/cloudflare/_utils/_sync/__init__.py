"""Exists for migrated programs and tests."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._core.compat.client_functions import asyncify as asyncify
    from ..._core.compat.client_functions import to_thread as to_thread
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "asyncify": "..._core.compat.client_functions",
            "to_thread": "..._core.compat.client_functions",
        },
    )

__all__ = [
    "asyncify",
    "to_thread",
]
