"""The walls of the house (docs/002): who imports whom, how long things get, who may write.

Every rule is a function from a source text to what breaks it, and is itself tried on a text that
breaks it.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "generator"

ALL = (
    "adopt compare config diagnostics examine infer inputs ir lower naming openapi output pipeline "
    "published recover release render rerun revisions runtime sample source surface "
    "surface_file targets"
)
TABLE = {
    # package: (packages of ours, third parties)
    "__init__": ("", ""),
    "diagnostics": ("", "click"),
    "source": ("diagnostics", "yaml"),
    "version": ("", ""),
    # the types of what a command line names, and where references may lead
    "inputs": ("openapi source", ""),
    "words": ("", ""),
    # what writes the recorded surface knows no reader of packages, and these nothing of the former
    "surface_file": ("", ""),
    "examine": ("", "openapi_spec_validator jsonschema_path jsonschema_rs jsonschema"),
    "openapi": ("source diagnostics examine", "jsonpath_rfc9535"),
    "config": ("source diagnostics", ""),
    "ir": ("diagnostics", ""),
    "lower": ("ir config openapi source diagnostics", ""),
    "infer": ("config diagnostics openapi words", "yaml"),
    "published": ("diagnostics surface_file words", ""),
    # how far a repository is trusted is decided in one place, for all that start git
    "git": ("", ""),
    "revisions": ("diagnostics git", ""),
    # both sides are packages: one that a configuration makes is read as it would be written
    "compare": ("diagnostics published surface_file words", ""),
    # what an entry says and which version follows come from the changes; the version is a value of
    # YAML with its place
    "release": ("compare diagnostics source", "packaging"),
    # what would be generated is known as files; where they go, and what is there already, by output
    "adopt": ("compare diagnostics git output published", ""),
    "recover": ("config diagnostics naming openapi published words", ""),
    "naming": ("ir config diagnostics words", ""),
    "sample": ("ir diagnostics", ""),
    "surface": ("ir naming sample diagnostics surface_file", ""),
    "render": ("", "jinja2 markupsafe"),
    "targets": (
        "surface render diagnostics runtime surface_file",
        "markdown_it markupsafe mdformat packaging pygments",
    ),
    "output": ("diagnostics git", "black"),
    "mock": (
        "config diagnostics examine ir lower openapi sample source",
        "click jsonschema_rs waitress werkzeug _typeshed",
    ),
    "runtime": (
        "",
        "aiohttp anyio httptools httpx2 multidict opentelemetry pydantic pydantic_core typing_extensions yarl",
    ),
    "pipeline": (f"{ALL} version", ""),
    "rerun": ("config diagnostics inputs openapi output pipeline version", ""),
    "progress": ("", "click"),
    "watch": ("", "watchfiles"),
    "cli": (f"{ALL} version mock progress watch", "click"),
    "__main__": (f"{ALL} cli", "click"),
}
VALUES = "msgspec"
"""What every package declares its values with; a client is to do without."""
LONGEST_MODULE, LONGEST_FUNCTION = 400, 60
VAGUE = {"utils", "helpers", "common", "misc"}
WRITING = {
    "os": [
        "chmod",
        "link",
        "makedirs",
        "mkdir",
        "remove",
        "removedirs",
        "rename",
        "renames",
        "replace",
        "rmdir",
        "symlink",
        "truncate",
        "unlink",
        "utime",
        "write",
    ],
    "shutil": ["copy", "copy2", "copyfile", "copytree", "move", "rmtree"],
    "tempfile": ["NamedTemporaryFile", "TemporaryDirectory", "mkdtemp", "mkstemp"],
}
WRITING_METHODS = {
    "chmod",
    "hardlink_to",
    "mkdir",
    "rmdir",
    "symlink_to",
    "touch",
    "unlink",
    "write_bytes",
    "write_text",
}
REASON = re.compile(r"#.*#\s*\w+")
EXEMPTION = re.compile(r"#.*(type:\s*ignore|pyright:\s*ignore|noqa|fmt:|pylint:)")
PRODUCT = re.compile("cloudflare", re.IGNORECASE)

Rule = Callable[[str, str], Iterator[str]]


def package_of(module: str) -> str:
    """``a/b.py`` belongs to ``a``, ``a.py`` too."""
    return module.split("/")[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every imported module: how many dots it starts with, and its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.level, node.module
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.level, alias.name) for alias in node.names)


def forbidden_imports(module: str, source: str) -> Iterator[str]:
    package = package_of(module)
    ours, others = (words.split() for words in TABLE[package])
    if package != "runtime":
        others = [*others, VALUES]
    depth = module.count("/")
    for level, name in imported(ast.parse(source)):
        first = name.split(".")[0]
        if level == 0:
            allowed = first in sys.stdlib_module_names or first in others
        elif level <= depth:
            allowed = True
        else:
            first = first if (GENERATOR / first).exists() or _is_module(first) else ""
            allowed = level == depth + 1 and (first or "__init__") in ours
        if not allowed:
            yield f"{module} imports {'.' * level}{name}"


def crossing_targets(module: str, source: str) -> Iterator[str]:
    """Imports from one target to another; ``notation`` is what they share."""
    package, _, rest = module.partition("/")
    if package != "targets" or "/" not in rest:
        return
    for level, name in imported(ast.parse(source)):
        if level == rest.count("/") + 1 and name.split(".")[0] != "notation":
            yield f"{module} imports {'.' * level}{name}"


CLOSED = {"ir", "lower", "naming", "sample", "surface", "targets"}
"""The packages that match on closed sums."""


def open_matches(module: str, source: str) -> Iterator[str]:
    """A ``match`` that the type checker would not fail on when its sum gets a new member."""
    if package_of(module) not in CLOSED:
        return
    for node in ast.walk(ast.parse(source)):
        for body in (getattr(node, "body", None), getattr(node, "orelse", None)):
            statements = body if isinstance(body, list) else []
            for number, match in enumerate(statements):
                ends = map(_is_end, statements[number : number + 2])
                if isinstance(match, ast.Match) and not any(ends):
                    yield f"{module}:{match.lineno} does not end in assert_never"


def _is_end(statement: ast.AST | None) -> bool:
    """Whether a statement, or the last case of a match, fails for any other value."""
    match statement:
        case ast.Match(cases=[*_, ast.match_case(body=[last])]):
            return _is_end(last)
        case ast.Expr(ast.Call(func=ast.Name("assert_never"))) | ast.Raise():
            return True
    return False


def _is_module(name: str) -> bool:
    return (GENERATOR / f"{name}.py").exists() or name in TABLE


def excessive_sizes(module: str, source: str) -> Iterator[str]:
    lines = source.count("\n")
    if lines > LONGEST_MODULE:
        yield f"{module} has {lines} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or 0) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{module}: {node.name} has {length} lines"


def writes(module: str, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _is_write(node):
            yield f"{module}:{node.lineno} writes: {ast.unparse(node)[:60]}"
        if isinstance(node, ast.ImportFrom):
            taken = {alias.name for alias in node.names}
            if taken & {*WRITING.get(node.module or "", ())}:
                yield f"{module}:{node.lineno} takes {taken} from {node.module}"


def _is_write(call: ast.Call) -> bool:
    match call.func:
        case ast.Name("open") if ast.unparse(call.args[0]) == "os.devnull":
            return False
        case ast.Name("open"):
            return _opens_to_write(call, position=1)
        case ast.Attribute(ast.Name("os"), "open"):
            return "O_RDONLY" not in ast.unparse(call)
        case ast.Attribute(ast.Name(("os" | "shutil" | "tempfile") as library), name):
            return name in WRITING[library]
        case ast.Attribute(ast.Name("io"), "open"):
            return _opens_to_write(call, position=1)
        case ast.Attribute(_, "open") if len(call.args) < 2:  # a path's
            return _opens_to_write(call, position=0)
        case ast.Attribute(_, "replace" | "rename"):
            # One argument is a path's; text, dates and dataclasses take more, or name theirs.
            return len(call.args) == 1 and not call.keywords
        case ast.Attribute(_, name):
            return name in WRITING_METHODS
    return False


def _opens_to_write(call: ast.Call, *, position: int) -> bool:
    modes = [word.value for word in call.keywords if word.arg == "mode"]
    modes += call.args[position : position + 1]
    return any(
        not isinstance(mode, ast.Constant) or set(str(mode.value)) & set("wax+")
        for mode in modes
    )


def product_words(module: str, source: str) -> Iterator[str]:
    if PRODUCT.search(module) or PRODUCT.search(source):
        yield f"{module} names a product"


def vague_names(module: str, source: str) -> Iterator[str]:
    if VAGUE & {part.removesuffix(".py") for part in module.split("/")}:
        yield f"{module} says nothing"


def exemptions(module: str, source: str) -> Iterator[str]:
    for number, line in enumerate(source.splitlines(), 1):
        if EXEMPTION.search(line):
            yield f"{module}:{number} is exempted: {line.strip()}"


def unexplained(module: str, source: str) -> Iterator[str]:
    for number, line in enumerate(source.splitlines(), 1):
        if EXEMPTION.search(line) and not REASON.search(line):
            yield f"{module}:{number} does not say why: {line.strip()}"


def sources(folder: Path, pattern: str) -> dict[str, str]:
    """The text of each file below a folder, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob(pattern))
        if path.is_file() and "__pycache__" not in path.parts
    }


