"""The files that a run starts from, under names that are the same on every machine.

``description``, ``configuration`` and ``overlay:0`` are named on the command line;
``description:pets/cat.yaml`` is found from the folder that references may reach, and
``configuration:fixes.yaml`` from the folder of the configuration.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from ..inputs import Inputs
from ..output import hash_bytes, hash_values

CLIENT, DOCS = "client", "docs"
"""The kinds of output."""

REFERRED = "description:"
BESIDE = "configuration:"


class InputFile(Struct, frozen=True):
    """A file that a run reads: its name in records, its path as the run has it, its bytes."""

    name: str
    path: Path
    data: bytes

    @property
    def text(self) -> str:
        """What is parsed; raises UnicodeDecodeError for files that are not UTF-8."""
        return self.data.decode("utf-8-sig")


def input_files(inputs: Inputs, more: Iterable[str]) -> list[InputFile] | None:
    """The files that the command line names, and ``more`` by their names.

    None if one cannot be read, or not be relied upon to be the same another time: a document on the
    web or standard input, or a link on the way to a file that is referred to.
    """
    try:
        paths = [*_named(inputs), *((name, _path(name, inputs)) for name in more)]
        return [InputFile(name, path, _data(path)) for name, path in paths]
    except (OSError, ValueError):
        return None


def inputs_hash(target: str, inputs: Inputs, files: Iterable[InputFile]) -> str:
    """The SHA-256 of all that decides what a generator makes; ``target`` is the kind of output."""
    description = _file(inputs.description).resolve()
    name = description.relative_to(
        reachable(inputs)
    ).as_posix()  # others may refer to it
    return hash_values(
        {
            "target": target,
            "description": name,
            "hosts": sorted(inputs.hosts),
            "files": {
                file.name: [file.path.suffix.lower(), hash_bytes(file.data)]
                for file in files
            },
        }
    )


def reachable(inputs: Inputs) -> Path:
    """The folder that references may reach; raises ValueError if the description is not a file."""
    return (inputs.root or _file(inputs.description).resolve().parent).resolve()


def _named(inputs: Inputs) -> list[tuple[str, Path]]:
    named = [("description", _file(inputs.description))]
    if inputs.config is not None:
        named.append(("configuration", inputs.config))
    overlays = enumerate(map(_file, inputs.overlays))
    return [*named, *((f"overlay:{number}", path) for number, path in overlays)]


def _path(name: str, inputs: Inputs) -> Path:
    if name.startswith(REFERRED):
        path = reachable(inputs) / _relative(name.removeprefix(REFERRED))
        if os.path.realpath(path) != str(path):
            raise ValueError(f"{path} is somewhere else")
        return path
    if name.startswith(BESIDE) and inputs.config is not None:
        return inputs.config.parent / _relative(name.removeprefix(BESIDE))
    raise ValueError(f"{name} does not name a file")


def _relative(path: str) -> str:
    if Path(path).is_absolute():
        raise ValueError(f"{path} is not relative")
    return path


def _file(named: object) -> Path:
    if isinstance(named, Path):
        return named
    raise ValueError(f"{named} is not a file")


def _data(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):
        raise ValueError(f"{path} is not a file")
    return path.read_bytes()
