"""JSON as requests hold it: RFC 8259 and nothing beyond, however hostile the text.

Part of the mock; knows nothing of descriptions.
"""

from __future__ import annotations

import json

from ..source.document import Value

_MOST_DIGITS = 4_300
"""Python converts no longer text to an integer by default."""


def parse_json(text: str | bytes) -> Value:
    """The value of a JSON text.

    Raises:
        ValueError: the text is not JSON, cannot be decoded, is nested too deeply, or holds a number
            or a character that JSON does not have.
    """
    if isinstance(text, bytes):
        text = text.decode(json.detect_encoding(text))
    try:
        value = json.loads(text, parse_constant=_constant, parse_int=_integer)
        if "\\u" in text:
            _ = json.dumps(value, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except UnicodeEncodeError as error:
        raise ValueError("it holds half of a surrogate pair") from error
    return value


def _constant(name: str) -> Value:
    raise ValueError(f"{name} is not a JSON number")


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"an integer has more than {_MOST_DIGITS} digits")
    return int(digits)
