"""The manifest says the same for equal input, and tolerates what people and merges do to it."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import Place, Report
from generator.output.manifest import (
    EMPTY,
    Manifest,
    Origin,
    add_manifest,
    dump_manifest,
    hash_bytes,
    hash_files,
    hash_values,
    parse_manifest,
    read_manifest,
)
from generator.output.tree import FileTree

ORIGIN = Origin("1.0", "26.10.1", "d" * 64, "c" * 64, "7" * 64, "5" * 64)
HASH = hash_bytes(b"x")
GOOD = json.loads(dump_manifest(Manifest(ORIGIN, {"a.py": HASH})))


def text(**changes: object) -> bytes:
    return json.dumps({**GOOD, **changes}).encode()


def test_a_manifest_has_a_sorted_line_a_file_and_nothing_of_time_or_place() -> None:
    tree = add_manifest(FileTree({"b.py": b"x", "a.py": b"x"}), ORIGIN)
    assert tree[".manifest.json"].decode().splitlines() == [
        "{",
        '  "format": 1,',
        '  "generator": "1.0",',
        '  "black": "26.10.1",',
        f'  "description": "{"d" * 64}",',
        f'  "configuration": "{"c" * 64}",',
        f'  "templates": "{"7" * 64}",',
        f'  "runtime": "{"5" * 64}",',
        '  "files": {',
        f'    "a.py": "{HASH}",',
        f'    "b.py": "{HASH}"',
        "  }",
        "}",
    ]
    assert tree[".manifest.json"].endswith(b"}\n")


def test_a_manifest_survives_writing_and_reading() -> None:
    tree = add_manifest(FileTree({"b.py": b"1", "ü/a.py": b"2"}), ORIGIN)
    manifest = parse_manifest(tree[".manifest.json"])
    assert manifest.origin == ORIGIN
    assert manifest.files == {"b.py": hash_bytes(b"1"), "ü/a.py": hash_bytes(b"2")}


def test_adding_the_manifest_again_changes_nothing() -> None:
    tree = add_manifest(FileTree({"a.py": b""}), ORIGIN)
    assert add_manifest(tree, ORIGIN) == tree


def test_hashes_ignore_the_order_of_keys_and_of_files() -> None:
    assert hash_values({"a": [1, None], "b": "ü"}) == hash_values(
        {"b": "ü", "a": [1, None]}
    )
    assert hash_values([1, 2]) != hash_values([2, 1])
    assert hash_files({"a": b"1", "b": b"2"}) == hash_files({"b": b"2", "a": b"1"})
    assert hash_files({"a": b"1", "b": b"2"}) != hash_files({"a": b"2", "b": b"1"})


def test_without_a_manifest_no_file_counts_as_generated() -> None:
    report = Report()
    assert read_manifest(None, Place("m"), report) is EMPTY
    assert not report.diagnostics


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b"[]",
        b"{}",
        b'<<<<<<< HEAD\n{"format": 1}',
        text(format="1"),
        text(format=True),
        text(files=[]),
        text(files={"a.py": 1}),
        text(files={"a.py": "0" * 63}),
        text(files={"../../home/.profile": HASH}),
        text(files={"/etc/passwd": HASH}),
        text(runtime=None),
    ],
)
def test_a_damaged_or_manipulated_manifest_is_a_finding_with_a_remedy(
    data: bytes,
) -> None:
    report = Report()
    assert read_manifest(data, Place("out/.manifest.json"), report) is None
    (finding,) = report.diagnostics
    assert (finding.code, finding.place.file) == ("O010", "out/.manifest.json")
    assert finding.help
    assert "--force" in finding.help


def test_a_manifest_of_a_newer_generator_asks_for_that_generator() -> None:
    report = Report()
    assert read_manifest(text(format=2, files=7), Place("m"), report) is None
    (finding,) = report.diagnostics
    assert finding.code == "O011"
    assert "newer" in finding.message
