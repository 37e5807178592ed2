"""Exists for migrated programs and tests: these names have public homes elsewhere."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core import BaseModel as BaseModel
    from .._core.decode.construct import construct_type as construct_type
    from .._core.decode.construct import DISCRIMINATOR_CACHE as DISCRIMINATOR_CACHE
    from .._core.wire.options import FinalRequestOptions as FinalRequestOptions
    from .._core.decode.construct import validate_type as validate_type
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "BaseModel": ".._core",
            "construct_type": ".._core.decode.construct",
            "DISCRIMINATOR_CACHE": ".._core.decode.construct",
            "FinalRequestOptions": ".._core.wire.options",
            "validate_type": ".._core.decode.construct",
        },
    )

__all__ = [
    "BaseModel",
    "construct_type",
    "DISCRIMINATOR_CACHE",
    "FinalRequestOptions",
    "validate_type",
]
