"""Exists for migrated programs and tests."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._core.compat.json_texts import openapi_dumps as openapi_dumps
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "openapi_dumps": "..._core.compat.json_texts",
        },
    )

__all__ = [
    "openapi_dumps",
]
