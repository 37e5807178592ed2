"""The mutants that no test noticed, as mutmut left them: what was changed, and where."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff
from itertools import zip_longest
from pathlib import Path

UNNOTICED = (0, 33)
"""mutmut's exit codes for a mutant that passed all tests, and for one that no test reaches."""


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant: the function, and the lines of it that were changed."""

    function: str
    before: str
    after: str
    is_text_of_error: bool
    is_case_of_header: bool
    is_type_of_cast: bool

    @property
    def change(self) -> str:
        """What was changed, on one line."""
        return f"{self.before} -> {self.after}"


def survivors(folder: Path) -> Iterator[Survivor]:
    """The survivors of a run in mutmut's folder."""
    for results in sorted(folder.rglob("*.meta")):
        found = json.loads(results.read_text())["exit_code_by_key"]
        source = ast.parse(results.with_suffix("").read_text())
        functions = {
            node.name: node
            for node in ast.walk(source)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        module = results.name.removesuffix(".py.meta")
        for key, code in found.items():
            if code in UNNOTICED:
                name = key.rpartition(".")[2]
                original = f"{name.rpartition('_')[0]}_orig"
                yield _survivor(module, functions[original], functions[name])


def _survivor(module: str, before: ast.AST, after: ast.AST) -> Survivor:
    assert isinstance(before, ast.FunctionDef | ast.AsyncFunctionDef)
    name = before.name.removesuffix("__mutmut_orig")
    name = name.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".")
    old, new = _lines(before), _lines(after)
    changed = [line for line in ndiff(old, new) if line[0] in "-+"]
    texts = list(_changed_texts(before, after, in_error=False))
    return Survivor(
        function=f"{module}.{name}",
        before=" ".join(line[2:].strip() for line in changed if line[0] == "-"),
        after=" ".join(line[2:].strip() for line in changed if line[0] == "+"),
        is_text_of_error=bool(texts) and all(in_error for *_, in_error in texts),
        is_case_of_header=bool(texts)
        and all(o.lower() == n.lower() and "-" in o for o, n, _ in texts),
        is_type_of_cast=_without_casts(before) == _without_casts(after),
    )


def _without_casts(function: ast.AST) -> str:
    """The body of a function, without the types that casts name for the type checker alone."""
    copy = ast.parse(ast.unparse(function))
    for node in ast.walk(copy):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "cast":
            node.args[0] = ast.Constant(None)
    return "\n".join(_lines(copy))


def _lines(function: ast.AST) -> list[str]:
    return ast.unparse(function).splitlines()[1:]


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _changed_texts(
    before: ast.AST, after: ast.AST, *, in_error: bool
) -> Iterator[tuple[str, str, bool]]:
    """The texts that differ in two trees of one shape, and whether each is raised; a difference of
    another kind counts as a text that is not."""
    if isinstance(before, ast.Constant) and isinstance(after, ast.Constant):
        if before.value != after.value:
            is_text = isinstance(before.value, str)
            yield str(before.value), str(after.value), in_error and is_text
        return
    if in_error and isinstance(before, ast.JoinedStr) and _is_none(after):
        yield ast.unparse(before), "None", True
        return
    if type(before) is not type(after):
        yield "", "another shape", False
        return
    raised = in_error or isinstance(before, ast.Raise)
    pairs = zip_longest(ast.iter_child_nodes(before), ast.iter_child_nodes(after))
    for one, other in pairs:
        if one is None or other is None:
            yield "", "another shape", False
            return
        yield from _changed_texts(one, other, in_error=raised)
