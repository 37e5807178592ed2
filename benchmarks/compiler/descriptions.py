"""The descriptions that clients are made from: public ones, that of this repository, and synthetic ones."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".venv-bench" / "descriptions"
VARIABLE = "CLIENTWRIGHT_MATERIAL"
"""The environment variable with the folder of the public descriptions."""

AUDIT_LOG = "the audit log"
PUBLIC = {
    "cloudflare-2023-08": "main/cloudflare-2023-08.yaml",
    "github": "main/github.json",
    "stripe": "main/stripe-2023-09.yaml",
    "qdrant": "main/qdrant.json",
    "openai": "main/openai.yaml",
    "petstore": "small/swagger-petstore-v30.yaml",
}
_REPAIRS = {"cloudflare-2023-08": """
components:
  requestBodies:
    requestBody: {content: {}}
  responses:
    '200': {description: Empty}
    4XX: {description: Empty}
"""}
"""Components that a description refers to and does not have."""


def is_available(name: str) -> bool:
    """Whether a description can be had: the public ones are not in this repository."""
    return name not in PUBLIC or _public(name).is_file()


def path_of(name: str) -> Path:
    """The file of a description; synthetic ones are named by their shape and their size."""
    if name == AUDIT_LOG:
        return ROOT / "spec" / "openapi.yaml"
    if name not in PUBLIC:
        return _synthetic(name)
    path = _public(name)
    if name not in _REPAIRS:
        return path
    repaired = _target(path.name)
    text = path.read_text("utf-8")
    repaired.write_text(text.replace("\ncomponents:\n", _REPAIRS[name], 1), "utf-8")
    return repaired


def change_one_field(path: Path) -> None:
    """Give one field of one schema of a description another type.

    Raises:
        ValueError: there is no field to change.
    """
    text = path.read_text("utf-8")
    schemas = _SCHEMAS.search(text)
    start = schemas.end() if schemas else len(text)
    changed, count = _INTEGER.subn(r"\1number", text[start:], count=1)
    if not count:
        raise ValueError(f"{path} has no field to change")
    path.write_text(text[:start] + changed, "utf-8")


_SCHEMAS = re.compile(
    r'"components": *\{.*?"schemas": *\{|^components:.*?^ *schemas:',
    re.MULTILINE | re.DOTALL,
)
_INTEGER = re.compile(r"""("?type"?: *"?)integer\b""")


def _public(name: str) -> Path:
    return Path(os.environ.get(VARIABLE, os.devnull)) / "corpus" / PUBLIC[name]


def _synthetic(name: str) -> Path:
    """Written by a process of its own: the memory of this one would count as that of its children."""
    shape, size = name.split()
    module = "synthetic" if shape == "operations" else "shapes"
    arguments = [size] if shape == "operations" else [shape, size]
    path = _target(f"{shape}-{size}.json")
    command = [
        sys.executable,
        "-m",
        f"benchmarks.compiler.{module}",
        *arguments,
        str(path),
    ]
    subprocess.run(command, check=True, cwd=ROOT)
    return path


def _target(name: str) -> Path:
    FOLDER.mkdir(parents=True, exist_ok=True)
    return FOLDER / name
