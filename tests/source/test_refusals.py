"""What cannot be read gets one clear complaint with its place, quickly (row G12)."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.source import load_document

from .conftest import Reading

DEEP = 100_000
LOLS = "a: &a x\n" + "".join(
    f"{name}: &{name} [{', '.join([of] * 9)}]\n"
    for name, of in zip("bcdefghijklm", [f"*{c}" for c in "abcdefghijkl"], strict=True)
)
CHAIN = "a0: &a0 [1]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 5000))
LONG = f"a: &a {'x' * 100_000}\nb: [{', '.join(['*a'] * 1000)}]\n"
MERGES = "a0: &a0 {k0: 1}\n" + "".join(
    f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}], k{i}: 1}}\n" for i in range(1, 500)
)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[" * DEEP, "I008 1:201 nested more than 200 levels deep"),
        ("{a: " * DEEP, "I008 1:801 nested more than 200 levels deep"),
        ("- " * DEEP, "I008 1:401 nested more than 200 levels deep"),
        (CHAIN, "I008 200:14 nested more than 200 levels deep"),
        (LOLS, "I007 8:8 aliases expand to more than 1,000,000 values"),
        (LONG, "I007 2:4001 aliases expand to more than 1,000,000 values"),
        (MERGES, "I007 18:23 aliases expand to more than 1,000,000 values"),
        ("a: 'b", "I005 1:4 not YAML: found unexpected end of stream"),
        ("a:\n\tb: 1", "I005 2:1 not YAML: found character that cannot start"),
        ("", "I003 0:0 the description is empty"),
        (" \n\t\n", "I003 0:0 the description is empty"),
        ("\ufeff", "I003 0:0 the description is empty"),
    ],
    ids=lambda value: value[:24].replace("\n", " "),
)
def test_unsafe_yaml_is_refused_quickly(
    reading: Reading, text: str, complaint: str
) -> None:
    started = time.process_time()
    assert reading.load(text) is None
    assert time.process_time() - started < 2
    assert reading.only.startswith(complaint)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[" * DEEP + "]" * DEEP, "I008 1:201 nested more than 200 levels deep"),
        ('{"a":' * DEEP + "1" + "}" * DEEP, "I008 1:1001 nested more"),
        ("[" * 201 + "]" * 201, "I008 1:201 nested more than 200 levels deep"),
        ('{"a": 1,\n "b" 2}', "I005 2:6 not JSON: Expecting ':' delimiter"),
        ("a: [", "I005 1:1 not JSON: Expecting value"),
    ],
    ids=lambda value: value[:24].replace("\n", " "),
)
def test_unsafe_json_is_refused_quickly(
    reading: Reading, text: str, complaint: str
) -> None:
    started = time.process_time()
    assert reading.load(text, "openapi.json") is None
    assert time.process_time() - started < 2
    assert reading.only.startswith(complaint)


def test_the_depth_of_an_alias_counts_where_it_is_used(reading: Reading) -> None:
    anchor = "a: &a " + "[" * 120 + "]" * 120 + "\n"
    assert reading.load(anchor + "b: " + "[" * 79 + "*a" + "]" * 79) is not None
    assert reading.codes == []
    assert reading.load(anchor + "b: " + "[" * 80 + "*a" + "]" * 80) is None
    assert reading.codes == ["I008"]


def test_nesting_up_to_the_limit_is_read(reading: Reading) -> None:
    assert reading.load("[" * 200 + "]" * 200, "a.json") is not None
    assert reading.load("- " * 200 + "x", "a.yaml") is not None
    assert reading.codes == []


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ("{}".encode("utf-16") + b"x", "I004 0:0 the description is UTF-16 text"),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "I004 0:0 the description is not a text file",
        ),
    ],
)
def test_bytes_that_are_not_text_are_named(
    reading: Reading, data: bytes, complaint: str
) -> None:
    assert reading.load(data) is None
    assert reading.only.startswith(complaint)


def _complaint(path: Path, **options: int) -> str:
    report = Report()
    assert load_document(path, report, what="configuration", **options) is None  # type: ignore[arg-type]  # limit_bytes only
    (found,) = report.diagnostics
    assert found.help
    return f"{found.code} {found.message}"


def test_a_file_that_is_missing_is_named_as_the_user_named_it(reading: Reading) -> None:
    report = Report()
    assert load_document(Path("spec/none.yaml"), report) is None
    (found,) = report.diagnostics
    assert (found.code, str(found.place)) == ("I001", "spec/none.yaml")


def test_folders_devices_and_pipes_are_refused(
    reading: Reading, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    assert _complaint(tmp_path) == "I001 the configuration is a folder"
    assert "a device or a pipe" in _complaint(tmp_path / "pipe")
    assert "a device or a pipe" in _complaint(Path("/dev/zero"))
    assert "cannot be read" in _complaint(tmp_path / "loop")
    assert "cannot be read" in _complaint(tmp_path / ("x" * 5000))
    assert "cannot be read" in _complaint(tmp_path / "a\0b")


def test_a_file_without_permission_is_refused(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = reading.write("a: 1")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "cannot be read: Permission denied" in _complaint(path)


def test_a_huge_file_is_refused_before_it_is_read(reading: Reading) -> None:
    path = reading.write("")
    with path.open("r+b") as file:
        file.truncate(1 << 30)
    started = time.process_time()
    assert _complaint(path) == "I002 the configuration is larger than 64 MiB"
    assert time.process_time() - started < 2
    assert _complaint(reading.write("a: 1\n"), limit_bytes=4).endswith("4 bytes")


@pytest.mark.parametrize("name", ["openapi.yaml", "openapi.json"])
def test_both_places_of_a_duplicate_are_shown(reading: Reading, name: str) -> None:
    document = reading.load('{\n "a": 1,\n "b": {"a": 2},\n "a": 3}\n', name)
    (found,) = reading.report.diagnostics
    assert found.code == "I010"
    assert (found.place.line, found.place.column) == (4, 2)
    assert [(p.line, p.column) for _, p in found.related] == [(2, 2)]
    assert document is not None
    assert document.value == {"a": 3, "b": {"a": 2}}


def test_many_duplicates_are_counted_not_listed(reading: Reading) -> None:
    reading.load("a: 1\n" * 1000)
    assert len(reading.codes) == 21
    assert reading.report.diagnostics[-1].message == "979 more duplicate keys"


@pytest.mark.parametrize(
    ("text", "value", "complaint"),
    [
        ("a: &a [*a]", {"a": [None]}, "I007 1:8 the anchor 'a' contains itself"),
        ("a: &a {b: {<<: *a}}", {"a": {"b": {}}}, "I007 1:16 the anchor 'a' contains"),
        ("a: *b", {"a": None}, "I007 1:4 the anchor 'b' is unknown"),
        ("a: " + "1" * 9999, {"a": "1" * 9999}, "I009 1:4 a number has more than 400"),
        ("a: 1e999", {"a": "1e999"}, "I009 1:4 the number 1e999 is too large"),
        ("a: !mine 1", {"a": "1"}, "I006 1:4 the tag '!mine' has no JSON equivalent"),
        ("a: !!binary A=", {"a": "A="}, "I006 1:4 the tag '!!binary' has no JSON"),
        ("a: !!set {b}", {"a": {"b": None}}, "I006 1:4 the tag '!!set' has no JSON"),
        ("? [a]\n: 1", {"[a]": 1}, "I006 1:3 a key must be a string"),
        ("{{ x }}: {b: 1}", {"{{ x }}": {"b": 1}}, "I006 1:1 a key must be a string"),
        ("a: &a [b]\n*a : 1", {"a": ["b"], "*a": 1}, "I006 2:1 a key must be a string"),
        ("<<: 1\nb: 2", {"b": 2}, "I006 1:5 '<<' merges mappings only"),
        ("a: 1\n---\nb: 2", {"a": 1}, "I011 2:1 a second YAML document starts here"),
        ("é: '\x07'", {"é": " "}, "I005 1:5 not YAML: the character U+0007 is not all"),
    ],
    ids=lambda value: str(value)[:24].replace("\n", " "),
)
def test_yaml_that_json_does_not_have_is_read_as_the_nearest_value(
    reading: Reading, text: str, value: object, complaint: str
) -> None:
    document = reading.load(text)
    assert document is not None
    assert document.value == value
    assert reading.only.startswith(complaint)


def test_an_alias_of_a_text_is_a_key(reading: Reading) -> None:
    document = reading.load("a: &a b\n*a : 1")
    assert document is not None
    assert document.value == {"a": "b", "b": 1}
    assert reading.codes == []


@pytest.mark.parametrize(
    ("text", "value", "complaint"),
    [
        ('{"b":\n' + "9" * 9999 + "}", {"b": "9" * 9999}, "I009 2:1 a number has more"),
        (
            '{"NaN": "NaN", "b": NaN}',
            {"NaN": "NaN", "b": "NaN"},
            "I009 1:21 NaN is not",
        ),
        ("[1, -Infinity]", [1, "-Infinity"], "I009 1:5 -Infinity is not a JSON number"),
        ("[1e999]", ["1e999"], "I009 1:2 the number 1e999 is too large"),
        ('{"a": 1,}', {"a": 1}, "I005 1:"),
        ("a: 1", {"a": 1}, "I005 1:1 not JSON: Expecting value"),
        ('["\t"]', ["\t"], "I005 1:3 not JSON: Invalid control character"),
    ],
    ids=lambda value: str(value)[:24].replace("\n", " "),
)
def test_text_that_is_nearly_json_is_read(
    reading: Reading, text: str, value: object, complaint: str
) -> None:
    document = reading.load(text, "openapi.json")
    assert document is not None
    assert document.value == value
    assert reading.only.startswith(complaint)


@pytest.mark.parametrize(
    ("data", "value", "complaint"),
    [
        (b"a: caf\xe9\n", {"a": "café"}, "I004 1:7 byte 0xe9 is not UTF-8"),
        ("a: é\nb: ".encode() + b"\x80", {"a": "é", "b": "€"}, "I004 2:4 byte 0x80 is"),
        (
            "{}".encode("utf-16"),
            {},
            "I004 0:0 the description is UTF-16 text, not UTF-8",
        ),
        ("{}".encode("utf-16-be"), {}, "I004 0:0 the description is UTF-16 text"),
        ("a: 1".encode("utf-32"), {"a": 1}, "I004 0:0 the description is UTF-32 text"),
    ],
)
def test_text_in_another_encoding_is_read(
    reading: Reading, data: bytes, value: object, complaint: str
) -> None:
    document = reading.load(data)
    assert document is not None
    assert document.value == value
    assert reading.only.startswith(complaint)
