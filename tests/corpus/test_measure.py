"""``make corpus`` tells what became of a description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.lower.schemas import DEEPEST
from tests.corpus.__main__ import descriptions, table
from tests.corpus.measure import Row, measured

TEXT = {"type": "string"}
LENGTH = {"type": "number"}


def operation(name: dict[str, Any] = TEXT, length: object = LENGTH) -> dict[str, Any]:
    """Reads a boat of a name; the answer has its length."""
    parameter = {"name": "name", "in": "path", "required": True, "schema": name}
    boat = {"type": "object", "required": ["length"], "properties": {"length": length}}
    ok = {"description": "a boat", "content": {"application/json": {"schema": boat}}}
    return {"get": {"parameters": [parameter], "responses": {"200": ok}}}


def described(paths: dict[str, Any], folder: Path) -> Path:
    """The file of a description with these paths."""
    path = folder / "harbour.json"
    description = {
        "openapi": "3.1.0",
        "info": {"title": "Harbour", "version": "1"},
        "servers": [{"url": "https://harbour.test"}],
        "paths": paths,
    }
    path.write_text(json.dumps(description))
    return path


def test_what_does_not_work_is_a_fault_unless_the_description_contradicts_itself(
    tmp_path: Path,
) -> None:
    lists: dict[str, Any] = TEXT
    for _ in range(DEEPEST + 1):
        lists = {"type": "array", "items": lists}
    endless = {"type": "string", "minLength": 9, "maxLength": 1}
    paths = {
        "/boats/{name}": operation(),  # which works, and so has no fault
        # A value is listed that something else rules out.
        "/failing/{name}": operation({"enum": ["a", "b"], "not": {"const": "a"}}),
        "/endless/{name}": operation(endless),
        "/empty/{name}": operation({"enum": [""]}),
        "/lost/{name}": operation(length=lists),
    }
    row = measured(described(paths, tmp_path))
    assert (row.operations, row.methods, row.types) == (5, 5, 5)
    assert row.megabytes > 10
    failing, lost = row.faults
    assert "failing.retrieve: BadRequestError" in failing
    (place,) = row.untyped
    assert lost == f"{place} is object"
    assert "/lost/" in place.replace("~1", "/")
    assert row.contradictory == {
        "endless.retrieve": "no request is valid",
        "empty.retrieve": "a part of the path is empty",
    }


def test_a_description_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "harbour.json"
    path.write_text('{"openapi": "9.0"}')
    assert measured(path).faults == ["it is not read"]


def test_descriptions_are_told_from_other_files(tmp_path: Path) -> None:
    for name, text in {
        "a.json": '{"openapi": "3.1.0"}',
        "b.yaml": "swagger: '2.0'",
        "c.yaml": "resources: {}",
        "d.txt": "openapi: 3.1.0",
    }.items():
        (tmp_path / name).write_text(text)
    assert [path.name for path in descriptions(tmp_path)] == ["a.json", "b.yaml"]


def test_the_table_ends_with_the_sum() -> None:
    rows = [Row("a", "1", operations=3, methods=2), Row("b", "2", 1, 1, faults=["x"])]
    assert table(rows).splitlines()[-1].split("|")[1:10] == [
        " **2 descriptions** ",
        " ",
        " 4 ",
        " 3 (75.00 %) ",
        " 1 ",
        " 0 ",
        " 0 ",
        " 0 ",
        " 1 ",
    ]
