"""The table of keys holds together, agrees with the code that reads, and is what editors get."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from generator.config import load_config
from generator.config.audit import JSON_TYPES, allowed, narrowed
from generator.config.entry import Entry
from generator.config.schema import json_schema
from generator.config.table import (
    EXTENSIONS,
    PURPOSE,
    SECTIONS,
    TOP,
    Either,
    Fields,
    Key,
    Kind,
    ListOf,
    MapOf,
    Ignored,
    Section,
    Used,
)
from generator.diagnostics import Report
from generator.source import load_document
from tests import material
from tests.rewrite_reference import FILES

from .conftest import Configuring

ROOT = Path(__file__).parents[2]
ROWS = [(section, key) for section in SECTIONS.values() for key in section.keys]
IDS = [f"{section.name}.{key.name}" for section, key in ROWS]
VALIDATOR = jsonschema_rs.validator_for(json_schema())


def kinds(kind: Kind) -> Iterator[Kind]:
    """A kind and all kinds inside it."""
    yield kind
    match kind:
        case Either(inner):
            for one in inner:
                yield from kinds(one)
        case ListOf(inner) | MapOf(_, inner):
            yield from kinds(inner)
        case _:
            pass


def complete(kind: Kind, key: Key, depth: int = 0) -> Any:
    """A value with every key of every section; recursion ends early."""
    if not any(isinstance(inner, Fields) for inner in kinds(kind)):
        return key.example
    if depth > 9:
        return {}
    match kind:
        case Fields(name):
            section = SECTIONS[name]
            found = {
                row.name: complete(row.kind, row, depth + 1) for row in section.keys
            }
            if section.others is not None:
                found |= complete(section.others, key, depth)
            return found
        case MapOf(_, value):
            return {"name": complete(value, key, depth + 1)} if depth < 6 else {}
        case ListOf(item):
            return [complete(item, key, depth + 1)]
        case Either(alternatives):
            found = [
                k for k in alternatives if any(isinstance(i, Fields) for i in kinds(k))
            ]
            return complete(found[0], key, depth)
        case _:
            raise AssertionError(kind)


TOP_KEY = Key("top", Fields("top"), "", {})


@pytest.fixture
def everything() -> dict[str, Any]:
    """A configuration that has every key."""
    found: dict[str, Any] = complete(Fields("top"), TOP_KEY)
    response = found["pagination"][0]["response"]
    for name, purpose in (("data", "items"), ("next", "next_cursor_field")):
        response[name] = {"type": "string", PURPOSE: {"purpose": purpose}}
    return found


def test_every_section_is_reached_from_the_top() -> None:
    waiting, reached = [TOP, EXTENSIONS], {TOP.name, EXTENSIONS.name}
    while waiting:
        section = waiting.pop()
        found = [key.kind for key in section.keys]
        found += [section.others] if section.others else []
        for kind in found:
            for inner in kinds(kind):
                if isinstance(inner, Fields) and inner.section not in reached:
                    reached.add(inner.section)
                    waiting.append(SECTIONS[inner.section])
    assert reached == set(SECTIONS)


@pytest.mark.parametrize("section", SECTIONS.values(), ids=lambda s: s.name)
def test_a_section_has_each_key_once(section: Section) -> None:
    names = [key.name for key in section.keys]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("section", "key"), ROWS, ids=IDS)
def test_a_row_says_what_its_key_means_in_a_sentence(
    section: Section, key: Key
) -> None:
    assert key.meaning[0].isupper() or key.meaning.startswith("`")
    assert key.meaning.endswith(".")
    assert "\n" not in key.meaning


@pytest.mark.parametrize(("section", "key"), ROWS, ids=IDS)
def test_example_and_default_of_a_row_are_values_of_its_kind(
    section: Section, key: Key
) -> None:
    for value in (key.example, key.default):
        if value is not None:
            found = narrowed(key.kind, value)
            assert found is not None
            assert allowed(found, value)


@pytest.mark.parametrize(("section", "key"), ROWS, ids=IDS)
def test_alternatives_differ_in_their_json_type(section: Section, key: Key) -> None:
    samples: list[object] = [{}, [], "", True, 1]
    assert {type(sample) for sample in samples} < set(JSON_TYPES)
    for kind in kinds(key.kind):
        if isinstance(kind, Either):
            for sample in samples:
                fitting = [
                    one for one in kind.kinds if narrowed(one, sample) is not None
                ]
                assert len(fitting) <= 1


def test_the_keys_that_are_read_are_those_that_the_table_calls_used(
    configuring: Configuring,
    everything: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: set[tuple[str, str]] = set()
    original = Entry._row

    def recording(self: Entry, key: str) -> Key:
        assert isinstance(self.kind, Fields)
        read.add((self.kind.section, key))
        return original(self, key)

    monkeypatch.setattr(Entry, "_row", recording)
    assert configuring.read_text(json.dumps(everything)) is not None
    used = {
        (section.name, key.name)
        for section, key in ROWS
        if isinstance(key.effect, Used)
        and section is not EXTENSIONS
        and not _only_holds_keys_without_effect(key)
    }
    assert read == used


def _only_holds_keys_without_effect(key: Key) -> bool:
    if not isinstance(key.kind, Fields):
        return False
    section = SECTIONS[key.kind.section]
    return section.others is None and not any(
        isinstance(inner.effect, Used) for inner in section.keys
    )


def test_reading_a_key_without_effect_is_a_fault_of_the_reader(
    configuring: Configuring, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = next(key for key in TOP.keys if isinstance(key.effect, Ignored))
    roots: list[Entry] = []
    original = Entry.section

    def keeping(self: Entry, key: str) -> Entry:
        roots.append(self)
        return original(self, key)

    monkeypatch.setattr(Entry, "section", keeping)
    configuring.read()
    with pytest.raises(KeyError, match=re.escape(row.name)):
        roots[0].text(row.name)


def test_a_configuration_with_every_key_has_no_finding_but_obsolete_keys(
    configuring: Configuring, everything: dict[str, Any]
) -> None:
    text = json.dumps({k: v for k, v in everything.items() if k != "x-infer-pages"})
    assert configuring.read_text(text) is not None  # that key excludes ``pagination``
    codes = {d.code for d in configuring.report.diagnostics}
    # The example of a role stands in requests and in responses; not all of it goes there.
    assert codes == {"C006", "C025"}, configuring.found
    assert [e.message for e in VALIDATOR.iter_errors(everything)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_reference_page_and_the_json_schema_are_current(path: Path) -> None:
    assert path.read_text("utf-8") == FILES[path](), "run make reference"


def configurations() -> list[Path]:
    """The configurations of this project, and real ones where there are some."""
    found = [ROOT / "spec" / "stainless.yml"]
    found += sorted((ROOT / "tests" / "golden").glob("*/stainless.yml"))
    return found + material.files(*material.CONFIGURATIONS)


@pytest.mark.parametrize(
    "path",
    configurations(),
    ids=lambda path: f"{path.parent.parent.name}-{path.parent.name}",
)
def test_the_schema_accepts_a_configuration_and_refuses_it_misspelt(path: Path) -> None:
    report = Report()
    document = load_document(path, report, what="configuration")
    assert document is not None
    assert load_config(path, report) is not None
    assert [e.message for e in VALIDATOR.iter_errors(document.value)] == []
    for name in document.value:
        misspelt = {f"{k}s" if k == name else k: v for k, v in document.value.items()}
        assert not VALIDATOR.is_valid(misspelt), name


@pytest.mark.parametrize(
    "wrong",
    [
        {"targets": {"pyton": {}}},
        {"resources": {"zones": {"methods": {"list": "f3tch /zones"}}}},
        {"resources": {"zones": {"methods": {"list": {"endpiont": "get /zones"}}}}},
        {"client_settings": {"default_timeout": "60"}},
        {"client_settings": {"default_retries": {"max_retries": -1}}},
        {"query_settings": {"array_format": "tabs"}},
        {"settings": []},
        {"pagination": [{"name": "page"}]},
        {"x-errors": {"items": "errors"}},
    ],
    ids=json.dumps,
)
def test_the_schema_refuses_what_the_reader_reports(
    configuring: Configuring, wrong: dict[str, Any]
) -> None:
    configuring.read(**wrong)
    assert configuring.found != []
    needed = {"organization": {"name": "acme"}, "resources": {}}
    assert VALIDATOR.is_valid(needed)
    assert not VALIDATOR.is_valid(needed | wrong)
