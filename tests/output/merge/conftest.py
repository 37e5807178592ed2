"""A repository with an edited client, which tests copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import world


@pytest.fixture(scope="package")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose client was generated, committed, and edited."""
    root = tmp_path_factory.mktemp("world") / "edited"
    (root / "client").mkdir(parents=True)
    world.written(world.FIRST, root / "client")
    world.committed(root)
    world.edit(root / "client")
    return root


@pytest.fixture
def out(edited: Path, tmp_path: Path) -> Path:
    """The client in a copy of that repository."""
    return world.copied(edited, tmp_path / "copy")
