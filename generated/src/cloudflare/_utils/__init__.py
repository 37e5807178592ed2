"""Exists for migrated programs and tests."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core.compat.transforming import (
        async_maybe_transform as async_maybe_transform,
    )
    from .._core.compat.transforming import async_transform as async_transform
    from .._core.compat.client_functions import asyncify as asyncify
    from .._core.compat.value_questions import coerce_boolean as coerce_boolean
    from .._core.compat.value_questions import coerce_float as coerce_float
    from .._core.compat.value_questions import coerce_integer as coerce_integer
    from .._core.compat.client_functions import (
        consume_async_iterator as consume_async_iterator,
    )
    from .._core.compat.client_functions import (
        consume_sync_iterator as consume_sync_iterator,
    )
    from .._core.compat.form_files import deepcopy_minimal as deepcopy_minimal
    from .._core.compat.form_files import extract_files as extract_files
    from .._core.compat.type_questions import extract_type_arg as extract_type_arg
    from .._core.compat.type_questions import (
        extract_type_var_from_base as extract_type_var_from_base,
    )
    from .._core.compat.value_questions import file_from_path as file_from_path
    from .._core.compat.value_questions import flatten as flatten
    from .._core.compat.type_questions import get_args as get_args
    from .._core.compat.type_questions import get_origin as get_origin
    from .._core.compat.value_questions import (
        get_required_header as get_required_header,
    )
    from .._core.compat.value_questions import human_join as human_join
    from .._core.compat.type_questions import is_annotated_type as is_annotated_type
    from .._core.compat.value_questions import is_dict as is_dict
    from .._core.compat.value_questions import is_given as is_given
    from .._core.compat.value_questions import is_iterable as is_iterable
    from .._core.compat.type_questions import is_iterable_type as is_iterable_type
    from .._core.compat.value_questions import is_list as is_list
    from .._core.compat.type_questions import is_list_type as is_list_type
    from .._core.compat.type_questions import is_literal_type as is_literal_type
    from .._core.compat.value_questions import is_mapping as is_mapping
    from .._core.compat.value_questions import is_mapping_t as is_mapping_t
    from .._core.compat.type_questions import is_required_type as is_required_type
    from .._core.compat.value_questions import is_sequence as is_sequence
    from .._core.compat.value_questions import is_sequence_t as is_sequence_t
    from .._core.compat.type_questions import is_sequence_type as is_sequence_type
    from .._core.compat.value_questions import is_tuple as is_tuple
    from .._core.compat.value_questions import is_tuple_t as is_tuple_t
    from .._core.compat.type_questions import is_type_alias_type as is_type_alias_type
    from .._core.compat.type_questions import is_typeddict as is_typeddict
    from .._core.compat.type_questions import is_typevar as is_typevar
    from .._core.compat.type_questions import is_union as is_union
    from .._core.compat.type_questions import is_union_type as is_union_type
    from .._core.compat.value_questions import json_safe as json_safe
    from .._core.compat.lazy_proxy import LazyProxy as LazyProxy
    from .._core.compat.value_questions import lru_cache as lru_cache
    from .._core.compat.value_questions import (
        maybe_coerce_boolean as maybe_coerce_boolean,
    )
    from .._core.compat.value_questions import maybe_coerce_float as maybe_coerce_float
    from .._core.compat.value_questions import (
        maybe_coerce_integer as maybe_coerce_integer,
    )
    from .._core.compat.transforming import maybe_transform as maybe_transform
    from .._core.decode.moments import parse_date as parse_date
    from .._core.decode.moments import parse_datetime as parse_datetime
    from .._core.compat.path_templates import path_template as path_template
    from .._core.compat.transforming import PropertyInfo as PropertyInfo
    from .._core.compat.value_questions import removeprefix as removeprefix
    from .._core.compat.value_questions import removesuffix as removesuffix
    from .._core.compat.required_args import required_args as required_args
    from .._core.compat.type_questions import (
        strip_annotated_type as strip_annotated_type,
    )
    from .._core.compat.value_questions import strip_not_given as strip_not_given
    from .._core.compat.transforming import transform as transform
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "async_maybe_transform": ".._core.compat.transforming",
            "async_transform": ".._core.compat.transforming",
            "asyncify": ".._core.compat.client_functions",
            "coerce_boolean": ".._core.compat.value_questions",
            "coerce_float": ".._core.compat.value_questions",
            "coerce_integer": ".._core.compat.value_questions",
            "consume_async_iterator": ".._core.compat.client_functions",
            "consume_sync_iterator": ".._core.compat.client_functions",
            "deepcopy_minimal": ".._core.compat.form_files",
            "extract_files": ".._core.compat.form_files",
            "extract_type_arg": ".._core.compat.type_questions",
            "extract_type_var_from_base": ".._core.compat.type_questions",
            "file_from_path": ".._core.compat.value_questions",
            "flatten": ".._core.compat.value_questions",
            "get_args": ".._core.compat.type_questions",
            "get_origin": ".._core.compat.type_questions",
            "get_required_header": ".._core.compat.value_questions",
            "human_join": ".._core.compat.value_questions",
            "is_annotated_type": ".._core.compat.type_questions",
            "is_dict": ".._core.compat.value_questions",
            "is_given": ".._core.compat.value_questions",
            "is_iterable": ".._core.compat.value_questions",
            "is_iterable_type": ".._core.compat.type_questions",
            "is_list": ".._core.compat.value_questions",
            "is_list_type": ".._core.compat.type_questions",
            "is_literal_type": ".._core.compat.type_questions",
            "is_mapping": ".._core.compat.value_questions",
            "is_mapping_t": ".._core.compat.value_questions",
            "is_required_type": ".._core.compat.type_questions",
            "is_sequence": ".._core.compat.value_questions",
            "is_sequence_t": ".._core.compat.value_questions",
            "is_sequence_type": ".._core.compat.type_questions",
            "is_tuple": ".._core.compat.value_questions",
            "is_tuple_t": ".._core.compat.value_questions",
            "is_type_alias_type": ".._core.compat.type_questions",
            "is_typeddict": ".._core.compat.type_questions",
            "is_typevar": ".._core.compat.type_questions",
            "is_union": ".._core.compat.type_questions",
            "is_union_type": ".._core.compat.type_questions",
            "json_safe": ".._core.compat.value_questions",
            "LazyProxy": ".._core.compat.lazy_proxy",
            "lru_cache": ".._core.compat.value_questions",
            "maybe_coerce_boolean": ".._core.compat.value_questions",
            "maybe_coerce_float": ".._core.compat.value_questions",
            "maybe_coerce_integer": ".._core.compat.value_questions",
            "maybe_transform": ".._core.compat.transforming",
            "parse_date": ".._core.decode.moments",
            "parse_datetime": ".._core.decode.moments",
            "path_template": ".._core.compat.path_templates",
            "PropertyInfo": ".._core.compat.transforming",
            "removeprefix": ".._core.compat.value_questions",
            "removesuffix": ".._core.compat.value_questions",
            "required_args": ".._core.compat.required_args",
            "strip_annotated_type": ".._core.compat.type_questions",
            "strip_not_given": ".._core.compat.value_questions",
            "transform": ".._core.compat.transforming",
        },
    )

__all__ = [
    "async_maybe_transform",
    "async_transform",
    "asyncify",
    "coerce_boolean",
    "coerce_float",
    "coerce_integer",
    "consume_async_iterator",
    "consume_sync_iterator",
    "deepcopy_minimal",
    "extract_files",
    "extract_type_arg",
    "extract_type_var_from_base",
    "file_from_path",
    "flatten",
    "get_args",
    "get_origin",
    "get_required_header",
    "human_join",
    "is_annotated_type",
    "is_dict",
    "is_given",
    "is_iterable",
    "is_iterable_type",
    "is_list",
    "is_list_type",
    "is_literal_type",
    "is_mapping",
    "is_mapping_t",
    "is_required_type",
    "is_sequence",
    "is_sequence_t",
    "is_sequence_type",
    "is_tuple",
    "is_tuple_t",
    "is_type_alias_type",
    "is_typeddict",
    "is_typevar",
    "is_union",
    "is_union_type",
    "json_safe",
    "LazyProxy",
    "lru_cache",
    "maybe_coerce_boolean",
    "maybe_coerce_float",
    "maybe_coerce_integer",
    "maybe_transform",
    "parse_date",
    "parse_datetime",
    "path_template",
    "PropertyInfo",
    "removeprefix",
    "removesuffix",
    "required_args",
    "strip_annotated_type",
    "strip_not_given",
    "transform",
]
