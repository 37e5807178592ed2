"""How far a repository is trusted: which settings, programs and variables git has in it."""

from __future__ import annotations

import os
from pathlib import Path

from .program import Git

_EMPTY = Path(__file__).with_name("no_repository")
"""A bare repository without objects; git takes a folder without ``refs`` for none."""
_OPTIONS = (
    *("--no-pager", "--literal-pathspecs"),
    *("-c", "core.fsmonitor="),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", f"core.attributesFile={os.devnull}"),
    *("-c", "core.quotePath=false"),
)
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",  # a missing object is reported, never fetched,
    "GIT_ALLOW_PROTOCOL": "none",  # nor by an older git, which knows only this
    "LC_ALL": "C",
}
_SET_BY_HOOKS = frozenset(("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE"))
"""What git sets for the programs that it starts; the repository is that of the folder."""


def git_of_user(folder: Path) -> Git:
    """Git for reading the repository that a folder is in, or is, as its user does: with the settings of
    both, and replaced objects."""
    others = {n: text for n, text in os.environ.items() if n not in _SET_BY_HOOKS}
    return Git(folder, _OPTIONS, {**others, **_QUIET})


def git_around(folder: Path) -> Git:
    """Git for changing the index of the repository that a folder is in. No variable says which
    repository that is, and a folder that looks like a bare one, as an output may, is not taken for it.
    """
    options = (*_OPTIONS, "-c", "safe.bareRepository=explicit")
    return Git(folder, options, {**_others(), **_QUIET})


def private_git(folder: Path, oldest: tuple[int, int]) -> Git:
    """Git with a new repository in an empty folder; raises GitFailed."""
    git = Git(folder, _OPTIONS, _closed(folder / "repository"), oldest)
    git.run("init", "--quiet", "--bare", "--template=", "--initial-branch=none")
    return git


def git_of_objects(objects: Path, shallow: Path | None) -> Git:
    """Git for the objects of a repository that nothing trusts. It runs on an empty one of ours, so no
    key, hook, filter, attribute, alias, replacement, remote or reference of the other has an effect;
    ``shallow`` is the file that says where its history is cut off."""
    environment = {**_closed(_EMPTY), "GIT_OBJECT_DIRECTORY": str(objects)}
    if shallow is not None:
        environment["GIT_SHALLOW_FILE"] = str(shallow)
    return Git(_EMPTY, _OPTIONS, environment)


def _closed(repository: Path) -> dict[str, str]:
    """The environment for a repository of our own: nothing is read of the settings of the user and the
    system."""
    nothing = str(repository / "none")
    return {
        **_others(),
        **_QUIET,
        "GIT_DIR": str(repository),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "HOME": nothing,
        "XDG_CONFIG_HOME": nothing,
    }


def _others() -> dict[str, str]:
    """The environment without what tells git which repository and settings to use."""
    return {n: text for n, text in os.environ.items() if not n.startswith("GIT_")}
