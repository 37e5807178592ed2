"""A surface is a value: it can be written as JSON and read back, and nothing is lost on the way."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import Report
from generator.pipeline import Inputs, compile_inputs
from generator.surface import Sdk, dumps, loads
from tests.golden.cases import CASES, HERE


def surface(case: str) -> Sdk:
    inputs = Inputs(HERE / case / "openapi.yaml", HERE / case / "stainless.yml")
    compiled = compile_inputs(inputs, Report(), progress=lambda _: None)
    assert compiled is not None
    return compiled.sdk


@pytest.mark.parametrize("case", CASES)
def test_what_is_read_back_is_what_was_written(case: str) -> None:
    sdk = surface(case)
    assert loads(dumps(sdk)) == sdk


def test_the_text_says_which_member_of_a_sum_a_value_is() -> None:
    written = json.loads(dumps(surface("cursor_pages")))
    results = [m["result"]["is"] for r in written["resources"] for m in r["methods"]]
    assert set(results) == {"PageResult"}


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"client": 1}'])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a surface"):
        loads(text)
