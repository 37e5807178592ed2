"""The reference documentation: a surface becomes a static site of pages.

Each page comes in two forms, HTML for people and Markdown for repositories and machines. Decides
what a page shows, not what it looks like; reads no description and writes no file.
"""

from .brand import Site
from .site import texts

__all__ = ["Site", "texts"]
