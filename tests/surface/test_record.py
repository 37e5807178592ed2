"""What is recorded of a surface, to be reviewed in diffs and compared."""

from __future__ import annotations

import json

from generator.diagnostics import Report
from generator.pipeline import Inputs, compile_inputs
from generator.surface import recorded
from tests.golden.cases import HERE


def test_hostile_texts_are_on_one_line_in_ascii() -> None:
    folder = HERE / "hostile_text"
    inputs = Inputs(folder / "openapi.yaml", folder / "stainless.yml")
    compiled = compile_inputs(inputs, Report(), progress=lambda _: None)
    assert compiled is not None
    text = recorded(compiled.sdk)
    assert text.isascii()
    assert all(line.isprintable() for line in text.split("\n"))
    sections = json.loads(text)
    lines = [line for line in text.split("\n") if line.startswith("  ")]
    entries = [
        (key, value)
        for section in sections.values()
        if isinstance(section, dict)
        for key, value in section.items()
    ]
    assert [json.loads(f"{{{line.rstrip(',')}}}") for line in lines] == [
        {key: value} for key, value in entries
    ]
    for section in ("options", "methods", "types"):
        assert list(sections[section]) == sorted(sections[section])
