"""Which version of OpenAPI a description is written in, and what else a file may be.

Knows the root's keys only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from ..diagnostics import Place, Report
from ..source.document import Value
from .documents import DocumentSet
from ..source.pointer import Pointer
from ..source.suggest import closest

_READ = re.compile(r"3\.[012]\.\d+(-.+)?")
_NEARLY = re.compile(r"v?3\.(\d+)(\D.*)?", re.ASCII | re.DOTALL)
_NEWEST = 2
_UNSAID = "3.1.0"
SWAGGER = "2.0"
"""The version of Swagger that is read."""

_START = "start the file with openapi: 3.1.0"
_ANOTHER = "use the file that starts with the key 'openapi'"
_OTHERS: Mapping[str, str] = MappingProxyType(
    {
        "asyncapi": "an AsyncAPI document",
        "arazzo": "an Arazzo document",
        "overlay": "an OpenAPI overlay",
        "organization": "an SDK configuration",
        "client_settings": "an SDK configuration",
        "swaggerVersion": "a Swagger 1 document",
        "discoveryVersion": "a Google discovery document",
        "apiVersion": "a Kubernetes resource",
        "$schema": "a JSON schema",
    }
)


def check_version(documents: DocumentSet, report: Report) -> str | None:
    """The version of a description, or None after reporting that it cannot be read.

    A version 3 that is not written as it should be, or is newer than those known, is read as the
    nearest one that is; paths without a version are read as OpenAPI 3.1. Swagger is "2.0".
    """
    value = documents.root.value
    if not isinstance(value, dict) or not value.keys() & {"openapi", "swagger"}:
        place = documents.root.locate(Pointer())
        return _without_version(value, place, report)
    if "openapi" in value:
        version, at = value["openapi"], documents.root.locate(Pointer(("openapi",)))
        if isinstance(version, str) and _READ.fullmatch(version):
            return version
        message = f"unknown OpenAPI version {_shown(version)}"
        help = "write openapi: 3.1.0 (3.0, 3.1 and 3.2 are supported; all three numbers are required)"
        nearly = _NEARLY.fullmatch(str(version))
        if nearly is not None:
            report.tolerable("S005", at, message, help=help)
            return f"3.{min(int(nearly[1][:3]), _NEWEST)}.0"
        report.error("S005", at, message, help=help)
    else:
        version, at = value["swagger"], documents.root.locate(Pointer(("swagger",)))
        if version in ("2.0", 2.0, 2):  # validation reports what lacks its quotes
            return SWAGGER
        message = f"unknown Swagger version {_shown(version)}"
        help = "convert the description to Swagger 2.0 or OpenAPI 3.1 first"
        report.error("S005", at, message, help=help)
    return None


def _without_version(value: Value, place: Place, report: Report) -> str | None:
    """Report what a file is that does not say that it is an OpenAPI description."""
    is_description = False
    if not isinstance(value, dict):
        found = f"the file contains {_kind(value)}, not a mapping"
        help = _START if value is None else _ANOTHER
    elif other := next((key for key in _OTHERS if key in value), None):
        found = f"it looks like {_OTHERS[other]} (it has the key '{other}')"
        help = _ANOTHER
    else:
        close = next((key for key in value if closest(key, ("openapi",))), None)
        found = "the key 'openapi' is missing"
        help = f"write 'openapi' instead of '{close}'" if close is not None else _START
        is_description = isinstance(value.get("paths"), dict)
    message = f"this is not an OpenAPI description: {found}"
    if is_description:
        report.tolerable("S004", place, message, help=help)
        return _UNSAID
    report.error("S004", place, message, help=help)
    return None


def _kind(value: Value) -> str:
    kinds = {
        list: "a list",
        str: "plain text",
        bool: "a boolean",
        type(None): "nothing",
    }
    return kinds.get(type(value), "a number")


def _shown(version: Value) -> str:
    text = f"'{version}'" if isinstance(version, str) else str(version)
    return text if len(text) <= 40 else text[:40] + "…"
