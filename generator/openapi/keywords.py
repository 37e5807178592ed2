"""Which keys of OpenAPI are left unread on purpose, and why.

A key that a reader has no row for, and that is not listed here, is recorded as unread by the
part that contains it, and reported where that part is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_DOCUMENTATION = "external documentation; clients do not need it"
_NAME_OF_A_PLACE = "names a place; it is looked up when a reference has that name"
_ONLY_LIMITS = "limits which values are valid; clients leave that to the server"
_MODEL_OF_THE_FILE = "tells readers of the file how to interpret it"
_HOMES = "components", "definitions", "parameters", "responses", "securityDefinitions"

IGNORED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "schema": {
            "$schema": _MODEL_OF_THE_FILE,
            "$comment": _MODEL_OF_THE_FILE,
            "$vocabulary": _MODEL_OF_THE_FILE,
            "$id": _NAME_OF_A_PLACE,
            "$anchor": _NAME_OF_A_PLACE,
            "$dynamicAnchor": _NAME_OF_A_PLACE,
            "$defs": "its schemas are read where they are referenced",
            "definitions": "its schemas are read where they are referenced",
            "externalDocs": _DOCUMENTATION,
            "not": _ONLY_LIMITS,
            "if": _ONLY_LIMITS,
            "contains": _ONLY_LIMITS,
            "xml": "XML serialization; XML is not parsed",
        },
        "parameter": {
            "allowEmptyValue": "an empty value is sent if the caller passes one",
        },
        "header": {
            "allowEmptyValue": "an empty value is accepted as it is",
        },
        "response": {
            "links": "describes a later call, which the caller makes",
            "summary": "the description has the same in more detail",
        },
        "media": {},
        "operation": {
            "externalDocs": _DOCUMENTATION,
        },
        "path": {},
        "description": {
            "jsonSchemaDialect": _MODEL_OF_THE_FILE,
            "$self": _MODEL_OF_THE_FILE,
            "externalDocs": _DOCUMENTATION,
            **dict.fromkeys(_HOMES, "its parts are read where they are referenced"),
        },
    }
)
"""The reason by object of the standard and key."""

RESERVED_HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "accept": "the media types of the responses decide",
        "content-type": "the media type of the body decides",
        "authorization": "the security requirements decide",
    }
)
"""Header parameters that have no effect (OpenAPI 3.2, 4.12.2 "in"), in lower case, and why."""

STYLE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        name: name
        for name in (
            *("simple", "label", "matrix", "form", "cookie", "deepObject"),
            *("spaceDelimited", "pipeDelimited", "tabDelimited"),
        )
    }
)
"""The styles of parameters (OpenAPI 3.2, 4.12.2), and the one that only Swagger 2.0 has."""

BOUNDS = (
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "multipleOf",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxContains",
    "minContains",
    "maxProperties",
    "minProperties",
    "dependentRequired",
)
"""The keywords that limit a value of a type."""