def broken(rule: Rule, texts: dict[str, str]) -> list[str]:
    return [finding for path, text in texts.items() for finding in rule(path, text)]


def test_every_package_of_the_generator_is_in_the_table() -> None:
    assert {package_of(module) for module in sources(GENERATOR, "*.py")} <= {*TABLE}


@pytest.mark.parametrize(
    "rule",
    [forbidden_imports, crossing_targets, open_matches, excessive_sizes, vague_names],
)
def test_the_generator_keeps_the_rule(rule: Rule) -> None:
    assert broken(rule, sources(GENERATOR, "*.py")) == []


PACKAGES = [
    package.parent
    for package in sorted(GENERATOR.rglob("__init__.py"))
    if "runtime" not in package.parts and package.parent != GENERATOR
]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_a_package_says_what_it_is_for_and_what_it_may_not_know(package: Path) -> None:
    tree = ast.parse((package / "__init__.py").read_text("utf-8"))
    summary, _, rest = (ast.get_docstring(tree) or "").partition("\n\n")
    assert summary.endswith(".")
    if package.parent in (GENERATOR, GENERATOR / "targets"):
        words = r"\b([Kk]nows?|neither|not|no|none|only)\b"
        assert re.search(words, rest), f"{package.name} does not say its limits"


def test_only_the_output_phase_writes() -> None:
    texts = sources(GENERATOR, "*.py")
    others = {
        path: text
        for path, text in texts.items()
        if package_of(path) != "output" and path != "runtime/client/downloads.py"
    }
    assert broken(writes, others) == []
    assert broken(writes, texts) != []


