"""What those who publish a generated package and those who install it expect of it."""

from __future__ import annotations

import email
import os
import re
import shutil
import socket
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from msgspec.structs import replace
import yaml
from packaging.metadata import Metadata
from uv import find_uv_bin

from generator.cli.failed import Failed
from generator.cli.main import command
from generator.ir import Package
from generator.render import render
from generator.targets.python.metadata import workflows
from tests.docs.conftest import mocked
from tests.packaging import museum
from tests.packaging.conftest import GENERATED, ROOT, run, uv

GOLDEN = ROOT / "tests" / "golden"
PATH_WITH_UV = f"{Path(find_uv_bin()).parent}{os.pathsep}{os.environ['PATH']}"


def ran(*words: str | Path) -> int:
    """The exit code of a command, without a process of its own."""
    try:
        return int(command([*map(str, words), "-q"], standalone_mode=False) or 0)
    except Failed:
        return 1


def generate(folder: Path, out: Path) -> None:
    """Write a client; there must be nothing to warn of."""
    assert ran("generate", folder / "openapi.yaml", "--out", out, "--strict") == 0


def texts(package: Path) -> dict[str, str]:
    """Every file of a package but the run-time library, by its path."""
    return {
        path.relative_to(package).as_posix(): path.read_text("utf-8")
        for path in sorted(package.rglob("*"))
        if path.is_file() and not {"_core", "__pycache__", "docs"} & set(path.parts)
    }


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The description and the configuration of a published package."""
    return museum.write(tmp_path_factory.mktemp("museum"))


@pytest.fixture(scope="module")
def published(source: Path) -> Path:
    """A package whose owner has asked for everything."""
    generate(source, source / "client")
    return source / "client"


@pytest.fixture(scope="module")
def unpublished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the same API without tests, and without a word about where it lives."""
    folder = museum.write(tmp_path_factory.mktemp("unpublished"), config=UNPUBLISHED)
    generate(folder, folder / "client")
    return folder / "client"


UNPUBLISHED = """
organization: {name: museum, contact: https://museum.example/help}
settings: {license: Our own terms, disable_mock_tests: true}
resources: {hours: {methods: {list: get /hours, retrieve: "get /hours/{day}", delete: delete /elsewhere}}}
"""


