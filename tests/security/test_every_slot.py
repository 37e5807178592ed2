"""No value in any slot of a description or a configuration becomes code or stops the generator.

Nothing is validated here: the encoders and the closed lists must hold by themselves. For a hostile
text the syntax tree of every file is the one that a harmless text with the same words gives, but
for the values of constants.

Each run takes one hostile text, one of its containers and two values of other types for every
slot; with ``CLIENTWRIGHT_EVERY_VALUE=1`` it takes all of them.
"""

from __future__ import annotations

import ast
import json
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.diagnostics import Report, render_json, render_report, render_sarif
from generator.output import FileTree, check_data_files
from generator.output.syntax import check_python
from generator.pipeline import Inputs, compile_inputs
from generator.targets import python
from tests.security.every_slot import (
    HARMLESS,
    HOSTILE,
    OTHERS,
    Slot,
    configuration,
    description,
    filled,
    slots,
)

SHARDS = 12
EVERY_VALUE = os.environ.get("CLIENTWRIGHT_EVERY_VALUE") == "1"
Files = dict[str, str]


@lru_cache(maxsize=4_000)
def shape(source: str) -> str:
    """The syntax tree of a file that compiles, without the values of its constants."""
    check_python(source, "generated.py")
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            node.value = type(node.value).__name__
    return ast.dump(tree)


class Workshop:
    """Makes the client of a description and a configuration, one of which has a value replaced."""

    def __init__(self, folder: Path) -> None:
        self.values = {
            folder / "openapi.json": description(),
            folder / "stainless.json": configuration(),
        }
        self.inputs = Inputs(*self.values)
        for path, value in self.values.items():
            path.write_text(json.dumps(value))

    def slots(self) -> list[tuple[Path, Slot]]:
        return [(path, slot) for path, v in self.values.items() for slot in slots(v)]

    def made(self, path: Path, slot: Slot, new: Any) -> Files | None:
        """The files of the client with ``new`` in a slot; None where the inputs are refused."""
        text = path.read_text()
        path.write_text(json.dumps(filled(self.values[path], slot, new)))
        try:
            return self.client()
        finally:
            path.write_text(text)

    def client(self) -> Files | None:
        report = Report()
        compiled = compile_inputs(self.inputs, report, progress=lambda _: None)
        assert all(d.place.file and d.help for d in report.diagnostics)
        render_json(report).encode()
        render_sarif(report, version="1").encode()
        render_report(report)
        if compiled is None:
            return None
        files = python.texts(compiled.sdk)
        FileTree({path: text.encode() for path, text in files.items()})
        check_data_files(files)
        for name, text in files.items():
            if name.endswith(".py"):
                shape(text)
        return files


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    monkeypatch.setattr(pipeline, "validate", lambda *_, **__: None)
    return Workshop(tmp_path)


def chosen(number: int, values: tuple[Any, ...], count: int) -> list[Any]:
    """Some of the values, others for the next number."""
    if EVERY_VALUE:
        return list(values)
    return [values[(number * count + n) % len(values)] for n in range(count)]


def pairs(number: int, slot: Slot) -> Iterator[tuple[Any, Any]]:
    """Hostile values for a slot, each with its harmless counterpart."""
    for text in chosen(number, HOSTILE, 1):
        yield text, HARMLESS
        if slot.kind == "value":
            containers = (([text], [HARMLESS]), ({text: text}, {HARMLESS: HARMLESS}))
            yield from chosen(number, containers, 1)


def test_the_inputs_are_sound(workshop: Workshop) -> None:
    files = workshop.client()
    assert files is not None
    assert 'Credential(option="user", query="user"' in files["src/acme/_client.py"]


@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_value_in_any_slot_becomes_code(shard: int, workshop: Workshop) -> None:
    plain = workshop.client()
    for number, (path, slot) in enumerate(workshop.slots()):
        if number % SHARDS != shard:
            continue
        where = f"{path.name}: {slot}"
        try:
            for value in chosen(number, OTHERS, 2) if slot.kind == "value" else ():
                workshop.made(path, slot, value)
            for hostile, harmless in pairs(number, slot):
                found = workshop.made(path, slot, hostile)
                if found is None or found == plain:
                    continue
                expected = workshop.made(path, slot, harmless)
                assert expected is not None, "only the harmless text is refused"
                assert found.keys() == expected.keys()
                for name, text in found.items():
                    if name.endswith(".py"):
                        assert shape(text) == shape(expected[name]), name
        except Exception as error:
            error.add_note(where)
            raise
