"""JSON text as values: quick by the standard library, and its places when they are asked for.

Belongs to reading; knows nothing of descriptions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from ..diagnostics import Place
from .build import DEEPEST, FLATTEN, TOO_DEEP, Builder, Refusal
from .construct import note_number, number
from .document import Value
from .index import Index

_TOKEN = re.compile(
    r'"(?P<text>[^"\\]*(?:\\.[^"\\]*)*)"|(?P<mark>[][{}:,])|[^\s\][{}:,"]+', re.DOTALL
)

_SPACE = re.compile(r"[ \t\n\r]+")
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)
_NOT_JSON = ("NaN", "Infinity", "-Infinity")


def read_json(text: str) -> tuple[Value, bool]:
    """The value of a JSON text, and whether ``scan_json`` has something to say about it: an object
    has duplicate keys, or a number was read as text.

    Raises:
        Refusal: values are nested too deeply.
        json.JSONDecodeError: the text is not JSON.
    """
    is_odd = False

    def entries(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
        nonlocal is_odd
        value = dict(pairs)
        is_odd = is_odd or len(value) < len(pairs)
        return value

    def held(word: str) -> Value:
        nonlocal is_odd
        value = word if word in _NOT_JSON else number(word)
        is_odd = is_odd or value is word
        return value

    try:
        value = json.loads(
            text,
            object_pairs_hook=entries,
            parse_int=held,
            parse_float=held,
            parse_constant=held,
        )
    except RecursionError:
        scan_json(text)  # refuses, and knows where
        raise Refusal("I008", None, TOO_DEEP, FLATTEN) from None
    if _deeper_than(DEEPEST, value):
        scan_json(text)
    return value, is_odd


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
                if raw is None:
                    _check_word(builder, token[0], offset)
                builder.put(None, offset)
        elif mark == "{":
            builder.open({}, offset)
        elif mark == "[":
            builder.open([], offset)
        elif mark in "}]":
            builder.close()
    return builder


class JsonPlaces:
    """Where the parts of a JSON text are written, looked up part by part.

    The text must have been read by ``read_json`` before. What is not on the way to a part is
    skipped by the library, ten times as fast as all places are collected.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._index = Index(text, None)
        self._containers: dict[int, dict[str, tuple[int, int]]] = {}

    def place(self, name: str, tokens: Sequence[str], pointer: str) -> Place:
        """The place of a value, or of its nearest ancestor in the text."""
        offset = start = self._after_space(0)
        for token in tokens:
            entry = self._entries(start).get(token)
            if entry is None:
                break
            offset, start = entry
        return self._index.at(name, offset, pointer)

    def _entries(self, start: int) -> dict[str, tuple[int, int]]:
        """Where each entry of the container that starts at an offset begins, and its value."""
        if start not in self._containers:
            self._containers[start] = dict(self._scan(start))
        return self._containers[start]

    def _scan(self, start: int) -> Iterator[tuple[str, tuple[int, int]]]:
        text, mark, number = self._text, self._text[start], 0
        if mark not in "{[":
            return
        at = self._after_space(start + 1)
        while text[at] not in "}]":
            begin, key = at, str(number)
            if mark == "{":
                key, at = _DECODER.raw_decode(text, at)
                at = self._after_space(self._after_space(at) + 1)  # the colon
            yield key, (begin, at)
            _, at = _DECODER.raw_decode(text, at)
            at = self._after_space(at)
            number += 1
            if text[at] == ",":
                at = self._after_space(at + 1)

    def _after_space(self, offset: int) -> int:
        found = _SPACE.match(self._text, offset)
        return found.end() if found else offset


def _check_word(builder: Builder, word: str, offset: int) -> None:
    """Note the words and numbers that Python reads and JSON does not have."""
    if word in _NOT_JSON:
        builder.odd("I009", offset, f"{word} is not a JSON number", "quote it")
    elif word[0] in "-0123456789" and number(word) is word:
        note_number(builder, word, offset)


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
