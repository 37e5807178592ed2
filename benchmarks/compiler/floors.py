"""What is left of a run without a compiler: parsing the text, printing as many lines, writing the files.

python -m benchmarks.compiler.floors DESCRIPTION
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import jinja2
import yaml

from .descriptions import path_of
from .process import Figures, scratch, timed
from .tools import OURS, command, environment

_LINES = "{% for line in lines %}{{ line }}\n{% endfor %}"


def floors(name: str) -> Figures:
    """CPU seconds of each part, and their sum."""
    path = path_of(name)
    with scratch() as folder:
        out = Path(folder, "client")
        made = command(OURS, "generate", path, out)
        timed(made, environment(OURS), accepted=(0,))
        files = {
            found.relative_to(out): found.read_text("utf-8")
            for found in sorted(out.rglob("*"))
            if found.is_file()
        }
        parts = {
            "reading": _reading(path),
            "printing": _printing(files),
            "writing": _writing(files, Path(folder, "copy")),
        }
    return {"cpu": sum(parts.values()), **parts}


def _reading(path: Path) -> float:
    """JSON by the standard library, YAML by libyaml as far as its events."""
    text = path.read_text("utf-8")
    began = time.process_time()
    if path.suffix == ".json":
        json.loads(text)
    else:
        for _ in yaml.parse(text, Loader=yaml.CLoader):
            pass
    return time.process_time() - began


def _printing(files: dict[Path, str]) -> float:
    template = jinja2.Environment(autoescape=False).from_string(_LINES)
    lines = [text.splitlines() for text in files.values()]
    began = time.process_time()
    for found in lines:
        template.render(lines=found)
    return time.process_time() - began


def _writing(files: dict[Path, str], folder: Path) -> float:
    began = time.process_time()
    for path in {path.parent for path in files}:
        (folder / path).mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        (folder / path).write_bytes(text.encode())
    return time.process_time() - began


if __name__ == "__main__":
    print(json.dumps(floors(sys.argv[1])))
