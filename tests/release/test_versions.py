"""Which version a release has, and where it is kept."""

from __future__ import annotations

import pytest

from generator.compare import VersionError, Weight
from generator.diagnostics import Report
from generator.release import NotEditable, last_tag, next_of, with_version
from generator.source import load_text


@pytest.mark.parametrize(
    ("last", "weight", "configured", "wanted", "expected", "is_too_low"),
    [
        ("1.2.0", Weight.MINOR, "1.2.0", None, "1.3.0", False),
        ("1.2.0", Weight.MAJOR, "1.2.0", None, "2.0.0", False),
        ("0.2.0", Weight.MAJOR, "0.2.0", None, "0.3.0", False),
        ("1.2.0", Weight.MINOR, "1.5.0", None, "1.5.0", False),
        ("1.2.0", Weight.MAJOR, "1.5.0", None, "2.0.0", False),
        ("1.2.0", Weight.MAJOR, "1.2.0", "1.3.0", "1.3.0", True),
        ("1.2.0", Weight.MAJOR, "1.2.0", "2.0.0rc1", "2.0.0rc1", False),
        ("1.2.0", Weight.PATCH, "1.2.0", "3.0", "3.0", False),
        ("1.3.0-alpha.1", Weight.MINOR, "1.3.0a1", None, "1.3.0a2", False),
    ],
)
def test_a_version_follows_from_the_changes_unless_the_owner_chose_one(
    last: str,
    weight: Weight,
    configured: str,
    wanted: str | None,
    expected: str,
    is_too_low: bool,
) -> None:
    choice = next_of(last, weight, configured, wanted)
    assert (choice.version, choice.is_too_low) == (expected, is_too_low)


def test_a_last_version_that_is_none_is_an_error() -> None:
    with pytest.raises(VersionError):
        next_of("nightly", Weight.PATCH, "1.0.0")


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["v1.9.0", "v1.10.0", "v1.10.0rc1", "vision", "release-2"], "v1.10.0"),
        (["1.0.0", "v0.9"], "1.0.0"),
        (["v", "latest", "client-v1.0.0"], None),
    ],
)
def test_the_last_release_is_the_tag_of_the_highest_version(
    tags: list[str], expected: str | None
) -> None:
    assert last_tag(tags) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1 # é\nx-version: 1.2.3 # ours\n", "a: 1 # é\nx-version: 2.0.0 # ours\n"),
        ("x-version:   '1.2.3'\r\nb: []\r\n", "x-version:   '2.0.0'\r\nb: []\r\n"),
        (
            '{"b": "x-version", "x-version":"1.2.3"}',
            '{"b": "x-version", "x-version":"2.0.0"}',
        ),
        ("{b: 1, x-version: 1.2.3, c: 2}", "{b: 1, x-version: 2.0.0, c: 2}"),
        (
            "b: {x-version: 1.2.3}\n'x-version': 1.2.3",
            "b: {x-version: 1.2.3}\n'x-version': 2.0.0",
        ),
    ],
)
def test_only_the_version_of_a_configuration_is_edited(
    text: str, expected: str
) -> None:
    document = load_text("c.yml", text, Report(), what="configuration")
    assert document is not None
    assert with_version(document, text, "2.0.0") == expected


def test_a_version_that_would_be_a_number_gets_quotes() -> None:
    text = "x-version: 1.2.3\n"
    document = load_text("c.yml", text, Report(), what="configuration")
    assert document is not None
    assert with_version(document, text, "1.10") == 'x-version: "1.10"\n'


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n",
        "v: &v 1.2.3\nx-version: *v\n",
        "x-version: &v 1.2.3\nother: *v\n",
        "x-version:\n  1.2.3\n",
        "x-version: >-\n  1.2.3\n",
    ],
)
def test_a_version_that_is_written_elsewhere_is_not_edited(text: str) -> None:
    document = load_text("c.yml", text, Report(), what="configuration")
    assert document is not None
    with pytest.raises(NotEditable):
        with_version(document, text, "2.0.0")