@pytest.fixture(scope="module")
def built(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the archive of the sources and the wheel that was built from it."""
    package = tmp_path_factory.mktemp("package")
    shutil.copytree(published, package, dirs_exist_ok=True)
    check_out(package)
    return build(package, tmp_path_factory.mktemp("dist"))


def check_out(package: Path) -> None:
    """Make a package look like a checkout of a repository, with a module of its maintainer."""
    (package / ".git").mkdir()
    (package / ".gitignore").write_text("lib/\ntests/\n")
    (package / "src" / "museum" / "lib").mkdir()
    (package / "src" / "museum" / "lib" / "own.py").write_text("OWN = True\n")


def build(package: Path, out: Path) -> Path:
    """The folder with what was built for a commit of the last day of 2025."""
    run(
        *(sys.executable, "-m", "build", "--installer", "uv", "--outdir", out, package),
        cwd=out,
        environment={"SOURCE_DATE_EPOCH": "1767139200", "PATH": PATH_WITH_UV},
    )
    return out


def metadata_of(package: Path) -> dict[str, Any]:
    return tomllib.loads((package / "pyproject.toml").read_text("utf-8"))["project"]


def test_the_metadata_is_complete_and_valid(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        (name,) = (n for n in wheel.namelist() if n.endswith("/METADATA"))
        raw = wheel.read(name)
    found = Metadata.from_email(raw, validate=True)
    assert (found.name, str(found.version)) == ("museum-client", "1.2.3")
    assert found.summary == (
        "Museum client for Python: Opening hours and tickets of a museum"
    )
    assert (
        email.message_from_bytes(raw)["Author-email"] == "museum <api@museum.example>"
    )
    assert found.license_expression == "MIT"
    assert sorted(found.keywords or ()) == ["api", "client", "museum"]
    assert "Typing :: Typed" in (found.classifiers or ())
    repository = "https://github.com/museum/museum-python"
    assert found.project_urls == {
        "Documentation": "https://docs.museum.example",
        "Repository": repository,
        "Issues": f"{repository}/issues",
        "Changelog": f"{repository}/blob/HEAD/CHANGELOG.md",
    }


def test_the_archive_of_the_sources_has_what_tests_need(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = ["CHANGELOG.md", "LICENSE", "README.md", "tests/api_resources/conftest.py"]
    assert names.issuperset((*wanted, "tests/api_resources/test_hours.py", "api.md"))


def test_a_build_gives_the_same_bytes_in_another_folder_at_another_time(
    built: Path, published: Path, tmp_path: Path
) -> None:
    package, out = tmp_path / "other", tmp_path / "dist"
    files = [path for path in published.rglob("*") if path.is_file()]
    for path in sorted(files, reverse=True):
        copy = package / path.relative_to(published)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        copy.chmod(0o600)
        os.utime(copy, (1_000_000_000, 1_000_000_000))
    check_out(package)
    cache = package / "src" / "museum" / "__pycache__"
    cache.mkdir()
    (cache / "_client.cpython-311.pyc").write_bytes(b"stale")
    out.mkdir()
    build(package, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {
        path.name: path.read_bytes() for path in built.iterdir()
    }
    with zipfile.ZipFile(next(out.glob("*.whl"))) as wheel:
        assert "museum/lib/own.py" in wheel.namelist()
        assert {i.date_time[:3] for i in wheel.infolist()} == {(2025, 12, 31)}


def test_an_index_of_packages_accepts_what_is_built(built: Path) -> None:
    shown = uv("tool", "run", "twine", "check", "--strict", *built.iterdir(), cwd=built)
    assert shown.count("PASSED") == 2


def test_nothing_is_invented(unpublished: Path) -> None:
    found = metadata_of(unpublished)
    assert "authors" not in found
    assert found["license"] == {"text": "Our own terms"}
    assert found["urls"] == {"Support": "https://museum.example/help"}
    assert not (unpublished / ".github").exists()
    assert not (unpublished / "tests").exists()
    assert "badge" not in (unpublished / "README.md").read_text()


def test_the_contact_of_the_description_is_the_author_if_none_is_configured(
    tmp_path: Path,
) -> None:
    contact = "contact: {name: 'A \"team\"', email: not an address}\n  title:"
    description = museum.DESCRIPTION.replace("title:", contact)
    config = museum.CONFIGURATION.replace(", contact: api@museum.example", "")
    generate(museum.write(tmp_path, description, config), tmp_path / "client")
    assert metadata_of(tmp_path / "client")["authors"] == [{"name": 'A "team"'}]


@pytest.mark.parametrize(
    ("targets", "installed"),
    [
        ("{python: {publish: {pypi: {package_name: m}}}}", "m"),
        ("{python: {production_repo: a/b, publish: {pypi: true}}}", "museum"),
        ("{python: {production_repo: a/b#c}}", "git+https://github.com/a/b"),
        (
            "{python: {production_repo: a/b, publish: {pypi: false}}}",
            "git+https://github.com/a/b",
        ),
        ("{python: {publish: {pypi: false}}}", "."),
    ],
)
def test_the_readme_installs_what_is_there(
    targets: str, installed: str, tmp_path: Path
) -> None:
    config = f"{UNPUBLISHED}\ntargets: {targets}\n"
    generate(museum.write(tmp_path, config=config), tmp_path / "client")
    readme = (tmp_path / "client" / "README.md").read_text()
    assert re.findall("^pip install (.*)", readme, re.MULTILINE) == [installed]
    workflow = tmp_path / "client/.github/workflows/release.yml"
    assert workflow.exists() is ("pypi: true" in targets or "package_name" in targets)


FIRST = ["Install", "First call", "Asynchronous", "Handle errors", "Authenticate"]


def test_the_contents_of_a_readme_are_its_headings_in_order(
    published: Path, unpublished: Path
) -> None:
    for package in (published, unpublished, GENERATED):
        readme = (package / "README.md").read_text("utf-8")
        headings = re.findall("^## (.+)", readme, re.MULTILINE)
        listed = re.findall(r"^- \[(.+)\]\(#(.+)\)$", readme, re.MULTILINE)
        assert [title for title, _ in listed] == headings
        for title, anchor in listed:
            assert anchor == re.sub("[^a-z0-9 -]", "", title.lower()).replace(" ", "-")
        assert [title for title in headings if title in FIRST] == FIRST


def test_the_readme_says_how_calls_are_repeated_and_when_credentials_are_asked_for(
    published: Path, tmp_path: Path
) -> None:
    usual = (published / "README.md").read_text()
    assert "A call that may safely be repeated" in usual
    key = "{type: string, read_env: MUSEUM_KEY, auth: {security_scheme: key}}"
    settings = f"client_settings: {{opts: {{api_key: {key}}}}}\nx-retries: compatible"
    config = f"{settings}\n{museum.CONFIGURATION}"
    generate(museum.write(tmp_path, config=config), tmp_path / "client")
    readme = (tmp_path / "client" / "README.md").read_text()
    assert "the statuses 408, 409, 429, 500 and\nabove" in readme
    assert "0.5 seconds, twice as long after each attempt, up to 8 seconds" in readme
    assert "never sent twice" not in readme
    assert "the first call raises `TypeError`" in usual
    assert "the client cannot be built and raises `MuseumError`" in readme
    check = (
        "import museum\ntry: museum.Museum()\nexcept museum.MuseumError as e: print(e)"
    )
    out = run(*(sys.executable, "-c", check), cwd=tmp_path / "client" / "src")
    assert "MUSEUM_KEY" in out


def test_a_call_without_arguments_is_on_one_line(published: Path) -> None:
    readme = (published / "README.md").read_text()
    assert "client.hours.list()\n" in readme


def test_no_section_of_the_list_of_methods_is_empty(published: Path) -> None:
    text = (published / "api.md").read_text()
    sections = re.split("^#+ (.+)$", text, flags=re.MULTILINE)[3:]
    assert sections[::2] == ["`hours`", "`inner.elsewhere`"]
    assert all("<code" in body for body in sections[1::2])


def test_no_file_names_the_host_of_an_index_of_packages(published: Path) -> None:
    hosts = re.compile(r"py" r"pi\.org|pythonhosted|pep" r"y\.", re.IGNORECASE)
    assert [path for path, text in texts(published).items() if hosts.search(text)] == []


def test_workflows_have_few_permissions_and_pinned_actions(published: Path) -> None:
    for name in ("ci", "release"):
        file = published / ".github" / "workflows" / f"{name}.yml"
        found = yaml.safe_load(file.read_text())
        assert found["permissions"] == (
            {} if name == "release" else {"contents": "read"}
        )
        steps = [step for job in found["jobs"].values() for step in job["steps"]]
        used = [step["uses"] for step in steps if "uses" in step]
        assert all(re.search(r"@(v\d+|release/v\d+)$", action) for action in used)
        assert "${{" not in "".join(step.get("run", "") for step in steps)
    assert {name: job["permissions"] for name, job in found["jobs"].items()} == {
        "build": {"contents": "read"},
        "test": {"contents": "read"},
        "publish": {"id-token": "write"},
        "release": {"contents": "write"},
    }


def test_an_auditor_finds_nothing_in_the_workflows(
    published: Path, tmp_path: Path
) -> None:
    rules = tmp_path / "zizmor.yml"
    rules.write_text('rules: {unpinned-uses: {config: {policies: {"*": ref-pin}}}}\n')
    words = ("tool", "run", "zizmor", "--offline", "--quiet", "--config", rules)
    uv(*words, published / ".github", cwd=tmp_path)


def test_a_release_is_tested_with_the_oldest_and_newest_of_what_is_supported(
    published: Path,
) -> None:
    metadata = metadata_of(published)
    last = metadata["classifiers"][-3]
    (pydantic,) = (r for r in metadata["dependencies"] if r.startswith("pydantic"))
    release = published / ".github" / "workflows" / "release.yml"
    job = yaml.safe_load(release.read_text())["jobs"]["test"]
    assert metadata["requires-python"] == ">=3.11"
    assert job["strategy"]["matrix"]["include"] == [
        {"python": "3.11", "pydantic": "==2.5.*"},
        {"python": "3.11", "pydantic": pydantic.removeprefix("pydantic")},
        {
            "python": last.rpartition(" ")[2],
            "pydantic": pydantic.removeprefix("pydantic"),
        },
    ]


@pytest.mark.parametrize(
    ("tag", "code"), [("v1.2.3", 0), ("v1.2.4", 1), ('v1"; exit 0; "', 1)]
)
def test_a_release_stops_at_a_tag_that_is_not_the_version(
    tag: str, code: int, published: Path
) -> None:
    release = published / ".github" / "workflows" / "release.yml"
    steps = yaml.safe_load(release.read_text())["jobs"]["build"]["steps"]
    (script,) = (s["run"] for s in steps if s.get("name", "").startswith("compare"))
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=published,
        env={**os.environ, "GITHUB_REF_NAME": tag, "PATH": PATH_WITH_UV},
        check=False,
    )
    assert done.returncode == code


@pytest.mark.parametrize(
    "environment", ['a"\n  b: c', "it's # 1", "\U0001f680 – \u2028", "- {x: &y !!z"]
)
def test_the_environment_of_releases_is_nothing_but_a_name(environment: str) -> None:
    package = Package("acme", "acme", "1.0.0", "Acme", "", "", is_published=True)
    package = replace(package, release_environment=environment)
    ((name, view),) = workflows(package, has_tests=True)
    text = render(f"python/workflows/{name}.yml.jinja", view)
    assert yaml.safe_load(text)["jobs"]["publish"]["environment"] == environment


def test_the_environment_of_releases_is_never_an_expression(tmp_path: Path) -> None:
    config = "codeflow: {release_environment: 'a ${{ secrets.X }}'}"
    museum.write(tmp_path, config=f"{museum.CONFIGURATION}\n{config}\n")
    words = (tmp_path / "openapi.yaml", "--out", tmp_path / "client")
    assert ran("generate", *words) == 1


@pytest.mark.parametrize("text", ["${{ secrets.X }}", 'a"\n  b: c', "--version"])
def test_a_hostile_path_reaches_no_workflow(text: str, tmp_path: Path) -> None:
    config = museum.CONFIGURATION.replace(
        "x-ci: openapi.yaml", f"x-ci: {yaml_text(text)}"
    )
    museum.write(tmp_path, config=config)
    words = (tmp_path / "openapi.yaml", "--out", tmp_path / "client")
    assert ran("generate", *words) == 1
    assert not (tmp_path / "client").exists()


def yaml_text(text: str) -> str:
    return yaml.safe_dump(text, default_style='"').strip()


def test_maintainers_own_what_was_handed_over_to_them(source: Path) -> None:
    out = source / "edited"
    generate(source, out)
    before = texts(out)
    generate(source, out)
    assert texts(out) == before
    (out / "CHANGELOG.md").write_text("ours")
    (out / "CONTRIBUTING.md").unlink()
    (out / "tests" / "test_own.py").write_text("ours")
    edited = texts(out)
    words = (source / "openapi.yaml", "--out", out)
    for name in ("check", "generate"):
        assert ran(name, *words) == 0
    assert ran("generate", *words, "--force") == 0
    assert texts(out) == edited
    test = out / "tests" / "api_resources" / "test_hours.py"
    test.write_text("ours")
    assert ran("generate", *words) == 0
    assert test.read_text() == "ours"
    assert ran("check", *words, "--no-edits") == 1


def run_tests(package: Path, **variables: str) -> str:
    """What pytest prints that runs a package's own tests."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider"],
        cwd=package,
        env={**os.environ, "PYTHONPATH": str(package / "src"), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.parametrize(
    ("folder", "count"),
    [
        (ROOT / "spec", "4 passed"),
        (GOLDEN / "results", "12 passed"),
    ],
    ids=lambda value: Path(value).name,
)
def test_the_tests_of_a_package_pass_against_the_mock(
    folder: Path, count: str, tmp_path: Path
) -> None:
    package = GENERATED
    if folder.parent == GOLDEN:
        package = tmp_path / "client"
        generate(folder, package)
    with mocked(folder) as url:
        assert count in run_tests(package, TEST_API_BASE_URL=url)


def test_tests_are_skipped_for_a_reason_and_never_leave_the_machine(
    published: Path, source: Path
) -> None:
    assert [path for path in texts(published) if path.startswith("tests/")] == [
        "tests/api_resources/conftest.py",
        "tests/api_resources/test_hours.py",
    ]
    with mocked(source) as url:
        shown = run_tests(published, TEST_API_BASE_URL=url)
    assert "2 passed, 2 skipped" in shown
    assert 'it is "closed"' in shown


def test_without_a_mock_the_tests_say_how_to_start_one(
    published: Path, tmp_path: Path
) -> None:
    shutil.copytree(published, tmp_path / "client")
    conftest = tmp_path / "client" / "tests" / "api_resources" / "conftest.py"
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        port = str(silent.getsockname()[1])
        conftest.write_text(conftest.read_text().replace("4010", port))
        shown = run_tests(tmp_path / "client")
    assert f"no mock on port {port}; CONTRIBUTING.md says how to start one" in shown
