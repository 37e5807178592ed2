"""Git, started so that what it runs and reads is decided here, by how far a repository is trusted.

Knows neither what its callers ask for, nor what is in the files. It never asks a person, fetches
nothing, and starts no hook or monitor.
"""

from .program import Blob, Git, GitFailed, NoGit
from .trust import git_around, git_of_objects, git_of_user, private_git

__all__ = [
    "Blob",
    "Git",
    "GitFailed",
    "NoGit",
    "git_around",
    "git_of_objects",
    "git_of_user",
    "private_git",
]
