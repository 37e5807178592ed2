"""Descriptions are written and read as all files are."""

from tests.source.conftest import Reading, Write, reading

__all__ = ["Reading", "Write", "reading"]
