"""Two Python packages compared as their users see them: what a program would have to change.

Reads both sides with the reader of ``published``; knows neither descriptions nor how a client is
generated.
"""

from .changes import Change, Group, Kind, grouped
from .compare import compare
from .markdown import code, markdown_row, render_markdown
from .matching import Matching
from .report import as_values, render_changes
from .settle import Configured, route_key, settled
from .surface import Surface, SyntaxTrees
from .weights import (
    TABLE,
    Row,
    VersionError,
    Weight,
    Weighed,
    heaviest,
    next_version,
    weigh,
)

__all__ = [
    "TABLE",
    "Change",
    "Configured",
    "Group",
    "Kind",
    "Matching",
    "Row",
    "Surface",
    "SyntaxTrees",
    "VersionError",
    "Weighed",
    "Weight",
    "as_values",
    "code",
    "compare",
    "grouped",
    "heaviest",
    "markdown_row",
    "next_version",
    "render_changes",
    "render_markdown",
    "route_key",
    "settled",
    "weigh",
]
