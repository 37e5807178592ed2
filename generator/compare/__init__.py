"""Two Python packages compared as their users see them: what a program would have to change.

Reads both sides with the reader of ``published``; knows neither descriptions nor how a client is
generated.
"""

from .changes import Change, Group, Kind, grouped
from .compare import compare
from .report import as_values, render_changes
from .settle import Configured, route_key, settled
from .surface import Surface, Trees

__all__ = [
    "Change",
    "Configured",
    "Group",
    "Kind",
    "Surface",
    "Trees",
    "as_values",
    "compare",
    "grouped",
    "render_changes",
    "route_key",
    "settled",
]
