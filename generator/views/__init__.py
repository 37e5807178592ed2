"""IR and names become views: frozen values of strings, booleans and tuples that templates print."""

from .project import Rendering, project

__all__ = ["Rendering", "project"]
