"""What ``watch`` needs besides the phases: the inputs on the disk, and a server of a tree of files.

Knows neither descriptions nor what is made of them.
"""

from .inputs import Watched
from .site import Site

__all__ = ["Site", "Watched"]
