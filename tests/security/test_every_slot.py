"""No value in any slot of a description or a configuration becomes code or stops the generator.

Nothing is validated here: the encoders and the closed lists must hold by themselves. For a hostile
text the syntax tree of every file is the one that a harmless text with the same words gives, but
for the values of constants; and the README and api.md have the same headings, lists and tables.

Each run takes one hostile text for every value and every sixth key and further entry, and in turn
a container of the text or a value of another type; with ``CLIENTWRIGHT_EVERY_VALUE=1`` it takes all
of them.
"""

from __future__ import annotations

import ast
import json
import os
import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

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
    filled,
)
from tests.security.grammars import GRAMMARS, every_slot

SHARDS = 20
EVERY_VALUE = os.environ.get("CLIENTWRIGHT_EVERY_VALUE") == "1"
READER = MarkdownIt("commonmark").enable("table")
SCRIPT = re.compile(r"\s*(javascript|vbscript|data):", re.IGNORECASE)
PROSE = ("text", "softbreak", "code_inline")
Files = dict[str, str]


@lru_cache(maxsize=4_000)
def shape(source: str) -> bytes:
    """A digest of the syntax tree of a file that compiles, without the values of its constants."""
    check_python(source, "generated.py")
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            node.value = type(node.value).__name__
    return sha256(ast.dump(tree).encode()).digest()


class Tags(HTMLParser):
    """The tags of a page, with the names of their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(" ".join((tag, *(name for name, _ in attrs))))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")


@lru_cache(maxsize=4_000)
def markup(page: str) -> tuple[str, ...]:
    """The kinds of blocks of a page, and what is active in them: links, tags with attributes."""
    found: list[str] = []
    for token in READER.parse(page):
        for part in (token, *(token.children or ())):
            target = str(part.attrGet("href") or part.attrGet("src") or "")
            assert not SCRIPT.match(target), target
            if part.type.startswith("html"):
                found += Tags(part.content).found
            elif part.type not in PROSE:
                found.append(part.type)
    return tuple(found)


class Workshop:
    """Makes the client of a grammar's description and configuration, one of which may have a value
    replaced."""

    def __init__(self, folder: Path) -> None:
        self.paths = folder / "openapi.json", folder / "stainless.json"
        self.inputs = Inputs(*self.paths)
        self.grammar = ""

    def use(self, grammar: str) -> Files | None:
        """Turn to a grammar; returns its client as it is."""
        self.grammar, self.values = grammar, GRAMMARS[grammar]()
        for path, value in zip(self.paths, self.values, strict=True):
            path.write_text(json.dumps(value))
        return self.client()

    def made(self, number: int, slot: Slot, new: Any) -> Files | None:
        """The files of the client with ``new`` in a slot; None where the inputs are refused."""
        path, value = self.paths[number], self.values[number]
        path.write_text(json.dumps(filled(value, slot, new)))
        try:
            return self.client()
        finally:
            path.write_text(json.dumps(value))

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
        if slot.kind == "value" and (EVERY_VALUE or number % 4 == 1):
            containers = (([text], [HARMLESS]), ({text: text}, {HARMLESS: HARMLESS}))
            yield from chosen(number // 4, containers, 1)


def others(number: int, slot: Slot) -> list[Any]:
    """Values of other types for a slot."""
    if slot.kind != "value" or (number % 4 and not EVERY_VALUE):
        return []
    return chosen(number // 4, OTHERS, 1)


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_the_inputs_are_sound(grammar: str, workshop: Workshop) -> None:
    files = workshop.use(grammar)
    assert files is not None
    methods = GRAMMARS[grammar]()[1]["resources"]["things"]["methods"]
    for method in methods:
        assert any(f"def {method}(" in text for text in files.values())


def test_credentials_of_several_kinds_are_sent(workshop: Workshop) -> None:
    files = workshop.use("everything")
    assert files is not None
    assert 'Credential(option="user", query="user"' in files["src/acme/_client.py"]


@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_value_in_any_slot_becomes_code(shard: int, workshop: Workshop) -> None:
    every = [
        (grammar, number, slot)
        for grammar in GRAMMARS
        for position, (number, slot) in enumerate(every_slot(grammar))
        if EVERY_VALUE or slot.kind == "value" or position % 6 == 0
    ]
    plain: Files | None = None
    for position, (grammar, number, slot) in enumerate(every):
        if position % SHARDS != shard:
            continue
        if workshop.grammar != grammar:
            plain = workshop.use(grammar)
        where = f"{grammar}, {workshop.paths[number].name}: {slot}"
        try:
            for value in others(position, slot):
                workshop.made(number, slot, value)
            for hostile, harmless in pairs(position, slot):
                found = workshop.made(number, slot, hostile)
                if found is None or found == plain:
                    continue
                expected = workshop.made(number, slot, harmless)
                assert expected is not None, "only the harmless text is refused"
                assert found.keys() == expected.keys()
                for name, text in found.items():
                    if name.endswith(".py"):
                        assert shape(text) == shape(expected[name]), name
                    elif name.endswith(".md") and text != expected[name]:
                        assert markup(text) == markup(expected[name]), name
        except Exception as error:
            error.add_note(where)
            raise
