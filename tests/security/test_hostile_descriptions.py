"""Text of a description enters code as a constant, a docstring or a comment, never as code.

The oracle: for a hostile description, the syntax tree of every file has the same shape as for a
harmless one. Names are another matter: they may differ, but stay identifiers.
"""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from generator.diagnostics import Report, render_report
from generator.pipeline import Inputs, build, compile_inputs
from tests.security.hostile import NAMES, TEXTS, configuration, description, named

HARMLESS = "harmless"
SCRIPT = re.compile(
    r"(?<!\\)<(script|img)|(?<!\\)\](?<!\\)\(javascript:", re.IGNORECASE
)


def made(folder: Path, api: object, sdk: object) -> Mapping[str, bytes] | None:
    """The client, or None where the inputs are refused; a refusal has a place and a remedy."""
    (folder / "openapi.json").write_text(json.dumps(api))
    (folder / "stainless.json").write_text(json.dumps(sdk))
    report = Report()
    inputs = Inputs(folder / "openapi.json", folder / "stainless.json")
    compiled = compile_inputs(inputs, report, progress=lambda _: None)
    if compiled is None:
        assert all(d.place.file and d.help for d in report.diagnostics), render_report(
            report
        )
        return None
    return build(compiled, lambda _: None)


def shape(source: bytes) -> str:
    """The syntax tree without the values of its constants."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            node.value = type(node.value).__name__
    return ast.dump(tree)


def python(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {
        p: data for p, data in files.items() if p.endswith(".py") and "/_core/" not in p
    }


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("harmless")
    files = made(folder, description(HARMLESS), configuration(HARMLESS))
    assert files is not None
    return files


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_no_text_changes_the_shape_of_the_code(
    text: str, harmless: Mapping[str, bytes], tmp_path: Path
) -> None:
    hostile = made(tmp_path, description(text), configuration(text))
    assert hostile is not None
    assert hostile.keys() == harmless.keys()
    for path, source in python(hostile).items():
        assert shape(source) == shape(python(harmless)[path]), path


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_no_text_leaves_its_place_in_metadata_and_prose(
    text: str, tmp_path: Path
) -> None:
    hostile = made(tmp_path, description(text), configuration(text))
    assert hostile is not None
    project = tomllib.loads(hostile["pyproject.toml"].decode())
    assert project["project"]["name"] == "acme"
    assert project.keys() == {"build-system", "dependency-groups", "project", "tool"}
    for page in ("README.md", "api.md"):
        assert not SCRIPT.search(_prose(hostile[page].decode())), page


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_no_invisible_character_reaches_a_file(text: str, tmp_path: Path) -> None:
    hostile = made(tmp_path, description(text), configuration(text))
    assert hostile is not None
    for path, source in hostile.items():
        odd = {c for c in source.decode() if not c.isprintable() and c != "\n"}
        assert not odd, (path, odd)


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:40])
def test_any_name_gives_valid_python(name: str, tmp_path: Path) -> None:
    files = made(tmp_path, *named(name))
    if files is None:
        return
    for path, source in python(files).items():
        tree = ast.parse(source, path)
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                fields = [
                    s.target.id
                    for s in node.body
                    if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)
                ]
                assert len(fields) == len(set(fields)), path


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:40])
def test_no_name_puts_a_file_outside_the_output(name: str, tmp_path: Path) -> None:
    files = made(tmp_path, *named(name))
    for path in files or ():
        parts = PurePosixPath(path).parts
        assert ".." not in parts
        assert not path.startswith("/")
        assert all(len(part) <= 255 and part.isascii() for part in parts)
    folded = [path.casefold() for path in files or ()]
    assert len(folded) == len(set(folded))


PLACES = (
    'header=__import__("os").system("x"), env',
    "header",
    "path",
    "",
    None,
    7,
    ["header"],
    {"header": 1},
)


@pytest.mark.parametrize("configured", [False, True], ids=["description", "config"])
@pytest.mark.parametrize("place", PLACES, ids=ascii)
def test_where_a_credential_travels_is_chosen_from_a_closed_list(
    place: object, configured: bool, tmp_path: Path
) -> None:
    api, sdk = description("x"), configuration("x")
    holder = sdk if configured else api["components"]
    scheme = {"type": "apiKey", "in": place, "name": "X-Key"}
    holder["security_schemes" if configured else "securitySchemes"] = {"token": scheme}
    files = made(tmp_path, api, sdk)
    if files is None:
        return
    calls = [
        node
        for node in ast.walk(ast.parse(files["src/acme/_client.py"]))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Credential"
    ]
    known = {"option", "env", "header", "query", "cookie", "prefix"}
    for call in calls:
        assert {keyword.arg for keyword in call.keywords} <= known
        assert all(isinstance(k.value, ast.Constant) for k in call.keywords)
    assert len(calls) == (place == "header")


def test_a_path_with_a_line_break_stays_in_its_line_of_api_md(tmp_path: Path) -> None:
    api, sdk = description("x"), configuration("x")
    path = "/things/{id}/a\u2028#\u202e"
    api["paths"][path] = api["paths"].pop("/things/{id}")
    sdk["resources"]["things"]["methods"]["read"]["endpoint"] = f"get {path}"
    sdk["readme"] = {}
    files = made(tmp_path, api, sdk)
    assert files is not None
    lines = files["api.md"].decode().splitlines()
    assert any(r"/a\u2028#\u202e" in line for line in lines)


def _prose(page: str) -> str:
    """The page without code blocks and code spans, in which nothing is active."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"```.*?```", "", page, flags=re.DOTALL))
