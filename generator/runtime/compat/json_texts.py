"""JSON as bytes, with models and moments in it (``_utils._json``)."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pydantic


def openapi_dumps(value: Any) -> bytes:
    """The compact JSON of a value: models by their wire names and without unset fields, moments in
    the form of ISO 8601, with or without an offset.

    Raises:
        TypeError: a part has no JSON form.
        ValueError: a number is not finite.
    """
    text = json.dumps(
        value,
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
        default=_json_form,
    )
    return text.encode("utf-8", "surrogatepass")


def _json_form(value: object) -> object:
    match value:
        case datetime() | date():
            return value.isoformat()
        case pydantic.BaseModel():
            return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
        case _:
            raise TypeError(f"a {type(value).__name__} has no JSON form")
