"""Exists for migrated programs and tests: these names have public homes elsewhere."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core import APIResponse as APIResponse
    from .._core import AsyncAPIResponse as AsyncAPIResponse
    from .._core import AsyncBinaryAPIResponse as AsyncBinaryAPIResponse
    from .._core import AsyncStreamedBinaryAPIResponse as AsyncStreamedBinaryAPIResponse
    from .._core.client.responses import BaseAPIResponse as BaseAPIResponse
    from .._core import BinaryAPIResponse as BinaryAPIResponse
    from .._core.compat.response_types import (
        extract_response_type as extract_response_type,
    )
    from .._core import StreamedBinaryAPIResponse as StreamedBinaryAPIResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "APIResponse": ".._core",
            "AsyncAPIResponse": ".._core",
            "AsyncBinaryAPIResponse": ".._core",
            "AsyncStreamedBinaryAPIResponse": ".._core",
            "BaseAPIResponse": ".._core.client.responses",
            "BinaryAPIResponse": ".._core",
            "extract_response_type": ".._core.compat.response_types",
            "StreamedBinaryAPIResponse": ".._core",
        },
    )

__all__ = [
    "APIResponse",
    "AsyncAPIResponse",
    "AsyncBinaryAPIResponse",
    "AsyncStreamedBinaryAPIResponse",
    "BaseAPIResponse",
    "BinaryAPIResponse",
    "extract_response_type",
    "StreamedBinaryAPIResponse",
]
