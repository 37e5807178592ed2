"""Exists for migrated programs and tests."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._core.compat.value_questions import coerce_boolean as coerce_boolean
    from ..._core.compat.value_questions import coerce_float as coerce_float
    from ..._core.compat.value_questions import coerce_integer as coerce_integer
    from ..._core.compat.form_files import deepcopy_minimal as deepcopy_minimal
    from ..._core.compat.form_files import extract_files as extract_files
    from ..._core.compat.value_questions import file_from_path as file_from_path
    from ..._core.compat.value_questions import flatten as flatten
    from ..._core.compat.value_questions import (
        get_required_header as get_required_header,
    )
    from ..._core.compat.value_questions import human_join as human_join
    from ..._core.compat.value_questions import is_dict as is_dict
    from ..._core.compat.value_questions import is_given as is_given
    from ..._core.compat.value_questions import is_iterable as is_iterable
    from ..._core.compat.value_questions import is_list as is_list
    from ..._core.compat.value_questions import is_mapping as is_mapping
    from ..._core.compat.value_questions import is_mapping_t as is_mapping_t
    from ..._core.compat.value_questions import is_sequence as is_sequence
    from ..._core.compat.value_questions import is_sequence_t as is_sequence_t
    from ..._core.compat.value_questions import is_tuple as is_tuple
    from ..._core.compat.value_questions import is_tuple_t as is_tuple_t
    from ..._core.compat.value_questions import json_safe as json_safe
    from ..._core.compat.value_questions import lru_cache as lru_cache
    from ..._core.compat.value_questions import (
        maybe_coerce_boolean as maybe_coerce_boolean,
    )
    from ..._core.compat.value_questions import maybe_coerce_float as maybe_coerce_float
    from ..._core.compat.value_questions import (
        maybe_coerce_integer as maybe_coerce_integer,
    )
    from ..._core.compat.value_questions import removeprefix as removeprefix
    from ..._core.compat.value_questions import removesuffix as removesuffix
    from ..._core.compat.required_args import required_args as required_args
    from ..._core.compat.value_questions import strip_not_given as strip_not_given
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "coerce_boolean": "..._core.compat.value_questions",
            "coerce_float": "..._core.compat.value_questions",
            "coerce_integer": "..._core.compat.value_questions",
            "deepcopy_minimal": "..._core.compat.form_files",
            "extract_files": "..._core.compat.form_files",
            "file_from_path": "..._core.compat.value_questions",
            "flatten": "..._core.compat.value_questions",
            "get_required_header": "..._core.compat.value_questions",
            "human_join": "..._core.compat.value_questions",
            "is_dict": "..._core.compat.value_questions",
            "is_given": "..._core.compat.value_questions",
            "is_iterable": "..._core.compat.value_questions",
            "is_list": "..._core.compat.value_questions",
            "is_mapping": "..._core.compat.value_questions",
            "is_mapping_t": "..._core.compat.value_questions",
            "is_sequence": "..._core.compat.value_questions",
            "is_sequence_t": "..._core.compat.value_questions",
            "is_tuple": "..._core.compat.value_questions",
            "is_tuple_t": "..._core.compat.value_questions",
            "json_safe": "..._core.compat.value_questions",
            "lru_cache": "..._core.compat.value_questions",
            "maybe_coerce_boolean": "..._core.compat.value_questions",
            "maybe_coerce_float": "..._core.compat.value_questions",
            "maybe_coerce_integer": "..._core.compat.value_questions",
            "removeprefix": "..._core.compat.value_questions",
            "removesuffix": "..._core.compat.value_questions",
            "required_args": "..._core.compat.required_args",
            "strip_not_given": "..._core.compat.value_questions",
        },
    )

__all__ = [
    "coerce_boolean",
    "coerce_float",
    "coerce_integer",
    "deepcopy_minimal",
    "extract_files",
    "file_from_path",
    "flatten",
    "get_required_header",
    "human_join",
    "is_dict",
    "is_given",
    "is_iterable",
    "is_list",
    "is_mapping",
    "is_mapping_t",
    "is_sequence",
    "is_sequence_t",
    "is_tuple",
    "is_tuple_t",
    "json_safe",
    "lru_cache",
    "maybe_coerce_boolean",
    "maybe_coerce_float",
    "maybe_coerce_integer",
    "removeprefix",
    "removesuffix",
    "required_args",
    "strip_not_given",
]
