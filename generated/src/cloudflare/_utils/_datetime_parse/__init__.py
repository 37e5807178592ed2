"""Exists for migrated programs and tests."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._core.decode.moments import parse_date as parse_date
    from ..._core.decode.moments import parse_datetime as parse_datetime
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "parse_date": "..._core.decode.moments",
            "parse_datetime": "..._core.decode.moments",
        },
    )

__all__ = [
    "parse_date",
    "parse_datetime",
]
