"""A project on the disk and the command that is run in it, as its users run it."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import pytest

ROOT = Path(__file__).resolve().parents[2]
FAULTS = Path(__file__).parent / "faults"
LONG_AGO = 1_600_000_000_123_456_789
PATIENCE = 30

State = dict[str, tuple[str, bytes, int]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run said and how it ended."""

    code: int
    out: str
    err: str


def ran(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Outcome:
    """What ``python -m generator`` does with these words, in this process."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8") for _ in range(2))
    code: object = 0
    with (
        chdir(folder),
        patch.dict(os.environ, environment, clear=True),
        patch.object(sys, "argv", ["generator", *words]),
        open(os.devnull) as nothing,
        patch.object(sys, "stdin", nothing),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            runpy.run_module("generator", run_name="__main__", alter_sys=True)
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int)
    shown = []
    for stream in (out, err):
        stream.flush()
        stream.seek(0)
        shown.append(stream.read())
    return Outcome(code, *shown)


class Project:
    """A folder with a description, a configuration and, once generated, a client."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.description = folder / "spec" / "openapi.yaml"
        self.config = folder / "spec" / "stainless.yml"
        self.output = folder / "generated"
        self.paused = folder / "paused"
        self._cache = cache

    def environment(self, **more: str) -> dict[str, str]:
        """What a run finds in its environment: nothing of this one's terminal or CI."""
        kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
        paths = [str(FAULTS), str(ROOT)] if "FAULT" in more else [str(ROOT)]
        own = {
            "PYTHONPATH": os.pathsep.join(paths),
            "XDG_CACHE_HOME": str(self._cache),
            "FAULT_PAUSED": str(self.paused),
        }
        return kept | own | more

    def run(self, *words: str, **environment: str) -> Outcome:
        """Run the command without a terminal; in this process if its environment is the usual one,
        as every other has to import everything again."""
        if not environment:
            return ran(words, self.folder, self.environment())
        return self.run_apart(*words, **environment)

    def run_apart(self, *words: str, **environment: str) -> Outcome:
        """Run the command without a terminal in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "generator", *words],
            cwd=self.folder,
            env=self.environment(**environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    @contextmanager
    def halted(self, *words: str, fault: str) -> Iterator[subprocess.Popen[bytes]]:
        """A run that stands still at the moment that ``fault`` names."""
        run = subprocess.Popen(
            [sys.executable, "-m", "generator", *words],
            cwd=self.folder,
            env=self.environment(FAULT=fault),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        with run:
            try:
                until = time.monotonic() + PATIENCE
                while not self.paused.exists():
                    assert run.poll() is None, run.communicate()
                    assert time.monotonic() < until
                    time.sleep(0.01)
                yield run
            finally:
                run.kill()
        self.paused.unlink()

    def interrupted(self, *words: str, fault: str) -> Outcome:
        """A run that gets a Ctrl-C at the moment that ``fault`` names."""
        with self.halted(*words, fault=fault) as run:
            run.send_signal(signal.SIGINT)
            out, err = run.communicate(timeout=PATIENCE)
        return Outcome(run.returncode, out.decode(), err.decode())

    def killed(self, *words: str, fault: str) -> None:
        """A run that dies at the moment that ``fault`` names, with no chance to clean up."""
        with self.halted(*words, fault=fault) as run:
            run.send_signal(signal.SIGKILL)
            run.communicate(timeout=PATIENCE)
        assert run.returncode == -signal.SIGKILL

    def in_description(self, old: str, new: str) -> None:
        """Replace every occurrence of a text in the description."""
        _replace(self.description, old, new)

    def in_config(self, old: str, new: str) -> None:
        """Replace every occurrence of a text in the configuration."""
        _replace(self.config, old, new)

    def change_everything(self) -> None:
        """Change the inputs so that files would be added, changed and deleted."""
        self.in_config("list_by_insight:", "list_of_insight:")
        self.in_description("A single change to an insight", "One change")

    def state(self) -> State:
        """Everything in the project folder but the inputs: kind, contents, time stamp."""
        seen: State = {}
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if not name.startswith("spec"):
                seen[name] = _look(path)
        return seen

    def files(self) -> dict[str, bytes]:
        """The files of the output and their contents."""
        return {n: seen[1] for n, seen in self.state().items() if seen[0] == "file"}


def _look(path: Path) -> tuple[str, bytes, int]:
    if path.is_symlink():
        return "link", os.readlink(path).encode(), 0
    if path.is_dir():
        return "folder", b"", 0
    return "file", path.read_bytes(), path.stat().st_mtime_ns


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text, f"{old!r} is not in {file.name}"
    file.write_text(text.replace(old, new))


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder of our own: the user's must not decide what is tested."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def finished(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose client was generated long ago."""
    folder = tmp_path_factory.mktemp("finished") / "project"
    shutil.copytree(ROOT / "spec", folder / "spec")
    project = Project(folder, cache)
    outcome = project.run("generate", "--strict")
    assert outcome.code == 0, outcome.err
    for path in project.output.rglob("*"):
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return folder


@pytest.fixture
def fresh(tmp_path: Path, cache: Path) -> Project:
    """A project whose client was never generated."""
    shutil.copytree(ROOT / "spec", tmp_path / "project" / "spec")
    return Project(tmp_path / "project", cache)


@pytest.fixture
def project(tmp_path: Path, cache: Path, finished: Path) -> Project:
    """A project whose client is what its description gives."""
    shutil.copytree(finished, tmp_path / "project", symlinks=True)
    return Project(tmp_path / "project", cache)


@pytest.fixture
def clean() -> Callable[[str], bool]:
    """Whether a text could be printed to any log: no escape sequence, nothing that moves."""
    return lambda text: re.search(r"[^\n\x20-\x7e\xa0-\uffff]", text) is None
