"""Gives a test the smallest inputs to name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lower.small import Small


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """Inputs in an empty folder."""
    return Small(tmp_path)
