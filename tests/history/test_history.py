"""A description changes in each way once: no file differs that the change is not about, and ``diff``
calls a change major exactly if a program breaks that type checkers or Python ran with the old client.

``make history`` does the same with other descriptions.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import yaml

from generator.compare import heaviest
from tests.history.mutations import KINDS, mutated
from tests.history.oracle import Step, disagreements, stepped
from tests.history.programs import programs_of
from tests.history.steps import Made, made, stray_files

SEED = "seven"
WEIGHTS = {
    "reorder keys": "none",
    "change text": "patch",
    "remove operation": "major",
    "remove argument": "major",
    "retype property": "major",
    "add required argument": "major",
    "add optional argument": "minor",
    "add property": "minor",
}
"""The kinds of changes whose weight no detail decides."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("base")
    found = made(_description(), folder)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def steps(base: Made, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Step]:
    folder = tmp_path_factory.mktemp("steps")
    found: dict[str, Step] = {}
    for kind in KINDS:
        mutation = mutated(kind, Random(SEED + kind), _description())
        assert mutation is not None, kind
        step = stepped(base, mutation, folder)
        assert step is not None, kind
        found[kind] = step
    return found


def _description() -> object:
    text = Path(__file__).with_name("description.yaml").read_text("utf-8")
    return yaml.load(text, yaml.CSafeLoader)


def test_what_breaks_is_major_and_nothing_else_differs(
    steps: dict[str, Step], tmp_path: Path
) -> None:
    assert list(disagreements([*steps.values()], tmp_path)) == []


def test_each_kind_of_change_has_its_weight(steps: dict[str, Step]) -> None:
    found = {kind: heaviest(steps[kind].changes) for kind in WEIGHTS}
    words = {k: weight.word if weight else "none" for k, weight in found.items()}
    assert words == WEIGHTS


def test_another_order_of_keys_changes_one_line_of_the_manifest(
    steps: dict[str, Step],
) -> None:
    step = steps["reorder keys"]
    differing = {p for p in step.old.files if step.old.files[p] != step.new.files[p]}
    assert differing <= {".manifest.json"}
    assert step.old.files.keys() == step.new.files.keys()


def test_programs_use_every_method_argument_and_value(base: Made) -> None:
    used = {str(program) for program in programs_of(base.sdk)}
    assert {
        "tools.list list",
        "widgets.list list color color red",
        "widgets.list list color color green",
        "widgets.create create size size",
        "Tool maker maker",
    } <= used


def test_a_file_that_the_change_is_not_about_is_noticed(steps: dict[str, Step]) -> None:
    one, other = steps["remove argument"], steps["change text"]
    assert list(stray_files(one.old, one.new, other.mutation)) != []
