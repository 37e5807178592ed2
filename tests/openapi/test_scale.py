"""Reading grows with the size of a description, not with its square."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from generator.diagnostics import Report
from generator.openapi import DocumentSet, load_description, upgrade
from generator.source import Pointer
from generator.source.suggest import closest

from .conftest import Reading


def _json(count: int) -> str:
    schemas = {
        f"Schema{i}": {
            "type": "object",
            "properties": {
                name: {"type": "string", "nullable": True, "example": "x"}
                for name in "abcdefgh"
            }
            | {"next": {"$ref": f"#/components/schemas/Schema{(i + 1) % count}"}},
        }
        for i in range(count)
    }
    return json.dumps({"openapi": "3.0.3", "components": {"schemas": schemas}})


def _yaml(count: int) -> str:
    lines = ["openapi: 3.0.3", "components:", "  schemas:"]
    for i in range(count):
        lines += [f"    Schema{i}:", "      properties:"]
        lines += [f"        {name}: {{type: string}}" for name in "abcdefgh"]
        target = f"#/components/schemas/Schema{(i + 1) % count}"
        lines.append(f"        next: {{$ref: '{target}'}}")
    return "\n".join(lines)


def _seconds(action: Callable[[], object]) -> float:
    """Of the processor's time, so that a busy machine does not count: the best of three."""

    def once() -> float:
        started = time.process_time()
        action()
        return time.process_time() - started

    return min(once() for _ in range(3))


@pytest.mark.parametrize(("name", "text"), [("a.json", _json), ("a.yaml", _yaml)])
def test_ten_times_the_schemas_take_about_ten_times_as_long(
    reading: Reading, name: str, text: Callable[[int], str]
) -> None:
    def read(count: int) -> Callable[[], object]:
        path = reading.write(text(count), f"{count}/{name}")

        def action() -> None:
            documents = load_description(path, Report())
            assert documents is not None
            _look_at(upgrade(documents, "3.0.3"), count)

        return action

    assert _seconds(read(3_000)) < 30 * _seconds(read(300))


def _look_at(documents: DocumentSet, count: int) -> None:
    for i in range(count):
        pointer = Pointer(("components", "schemas", f"Schema{i}", "properties", "a"))
        assert documents.root.locate(pointer).pointer == str(pointer)


def test_ten_megabytes_of_json_are_read_in_a_second(reading: Reading) -> None:
    path = reading.write(
        json.dumps([{"a": "x" * 100, "b": [1, 2.5]}] * 75_000), "a.json"
    )
    assert path.stat().st_size > 9_000_000
    assert _seconds(lambda: load_description(path, Report())) < 2


def test_a_suggestion_among_very_many_names_is_quick() -> None:
    names = [f"SomeSchemaNumber{i}" for i in range(50_000)]
    assert _seconds(lambda: closest("SomeSchemaNumbr123456", names)) < 1
