"""Views of the private modules that only migrated programs and tests import."""

from __future__ import annotations

from collections.abc import Iterator

from ...surface import Module
from .package import LazyPackageView, lazy_package

_DOC = (
    "Exists for migrated programs and tests: these names have public homes elsewhere."
)
_MODULES = {
    "_types": "NOT_GIVEN NoneType NotGiven Omit RequestOptions Timeout Transport not_given omit",
    "_models": "BaseModel",
    "_response": (
        "APIResponse AsyncAPIResponse AsyncBinaryAPIResponse AsyncStreamedBinaryAPIResponse "
        "BinaryAPIResponse StreamedBinaryAPIResponse"
    ),
    "_streaming": "AsyncStream ServerSentEvent Stream",
    "_utils": (
        "extract_type_arg is_annotated_type is_dict is_list is_list_type is_sequence_type "
        "is_type_alias_type is_union_type parse_date parse_datetime"
    ),
    "_compat": "PYDANTIC_V1 field_outer_type get_model_fields",
}
_OF_THEIR_OWN = ("_utils", "_compat")
"""The modules whose names have no other home in the run-time library."""


def migrated_modules() -> Iterator[tuple[Module, LazyPackageView]]:
    """The modules, each with the names that it exports."""
    for name, exported in _MODULES.items():
        source = (
            ("_core", "compat", "migrated") if name in _OF_THEIR_OWN else ("_core",)
        )
        doc = (
            _DOC if source == ("_core",) else "Exists for migrated programs and tests."
        )
        entries = [(word, source, word) for word in exported.split()]
        yield (name,), lazy_package((name,), doc, entries)
