"""Every value knows the line and column where it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source import Pointer
from generator.source.json_text import JsonPlaces, read_json, scan_json

from .conftest import Reading

YAML = """\
# a comment
openapi: 3.1.0
paths:
  /a/{id}:
    get: &get
      tags: [one, two]
  "/b 😀": {get: *get, x: 1}
  /c:
    get:
      <<: *get
      summary: é
"""


@pytest.mark.parametrize(
    ("pointer", "line", "column"),
    [
        ("", 2, 1),
        ("/openapi", 2, 1),
        ("/paths/~1a~1{id}", 4, 3),
        ("/paths/~1a~1{id}/get/tags", 6, 7),
        ("/paths/~1a~1{id}/get/tags/1", 6, 19),
        ("/paths/~1b 😀/x", 7, 23),
        ("/paths/~1b 😀/get/tags", 6, 7),  # an alias: where the value stands
        ("/paths/~1c/get/tags/0", 6, 14),  # brought in by a merge key
        ("/paths/~1c/get/summary", 11, 7),
        ("/paths/~1d/get", 3, 1),  # not there: the nearest value around it
        ("/paths/~1a~1{id}/get/tags/01", 6, 7),
        ("/paths/~1a~1{id}/get/tags/2", 6, 7),
        ("/openapi/deeper", 2, 1),
    ],
)
def test_a_value_of_yaml_is_found(
    reading: Reading, pointer: str, line: int, column: int
) -> None:
    document = reading.load(YAML)
    assert document is not None
    place = document.locate(Pointer.parse(pointer))
    assert (place.file, place.line, place.column) == ("openapi.yaml", line, column)
    assert place.pointer == pointer


def test_a_value_of_json_is_found_as_well(reading: Reading) -> None:
    text = '{"a": [1, {"\\u0062": "x: {y",\r\n  "c\\"d": -1.5e3}],\n "": null}'
    document = reading.load(text, "a.json")
    assert document is not None
    found = {
        pointer: str(document.locate(pointer)).removeprefix("a.json:")
        for pointer in ("", "/a", "/a/0", "/a/1", "/a/1/b", '/a/1/c"d', "/")
    }
    assert found == {
        "": "1:1",
        "/a": "1:2",
        "/a/0": "1:8",
        "/a/1": "1:11",
        "/a/1/b": "1:12",
        '/a/1/c"d': "2:3",
        "/": "3:2",
    }


def test_an_index_has_no_leading_zeros(reading: Reading) -> None:
    document = reading.load(f"a: {list(range(12))}")
    assert document is not None
    assert str(document.locate("/a/10")) == "openapi.yaml:1:35"
    assert document.locate("/a/01").column == 1


def test_windows_line_ends_count_as_one(reading: Reading) -> None:
    document = reading.load("a: 1\r\nb:\r\n  c: 2\r\n")
    assert document is not None
    assert str(document.locate("/b/c")) == "openapi.yaml:3:3"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(deadline=None)
@given(_JSON, st.booleans(), st.sampled_from([None, 1]))
def test_the_places_of_json_are_those_of_its_keys_and_items(
    value: object, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert read_json(text) == (value, False)
    index = JsonPlaces(text)
    decoder = json.JSONDecoder()

    def check(part: object, tokens: tuple[str, ...]) -> None:
        place = index.place("f", tokens, "")
        line = text.split("\n")[place.line - 1]
        end = sum(len(earlier) + 1 for earlier in text.split("\n")[: place.line - 1])
        found, _ = decoder.raw_decode(text, end + place.column - 1)
        assert line
        assert found == (tokens[-1] if keyed[tokens] else part)

    keyed: dict[tuple[str, ...], bool] = {(): False}
    waiting: list[tuple[object, tuple[str, ...]]] = [(value, ())]
    while waiting:
        part, tokens = waiting.pop()
        check(part, tokens)
        is_mapping = isinstance(part, dict)
        children = part.items() if is_mapping else enumerate(part if isinstance(part, list) else ())  # type: ignore[attr-defined]  # a dict
        for key, child in children:
            keyed[(*tokens, str(key))] = is_mapping
            waiting.append((child, (*tokens, str(key))))


@pytest.mark.parametrize(
    "text",
    [
        '{"a": [1], "\\u0061": {"b": 2} , "c": {"a": 1, "a": [3]}}',
        '[NaN,-Infinity , 1e999, -0, "\\ud800", {"]\\"}": [[ ]]}]',
        '\t[ {} ,\r\n[ ] , {"" : {"~/": "\\\\"}} ]\n',
        f"[{'9' * 5000}, 1.{'0' * 5000}, true]",
        f"{'[' * 200}{']' * 200}",
    ],
)
def test_the_places_of_odd_json_are_those_that_a_scan_finds(text: str) -> None:
    places, scanned = JsonPlaces(text), scan_json(text).index(text)
    waiting: list[tuple[Any, tuple[str, ...]]] = [(read_json(text)[0], ())]
    while waiting:
        part, tokens = waiting.pop()
        for near in (tokens, (*tokens, "x"), (*tokens, "01"), (*tokens, "-1")):
            assert places.place("f", near, "") == scanned.place("f", near, "")
        keys = part if isinstance(part, (dict, list)) else ()
        named = isinstance(part, dict)
        for number, key in enumerate(keys):
            child = part[key] if named else key
            waiting.append((child, (*tokens, key if named else str(number))))
