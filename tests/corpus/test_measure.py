"""``make corpus`` tells what became of a description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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


def test_a_call_that_fails_is_a_fault(tmp_path: Path) -> None:
    """No value of the parameter is valid, so the mock refuses each."""
    path = tmp_path / "harbour.json"
    impossible = {"type": "string", "minLength": 9, "maxLength": 1}
    text = json.dumps(DESCRIPTION).replace(
        json.dumps({"type": "string"}), json.dumps(impossible)
    )
    path.write_text(text)
    (fault,) = measured(path).faults
    assert "boats.get_boats_name: BadRequestError" in fault


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
    assert table(rows).splitlines()[-1].split("|")[1:8] == [
        " **2 descriptions** ",
        " ",
        " 4 ",
        " 3 (75.0 %) ",
        " 0 ",
        " ",
        " 1 ",
    ]
