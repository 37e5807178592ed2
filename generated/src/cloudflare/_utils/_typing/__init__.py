"""Exists for migrated programs and tests."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._core.compat.type_questions import extract_type_arg as extract_type_arg
    from ..._core.compat.type_questions import (
        extract_type_var_from_base as extract_type_var_from_base,
    )
    from ..._core.compat.type_questions import is_annotated_type as is_annotated_type
    from ..._core.compat.type_questions import is_iterable_type as is_iterable_type
    from ..._core.compat.type_questions import is_list_type as is_list_type
    from ..._core.compat.type_questions import is_required_type as is_required_type
    from ..._core.compat.type_questions import is_sequence_type as is_sequence_type
    from ..._core.compat.type_questions import is_type_alias_type as is_type_alias_type
    from ..._core.compat.type_questions import is_typevar as is_typevar
    from ..._core.compat.type_questions import is_union_type as is_union_type
    from ..._core.compat.type_questions import (
        strip_annotated_type as strip_annotated_type,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "extract_type_arg": "..._core.compat.type_questions",
            "extract_type_var_from_base": "..._core.compat.type_questions",
            "is_annotated_type": "..._core.compat.type_questions",
            "is_iterable_type": "..._core.compat.type_questions",
            "is_list_type": "..._core.compat.type_questions",
            "is_required_type": "..._core.compat.type_questions",
            "is_sequence_type": "..._core.compat.type_questions",
            "is_type_alias_type": "..._core.compat.type_questions",
            "is_typevar": "..._core.compat.type_questions",
            "is_union_type": "..._core.compat.type_questions",
            "strip_annotated_type": "..._core.compat.type_questions",
        },
    )

__all__ = [
    "extract_type_arg",
    "extract_type_var_from_base",
    "is_annotated_type",
    "is_iterable_type",
    "is_list_type",
    "is_required_type",
    "is_sequence_type",
    "is_type_alias_type",
    "is_typevar",
    "is_union_type",
    "strip_annotated_type",
]
