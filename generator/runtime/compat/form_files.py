"""Files inside arguments: found, copied and read as the older httpx takes them (``_files``)."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeGuard, TypeVar, cast

from ..wire.multipart import FileContent, FileTypes
from ..wire.query import ArrayFormat
from ..wire.sentinels import NotGiven, Omit

T = TypeVar("T")
ARRAY = "<array>"
"""The part of a path that stands for every item of a list."""


def is_base64_file_input(value: object) -> TypeGuard[io.IOBase | os.PathLike[str]]:
    """Whether a value is a file that is sent in base64."""
    return isinstance(value, (io.IOBase, os.PathLike))


def is_file_content(value: object) -> TypeGuard[FileContent]:
    """Whether a value is a file without a name: bytes, a handle or a path; a tuple counts too."""
    return isinstance(value, (bytes, tuple, io.IOBase, os.PathLike))


def assert_is_file_content(value: object, *, key: str | None = None) -> None:
    """Refuse what is no file.

    Raises:
        RuntimeError: the value is none; ``key`` says where it stands.
    """
    if not is_file_content(value):
        place = (
            f"Expected entry at `{key}`" if key is not None else "Expected file input"
        )
        raise RuntimeError(
            f"{place} to be bytes, an io.IOBase instance, PathLike or a tuple "
            f"but received {type(value)} instead."
        )


def extract_files(
    query: Mapping[str, object],
    *,
    paths: Sequence[Sequence[str]],
    array_format: ArrayFormat = "brackets",
) -> list[tuple[str, FileTypes]]:
    """Take the files at some paths out of arguments, which are changed; each with its form name."""
    found: list[tuple[str, FileTypes]] = []
    for path in paths:
        if path:
            _take(query, list(path), "", array_format, found)
    return found


def _take(
    holder: object,
    path: list[str],
    name: str,
    arrays: ArrayFormat,
    found: list[tuple[str, FileTypes]],
) -> None:
    """Append the files below one value to those that were found."""
    key, *rest = path
    if key == ARRAY:
        if isinstance(holder, list):
            items = cast("list[object]", holder)
            for index, item in enumerate(items):
                _take_entry(item, rest, _item_name(name, index, arrays), arrays, found)
        return
    if not isinstance(holder, dict):
        return
    entries = cast("dict[str, object]", holder)
    if key not in entries or isinstance(entries[key], (NotGiven, Omit)):
        return
    inner = f"{name}[{key}]" if name else key
    is_leaf = not rest or (rest == [ARRAY] and isinstance(entries[key], list))
    value = entries.pop(key) if is_leaf else entries[key]
    _take_entry(value, rest, inner, arrays, found)


def _take_entry(
    value: object,
    rest: list[str],
    name: str,
    arrays: ArrayFormat,
    found: list[tuple[str, FileTypes]],
) -> None:
    if rest:
        _take(value, rest, name, arrays, found)
    elif value is not None:
        assert_is_file_content(value, key=name)
        found.append((name, cast("FileTypes", value)))


def _item_name(name: str, index: int, arrays: ArrayFormat) -> str:
    return name + {"brackets": "[]", "indices": f"[{index}]"}.get(arrays, "")


def deepcopy_with_paths(value: T, paths: Sequence[Sequence[str]]) -> T:
    """A copy of what ``extract_files`` changes: the dicts and lists on the paths, and no others."""
    return cast("T", _copied(value, [list(path) for path in paths]))


def _copied(value: object, paths: list[list[str]]) -> object:
    if not paths:
        return value
    if isinstance(value, dict):
        entries = cast("dict[str, object]", value)
        return {key: _copied(v, _below(paths, key)) for key, v in entries.items()}
    if isinstance(value, list):
        inner = _below(paths, ARRAY)
        return [_copied(item, inner) for item in cast("list[object]", value)]
    return value


def _below(paths: list[list[str]], key: str) -> list[list[str]]:
    """What remains of the paths that lead through a key."""
    return [rest for first, *rest in filter(None, paths) if first == key]


def deepcopy_minimal(value: T) -> T:
    """A copy of the mappings and lists in a value; everything else is shared."""
    if isinstance(value, Mapping):
        entries = cast("Mapping[object, object]", value)
        return cast("T", {k: deepcopy_minimal(v) for k, v in entries.items()})
    if isinstance(value, list):
        return cast("T", [deepcopy_minimal(v) for v in cast("list[object]", value)])
    return value


def to_httpx_files(files: Any) -> Any:
    """Files as httpx takes them: paths are read, and bring their names; None stays None.

    Raises:
        TypeError: something is no file.
        OSError: a file cannot be read.
    """
    return _each(files, _read_file)


async def async_to_httpx_files(files: Any) -> Any:
    """The same; files are read in a thread."""
    from functools import partial

    from anyio.to_thread import run_sync

    return await run_sync(partial(to_httpx_files, files))


def _each(files: Any, read: Callable[[Any], Any]) -> Any:
    if files is None:
        return None
    if isinstance(files, Mapping):
        named = cast("Mapping[str, object]", files)
        return {name: read(file) for name, file in named.items()}
    if not isinstance(files, Sequence) or isinstance(files, (str, bytes)):
        raise TypeError(
            f"Unexpected file type input {type(files)}, expected mapping or sequence"
        )
    pairs = cast("Sequence[tuple[str, object]]", files)
    return [(name, read(file)) for name, file in pairs]


def _read_file(file: object) -> Any:
    if isinstance(file, tuple):
        name, content, *others = cast("tuple[object, ...]", file)
        return (name, _read(content), *others)
    if not is_file_content(file):
        raise TypeError(
            "Expected file types input to be a FileContent type or to be a tuple"
        )
    if isinstance(file, os.PathLike):
        path = Path(os.fspath(file))
        return (path.name, path.read_bytes())
    return file


def _read(content: object) -> Any:
    if not isinstance(content, os.PathLike):
        return content
    return Path(os.fspath(cast("os.PathLike[str]", content))).read_bytes()
