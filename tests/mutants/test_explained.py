"""The explanations of mutants name what exists; the run itself is ``make mutants``."""

from __future__ import annotations

import ast
import json
import tomllib
from pathlib import Path

import pytest

from tests.mutants.__main__ import explanations, judge
from tests.mutants.survivors import survivors

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mutmut"]
ALL = explanations("unnoticeable") | explanations("by_chance")
PATHS = {Path(path).stem: ROOT / path for path in SETTINGS["source_paths"]}


def _functions(module: str) -> set[str]:
    found: set[str] = set()
    for node in ast.parse(PATHS[module].read_text()).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            methods = [n for n in node.body if isinstance(n, ast.FunctionDef)]
            found |= {f"{node.name}.{method.name}" for method in methods}
    return found


def test_every_explanation_names_a_function_that_is_mutated() -> None:
    assert ALL
    for function, _ in ALL:
        module, _, name = function.partition(".")
        assert module in PATHS
        assert name in _functions(module)


def test_explained_mutants_still_exist_in_their_functions() -> None:
    for function, change in ALL:
        module, _, name = function.partition(".")
        before = change.partition(" -> ")[0]
        source = ast.unparse(ast.parse(PATHS[module].read_text()))
        assert before in " ".join(source.split()), name


def test_modules_that_are_mutated_have_different_names() -> None:
    assert len(PATHS) == len(SETTINGS["source_paths"])


def test_every_path_of_the_run_exists() -> None:
    paths = SETTINGS["source_paths"] + SETTINGS["pytest_add_cli_args_test_selection"]
    assert [path for path in paths if not (ROOT / path).is_file()] == []


MUTATED = """
def x_f__mutmut_orig(a):
    if a:
        raise ValueError("words")
    return cast("int", a) + 1

def x_f__mutmut_1(a):
    if a:
        raise ValueError("WORDS")
    return cast("int", a) + 1

def x_f__mutmut_2(a):
    if a:
        raise ValueError("words")
    return cast("INT", a) + 1

def x_f__mutmut_3(a):
    if a:
        raise ValueError("words")
    return cast("int", a) + 2

def x_f__mutmut_4(a):
    if not a:
        raise ValueError("words")
    return cast("int", a) + 1
"""


@pytest.mark.parametrize(
    ("explained", "problems"),
    [
        (
            {},
            [
                "not explained: m.f: return cast('int', a) + 1 -> return cast('int', a) + 2"
            ],
        ),
        (
            {("m.f", "return cast('int', a) + 1 -> return cast('int', a) + 2"): "why"},
            [],
        ),
        (
            {
                (
                    "m.f",
                    "return cast('int', a) + 1 -> return cast('int', a) + 2",
                ): "why",
                ("m.f", "x -> y"): "why",
            },
            ["explains nothing: m.f: x -> y"],
        ),
    ],
)
def test_a_run_is_judged(
    tmp_path: Path, explained: dict[tuple[str, str], str], problems: list[str]
) -> None:
    (tmp_path / "m.py").write_text(MUTATED)
    codes = {f"generator.runtime.m.x_f__mutmut_{n}": int(n == 4) for n in range(1, 5)}
    results = {"exit_code_by_key": codes}
    (tmp_path / "m.py.meta").write_text(json.dumps(results))
    found = list(survivors(tmp_path))
    assert judge(found, explained, {}) == problems
    by_chance = {("m.f", "return cast('int', a) + 1 -> return cast('int', a) + 2"): "w"}
    assert judge(found, {}, by_chance) == judge([], {}, by_chance) == []
