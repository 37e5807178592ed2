"""The last phase: files as one value, formatted, compared with the disk, and written as a whole.

The only package that writes to the disk. Knows neither descriptions nor names.
"""

from .adding import Additions, add_files, make_additions
from .drift import render_drift, summary
from .edits import Edit, find_edits
from .formatting import arrange_python, format_tree
from .manifest import Origin, add_manifest, hash_bytes, hash_files, hash_values
from .paths import MANIFEST_NAME
from .plan import Change, Kind, Plan, make_plan
from .pristine import add_pristine
from .record import Record, add_record, read_record
from .single import FileText, write_around, write_file
from .scratch import scratch_folder
from .syntax import BrokenOutput, check_data_files
from .tree import FileTree, UnsafePath
from .untouched import settled_manifest, untouched
from .write import apply, recover

__all__ = [
    "MANIFEST_NAME",
    "Additions",
    "BrokenOutput",
    "Change",
    "Edit",
    "FileText",
    "FileTree",
    "Kind",
    "Origin",
    "Plan",
    "Record",
    "UnsafePath",
    "add_files",
    "add_manifest",
    "add_pristine",
    "add_record",
    "apply",
    "check_data_files",
    "arrange_python",
    "find_edits",
    "format_tree",
    "hash_bytes",
    "hash_files",
    "hash_values",
    "make_additions",
    "make_plan",
    "read_record",
    "recover",
    "render_drift",
    "scratch_folder",
    "settled_manifest",
    "summary",
    "untouched",
    "write_around",
    "write_file",
]
