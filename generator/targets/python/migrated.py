"""Views of the private modules that only migrated programs and tests import."""

from __future__ import annotations

from collections.abc import Iterator

from ...surface import Module, Sdk
from .exceptions import exceptions_module, typed_exceptions
from .package import LazyPackageView, lazy_package, own_modules

_DOC = (
    "Exists for migrated programs and tests: these names have public homes elsewhere."
)
_OWN_DOC = "Exists for migrated programs and tests."

_TYPE_QUESTIONS = (
    "extract_type_arg extract_type_var_from_base is_annotated_type is_iterable_type is_list_type "
    "is_required_type is_sequence_type is_type_alias_type is_typevar is_union_type "
    "strip_annotated_type"
)
_VALUE_QUESTIONS = (
    "coerce_boolean coerce_float coerce_integer file_from_path flatten "
    "get_required_header human_join is_dict is_given is_iterable is_list is_mapping is_mapping_t "
    "is_sequence is_sequence_t is_tuple is_tuple_t json_safe lru_cache maybe_coerce_boolean "
    "maybe_coerce_float maybe_coerce_integer removeprefix removesuffix strip_not_given"
)
_TRANSFORM = (
    "PropertyInfo async_maybe_transform async_transform maybe_transform transform"
)
_UNIONS = "get_args get_origin is_literal_type is_typeddict is_union"
_COPIES = "deepcopy_minimal extract_files"
_ITERATORS = "consume_async_iterator consume_sync_iterator"
_MOMENTS = "parse_date parse_datetime"
_LIMITS = "DEFAULT_CONNECTION_LIMITS DEFAULT_MAX_RETRIES DEFAULT_TIMEOUT"
_CONSTANTS = (
    "INITIAL_RETRY_DELAY MAX_RETRY_DELAY OVERRIDE_CAST_TO_HEADER RAW_RESPONSE_HEADER"
)

MODULES: dict[str, dict[str, str]] = {
    "_base_client": {
        "": f"{_LIMITS} AsyncAPIClient AsyncPaginator DefaultAsyncHttpxClient DefaultHttpxClient "
        "PageInfo RequestOptions SyncAPIClient Timeout",
        "client.base_client": "BaseClient",
        "compat.client_functions": f"{_CONSTANTS} HTTPX_DEFAULT_TIMEOUT OtherArch OtherPlatform "
        "get_architecture get_platform get_python_runtime get_python_version "
        "make_request_options",
        "http.default_clients": "DefaultAsyncHttpxClient=AsyncHttpxClientWrapper "
        "DefaultHttpxClient=SyncHttpxClientWrapper",
        "pages.pages": "AsyncPage=BaseAsyncPage BasePage SyncPage=BaseSyncPage",
        "wire.options": "FinalRequestOptions",
    },
    "_compat": {
        "compat.model_functions": f"{_UNIONS} {_MOMENTS} ConfigDict PYDANTIC_V1 PYDANTIC_V2 "
        "cached_property field_get_default field_outer_type get_model_config get_model_fields "
        "model_copy model_dump model_json model_parse parse_obj typed_cached_property",
    },
    "_constants": {"": _LIMITS, "compat.client_functions": _CONSTANTS},
    "_files": {
        "compat.form_files": "assert_is_file_content async_to_httpx_files deepcopy_with_paths "
        "is_base64_file_input is_file_content to_httpx_files",
    },
    "_models": {
        "": "BaseModel",
        "compat.eager_iterables": "EagerIterable",
        "decode.construct": "DISCRIMINATOR_CACHE construct_type validate_type",
        "wire.options": "FinalRequestOptions",
    },
    "_qs": {"compat.query_strings": "Querystring parse stringify"},
    "_resource": {
        "": "AsyncResource=AsyncAPIResource SyncResource=SyncAPIResource",
    },
    "_response": {
        "": "APIResponse AsyncAPIResponse AsyncBinaryAPIResponse AsyncStreamedBinaryAPIResponse "
        "BinaryAPIResponse StreamedBinaryAPIResponse",
        "client.responses": "BaseAPIResponse",
        "compat.response_types": "extract_response_type",
    },
    "_streaming": {
        "": "AsyncStream ServerSentEvent Stream",
        "compat.response_types": "extract_stream_chunk_type is_stream_class_type",
    },
    "_types": {
        "": "Body Headers NOT_GIVEN NoneType NotGiven Omit ProxiesTypes Query RequestOptions "
        "SequenceNotStr Timeout Transport not_given omit",
        "compat.type_names": "AnyMapping ArrayFormat AsyncTransport Base64FileInput BinaryTypes "
        "FileContent FileTypes HeadersLike HttpxFileContent HttpxFileTypes HttpxRequestFiles "
        "IncEx ModelT NestedFormat PostParser RequestFiles ResponseT StrBytesIntFloat",
    },
    "_utils": {
        "compat.client_functions": f"{_ITERATORS} asyncify",
        "compat.form_files": _COPIES,
        "compat.lazy_proxy": "LazyProxy",
        "compat.path_templates": "path_template",
        "compat.required_args": "required_args",
        "compat.transforming": _TRANSFORM,
        "compat.type_questions": f"{_UNIONS} {_TYPE_QUESTIONS}",
        "compat.value_questions": _VALUE_QUESTIONS,
        "decode.moments": _MOMENTS,
    },
    "_utils._compat": {
        "compat.type_questions": _UNIONS,
        "decode.moments": _MOMENTS,
    },
    "_utils._datetime_parse": {"decode.moments": _MOMENTS},
    "_utils._json": {"compat.json_texts": "openapi_dumps"},
    "_utils._path": {"compat.path_templates": "path_template"},
    "_utils._proxy": {"compat.lazy_proxy": "LazyProxy"},
    "_utils._streams": {"compat.client_functions": _ITERATORS},
    "_utils._sync": {"compat.client_functions": "asyncify to_thread"},
    "_utils._transform": {"compat.transforming": f"{_TRANSFORM} PropertyFormat"},
    "_utils._typing": {"compat.type_questions": _TYPE_QUESTIONS},
    "_utils._utils": {
        "compat.form_files": _COPIES,
        "compat.required_args": "required_args",
        "compat.value_questions": _VALUE_QUESTIONS,
    },
}
"""The names of each module by where the run-time library has them, which is its root where nothing
is said; ``A=B`` is A there and B here."""


def migrated_modules(sdk: Sdk) -> Iterator[tuple[Module, LazyPackageView]]:
    """The modules, each with the names that it exports."""
    if not sdk.package.has_private_modules:
        return
    own = own_modules(sdk)
    for name, sources in MODULES.items():
        module = tuple(name.split("."))
        yield module, lazy_package(
            module,
            _OWN_DOC if "" not in sources else _DOC,
            _entries(sources, own),
        )
    if exceptions_module(sdk) is None:
        module = ("_exceptions",)
        errors = [(error, ("_core",), error) for error in typed_exceptions(sdk)]
        errors.append((sdk.base_error, ("_core",), "ClientError"))
        yield module, lazy_package(module, _DOC, errors)


def _entries(
    sources: dict[str, str], own: dict[str, Module]
) -> Iterator[tuple[str, Module, str]]:
    """Each name with the module that has it, and its name there."""
    for source, names in sources.items():
        module = ("_core", *filter(None, source.split(".")))
        for entry in names.split():
            there, _, here = entry.partition("=")
            yield here or there, own.get(there, module), there
