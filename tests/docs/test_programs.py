"""Every program on every page runs against the mock, as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import build, build_docs
from tests.docs.conftest import ROOT, SITE, SOURCE, compiled, mocked, run
from tests.docs.reading import files, html_programs, markdown_programs, read

PAGES = {
    path.removesuffix(".html"): html_programs(read(text))
    for path, text in files(SITE, "html").items()
}
PROGRAMS = {program: page for page, programs in PAGES.items() for program in programs}


@pytest.mark.parametrize("page", PAGES)
def test_both_forms_of_a_page_show_the_same_programs(page: str) -> None:
    markdown = markdown_programs((SITE / f"{page}.md").read_text("utf-8"))
    assert sorted(markdown) == sorted(PAGES[page])


@pytest.mark.parametrize(
    "program", PROGRAMS, ids=[f"{n}-{page}" for n, page in enumerate(PROGRAMS.values())]
)
def test_a_program_runs(program: str, mock_url: str, tmp_path: Path) -> None:
    environment = {"CLOUDFLARE_API_TOKEN": "token", "CLOUDFLARE_BASE_URL": mock_url}
    done = run(program, tmp_path, SOURCE, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    if "print(" in program and "except" not in program:
        assert done.stdout.strip()


def test_every_kind_of_program_is_there() -> None:
    assert len(PROGRAMS) >= 35
    assert sum("asyncio.run(" in program for program in PROGRAMS) >= 4


CASES = ["names", "other_pages", "headers_and_nothing", "path_scopes", "unions", "maps"]


@pytest.mark.parametrize("case", CASES)
def test_the_programs_of_other_apis_run(case: str, tmp_path: Path) -> None:
    folder = ROOT / "tests" / "golden" / case
    sdk = compiled(folder)
    assert sdk is not None
    for path, data in build(sdk, lambda _: None).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    pages = build_docs(sdk, lambda _: None)
    programs = {
        program: path
        for path, data in pages.items()
        if path.startswith("methods/") and path.endswith(".html")
        for program in html_programs(read(data.decode()))
    }
    prefix = sdk.sdk.env_prefix.upper().replace("-", "_")
    credentials = {o.env: "x" for o in sdk.sdk.options if o.env}
    with mocked(folder) as url:
        for program, path in programs.items():
            environment = {**credentials, f"{prefix}_BASE_URL": url}
            done = run(program, tmp_path, tmp_path / "src", **environment)
            assert (done.returncode, done.stderr) == (0, ""), (path, program)
