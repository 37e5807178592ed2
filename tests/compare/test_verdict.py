"""The version that ``diff`` proposes, its exit code by weight, and its Markdown."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator.compare import Change, Kind, grouped, render_markdown
from tests.cli.conftest import Outcome, ran
from tests.compare.client import Edits, write

ZONES = "resources/zones.py"
MAJOR: Edits = {ZONES: ("def delete(", "def _delete(")}
MINOR: Edits = {"types/zone.py": ("    id: str", "    id: str\n    note: str")}


def run(folder: Path, edits: Edits, *words: str) -> Outcome:
    version: Edits = {"_version.py": '__version__ = "1.2.3"  # a comment\n'}
    write(folder / "old", version)
    write(folder / "new", edits)
    return ran(["diff", "old", "new", *words], folder, {**os.environ})


@pytest.mark.parametrize(
    ("edits", "fail_on", "code", "version"),
    [
        (MAJOR, "major", 1, "2.0.0 (major)"),
        (MAJOR, "patch", 1, "2.0.0 (major)"),
        (MINOR, "major", 0, "1.3.0 (minor)"),
        (MINOR, "minor", 1, "1.3.0 (minor)"),
        (MINOR, "patch", 1, "1.3.0 (minor)"),
    ],
)
def test_the_version_and_the_exit_code_follow_from_the_weight(
    edits: Edits, fail_on: str, code: int, version: str, tmp_path: Path
) -> None:
    outcome = run(tmp_path, edits, "--fail-on", fail_on)
    assert outcome.code == code
    assert outcome.out.endswith(f"\nProposed version: {version}\n")


def test_json_has_the_weight_and_both_versions(tmp_path: Path) -> None:
    diff = json.loads(run(tmp_path, MINOR, "--format", "json").out)["diff"]
    assert (diff["weight"], diff["version"]) == ("minor", "1.2.3")
    assert diff["proposed_version"] == "1.3.0"
    assert {g["weight"] for g in diff["groups"]} == {"minor"}
    assert all(g["reason"] for g in diff["groups"])


def test_markdown_has_the_version_and_a_table_for_each_weight(tmp_path: Path) -> None:
    out = run(tmp_path, {**MAJOR, **MINOR}, "--format", "markdown").out
    assert out.startswith("## Proposed version: 2.0.0 (major)\n\n### Major: 1\n")
    assert "\n### Minor: 1\n" in out
    assert "| method removed | `client.zones.delete` |  | Programs" in out
    assert "| field added | `types.Zone.note` | `str` | No existing" in out


def test_a_long_table_is_folded() -> None:
    gone = [Change(kind=Kind.TYPE_KIND, owner=f"types.T{n}") for n in range(21)]
    text = render_markdown(grouped(gone), "Verdict")
    assert "<details><summary>Major: 21</summary>\n\n| change" in text
    assert text.endswith("|\n\n</details>\n")
    assert "<details>" not in render_markdown(grouped(gone[:20]), "Verdict")


def test_a_comparison_of_any_size_fits_in_a_comment() -> None:
    long = "|" * 300
    gone = [
        Change(kind=kind, owner="T", old=f"{n}{long}", new=long, compatible=kept)
        for kind, kept in ((Kind.TYPE_KIND, False), (Kind.ROUTE, True))
        for n in range(200)
    ]
    text = render_markdown(grouped(gone), "Verdict")
    shown = text.count("\n| kind of type |")
    assert 40 < shown < 200
    assert f"|\n\n{200 - shown} more are not shown here; `clientwright diff`" in text
    assert text.endswith(
        "### Patch: 200\n\n200 more are not shown here; `clientwright diff` lists them.\n"
    )
    assert len(text) < 61_000


@pytest.mark.parametrize(
    "name",
    [
        *("<img src=x>", "`<b>`", "``", "a|b", "\\|", "x`|`<i>", "@someone", "[a](b)"),
        *("\n\n# heading", "\r| a | b |", "\x1b[2J", "*a* _b_", "`"),
    ],
)
def test_names_are_no_markup(name: str) -> None:
    change = Change(kind=Kind.TYPE_RENAMED, owner=name, old=name, new=f"{name}2")
    html = MarkdownIt("commonmark", {"html": True}).enable("table")
    shown = html.render(render_markdown(grouped([change]), "Verdict"))
    assert shown.count("<tr>") == 2
    assert shown.count("<td>") == 4
    assert shown.count("<code>") == 3
    assert shown.count("<h1>") + shown.count("<img") + shown.count("<b>") == 0
    assert shown.count("<em>") + shown.count("<a ") + shown.count("<i>") == 0
    assert "\x1b" not in shown
