"""Exists for migrated programs and tests: these names have public homes elsewhere."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core import NoneType as NoneType
    from .._core import NOT_GIVEN as NOT_GIVEN
    from .._core import not_given as not_given
    from .._core import NotGiven as NotGiven
    from .._core import Omit as Omit
    from .._core import omit as omit
    from .._core import RequestOptions as RequestOptions
    from .._core import Timeout as Timeout
    from .._core import Transport as Transport
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "NoneType": ".._core",
            "NOT_GIVEN": ".._core",
            "not_given": ".._core",
            "NotGiven": ".._core",
            "Omit": ".._core",
            "omit": ".._core",
            "RequestOptions": ".._core",
            "Timeout": ".._core",
            "Transport": ".._core",
        },
    )

__all__ = [
    "NoneType",
    "NOT_GIVEN",
    "not_given",
    "NotGiven",
    "Omit",
    "omit",
    "RequestOptions",
    "Timeout",
    "Transport",
]
