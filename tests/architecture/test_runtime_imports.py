"""The boundaries inside the run-time library: which subpackage imports which, and no cycle.

Every import counts, also one inside a function or under ``TYPE_CHECKING``.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

LIBRARY = Path(__file__).parents[2] / "generator" / "runtime"

TABLE = {
    # subpackage: (subpackages that it imports, third parties)
    "wire": ("", "anyio httpx2 pydantic_core"),
    "http": ("wire", "anyio httptools httpx2"),
    "aiohttp": ("wire http", "aiohttp httpx2 multidict yarl"),
    "decode": ("cached", "pydantic pydantic_core"),
    "policy": ("wire decode", "anyio httpx2 opentelemetry pydantic_core"),
    "pages": ("wire policy decode", ""),
    "client": (
        "wire http policy decode pages cached",
        "anyio httpx2 pydantic_core",
    ),
    "compat": ("wire decode client", "anyio httpx2 pydantic typing_extensions"),
    "cached": ("", ""),
    "lazy": ("", ""),
    "__init__": ("lazy wire http aiohttp decode policy pages client", ""),
}


def subpackage_of(module: str) -> str:
    """``wire/urls.py`` belongs to ``wire``, ``lazy.py`` to itself."""
    return module.split("/")[0].removesuffix(".py")


def imported(module: str, source: str) -> Iterator[str]:
    """What a module imports: paths in the library such as ``wire/urls``, names of others."""
    here = module.split("/")[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) + 1 - node.level]
            names = [node.module] if node.module else [a.name for a in node.names]
            for name in names:
                yield "/".join([".", *base, *name.split(".")])


def forbidden(module: str, source: str) -> Iterator[str]:
    own = subpackage_of(module)
    ours, others = (words.split() for words in TABLE[own])
    for name in imported(module, source):
        if name.startswith("./"):
            allowed = name.split("/")[1] in (own, *ours)
        else:
            first = name.split(".")[0]
            allowed = first in sys.stdlib_module_names or first in others
        if not allowed:
            yield f"{module} imports {name}"


def cycle(sources: Mapping[str, str]) -> list[str]:
    """The modules of one import cycle; none if there is no cycle."""
    graph = {
        module.removesuffix(".py"): [
            name.removeprefix("./")
            for name in imported(module, source)
            if name.startswith("./")
        ]
        for module, source in sources.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def library() -> dict[str, str]:
    return {
        path.relative_to(LIBRARY).as_posix(): path.read_text("utf-8")
        for path in sorted(LIBRARY.rglob("*.py"))
    }


def test_every_subpackage_is_in_the_table() -> None:
    assert {subpackage_of(module) for module in library()} == {*TABLE}


def test_each_subpackage_imports_only_what_the_table_allows() -> None:
    texts = library().items()
    assert [
        breach for module, text in texts for breach in forbidden(module, text)
    ] == []


def test_the_table_allows_nothing_that_is_not_needed() -> None:
    used: dict[str, set[str]] = {name: set() for name in TABLE}
    for module, text in library().items():
        for name in imported(module, text):
            first = name.split("/")[1] if name.startswith("./") else name.split(".")[0]
            used[subpackage_of(module)].add(first)
    for name, (ours, others) in TABLE.items():
        assert {*ours.split(), *others.split()} - used[name] == set(), name


def test_the_table_itself_has_no_cycle() -> None:
    assert [
        *TopologicalSorter({k: v[0].split() for k, v in TABLE.items()}).static_order()
    ]


def test_no_modules_import_each_other_in_a_cycle() -> None:
    assert cycle(library()) == []


@pytest.mark.parametrize("name", [name for name in TABLE if "_" not in name])
def test_each_subpackage_says_what_it_is_for_and_imports_nothing_by_itself(
    name: str,
) -> None:
    if not (LIBRARY / name).is_dir():
        return
    body = ast.parse((LIBRARY / name / "__init__.py").read_text("utf-8")).body
    assert [type(node) for node in body] == [ast.Expr]
    assert len(ast.unparse(body[0])) > 100


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("wire/urls.py", "from ..policy.call import Call"),
        ("wire/urls.py", "from .. import lazy"),
        ("wire/urls.py", "import pydantic"),
        ("http/exchange.py", "def f():\n    from ..policy.errors import APIError"),
        ("policy/flow.py", "if TYPE_CHECKING:\n    from ..client.client import X"),
        ("lazy.py", "from .wire.urls import fill_path"),
    ],
)
def test_a_wrong_import_is_found(module: str, source: str) -> None:
    assert len(list(forbidden(module, source))) == 1


def test_a_cycle_under_type_checking_is_found() -> None:
    late = "def f():\n    from .b import y"
    typed = "if TYPE_CHECKING:\n    from ..wire.a import x"
    assert {*cycle({"wire/a.py": late, "wire/b.py": typed})} == {"wire/a", "wire/b"}
