"""Files of a git revision, read without a checkout.

Knows neither packages nor descriptions. Git reads its objects; nothing of the repository is run,
and names never become options of git.
"""

from .read import Revision, UnreadableRevision, find_revision, is_in_repository
from .tags import tags_before

__all__ = [
    "Revision",
    "UnreadableRevision",
    "find_revision",
    "is_in_repository",
    "tags_before",
]
