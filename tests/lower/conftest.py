"""Gives a test the smallest inputs to lower."""

from __future__ import annotations

from pathlib import Path

import pytest

from .small import Small


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """Inputs in an empty folder."""
    return Small(tmp_path)
