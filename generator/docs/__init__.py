"""The reference documentation: the same IR and names as the client, as a static site of pages.

Each page comes in two forms, HTML for people and Markdown for repositories and machines. Decides
what stands on a page, not what it looks like; reads no description and writes no file.
"""

from .site import asset_files, pages

__all__ = ["asset_files", "pages"]
