"""The Python client: a surface becomes the files of a package, each a frozen view that a template
prints."""

from .files import texts

__all__ = ["texts"]
