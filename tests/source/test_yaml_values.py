"""YAML is read as JSON would have been (row G13)."""

from __future__ import annotations

import pytest

from generator.source import construct

from .conftest import Reading

STRINGS = [
    "on",
    "off",
    "yes",
    "no",
    "y",
    "n",
    "On",
    "NO",
    "0o17",
    "017",
    "0x1F",
    "0b1",
    "1_000",
    "+1",
    ".5",
    "1.",
    ".inf",
    ".nan",
    "12:30:45",
    "2024-01-01",
    "2024-01-01T00:00:00Z",
    "--",
    "tru",
    "nul",
    "=",
    "<<",
]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-7", -7),
        ("1.10", 1.1),
        ("1e3", 1000.0),
        ("12345678901234567890123", 12345678901234567890123),
        *((word, word) for word in STRINGS),
        ("'true'", "true"),
        ('"7"', "7"),
        ("!!str 7", "7"),
        ("! 7", "7"),
        ("!!int 7", 7),
        ('"\\u00e9"', "é"),
        ("|\n  a\n  b\n", "a\nb\n"),
    ],
)
def test_a_scalar_means_what_json_would_have_held(
    reading: Reading, text: str, value: object
) -> None:
    (found,) = reading.value(f"key: {text}\n").values()  # type: ignore[attr-defined]  # a dict
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    "key", ["200", "1.10", "true", "on", "null", "2024-01-01", "'x'"]
)
def test_keys_become_the_strings_they_are_written_as(
    reading: Reading, key: str
) -> None:
    assert reading.value(f"{key}: 1\n") == {key.strip("'"): 1}


def test_anchors_and_aliases_are_values_like_others(reading: Reading) -> None:
    text = "a: &a {x: [1, 2]}\nb: *a\nc: [*a, *a]\n"
    shared = {"x": [1, 2]}
    assert reading.value(text) == {"a": shared, "b": shared, "c": [shared, shared]}


def test_an_anchor_can_be_redefined(reading: Reading) -> None:
    text = "a: &a 1\nb: &a 2\nc: *a\n"
    assert reading.value(text) == {"a": 1, "b": 2, "c": 2}


def test_merge_keys_add_only_missing_keys(reading: Reading) -> None:
    text = """
a: &a {x: 1, y: 1}
b: &b {y: 2, z: 2}
c: {<<: [*a, *b], x: 3}
d:
  <<: *a
  y: 4
  <<: *b
"""
    value = reading.value(text)
    assert value["c"] == {"x": 3, "y": 1, "z": 2}  # type: ignore[index]  # a dict
    assert value["d"] == {"x": 1, "y": 4, "z": 2}  # type: ignore[index]  # a dict


def test_a_quoted_merge_key_is_a_key(reading: Reading) -> None:
    assert reading.value("'<<': {a: 1}\n") == {"<<": {"a": 1}}


def test_the_parser_in_pure_python_reads_the_same(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "a: &a [1, 'x', ~, {b: 1.5}]\n200: *a\nc: |\n  text\n<<: {d: no}\n"
    quick = reading.load(text)
    monkeypatch.setattr(construct, "_Loader", construct.yaml.SafeLoader)
    plain = reading.load(text)
    assert quick is not None
    assert plain is not None
    assert plain.value == quick.value
    for pointer in ("/a/3/b", "/200", "/c", "/d"):
        assert plain.locate(pointer) == quick.locate(pointer)


def test_a_description_in_json_may_have_any_name(reading: Reading) -> None:
    text = '{"a":\t[1, "\\ud83d\\ude00", 1.10, true, null], "b": {}}'
    value = {"a": [1, "😀", 1.1, True, None], "b": {}}
    assert reading.value(text, "a.json") == value
    assert reading.value(text, "a.yaml") == value


def test_flow_style_that_is_not_json_is_yaml(reading: Reading) -> None:
    assert reading.value("{a: [1, b], c: no}") == {"a": [1, "b"], "c": "no"}


def test_a_byte_order_mark_is_not_part_of_the_text(reading: Reading) -> None:
    assert reading.value(b"\xef\xbb\xbfa: 1\n") == {"a": 1}
    assert reading.value(b'\xef\xbb\xbf{"a": 1}', "a.json") == {"a": 1}
