"""Every promise of ``docs/promises.md`` is held by tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROMISES = (ROOT / "docs" / "promises.md").read_text("utf-8")
ROW = re.compile(r"^\| ([FGR]\d+) \| (.+?) \| (.+?) \| (.+) \|$", re.M)
TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")
ROWS = {found[1]: TEST.findall(found[4]) for found in ROW.finditer(PROMISES)}


def test_no_promise_is_left_out() -> None:
    faults = [f"F{number}" for number in range(1, 41)]
    attacks = [f"R{number}" for number in range(1, 15)]
    on_the_generator = [f"G{number}" for number in range(1, 21)]
    assert list(ROWS) == faults + attacks + on_the_generator


@pytest.mark.parametrize("promise", ROWS)
def test_a_promise_names_tests_that_exist(promise: str) -> None:
    assert ROWS[promise]
    for path, name in ROWS[promise]:
        tree = ast.parse((ROOT / "tests" / path).read_text("utf-8"))
        names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert name in names, f"{path} has no {name}"
