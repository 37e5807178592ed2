"""One step of a history: two descriptions become clients, whose difference is what it must be."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from generator import pipeline
from generator.compare import Change, Surface, SyntaxTrees, Weight, compare, heaviest
from generator.compare import weigh
from generator.diagnostics import Report
from generator.inputs import Inputs
from generator.pipeline import build, compile_inputs
from generator.published import Sources
from generator.surface import Sdk
from tests.history.mutations import Mutation

_OVERALL = ("README.md", "api.md", ".manifest.json", ".surface.json", "CHANGELOG.md")
"""Files about a client as a whole."""


@dataclass(frozen=True, slots=True)
class Made:
    """A client of a description: its files by path, its surface, and its package."""

    files: Mapping[str, str]
    sdk: Sdk

    @property
    def package(self) -> str:
        """The name to import."""
        return self.sdk.package.import_name

    @property
    def modules(self) -> Mapping[str, str]:
        """The modules of the package, by their path in it."""
        root = f"src/{self.package}/"
        return {
            path.removeprefix(root): text
            for path, text in self.files.items()
            if path.startswith(root) and path.endswith(".py")
        }


def made(description: Any, folder: Path) -> Made | None:
    """The client of a description, whose configuration is inferred; None if there is none."""
    path = folder / "openapi.json"
    path.write_text(json.dumps(description))
    report = Report()
    with patch.object(pipeline, "validate"):  # a process for each
        compiled = compile_inputs(Inputs(path, None), report, progress=lambda _: None)
    if compiled is None:
        return None
    tree = build(compiled, lambda _: None)
    files = {p: data.decode("utf-8", "replace") for p, data in tree.items()}
    return Made(files, compiled.sdk)


def changes(old: Made, new: Made) -> list[Change]:
    """What ``diff`` finds between two clients."""
    trees, report = SyntaxTrees(), Report()
    before, after = (
        Surface(Sources(m.package, f"src/{m.package}", m.modules, {}), trees, report)
        for m in (old, new)
    )
    return compare(before, after)


def stray_files(old: Made, new: Made, mutation: Mutation) -> Iterator[str]:
    """The files that differ although the change is not about them. The module of a type may come and
    go with the only resource that mentions it."""
    methods = [
        name
        for m in (*old.sdk.every_method(), *new.sdk.every_method())
        for name in m.path
        if not {m.route, f"{m.verb} {m.route}"}.isdisjoint(mutation.about)
    ]
    names = [_letters(name) for name in (*mutation.about, *methods)]
    for path in sorted({*old.files, *new.files}):
        before, after = old.files.get(path, ""), new.files.get(path, "")
        if before == after or path in _OVERALL:
            continue
        text = _letters(before) + _letters(after)
        if mutation.nothing:
            yield f"{path} differs"
        elif not any(name in text for name in names):
            if (before and after) or not _is_mentioned(path, old, new):
                yield f"{path} differs"
        elif (
            mutation.texts_only
            and path.endswith(".py")
            and _code(before) != _code(after)
        ):
            yield f"{path} differs in more than texts"


def _is_mentioned(path: str, old: Made, new: Made) -> bool:
    """Whether a resource that differs mentions a type on one side only."""
    name = _letters(Path(path).stem)
    return "/types/" in path and any(
        (name in _letters(old.files.get(p, "")))
        != (name in _letters(new.files.get(p, "")))
        for p in {*old.files, *new.files}
        if "/resources/" in p or p.endswith("_params.py")
    )


def reported(found: list[Change]) -> str:
    """What a comparison found, as one text."""
    lines = [
        f"{c.kind.value}: {c.owner} {c.subject} {c.old} -> {c.new} ({weigh(c).weight.word})"
        for c in found
        if weigh(c).weight is not Weight.PATCH
    ]
    return "; ".join(lines) or "nothing"


def is_major(found: list[Change]) -> bool:
    """Whether a comparison says that programs break."""
    return heaviest(found) is Weight.MAJOR


def _letters(text: str) -> str:
    return re.sub("[^a-z0-9]", "", text.lower())


def _code(text: str) -> str:
    """A module without its texts for readers."""
    return ast.dump(_WithoutTexts().visit(ast.parse(text)))


class _WithoutTexts(ast.NodeTransformer):
    """Takes statements out that are texts: docstrings, and the texts below fields."""

    def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
        is_text = isinstance(node.value, ast.Constant) and isinstance(
            node.value.value, str
        )
        return None if is_text else node
