"""JSON text as values: quick by the standard library, and its places when they are asked for.

Belongs to reading; knows nothing of descriptions.
"""

from __future__ import annotations

import json
import re

from .build import DEEPEST, TOO_DEEP, Builder, Refusal
from .construct import number
from .document import Value

_TOKEN = re.compile(
    r'"(?P<text>[^"\\]*(?:\\.[^"\\]*)*)"|(?P<mark>[][{}:,])|[^\s\][{}:,"]+', re.DOTALL
)


def read_json(text: str) -> tuple[Value, bool]:
    """The value of a JSON text, and whether an object has duplicate keys.

    Raises:
        Refusal: a number cannot be held, or values are nested too deeply.
        json.JSONDecodeError: the text is not JSON.
    """
    duplicated = False

    def entries(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
        nonlocal duplicated
        value = dict(pairs)
        duplicated = duplicated or len(value) < len(pairs)
        return value

    try:
        value = json.loads(
            text,
            object_pairs_hook=entries,
            parse_int=number,
            parse_float=number,
            parse_constant=_check_word,
        )
    except RecursionError:
        scan_json(text)  # refuses, and knows where
        raise Refusal("I008", None, TOO_DEEP, "flatten them") from None
    except Refusal:
        for token in _TOKEN.finditer(text):
            if token["mark"] is None and token["text"] is None:
                _check_word(token[0], token.start())
        raise
    if _deeper_than(DEEPEST, value):
        scan_json(text)
    return value, duplicated


def scan_json(text: str) -> Builder:
    """The places of a JSON text's keys and items; its scalars are left out.

    The text must have been read by ``read_json`` before.
    """
    builder = Builder()
    for token in _TOKEN.finditer(text):
        offset, mark = token.start(), token["mark"]
        if mark is None:
            raw = token["text"]
            if builder.at_key:
                builder.key(json.loads(token[0]) if "\\" in raw else raw, offset)
            else:
                builder.put(None, offset)
        elif mark == "{":
            builder.open({}, offset)
        elif mark == "[":
            builder.open([], offset)
        elif mark in "}]":
            builder.close()
    return builder


def _check_word(word: str, offset: int | None = None) -> Value:
    """Refuse the words and numbers that Python reads and JSON does not have."""
    if word in ("NaN", "Infinity", "-Infinity"):
        raise Refusal("I009", offset, f"{word} is not a JSON number", "quote it")
    if word[0] in "-0123456789":
        number(word, offset)


def _deeper_than(limit: int, value: Value) -> bool:
    """Whether containers are nested more than ``limit`` deep, looked at level by level."""
    level = [value]
    for _ in range(limit):
        level = [
            child
            for container in level
            if isinstance(container, (dict, list))
            for child in (
                container.values() if isinstance(container, dict) else container
            )
        ]
        if not level:
            return False
    return any(isinstance(child, (dict, list)) for child in level)
