"""What was removed from a description is kept for some versions, and no longer (``x-keep-removed``)."""

from __future__ import annotations

import pytest

from .conftest import Configuring


@pytest.mark.parametrize(
    ("version", "until", "is_kept"),
    [
        ("1.5.0", "1.6.0", True),
        ("1.5.9", "1.6", True),
        ("1.9.0", "1.10.0", True),
        ("1", "1.0.1", True),
        ("1.6.0", "1.6.0", False),
        ("1.6", "1.6.0", False),
        ("1.10.0", "1.9.0", False),
        ("2.0.0", "1.6.0", False),
        # what precedes a release is made to be like it
        ("1.6.0rc1", "1.6.0", False),
        ("1.6.0.dev3", "1.6.0", False),
        ("1.5.0.post1", "1.6.0rc1", True),
    ],
)
def test_parts_are_kept_in_versions_before_the_one_that_is_named(
    configuring: Configuring, version: str, until: str, is_kept: bool
) -> None:
    stated = {"description": "old.yaml", "until": until}
    config = configuring.read(**{"x-version": version, "x-keep-removed": stated})
    if is_kept:
        assert config.kept is not None
        assert config.kept.description == configuring.path.parent / "old.yaml"
        assert configuring.found == []
    else:
        assert config.kept is None
        assert configuring.found == [
            "C026 /x-keep-removed what was removed is kept until version "
            f"{until}, and this is {version}"
        ]


@pytest.mark.parametrize("missing", ["description", "until"])
def test_both_the_description_and_the_version_are_needed(
    configuring: Configuring, missing: str
) -> None:
    stated = {"description": "old.yaml", "until": "1"}
    del stated[missing]
    assert configuring.read(**{"x-keep-removed": stated}).kept is None
    (found,) = configuring.found
    assert found.startswith("C005 /x-keep-removed")
