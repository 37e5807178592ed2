"""One run of a generator on one description.

    python -m benchmarks.compiler.compile TOOL ACTION STATE DESCRIPTION

The state says what there is before: ``nothing``, ``the same`` client, or that of a description with
``one field`` that differs.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from .descriptions import change_one_field, path_of
from .process import Figures, scratch, timed
from .tools import OURS, command, environment


def measured(tool: str, action: str, state: str, name: str) -> Figures:
    """What a run takes; ``beyond`` is its wall time without that of an empty interpreter."""
    path = path_of(name)
    with scratch() as folder:
        out = Path(folder, "client")
        if state == "one field":
            path = Path(shutil.copy(path, folder))
        first = "docs" if action.startswith("docs") else "generate"
        if state != "nothing":
            prepare = command(tool, first, path, out)
            timed(prepare, environment(tool), accepted=(0,))
        if state == "one field":
            change_one_field(path)
        run = command(tool, action, path, out)
        # Findings are the outcome of validating, not a failure.
        strict = action == "validate" or "--strict" in action
        figures = timed(run, environment(tool), accepted=(0, 1) if strict else (0,))
    bare = timed([sys.executable, "-c", ""], environment(OURS), accepted=(0,))
    return {**figures, "beyond": figures["wall"] - bare["wall"]}


if __name__ == "__main__":
    print(json.dumps(measured(*sys.argv[1:])))
