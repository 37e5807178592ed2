"""Exists for migrated programs and tests."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._core.compat.type_questions import get_args as get_args
    from ..._core.compat.type_questions import get_origin as get_origin
    from ..._core.compat.type_questions import is_literal_type as is_literal_type
    from ..._core.compat.type_questions import is_typeddict as is_typeddict
    from ..._core.compat.type_questions import is_union as is_union
    from ..._core.decode.moments import parse_date as parse_date
    from ..._core.decode.moments import parse_datetime as parse_datetime
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "get_args": "..._core.compat.type_questions",
            "get_origin": "..._core.compat.type_questions",
            "is_literal_type": "..._core.compat.type_questions",
            "is_typeddict": "..._core.compat.type_questions",
            "is_union": "..._core.compat.type_questions",
            "parse_date": "..._core.decode.moments",
            "parse_datetime": "..._core.decode.moments",
        },
    )

__all__ = [
    "get_args",
    "get_origin",
    "is_literal_type",
    "is_typeddict",
    "is_union",
    "parse_date",
    "parse_datetime",
]
