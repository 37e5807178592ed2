"""How parameters are written: what the description says, unless the configuration decides for all.

Part of lowering. A style that a parameter states goes before the formats of the configuration, and
those before the defaults of the standard (OpenAPI 3.2, 4.12.2). ``deepObject`` leaves open how an
object in an object is written, so there the configured format holds. A parameter that is written as
the API writes all others has no style of its own.
"""

from __future__ import annotations

from typing import assert_never

from ..config import SdkConfig
from ..ir import (
    ListOf,
    Literals,
    MapOf,
    Nullable,
    PageItem,
    QueryFormat,
    Ref,
    Scalar,
    Style,
    StyleName,
    TupleOf,
    TypeRef,
    UnionOf,
    Unknown,
)
from ..openapi import FORM, Location, Parameter, is_json

_ARRAYS = {
    "repeat": (StyleName.FORM, True),
    "comma": (StyleName.FORM, False),
}
"""The styles of lists that are formats of a whole API as well."""


def query_format(config: SdkConfig) -> QueryFormat:
    """How the API writes lists and objects in queries: as configured, else by the standard."""
    return QueryFormat(
        config.array_format or "repeat", config.nested_format or "brackets"
    )


def style_of(parameter: Parameter, ref: TypeRef, config: SdkConfig) -> Style | None:
    """How a parameter of a type is written; None if as usual."""
    if parameter.media_type is not None:
        return _of_document(parameter)
    has_list, has_object = _holds(ref)
    name = StyleName(parameter.style)
    style = Style(name, parameter.explode, parameter.allow_reserved)
    match parameter.location:
        case Location.QUERY | Location.QUERYSTRING:
            if not (has_list or has_object):
                return style if parameter.allow_reserved else None
            return style if _differs(parameter, style, has_object, config) else None
        case Location.PATH:
            is_plain = name is StyleName.SIMPLE and not (has_list or has_object)
            return None if is_plain and not parameter.allow_reserved else style
        case Location.HEADER:
            return style if has_list or has_object else None
        case Location.COOKIE:
            is_usual = name is StyleName.FORM and parameter.explode
            return None if is_usual and not parameter.allow_reserved else style
    assert_never(parameter.location)


def _of_document(parameter: Parameter) -> Style | None:
    """The style of a parameter whose value travels as a document of a media type."""
    whole = parameter.location is Location.QUERYSTRING
    essence = (parameter.media_type or "").partition(";")[0].strip().lower()
    if is_json(essence):
        return Style(StyleName.JSON, whole=whole)
    if whole and essence == FORM:
        return Style(StyleName.FORM, explode=True, whole=True)
    return Style(StyleName.TEXT, whole=True) if whole else None


def _differs(
    parameter: Parameter, style: Style, has_object: bool, config: SdkConfig
) -> bool:
    """Whether a list or object in a query is not written as the API writes all others."""
    if style.allow_reserved:
        return True
    if has_object:
        is_usual = style.name is StyleName.DEEP_OBJECT
        is_configured = config.nested_format is not None
        if is_usual and is_configured:
            return False
        usual = query_format(config).objects == "brackets" and is_usual
    else:
        is_configured = config.array_format is not None
        usual = _ARRAYS.get(query_format(config).arrays) == (style.name, style.explode)
    return not usual and (parameter.states_style or not is_configured)


def _holds(ref: TypeRef) -> tuple[bool, bool]:
    """Whether a value may be a list, and whether it may be an object."""
    match ref:
        case ListOf() | TupleOf():
            return True, False
        case MapOf() | Ref():
            return False, True
        case Nullable(inner):
            return _holds(inner)
        case UnionOf(members):
            found = [_holds(member) for member in members]
            return any(a for a, _ in found), any(o for _, o in found)
        case Scalar() | Literals() | Unknown() | PageItem():
            return False, False
    assert_never(ref)
