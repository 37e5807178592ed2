"""The merge of three versions of some files, by git: renames are followed, conflicts marked.

Part of the output phase; touches nothing but a temporary folder, and does not know where the
versions come from.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from ...git import Git, private_git

CUSTOM, GENERATED = "custom", "generated"
"""What conflict markers call the two sides."""
_BASE = "pristine"
_OLDEST = (2, 38)
"""The first version that merges without a working tree."""
_EXECUTABLE, _PLAIN = "100755", "100644"
_NAMES = {
    "CONFLICT (contents)": "both sides changed the same lines",
    "CONFLICT (binary)": "both sides changed a file that is not text",
    "CONFLICT (add/add)": "both sides added the file",
}


class Version(Struct, frozen=True):
    """The content of a file, and whether it may be executed."""

    data: bytes
    executable: bool = False


class Conflict(Struct, frozen=True):
    """A file that git could not merge: why, and its versions by the number of their stage.

    Stage 1 is the pristine one, 2 the edited one, 3 the one that is generated.
    """

    path: str
    reason: str
    stages: Mapping[int, Version]


class Merged(Struct, frozen=True):
    """The files after a merge, those in conflict with markers, and the former names of others."""

    files: Mapping[str, Version]
    conflicts: tuple[Conflict, ...]
    renamed: Mapping[str, str]


Versions = Mapping[str, Version]


def merge_three_ways(base: Versions, custom: Versions, generated: Versions) -> Merged:
    """Merge files by path; raises GitFailed.

    A custom file whose lines all end in CRLF, which they did not before, keeps that.
    """
    converted = {path for path in custom if _is_converted(path, base, custom)}
    custom = {
        path: _with_line_ends(version, b"\r\n", b"\n") if path in converted else version
        for path, version in custom.items()
    }
    edited = {path for path in base if base[path] != custom.get(path)}
    with tempfile.TemporaryDirectory(prefix="clientwright-") as folder:
        git = private_git(Path(folder), oldest=_OLDEST)
        git.run("fast-import", "--quiet", given=_history(base, custom, generated))
        found = git.run(
            *("-c", "merge.renames=true", "-c", "merge.directoryRenames=false"),
            *("-c", "merge.renameLimit=0", "-c", "merge.conflictStyle=merge"),
            *("merge-tree", "--write-tree", "-z", CUSTOM, GENERATED),
            accept=(0, 1),
        )
        merged, conflicts = _read_result(git, found.split(b"\0"))
        gone = [path for path in edited if path not in merged]
        new = merged.keys() - base.keys()
        moved = [path for path in new if merged[path] != generated.get(path)]
        renamed = _renames(git, gone, moved)
    files = {
        path: (
            _with_line_ends(version, b"\n", b"\r\n")
            if renamed.get(path, path) in converted
            else version
        )
        for path, version in merged.items()
    }
    return Merged(files, conflicts, renamed)


def _history(base: Versions, custom: Versions, generated: Versions) -> bytes:
    """Three commits for ``git fast-import``, of which the first is the parent of both others."""
    return b"".join(
        (
            *_commit(_BASE, base, parent=""),
            *_commit(CUSTOM, custom, parent=_BASE),
            *_commit(GENERATED, generated, parent=_BASE),
        )
    )


def _commit(branch: str, files: Versions, *, parent: str) -> Sequence[bytes]:
    start = f"commit refs/heads/{branch}\ncommitter generator <> 0 +0000\ndata 0\n"
    start += f"from refs/heads/{parent}\ndeleteall\n" if parent else ""
    parts = [start.encode("ascii")]
    for path, version in files.items():
        mode = _EXECUTABLE if version.executable else _PLAIN
        size = len(version.data)
        parts += [f"M {mode} inline {path}\ndata {size}\n".encode(), version.data]
        parts.append(b"\n")
    return parts


def _read_result(
    git: Git, fields: list[bytes]
) -> tuple[dict[str, Version], tuple[Conflict, ...]]:
    """What ``git merge-tree -z`` printed: the tree, a stage a field, an empty field, messages."""
    tree, fields = git.tree(fields[0].decode("ascii")), fields[1:]
    end = fields.index(b"") if b"" in fields else len(fields)
    staged = [_entry(field) for field in fields[:end]]
    hashes = [blob.hash for blob in tree.values()]
    data = git.contents([*hashes, *(blob for _, blob, _, _ in staged)])
    stages: dict[str, dict[int, Version]] = {}
    for mode, blob, stage, path in staged:
        version = Version(data[blob], mode == _EXECUTABLE)
        stages.setdefault(path, {})[stage] = version
    reasons = _reasons(fields[end + 1 :])
    files = {
        path.decode(): Version(data[blob.hash], blob.mode == _EXECUTABLE)
        for path, blob in tree.items()
    }
    conflicts = [
        Conflict(path, _reason(reasons.get(path, ""), stages[path]), stages[path])
        for path in sorted(stages)
    ]
    return files, tuple(conflicts)


def _entry(field: bytes) -> tuple[str, str, int, str]:
    """Mode, id, stage and path of a line such as ``100644 ID STAGE<tab>PATH``."""
    head, _, path = field.partition(b"\t")
    words = head.decode("ascii").split(" ")
    return words[0], words[1], int(words[2]), path.decode()


def _reason(kind: str, stages: Mapping[int, Version]) -> str:
    if 3 not in stages:
        return "the edited file is not generated any more"
    if 2 not in stages:
        return "the file was deleted by hand, and is generated differently"
    return _NAMES.get(kind, kind)


def _reasons(fields: Sequence[bytes]) -> dict[str, str]:
    """What git calls the conflicts of files, from messages such as ``1 PATH TYPE TEXT``, a field a
    word."""
    reasons: dict[str, str] = {}
    rest = list(fields)
    while len(rest) > 3:
        count = int(rest[0])
        paths, kind = rest[1 : count + 1], rest[count + 1].decode("utf-8", "replace")
        if kind.startswith("CONFLICT"):
            for path in paths:
                reasons.setdefault(path.decode(), kind)
        rest = rest[count + 3 :]
    return reasons


def _renames(git: Git, old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """The former names of files that edits moved to, by the new name. Only edited files are looked for,
    as a merge does: all of a large output would take minutes, and be too long for a command line.
    """
    if not old or not new:
        return {}
    words = ("diff-tree", "-r", "-z", "-M", "-l0", "--diff-filter=R", "--name-status")
    paths = sorted((*old, *new))
    fields = git.run(*words, _BASE, GENERATED, "--", *paths).split(b"\0")
    return {
        new.decode(): old.decode()
        for old, new in zip(fields[1::3], fields[2::3], strict=False)
    }


def _is_converted(path: str, base: Versions, custom: Versions) -> bool:
    if path not in base or b"\r\n" in base[path].data:
        return False
    data = custom[path].data
    lines = data.count(b"\n")
    return 0 < lines == data.count(b"\r\n") and b"\0" not in data


def _with_line_ends(version: Version, old: bytes, new: bytes) -> Version:
    return Version(version.data.replace(old, new), version.executable)
