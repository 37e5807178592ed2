"""The generators that are compared: how each is installed, and how it is called."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".venv-bench"
OURS = "clientwright"
MODELS_ONLY = "datamodel-code-generator"
JAVA = "openapi-generator"


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator of others: its environment, its packages, and its command.

    ``needs`` is a program that is not in its packages.
    """

    folder: str
    packages: tuple[str, ...]
    needs: str = ""


PEERS = {
    "openapi-python-client": Peer("opc", ("openapi-python-client==0.29.1",)),
    JAVA: Peer("og", ("openapi-generator-cli==7.26.0",), needs="java"),
    MODELS_ONLY: Peer("dcg", ("datamodel-code-generator[ruff]==0.89.0",)),
}


def command(tool: str, action: str, description: Path, out: Path) -> list[str]:
    """The command line of a generator; the actions other than ``generate`` are ours."""
    source = str(description)
    match tool:
        case "openapi-python-client":
            # Without this setting, values that differ in case only end the run.
            settings = out.parent / "settings.yml"
            settings.write_text("literal_enums: true\n", "utf-8")
            options = ["--path", source, "--output-path", str(out), "--meta", "none"]
            program = str(_program(tool, tool))
            return [program, "generate", *options, "--config", str(settings)]
        case "openapi-generator":
            program = str(_program(tool, "openapi-generator-cli"))
            options = ["-g", "python", "-i", source, "-o", str(out)]
            return [program, "generate", "--skip-validate-spec", *options]
        case "datamodel-code-generator":
            program = str(_program(tool, "datamodel-codegen"))
            options = ["--input", source, "--input-file-type", "openapi"]
            formatters = ["--formatters", "ruff-check", "ruff-format"]
            kind = ["--output-model-type", "pydantic_v2.BaseModel"]
            # It makes a package if names have dots, and wants the name of a folder then.
            is_package = _DOTTED.search(description.read_text("utf-8")) is not None
            target = ["--output", str(out) if is_package else f"{out}.py"]
            return [program, *options, *kind, *formatters, *target]
        case _:
            return _ours(action, source, out)


def environment(tool: str) -> dict[str, str]:
    """The variables of a generator's process; its environment comes first in its PATH, as some call
    a formatter that they bring. Python may keep what it compiled."""
    found = {k: v for k, v in os.environ.items() if k not in _UNWANTED}
    if tool in PEERS:
        folder = FOLDER / PEERS[tool].folder / "bin"
        found["PATH"] = f"{folder}{os.pathsep}{found.get('PATH', '')}"
    if tool == JAVA:
        found["JAVA_OPTS"] = "-DmaxYamlCodePoints=99999999"
    return found


_DOTTED = re.compile(r"#/components/schemas/[\w-]*\.")
_UNWANTED = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHASHSEED")


def _ours(action: str, source: str, out: Path) -> list[str]:
    command = [sys.executable, "-m", "generator", action.split()[0]]
    options = action.split()[1:]
    target = [] if action == "validate" else ["--out", str(out)]
    return [*command, source, *target, "--quiet", *options]


def _program(tool: str, name: str) -> Path:
    return FOLDER / PEERS[tool].folder / "bin" / name