@pytest.mark.parametrize("folder", ["generator", "templates"])
def test_generator_and_templates_name_no_product(folder: str) -> None:
    assert broken(product_words, sources(ROOT / folder, "*")) == []


def test_generated_code_needs_no_exemption() -> None:
    texts = sources(ROOT / "generated", "*.py")
    printed = {path: text for path, text in texts.items() if "/_core/" not in path}
    assert broken(exemptions, printed) == []


def test_an_exemption_in_the_generator_gives_its_reason() -> None:
    assert broken(unexplained, sources(GENERATOR, "*.py")) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("openapi/a.py", "from ..ir import Api"),
        ("openapi/a.py", "from .. import ir"),
        ("openapi/a.py", "from .. import __version__"),
        ("openapi/deep/a.py", "from ...lower.types import lower"),
        ("openapi/a.py", "import generator.diagnostics"),
        ("openapi/a.py", "from clientwright.diagnostics import Report"),
        ("openapi/a.py", "from ...elsewhere import x"),
        ("openapi/a.py", "def f():\n    from ..config import load"),
        ("openapi/a.py", "import black.mode"),
        ("ir/a.py", "from yaml import load"),
        ("runtime/a.py", "from ..diagnostics import Report"),
        ("runtime/a.py", "from msgspec import Struct"),
        ("output/a.py", "if TYPE_CHECKING:\n    from ..ir import Api"),
        ("pipeline.py", "from .cli import main"),
        ("pipeline.py", "import click"),
        ("__init__.py", "from .pipeline import generate"),
    ],
)
def test_a_wrong_import_is_found(module: str, source: str) -> None:
    assert len(list(forbidden_imports(module, source))) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("source/a.py", "import json\nimport yaml\nfrom ..diagnostics import Report"),
        ("openapi/deep/a.py", "from ..cursor import Cursor\nfrom . import b"),
        ("cli.py", "from .version import __version__\nfrom .pipeline import generate"),
        ("cli/main.py", "from ..output.plan import Plan\nimport click"),
        ("output/a.py", "import black\nfrom ..diagnostics import Place"),
        ("output/a.py", "from msgspec import Struct"),
    ],
)
def test_a_right_import_passes(module: str, source: str) -> None:
    assert list(forbidden_imports(module, source)) == []


