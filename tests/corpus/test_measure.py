"""``make corpus`` tells what became of a description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.lower.schemas import DEEPEST
from tests.corpus.__main__ import descriptions, table
from tests.corpus.measure import Row, measured

DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Harbour", "version": "1"},
    "servers": [{"url": "https://harbour.test"}],
    "paths": {
        "/boats/{name}": {
            "get": {
                "parameters": [
                    {
                        "name": "name",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "string"},
                    }
                ],
                "responses": {
                    "200": {
                        "description": "a boat",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "required": ["length"],
                                    "properties": {"length": {"type": "number"}},
                                }
                            }
                        },
                    }
                },
            }
        }
    },
}


def test_a_client_that_works_has_no_faults(tmp_path: Path) -> None:
    path = tmp_path / "harbour.json"
    path.write_text(json.dumps(DESCRIPTION))
    row = measured(path)
    assert (row.operations, row.methods, row.types, row.faults) == (1, 1, 1, [])
    assert row.megabytes > 10


def with_name(schema: Any) -> str:
    """The description with another schema of the parameter."""
    plain = json.dumps({"type": "string"})
    return json.dumps(DESCRIPTION).replace(plain, json.dumps(schema))


def test_a_call_that_fails_is_a_fault(tmp_path: Path) -> None:
    """A value is listed that something else rules out."""
    path = tmp_path / "harbour.json"
    path.write_text(with_name({"enum": ["a", "b"], "not": {"const": "a"}}))
    (fault,) = measured(path).faults
    assert "boats.get_boats_name: BadRequestError" in fault


@pytest.mark.parametrize(
    ("schema", "why"),
    [
        (
            {"type": "string", "minLength": 9, "maxLength": 1},
            "no request is valid",
        ),
        ({"enum": [""]}, "a part of the path is empty"),
    ],
)
def test_what_contradicts_itself_is_no_fault(
    schema: Any, why: str, tmp_path: Path
) -> None:
    path = tmp_path / "harbour.json"
    path.write_text(with_name(schema))
    row = measured(path)
    assert (row.faults, list(row.contradictory.values())) == ([], [why])


def test_a_type_that_is_lost_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "harbour.json"
    lists: dict[str, Any] = {"type": "string"}
    for _ in range(DEEPEST + 1):
        lists = {"type": "array", "items": lists}
    text = json.dumps(DESCRIPTION).replace('{"type": "number"}', json.dumps(lists))
    path.write_text(text)
    row = measured(path)
    (place,) = row.untyped
    assert row.faults == [f"{place} is object"]


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
