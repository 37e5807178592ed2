"""Every program on every page runs against the mock, as it stands."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.pipeline import build, build_docs
from tests.docs.conftest import METHOD, ROOT, SITE, SOURCE, compiled, mocked, run
from tests.docs.recording import recorded, run_each
from tests.type_checkers import share_library
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


RUNNING = ["names", "other_pages", "unions", "bodies", "forms"]
CASES = [
    *RUNNING,
    *("headers_and_nothing", "path_scopes", "maps", "results", "parameters"),
    *("client_auth", "client_security", "nested", "inheritance", "recursion"),
    "swagger",
]
RUN = ("methods/", "README.md")
"""Pages whose programs run; those of the guides are the same for all APIs, and checked by mypy."""
MOST = 6
"""Programs of a case that are run, each in a process of its own."""
_PATH = re.compile(r'Path\("([\w.]+)"\)')


@dataclass(frozen=True)
class Package:
    """The package of a golden case in a folder, and the programs on the pages of its site."""

    case: str
    folder: Path
    prefix: str
    base_url: str
    variables: Mapping[str, str]
    programs: Mapping[str, str]
    commands: tuple[tuple[str, str], ...]
    """The Python program of each method, and its curl command."""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Package]:
    return {case: package(case, tmp_path_factory.mktemp(case)) for case in CASES}


def package(case: str, folder: Path) -> Package:
    sdk = compiled(ROOT / "tests" / "golden" / case)
    assert sdk is not None
    for path, data in build(sdk, lambda _: None).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    pages = build_docs(sdk, lambda _: None)
    programs = {
        program: path
        for path, data in pages.items()
        if path.endswith(".html")
        for program in html_programs(read(data.decode()))
    }
    readme = (folder / "README.md").read_text("utf-8")
    programs |= {
        program: "README.md"
        for program in markdown_programs(readme)
        if "import " in program
    }
    for name in {name for program in programs for name in _PATH.findall(program)}:
        (folder / name).write_bytes(b"contents")
    variables = {o.env: "x" for o in sdk.sdk.options if o.env}
    samples = [
        read(data.decode()).one("aside", klass="samples")
        for path, data in pages.items()
        if path.startswith("methods/") and path.endswith(".html")
    ]
    return Package(
        case,
        folder,
        sdk.sdk.env_prefix,
        sdk.sdk.base_url,
        variables,
        programs,
        tuple(
            (html_programs(found)[0], found.one("div", klass="curl").one("pre").text)
            for found in samples
        ),
    )


@pytest.mark.parametrize("case", RUNNING)
def test_the_programs_of_other_apis_run(
    case: str, packages: Mapping[str, Package]
) -> None:
    found = packages[case]
    shown = [(p, path) for p, path in found.programs.items() if path.startswith(RUN)]
    with mocked(ROOT / "tests" / "golden" / case) as url:
        for program, path in shown[:: len(shown) // MOST + 1]:
            environment = {**found.variables, f"{found.prefix}_BASE_URL": url}
            done = run(program, found.folder, found.folder / "src", **environment)
            assert (done.returncode, done.stderr) == (0, ""), (path, program)


def test_the_programs_of_other_apis_pass_mypy_strict(
    packages: Mapping[str, Package], tmp_path: Path
) -> None:
    for found in packages.values():
        for number, program in enumerate(found.programs):
            if (
                "page = page." in program
            ):  # the reference page's own words, twice one name
                continue
            (tmp_path / f"{found.case}_{number}.py").write_text(program)
    sources = [found.folder / "src" for found in packages.values()]
    share_library(sources)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "."],
        cwd=tmp_path,
        env=os.environ | {"MYPYPATH": os.pathsep.join(map(str, sources))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("case", [*RUNNING, "parameters", "path_scopes", "client_auth"])
def test_curl_sends_the_request_that_python_sends(
    case: str, packages: Mapping[str, Package]
) -> None:
    found = packages[case]
    assert all(command.startswith("curl ") for _, command in found.commands)
    with recorded() as (url, requests):
        environment = {
            **found.variables,
            "PATH": os.defpath,
            "PYTHONPATH": str(found.folder / "src"),
            f"{found.prefix}_BASE_URL": url,
        }
        programs = [program for program, _ in found.commands]
        run_each(programs, found.folder, environment)
        ours, requests[:] = list(requests), []
        for _, command in found.commands:
            here = command.replace(found.base_url, url)
            subprocess.run(
                ["bash", "-c", here],
                env=environment,
                cwd=found.folder,
                capture_output=True,
                check=True,
            )
    assert len(ours) == len(found.commands)
    for python, curl in zip(ours, requests, strict=True):
        assert curl == python.only(curl.headers)
        assert {
            "authorization",
            "cookie",
        } & python.headers.keys() <= curl.headers.keys()


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_curl_command_of_a_page_is_accepted(mock_url: str) -> None:
    page = read((SITE / f"{METHOD}.html").read_text("utf-8"))
    samples = page.one("aside", klass="samples")
    command = samples.one("div", klass="curl").one("pre").text
    here = command.replace("https://api.cloudflare.com/client/v4", mock_url)
    environment = {"PATH": os.defpath, "CLOUDFLARE_API_TOKEN": "token"}
    done = subprocess.run(
        ["bash", "-c", f"{here} --fail"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["result"]
