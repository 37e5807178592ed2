"""One value for a single value's type, within its bounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from ..ir import FORMATS, Scalar, ScalarKind
from .numbers import Range
from .patterns import matches, matching

_FILE = b"raw file contents"
_LONGEST = 10_000


def number_in(bounds: Mapping[str, object], name: str) -> float | None:
    """The number that a bound is."""
    value = bounds.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value


def scalar_sample(ref: Scalar, name: str, bounds: Mapping[str, object]) -> object:
    """A value; a text is its own ``name`` unless more is known of it."""
    match ref.kind:
        case ScalarKind.NULL:
            return None
        case ScalarKind.BOOLEAN:
            return True
        case ScalarKind.INTEGER | ScalarKind.NUMBER:
            return _number(bounds, step=ref.kind is ScalarKind.INTEGER)
        case ScalarKind.FILE | ScalarKind.CONTENT:
            return _FILE
        case (
            ScalarKind.STRING
            | ScalarKind.DATE_TIME
            | ScalarKind.DATE
            | ScalarKind.BINARY
        ):
            return _text(ref.format or "", name, bounds)
    assert_never(ref.kind)


def _number(bounds: Mapping[str, object], *, step: int) -> float:
    """0 where that is allowed, else the number nearest to 1."""
    allowed = range_of(bounds)
    if allowed.contains(0):
        return 0
    return allowed.nearest(step=step) or 0


def range_of(bounds: Mapping[str, object]) -> Range:
    """The bounds of a number."""
    multiple = number_in(bounds, "multipleOf")
    return Range(
        minimum=number_in(bounds, "minimum"),
        maximum=number_in(bounds, "maximum"),
        exclusive_minimum=number_in(bounds, "exclusiveMinimum"),
        exclusive_maximum=number_in(bounds, "exclusiveMaximum"),
        multiples_of=() if multiple is None else (multiple,),
    )


def _text(format_: str, name: str, bounds: Mapping[str, object]) -> str:
    known = FORMATS.get(format_)
    sample = known.sample if known else None
    pattern = bounds.get("pattern")
    candidates = [sample] if sample else []
    if isinstance(pattern, str):
        found = matching(pattern)
        candidates += sorted(found, key=lambda text: not text)
    candidates += [] if sample else [_of_length(name or "string", bounds)]
    fitting = (text for text in candidates if text_fits(text, bounds))
    return next(fitting, candidates[0])


def _of_length(text: str, bounds: Mapping[str, object]) -> str:
    least = number_in(bounds, "minLength") or 0
    most = number_in(bounds, "maxLength")
    text = text.ljust(int(min(least, _LONGEST)), "x")
    return text if most is None else text[: int(most)]


def text_fits(text: str, bounds: Mapping[str, object]) -> bool:
    """Whether a text has the length and the pattern that it must have."""
    least, most = number_in(bounds, "minLength"), number_in(bounds, "maxLength")
    if least is not None and len(text) < least:
        return False
    if most is not None and len(text) > most:
        return False
    pattern = bounds.get("pattern")
    return not isinstance(pattern, str) or matches(pattern, text)
