"""Every Python snippet of the client's README runs as it stands, in the order of the text."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.client.conftest import ROOT, SOURCE, Programs
from tests.client.stub import Stub

README = ROOT / "generated" / "README.md"
TOPICS = ["install", "authenticate", "call", "paginate", "errors", "retries", "async"]

_SNIPPET = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def snippets() -> list[tuple[str, str]]:
    """Each snippet, with the heading it stands under."""
    text = README.read_text(encoding="utf-8")
    found: list[tuple[str, str]] = []
    for match in _SNIPPET.finditer(text):
        *_, heading = _HEADING.findall(text, 0, match.start())
        found.append((heading, match[1]))
    return found


def programs_of_the_readme() -> list[tuple[str, str]]:
    """The snippets as programs: one that does not import anything goes on where another ended."""
    found: list[tuple[str, str]] = []
    for heading, snippet in snippets():
        before = "" if "import " in snippet or not found else found[-1][1]
        found.append((heading, f"{before}\n{snippet}" if before else snippet))
    return found


def test_the_readme_has_a_section_for_each_topic() -> None:
    headings = " ".join(_HEADING.findall(README.read_text(encoding="utf-8"))).lower()
    assert [topic for topic in TOPICS if topic not in headings] == []


PROGRAMS = programs_of_the_readme() if README.exists() else []


@pytest.mark.parametrize(
    ("heading", "program"),
    PROGRAMS,
    ids=[f"{number}-{heading}" for number, (heading, _) in enumerate(PROGRAMS, 1)],
)
def test_a_snippet_of_the_readme_runs(
    heading: str, program: str, programs: Programs, stub: Stub
) -> None:
    programs.output(program)
    calls = program.count("security_center")
    assert bool(stub.requests) is bool(calls)
    if "Authenticate" not in heading and calls:
        assert all("authorization" in request.headers for request in stub.requests)


def test_every_program_of_the_readme_passes_mypy_strict(tmp_path: Path) -> None:
    for number, (_, program) in enumerate(PROGRAMS):
        (tmp_path / f"program_{number}.py").write_text(program)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "."],
        cwd=tmp_path,
        env=os.environ | {"MYPYPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_readme_has_snippets() -> None:
    assert len(PROGRAMS) >= 8
    assert sum("await " in program for _, program in PROGRAMS) >= 1


def test_the_table_of_errors_is_complete() -> None:
    import cloudflare

    text = README.read_text(encoding="utf-8")
    named = {name for name in cloudflare.__all__ if f"`{name}`" in text}
    errors = {
        name
        for name in cloudflare.__all__
        if isinstance(kind := getattr(cloudflare, name), type)
        and issubclass(kind, cloudflare.CloudflareError)
    }
    bases = {"APIError", "APIStatusError"}
    assert errors - bases <= named


def test_every_link_to_a_file_leads_to_one() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README.read_text(encoding="utf-8"))
    assert "api.md" in links
    assert [link for link in links if not (README.parent / link).is_file()] == []


def test_the_readme_says_that_the_client_is_not_official() -> None:
    text = README.read_text(encoding="utf-8")
    assert "not made, endorsed or supported by Cloudflare" in text
    assert "import name `cloudflare`" in text
