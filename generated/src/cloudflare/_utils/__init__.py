"""Exists for migrated programs and tests."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core.compat.migrated import extract_type_arg as extract_type_arg
    from .._core.compat.migrated import is_annotated_type as is_annotated_type
    from .._core.compat.migrated import is_dict as is_dict
    from .._core.compat.migrated import is_list as is_list
    from .._core.compat.migrated import is_list_type as is_list_type
    from .._core.compat.migrated import is_sequence_type as is_sequence_type
    from .._core.compat.migrated import is_type_alias_type as is_type_alias_type
    from .._core.compat.migrated import is_union_type as is_union_type
    from .._core.compat.migrated import parse_date as parse_date
    from .._core.compat.migrated import parse_datetime as parse_datetime
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "extract_type_arg": ".._core.compat.migrated",
            "is_annotated_type": ".._core.compat.migrated",
            "is_dict": ".._core.compat.migrated",
            "is_list": ".._core.compat.migrated",
            "is_list_type": ".._core.compat.migrated",
            "is_sequence_type": ".._core.compat.migrated",
            "is_type_alias_type": ".._core.compat.migrated",
            "is_union_type": ".._core.compat.migrated",
            "parse_date": ".._core.compat.migrated",
            "parse_datetime": ".._core.compat.migrated",
        },
    )

__all__ = [
    "extract_type_arg",
    "is_annotated_type",
    "is_dict",
    "is_list",
    "is_list_type",
    "is_sequence_type",
    "is_type_alias_type",
    "is_union_type",
    "parse_date",
    "parse_datetime",
]
