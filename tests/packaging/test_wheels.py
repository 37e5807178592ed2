"""Built wheels work in empty environments: the generator's from any folder, the client's as well."""

from __future__ import annotations

import email
import re
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

from generator.output.record import without_record
from tests.client.stub import Stub
from tests.client.test_page_program import PAGE_PROGRAM, SHORT_PROGRAM
from tests.packaging.conftest import GENERATED, ROOT, Environment, run, uv


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file by its path, without what Python leaves behind when it imports."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def version_of(project: Path) -> str:
    """What a project's metadata says."""
    text = (project / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def contents(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_installed_generator_writes_the_same_bytes_from_another_folder(
    generator: Environment, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "spec", tmp_path / "description")
    config = tmp_path / "description" / "stainless.yml"
    out = tmp_path / "out"
    for command, folder in (("generate", out), ("docs", out / "docs")):
        generator.run(
            "clientwright", command, "--config", config, "--out", folder, "--strict"
        )
    written, checked_in = files_in(out), files_in(GENERATED)
    assert ".manifest.json" in written
    assert sorted(written) == sorted(checked_in)
    for files in (written, checked_in):
        for manifest in (".manifest.json", "docs/.manifest.json"):
            # the record of a run may be an earlier generator's, which wrote the same
            files[manifest] = without_record(files[manifest])
    assert [n for n, text in written.items() if text != checked_in[n]] == []


def test_the_installed_generator_finds_no_drift(generator: Environment) -> None:
    config = ROOT / "spec" / "stainless.yml"
    generator.run("clientwright", "check", "--config", config, "--out", GENERATED)


def test_a_checkout_can_be_installed_for_editing(
    generator: Environment, tmp_path: Path
) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    home = tmp_path / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=tmp_path)
    target = [*pip, "--python", home / "bin" / "python", "install", "--quiet"]
    run(*target, "--no-deps", "--editable", ROOT, cwd=tmp_path)
    needed = next((generator.home / "lib").glob("python*/site-packages"))
    program = (
        f"import sys; sys.path.append({str(needed)!r})\n"
        "import clientwright.cli, clientwright.render as r, clientwright.version as v\n"
        "print(v.version(), r.template_folder())"
    )
    shown = run(home / "bin" / "python", "-c", program, cwd=tmp_path)
    assert shown.split() == [version_of(ROOT), str(ROOT / "templates")]


def test_the_generator_says_its_version(generator: Environment) -> None:
    expected = f"clientwright, version {version_of(ROOT)}\n"
    assert generator.run("clientwright", "--version") == expected
    assert generator.run("python", "-m", "clientwright", "--version") == expected


def test_the_generator_describes_itself(generator: Environment) -> None:
    with zipfile.ZipFile(generator.wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith("dist-info/METADATA"))
        described = email.message_from_bytes(archive.read(name))
    for field in ("Summary", "Author", "Keywords", "License-Expression", "Classifier"):
        assert described[field], field
    assert described["Description-Content-Type"] == "text/markdown"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert described.get_payload(decode=True) == readme.encode()


def test_uvx_runs_the_command_from_the_wheel(generator: Environment) -> None:
    command = ("--from", generator.wheel, "clientwright", "--version")
    shown = uv("tool", "run", *command, cwd=generator.folder)
    assert shown == f"clientwright, version {version_of(ROOT)}\n"


def test_the_generator_takes_one_top_level_name(generator: Environment) -> None:
    names = contents(generator.wheel)
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"clientwright", f"clientwright-{version_of(ROOT)}.dist-info"}
    assert any(name.startswith("clientwright/templates/") for name in names)
    assert any(name.startswith("clientwright/runtime/") for name in names)
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in names)


def test_the_wheel_of_the_generator_has_every_file_of_it(
    generator: Environment,
) -> None:
    names = {*contents(generator.wheel)}
    for folder, home in ((ROOT / "generator", ""), (ROOT / "templates", "templates/")):
        expected = {f"clientwright/{home}{name}" for name in files_in(folder)}
        assert expected - names == set()
    # git takes a folder without it for no repository, and an empty one is not packed
    assert "clientwright/git/no_repository/refs/.keep" in names


def test_the_installed_client_runs_the_programs_of_the_page(
    client: Environment, stub: Stub
) -> None:
    for program in (PAGE_PROGRAM, SHORT_PROGRAM):
        shown = client.run(
            "python",
            "-W",
            "error",
            "-c",
            program,
            CLOUDFLARE_API_TOKEN="token",
            CLOUDFLARE_BASE_URL=stub.url,
        )
        assert shown == "entry-01\n"
    assert len(stub.requests) == 2


def test_the_client_says_its_version(client: Environment) -> None:
    program = (
        "import cloudflare, importlib.metadata as m\n"
        "print(cloudflare.__version__, m.version('clientwright-cloudflare'))"
    )
    configuration = (ROOT / "spec" / "stainless.yml").read_text(encoding="utf-8")
    configured = re.search(r"x-version: [\"']?([\w.]+)", configuration)
    assert configured is not None
    assert client.run("python", "-c", program).split() == [configured[1]] * 2
    assert version_of(GENERATED) == configured[1]


def test_the_wheel_of_the_client_is_the_package_and_nothing_else(
    client: Environment,
) -> None:
    names = contents(client.wheel)
    package = [name for name in names if name.startswith("cloudflare/")]
    source = files_in(GENERATED / "src" / "cloudflare")
    assert sorted(package) == sorted(f"cloudflare/{name}" for name in source)
    assert "cloudflare/py.typed" in package
    rest = set(names) - set(package)
    assert all(".dist-info/" in name for name in rest)
    assert any(name.endswith("LICENSE") for name in rest)


def test_the_installed_client_needs_nothing_of_the_generator(
    client: Environment,
) -> None:
    program = (
        "import importlib.metadata as m\n"
        "print(*sorted(d.metadata['Name'].lower() for d in m.distributions()))"
    )
    installed = client.run("python", "-c", program).split()
    assert {"httpx2", "pydantic", "clientwright-cloudflare"} <= set(installed)
    assert not {"jinja2", "black", "click", "pyyaml", "clientwright"} & set(installed)
