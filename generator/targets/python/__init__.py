"""The Python client: a surface becomes the files of a package.

Each file is a frozen view that a template prints. Knows neither descriptions nor configurations,
and writes no file.
"""

from .files import tests, texts

__all__ = ["tests", "texts"]
