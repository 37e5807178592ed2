"""Long chains of references and of ``allOf``: each schema of one is looked at a few times, not once
for each schema before it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from msgspec.structs import replace

from generator.lower.choices import choice_of
from generator.lower.meaning import meaning_of
from generator.openapi import Description

from .small import Json, described

LENGTH = 300


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def named(number: int) -> str:
    return f"Model{number}"


def chain(end: Json) -> dict[str, Any]:
    return {named(n): ref(named(n + 1)) for n in range(LENGTH)} | {named(LENGTH): end}


def counted(description: Description) -> tuple[Description, Counter[str]]:
    """A description that counts which schemas it is asked for."""
    asked: Counter[str] = Counter()

    def schema(schema_id: str) -> Any:
        asked[schema_id] += 1
        return description.schema(schema_id)

    return replace(description, schema=schema), asked


def schema_of(description: Description, name: str) -> Any:
    found = description.find_schema(name)
    assert found is not None
    return found


@pytest.mark.parametrize("ask", [meaning_of, Description.resolve])
def test_a_chain_of_references_is_followed_once(tmp_path: Path, ask: Any) -> None:
    description, asked = counted(described(tmp_path, chain({"type": "string"})))
    for number in range(LENGTH):
        assert ask(description, schema_of(description, named(number))) is not None
    assert asked
    assert max(asked.values()) <= 2


@pytest.mark.parametrize("ask", [meaning_of, Description.resolve])
@pytest.mark.parametrize("start", [0, 1, 2])
def test_a_chain_that_ends_in_a_cycle_means_nothing(
    tmp_path: Path, ask: Any, start: int
) -> None:
    cycle = {"Model0": ref("Model1"), "Model1": ref("Model2"), "Model2": ref("Model1")}
    description = described(tmp_path, cycle)
    order = [start, *range(3)]
    found = [ask(description, schema_of(description, named(n))) for n in order]
    assert found == [None] * 4


def test_the_way_is_known_from_the_middle_of_a_chain_too(tmp_path: Path) -> None:
    schemas = {
        "Model0": {"allOf": [ref("Model1")], "description": "First."},
        "Model1": {"anyOf": [ref("Model2"), {"type": "null"}]},
        "Model2": {"type": "string", "enum": ["a"]},
    }
    description = described(tmp_path, schemas)
    later = meaning_of(description, schema_of(description, "Model1"))
    whole = meaning_of(description, schema_of(description, "Model0"))
    assert later is not None
    assert whole is not None
    assert [s.name for s in later.passed] == ["Model1", "1", "0"]
    assert [s.name for s in whole.passed] == ["Model0", "0", "Model1", "1", "0"]
    assert whole.nullable
    assert later.nullable
    assert whole.schema is later.schema is schema_of(description, "Model2")


def test_a_choice_is_found_at_the_end_of_a_chain_of_all_of(tmp_path: Path) -> None:
    text = {"type": "object", "properties": {"a": {"type": "string"}}}
    links = {
        named(n): {"allOf": [ref(named(n + 1)), text, {"required": ["a"]}]}
        for n in range(20)
    }
    either = {"oneOf": [{"type": "string"}, {"type": "integer"}]}
    with_choice = described(tmp_path, links | {named(20): either})
    without = described(tmp_path, links | {named(20): text})
    found = choice_of(with_choice, schema_of(with_choice, named(0)))
    assert found is not None
    assert found.holder.name == named(20)
    assert choice_of(without, schema_of(without, named(0))) is None


def test_models_that_are_parts_of_each_other_have_no_choice(tmp_path: Path) -> None:
    text = {"type": "object", "properties": {"a": {"type": "string"}}}
    schemas = {
        "Model0": {"allOf": [ref("Model1"), text]},
        "Model1": {"allOf": [ref("Model0"), text]},
    }
    description = described(tmp_path, schemas)
    for name in schemas:
        assert choice_of(description, schema_of(description, name)) is None
