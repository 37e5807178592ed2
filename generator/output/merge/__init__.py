"""Edits of generated files, merged with what is generated: by git, in three ways.

Part of the output phase; does not know what is in the files.
"""

from .ending import abort_merge, continue_merge, refuse_open_merge
from .opening import report_conflicts, write_merge
from .planning import Merge, merge_edits

__all__ = [
    "Merge",
    "abort_merge",
    "continue_merge",
    "merge_edits",
    "refuse_open_merge",
    "report_conflicts",
    "write_merge",
]
