"""Which keys of OpenAPI are left unread on purpose, and why.

A key that a reader has no row for, and that is not listed here, is recorded as unread by the
part it stands in, and reported where that part is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_DOCUMENTATION = "documentation elsewhere; no client needs it"
_MODEL_OF_THE_FILE = "tells a reader of the file how to read it, not a client"

IGNORED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "schema": {
            "$schema": _MODEL_OF_THE_FILE,
            "$comment": _MODEL_OF_THE_FILE,
            "$vocabulary": _MODEL_OF_THE_FILE,
            "$defs": "its schemas are read where something refers to them",
            "definitions": "its schemas are read where something refers to them",
            "externalDocs": _DOCUMENTATION,
            "xml": "says how a value is written as XML, which is not parsed",
        },
        "parameter": {
            "allowEmptyValue": "an empty value is sent where the caller gives one",
        },
        "header": {
            "allowEmptyValue": "an empty value is read as it comes",
        },
        "response": {
            "links": "describes a later call, which the caller makes",
            "summary": "the description says the same at greater length",
        },
        "media": {
            "encoding": "belongs to forms and multipart bodies",
        },
        "operation": {
            "externalDocs": _DOCUMENTATION,
            "tags": "the configuration arranges operations",
        },
        "path": {},
        "description": {
            "jsonSchemaDialect": _MODEL_OF_THE_FILE,
            "$self": _MODEL_OF_THE_FILE,
            "externalDocs": _DOCUMENTATION,
            "tags": "the configuration arranges operations",
            "components": "its parts are read where something refers to them",
        },
    }
)
"""The reason by object of the standard and key."""
