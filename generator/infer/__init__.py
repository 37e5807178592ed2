"""The configuration that a person would write for a description, where none is there.

``inferred`` places each operation in a tree of resources, makes a model of each component, and
takes names, version and license from the info of the description. The result is a configuration
like any other: ``written`` prints it for editing, and the reader of the configuration reads that
text. Knows neither Python nor the IR.
"""

from .configuration import inferred
from .write import written

__all__ = ["inferred", "written"]
