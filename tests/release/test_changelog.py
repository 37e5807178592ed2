"""Entries of changelogs: what is written by hand stays, what is found comes in its section."""

from __future__ import annotations

import pytest

from generator.release import Changelog, DatedVersion, Section

RELEASE = DatedVersion("1.3.0", "2026-01-31", "v1.2.0")
FOUND = {
    Section.ADDED: ["- Method `client.a`."],
    Section.REMOVED: ["- **Breaking:** method `client.b`."],
}

WRITTEN = """\
# Changelog

## [Unreleased]

A word before.

### Fixed

- A fault of ours:
  two lines.

  ```md
  ## [9.9.9] in a block
  ### Added
  ```

### Added

- By hand.
- Method `client.a`.

### Docs

- More of them.

## [1.2.0] - 2025-12-01

### Added

- Old   and kept as it is.

[Unreleased]: https://git.example/a/b/compare/v1.2.0...HEAD
[1.2.0]: https://git.example/a/b/releases/tag/v1.2.0
"""
RELEASED = """\
# Changelog

## [Unreleased]

## [1.3.0] - 2026-01-31

A word before.

### Added

- By hand.
- Method `client.a`.

### Removed

- **Breaking:** method `client.b`.

### Fixed

- A fault of ours:
  two lines.

  ```md
  ## [9.9.9] in a block
  ### Added
  ```

### Docs

- More of them.

## [1.2.0] - 2025-12-01

### Added

- Old   and kept as it is.

[Unreleased]: https://git.example/a/b/compare/v1.3.0...HEAD
[1.3.0]: https://git.example/a/b/compare/v1.2.0...v1.3.0
[1.2.0]: https://git.example/a/b/releases/tag/v1.2.0
"""
ENTRY = "### Added\n\n- Method `client.a`.\n\n### Removed\n\n- **Breaking:** method `client.b`.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_release_moves_what_was_unreleased_into_its_entry(end: str) -> None:
    changelog = Changelog(WRITTEN.replace("\n", end))
    released = changelog.with_entry(RELEASE, FOUND)
    assert released.text == RELEASED.replace("\n", end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", f"# Changelog\n\n## [Unreleased]\n\n## [1.3.0] - 2026-01-31\n\n{ENTRY}"),
        ("# Log\n", f"# Log\n\n## [1.3.0] - 2026-01-31\n\n{ENTRY}"),
        (
            "# Log\n\n<!--\n## [0.1.0]\n-->\n\n## 1.2.0 (2025-12-01)\n\n* x\n",
            "# Log\n\n<!--\n## [0.1.0]\n-->\n\n## [1.3.0] - 2026-01-31\n\n"
            f"{ENTRY}\n## 1.2.0 (2025-12-01)\n\n* x\n",
        ),
        (
            "## [unreleased]\n\n[v1.2.0]: https://x.example/a/compare/v1.1.0...v1.2.0\n",
            f"## [unreleased]\n\n## [1.3.0] - 2026-01-31\n\n{ENTRY}\n"
            "[1.3.0]: https://x.example/a/compare/v1.2.0...v1.3.0\n"
            "[v1.2.0]: https://x.example/a/compare/v1.1.0...v1.2.0\n",
        ),
        (
            "## [1.2.0]\n\n[1.2.0]: https://x.example/a/releases/tag/v1.2.0\n",
            f"## [1.3.0] - 2026-01-31\n\n{ENTRY}\n## [1.2.0]\n\n"
            "[1.3.0]: https://x.example/a/releases/tag/v1.3.0\n"
            "[1.2.0]: https://x.example/a/releases/tag/v1.2.0\n",
        ),
    ],
    ids=["empty", "no entries", "another form", "comparisons", "tags"],
)
def test_an_entry_comes_first_in_a_changelog_of_any_form(
    text: str, expected: str
) -> None:
    assert Changelog(text).with_entry(RELEASE, FOUND).text == expected


def test_notes_are_what_is_below_the_heading_of_a_version() -> None:
    released = Changelog(RELEASED)
    assert released.entry("v1.2.0") == "### Added\n\n- Old   and kept as it is.\n"
    notes = RELEASED.partition("2026-01-31\n\n")[2].partition("\n## [1.2.0]")[0]
    assert released.entry("1.3.0") == notes
    assert released.entry("9.9.9") is None
    assert released.entry("1.2") is None
    assert released.unreleased == ""
    assert Changelog("").entry("1.2.0") is None