@pytest.mark.parametrize(
    "source",
    [
        "open(p, 'w')",
        "open(p, mode='ab')",
        "open(p, how)",
        "p.open('x')",
        "p.open(mode='r+')",
        "io.open(p, 'w')",
        "p.write_text('')",
        "p.write_bytes(b'')",
        "p.parent.mkdir(parents=True)",
        "p.unlink()",
        "p.rmdir()",
        "p.touch()",
        "p.rename(q)",
        "p.replace(q)",
        "os.replace(p, q)",
        "os.rename(p, q)",
        "os.remove(p)",
        "os.makedirs(p)",
        "os.open(p, os.O_WRONLY)",
        "shutil.rmtree(p)",
        "tempfile.mkdtemp()",
        "from os import replace as put",
        "from shutil import rmtree",
    ],
)
def test_a_write_is_found(source: str) -> None:
    assert len(list(writes("openapi/a.py", source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "open(p)",
        "open(p, 'rb')",
        "open(os.devnull, 'w')",
        "p.open()",
        "p.open('rb')",
        "builder.open({}, offset)",
        "p.read_text()",
        "os.listdir(p)",
        "os.open(p, os.O_RDONLY)",
        "'a'.replace('b', 'c')",
        "dataclasses.replace(value, field=1)",
        "date.replace(year=1)",
        "names.remove(name)",
        "from os import fspath",
    ],
)
def test_reading_calls_pass(source: str) -> None:
    assert list(writes("openapi/a.py", source)) == []


@pytest.mark.parametrize(
    ("rule", "module", "source"),
    [
        (excessive_sizes, "a.py", "\n" * 401),
        (excessive_sizes, "a.py", "def f():\n" + "    x\n" * 60),
        (excessive_sizes, "a.py", "class A:\n async def f():\n" + "  x\n" * 60),
        (product_words, "a.py", "host = 'api.CloudFlare.com'"),
        (product_words, "types/_cloudflare.jinja", ""),
        (crossing_targets, "targets/docs/a.py", "from ..python.types import x"),
        (open_matches, "ir/a.py", "match x:\n case A(): y = 1\n case _: y = 2"),
        (open_matches, "ir/a.py", "def f():\n match x:\n  case A(): return 1"),
        (crossing_targets, "targets/notation/a.py", "from ..docs import x"),
        (vague_names, "openapi/utils.py", ""),
        (vague_names, "common/a.py", ""),
        (exemptions, "a.py", "x = 1  # type: ignore[misc]"),
        (exemptions, "a.py", "import x  # noqa: F401"),
        (exemptions, "a.py", "# fmt: off"),
    ],
)
def test_every_other_violation_is_found(rule: Rule, module: str, source: str) -> None:
    assert len(list(rule(module, source))) == 1


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (excessive_sizes, "\n" * 400),
        (excessive_sizes, "def f():\n" + "    x\n" * 59),
        (open_matches, "match x:\n case A(): y\n case _: assert_never(x)"),
        (open_matches, "match x:\n case A(): y\nassert_never(x)"),
        (open_matches, "match x:\n case A(): y\nraise TypeError"),
        (exemptions, "text = 'fmt: off'  # a comment"),
    ],
)
def test_sizes_at_the_limit_pass(rule: Rule, source: str) -> None:
    assert list(rule("ir/a.py", source)) == []
