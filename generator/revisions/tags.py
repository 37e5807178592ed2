"""The tags of a repository that name what came before."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Place, Report
from .read import run_git


def tags_before(folder: Path, report: Report) -> tuple[str, ...] | None:
    """The tags of the commits that the one which is checked out in a folder builds on, and its own;
    None after reporting why they are not known."""
    shallow = run_git(folder, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        report.error(
            "R002",
            Place(folder.as_posix()),
            "the last release is not known: this folder is in no git repository, or git is not installed",
            help="run the command in a clone of the repository",
        )
        return None
    if run_git(folder, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        return ()
    listed = run_git(
        folder, "tag", "--list", "--merged", "HEAD", "--format=%(refname:strip=2)"
    )
    names = (listed or b"").decode("utf-8", "replace").split()
    if not names and shallow.strip() == b"true":
        report.error(
            "R002",
            Place(folder.as_posix()),
            "the last release is not known: this clone is shallow and has no tag",
            help="fetch its history: 'git fetch --unshallow --tags'",
        )
        return None
    return tuple(names)
