"""One damaged description: what the generator makes of it, and what must hold for that.

A description is refused with a finding that says why, or it becomes Python that compiles; nothing
else, and within a bounded time.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import yaml

import generator
from generator.config import load_config
from generator.diagnostics import Report, render_json, render_report, render_sarif
from generator.infer import inferred
from generator.infer import written as written_out
from generator.lower import lower
from generator.naming import assign
from generator.openapi import (
    Description,
    describe,
    load_description,
    validate,
)
from generator.output import FileTree, check_data_files
from generator.output.syntax import check_python
from generator.source import load_text
from generator.surface import bind, recorded
from generator.targets import docs, python
from tests.fuzz.mutations import mutate, written
from tests.security import every_slot

PACKAGE = "fuzzed"
WHOLE_FILE = frozenset(
    "I001 I002 I003 I004 I005 I006 I007 I008 I009 I011 S004 S005".split()
)
"""Findings after which there is no description at all."""

CPU_SECONDS = 30
GOLDEN = Path(__file__).parents[1] / "golden"
HERE = Path(__file__).parent
IMPORT = HERE / "import_clients.py"
RUNTIME = Path(generator.__file__).parent / "runtime"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case: its files by path (none if it was refused), or what went wrong."""

    seed: int
    files: Mapping[str, str]
    fault: str | None


class Endless(Exception):
    """A case took more of the processor's time than any description may."""


def own_base() -> Any:
    """The description that exists to be damaged."""
    return yaml.safe_load((HERE / "seed.yaml").read_text("utf-8"))


def bases() -> list[Any]:
    """All descriptions that are damaged, those with the most in them more often."""
    golden = sorted(GOLDEN.glob("*/openapi.yaml"))
    loaded = [yaml.safe_load(path.read_text("utf-8")) for path in golden]
    return [*([every_slot.description(), own_base()] * 8), *loaded]


def attempt(seed: int, found: list[Any], folder: Path) -> Outcome:
    """The outcome of the case that a seed stands for; its inputs stay in ``folder``."""
    random = Random(seed)
    name, data = written(random, mutate(random, random.choice(found)))
    path = folder / name
    path.write_bytes(data)
    report = Report()
    try:
        with _time_limit(CPU_SECONDS):
            is_inferred = seed % 2 == 1
            files = _made(
                path, report, thorough=seed % 40 == 0, is_inferred=is_inferred
            )
            for show in (render_report, render_json):
                show(report)
            render_sarif(report, version="0")
    except Exception:
        return Outcome(seed, {}, traceback.format_exc())
    errors = [d for d in report.diagnostics if d.severity.value == "error"]
    if bad := [d for d in report.diagnostics if not d.help or not d.place.file]:
        return Outcome(seed, {}, f"no place or remedy: {bad[0]}")
    if files is None and not errors:
        return Outcome(seed, {}, "nothing was made, and no finding says why")
    if errors and not {d.code for d in errors} <= WHOLE_FILE:
        why = ", ".join(sorted({f"{d.code}: {d.message}" for d in errors}))
        return Outcome(seed, {}, f"refused as a whole by {why}")
    return Outcome(seed, files or {}, None)


def _made(
    path: Path, report: Report, *, thorough: bool, is_inferred: bool
) -> dict[str, str] | None:
    """The files of the client and its documentation; None where there is no description."""
    described = describe(path, report)
    if described is None:
        return None
    if thorough:
        _validate(path)
    config = path.with_name("stainless.json")
    stated = configuration(described.description)
    if is_inferred:
        stated["resources"] = _inferred(described.description, report)
    config.write_text(json.dumps(stated))
    settings = load_config(config, report)
    if settings is None:
        return None
    api = lower(described.description, settings, report)
    names = assign(api, report)
    sdk = bind(api, names)
    recorded(sdk)
    made, left_out = len(sdk.every_method()), sum(api.left_out.values())
    assert made + left_out == api.described, f"{made} + {left_out} of {api.described}"
    files = {**python.texts(sdk), **docs.texts(sdk)}
    check_data_files(files)
    FileTree({name: text.encode() for name, text in files.items()})
    for name, text in files.items():
        if name.endswith(".py"):
            check_python(text, name)
    return files


def _inferred(description: Description, report: Report) -> Any:
    """The resources that are inferred, which are read as they are written."""
    found = inferred(description, report)
    text = written_out(found)
    document = load_text("inferred", text, report, what="configuration")
    assert document is not None
    assert document.value == found
    return found["resources"]


def _validate(path: Path) -> None:
    report = Report(strict=True)
    documents = load_description(path, report)
    if documents is not None:
        validate(documents, report)


def import_faults(clients: Mapping[int, Mapping[str, str]], folder: Path) -> list[str]:
    """What happens when every module of clients is imported: a line for each that fails."""
    homes = [folder / str(seed) for seed in clients]
    for home, files in zip(homes, clients.values(), strict=True):
        for name, text in files.items():
            if name.startswith("src/"):
                path = home / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        (home / "src" / PACKAGE / "_core").symlink_to(RUNTIME)
    done = subprocess.run(
        [sys.executable, "-B", "-W", "error", IMPORT, PACKAGE, *homes],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    return lines if done.returncode == 0 else [*lines, done.stderr]


def configuration(description: Description) -> dict[str, Any]:
    """A method of every operation, a model of every component, an option for every scheme."""
    operations = [str(operation) for operation in description.operations.values()]
    schemes = list(description.security_schemes)
    return {
        "organization": {"name": PACKAGE},
        "targets": {"python": {"package_name": PACKAGE}},
        "settings": {"license": "MIT"},
        "environments": {"production": "https://fuzzed.example"},
        "client_settings": {
            "opts": {
                f"option_{number}": {
                    "type": "string",
                    "nullable": True,
                    "auth": {"security_scheme": name},
                }
                for number, name in enumerate(schemes)
            }
        },
        "resources": {
            "$shared": {"models": {name: name for name in description.schema_names}},
            "calls": {
                "methods": {f"call_{n}": call for n, call in enumerate(operations)}
            },
        },
    }


@contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """Raises ``Endless`` after a time of the processor, however busy the machine is."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise Endless(f"more than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
