"""``watch``: what counts as a change, what follows from it, and what is served meanwhile."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.commands import command
from generator.watch import Site, Watched

from .conftest import PATIENCE, Project

assert main  # adds the commands
DESCRIPTION = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: "https://zoo.example"}]
paths:
  /animals:
    get:
      responses:
        "200":
          description: All
          content: {application/json: {schema: {$ref: animal.yaml}}}
"""
COMMAND = "watch openapi.yaml --out client --mock 0 --docs 0"
NAME, AGE = (
    f"{{type: object, properties: {{{name}: {{type: string}}}}}}\n"
    for name in ("name", "age")
)


class Watching:
    """A command that watches a folder, and what it says."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.said = ""
        self._run = subprocess.Popen(
            [sys.executable, "-u", "-m", "generator", *COMMAND.split()],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._patience = threading.Timer(2 * PATIENCE, self._run.kill)
        self._patience.start()

    def settled(self) -> str:
        """What it says until it waits for a change."""
        assert self._run.stdout is not None
        said = ""
        for line in self._run.stdout:
            said += line
            if line.startswith("watching "):
                self.said += said
                return said
        raise AssertionError(f"it ended: {self.said}{said}")

    def save(self, name: str, text: str) -> None:
        """Write a file as many editors do: the old one is there until the new one is complete."""
        (self.folder / "new").write_text(text)
        (self.folder / "new").replace(self.folder / name)

    def fetched(self, of: str, path: str) -> str:
        """The body of a GET request to one of its servers."""
        line = next(line for line in self.said.splitlines() if line.endswith(of))
        with urllib.request.urlopen(line.split()[0] + path, timeout=PATIENCE) as got:
            return str(got.read().decode())

    def interrupted(self) -> tuple[int, str]:
        """How it ends when Ctrl-C is pressed, and its last words."""
        self._run.send_signal(signal.SIGINT)
        rest, _ = self._run.communicate(timeout=PATIENCE)
        return self._run.returncode, rest.splitlines()[-1]

    def close(self) -> None:
        self._patience.cancel()
        self._run.kill()
        self._run.communicate()


@pytest.fixture
def watching(tmp_path: Path, cache: Path) -> Iterator[Watching]:
    (tmp_path / "openapi.yaml").write_text(DESCRIPTION)
    (tmp_path / "animal.yaml").write_text(NAME)
    run = Watching(tmp_path, Project(tmp_path, cache).environment())
    try:
        yield run
    finally:
        run.close()


def test_a_change_is_generated_and_served_and_a_mistake_changes_nothing(
    watching: Watching,
) -> None:
    said = watching.settled()
    assert "client: wrote " in said
    assert "watching 2 inputs;" in said
    assert watching.fetched("serves the API", "/animals") == '{"name": "name"}'
    assert "Zoo" in watching.fetched("serves the documentation", "/")

    watching.save("animal.yaml", AGE)
    said = watching.settled()
    assert "animal.yaml changed" in said
    assert "client: wrote " in said
    assert watching.fetched("serves the API", "/animals") == '{"age": "age"}'

    before = {p: p.read_bytes() for p in watching.folder.glob("client/**/*.py")}
    watching.save("openapi.yaml", "openapi: [\n")
    said = watching.settled()
    assert "error[I005]" in said
    assert "client stays as it is" in said
    assert "watching 2 inputs;" in said
    assert watching.fetched("serves the API", "/animals") == '{"age": "age"}'
    assert {p: p.read_bytes() for p in watching.folder.glob("client/**/*.py")} == before

    watching.save("openapi.yaml", DESCRIPTION)
    assert " files unchanged; " in watching.settled()
    assert watching.interrupted() == (0, "stopped")


def test_a_logo_that_is_missing_is_waited_for(watching: Watching) -> None:
    watching.settled()
    (watching.folder / "art").mkdir()
    configuration = {
        "organization": {"name": "zoo"},
        "resources": {"animals": {"methods": {"list": "get /animals"}}},
        "x-docs": {"logo": "art/logo.svg"},
    }
    watching.save("stainless.yml", json.dumps(configuration))
    said = watching.settled()
    assert "logo art/logo.svg does not exist" in said
    assert "client: wrote " in said
    assert "the mock and the documentation stay as they are" in said
    assert "client stays as it is" not in said
    assert watching.fetched("serves the API", "/animals") == '{"name": "name"}'

    watching.save("art/logo.svg", "<svg/>")
    assert "logo.svg changed" in watching.settled()
    assert watching.fetched("serves the documentation", "/assets/logo.svg") == "<svg/>"


@pytest.mark.parametrize(
    "words", [["-"], ["-", "--config", "a.yml"], ["https://a.example/openapi.json"]]
)
def test_what_is_not_a_file_cannot_be_watched(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = CliRunner().invoke(command, ["watch", *words])
    assert outcome.exit_code == 2
    assert "there is no file to watch" in outcome.output


@pytest.fixture
def files(tmp_path: Path) -> Watched:
    """A description with a part in another folder, and a client beside it."""
    for name in ("api/openapi.yaml", "api/parts/pet.yaml", "api/client/src/a/lib/x.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1")
    inputs = [tmp_path / "api/openapi.yaml", tmp_path / "api/parts/pet.yaml"]
    return Watched.of(inputs, tmp_path / "api/client")


def _rename_over(api: Path) -> None:
    (api / "swap").write_text("2")
    (api / "swap").replace(api / "openapi.yaml")


CHANGES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "written": ("openapi.yaml", lambda api: (api / "openapi.yaml").write_text("22")),
    "renamed over": ("openapi.yaml", _rename_over),
    "deleted": ("parts/pet.yaml", lambda api: (api / "parts/pet.yaml").unlink()),
    "a file beside": ("new.yml", lambda api: (api / "new.yml").write_text("")),
    "lib": ("client/src/a/lib/x.py", lambda a: _write(a / "client/src/a/lib/x.py")),
}


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("other")


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_an_input_ends_the_wait(change: str, files: Watched) -> None:
    name, make = CHANGES[change]
    api, before = files.out.parent, files.stamps()
    make(api)
    assert files.changed(before) == [api / name]


@pytest.mark.parametrize(
    "name",
    ["client/src/a/b.py", "client/.manifest.json", "client/openapi.yaml", "x.py"],
)
def test_output_and_other_files_are_no_change(name: str, files: Watched) -> None:
    before = files.stamps()
    _write(files.out.parent / name)
    assert files.stamps() == before


def test_a_change_during_the_work_is_not_lost(files: Watched) -> None:
    api = files.out.parent
    description, part = sorted(files.inputs)
    first = Watched.of([description], files.out)
    seen = first.stamps()
    started = part.stat().st_mtime_ns + 1
    based_on = files.continued(seen, started)
    assert based_on == files.stamps()
    description.write_text("22")
    assert files.changed(files.continued(seen, started)) == [description]
    os.utime(part, ns=(started, started))
    assert files.changed(files.continued(seen, started)) == [description, part]
    (api / "client/src/a/lib/x.py").unlink()
    assert api / "client/src/a/lib/x.py" in files.changed(files.stamps() | based_on)


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site({"index.html": b"<body>one</body>", "a/b.css": b"x"}, "127.0.0.1", 0)
    thread = threading.Thread(target=served.run)
    thread.start()
    yield served
    served.close()
    thread.join()


def test_open_pages_reload_when_the_documentation_is_replaced(site: Site) -> None:
    with urllib.request.urlopen(f"{site.url}/") as page:
        shown = page.read().decode()
    assert shown.startswith("<body>one<script>")
    source = shown.split('EventSource("')[1].partition('"')[0]
    with urllib.request.urlopen(f"{site.url}{source}", timeout=PATIENCE) as changes:
        site.show({"index.html": b"<body>two</body>"})
        assert changes.readline() == b"data: changed\n"
    with urllib.request.urlopen(f"{site.url}{source}", timeout=PATIENCE) as changes:
        assert changes.readline() == b"data: changed\n", "it changed before"
    with urllib.request.urlopen(f"{site.url}/index.html?x=1") as page:
        assert b"two<script>" in page.read()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:80", 200),
        ("[::1]", 200),
        ("evil.example:80", 421),
        ("localhost.x", 421),
    ],
)
def test_a_foreign_name_does_not_lead_to_the_site(
    host: str, status: int, site: Site
) -> None:
    connection = http.client.HTTPConnection(site.url.removeprefix("http://"))
    connection.request("GET", "/", headers={"Host": host})
    assert connection.getresponse().status == status
    connection.close()


def test_a_number_that_no_page_has_is_not_waited_for(site: Site) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{site.url}/.changes?{'1' * 5000}", timeout=PATIENCE)


@pytest.mark.parametrize("path", ["/../setup.py", "/%2e%2e/a", "/a", "/none"])
def test_nothing_but_the_tree_is_served(path: str, site: Site) -> None:
    with urllib.request.urlopen(f"{site.url}/a/b.css") as style:
        assert style.headers["Content-Type"] == "text/css; charset=utf-8"
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{site.url}{path}")
