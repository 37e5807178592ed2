"""Exists for migrated programs and tests."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core.compat.query_strings import parse as parse
    from .._core.compat.query_strings import Querystring as Querystring
    from .._core.compat.query_strings import stringify as stringify
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "parse": ".._core.compat.query_strings",
            "Querystring": ".._core.compat.query_strings",
            "stringify": ".._core.compat.query_strings",
        },
    )

__all__ = [
    "parse",
    "Querystring",
    "stringify",
]
