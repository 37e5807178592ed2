"""What the documents of this repository name exists, and what exists is in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli.main import command

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PIPELINE = (ROOT / "docs" / "002-pipeline.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:generator|tests|docs|templates)/[\w/.-]+)`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_path_leads_to_a_file(document: Path) -> None:
    text = document.read_text("utf-8")
    links = [document.parent / link for link in LINK.findall(text)]
    paths = [ROOT / path for path in PATH.findall(text) if "NAME" not in path]
    assert [str(p) for p in (*links, *paths) if not p.exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_target_that_is_named_exists(document: Path) -> None:
    named = re.findall(r"`make ((?:[a-z]+ ?)+)`", document.read_text("utf-8"))
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    assert {target for words in named for target in words.split()} <= targets


def anchors(document: Path) -> set[str]:
    """The anchors that code hosts give to headings."""
    headings = re.findall(r"^#+ (.*)", document.read_text("utf-8"), re.MULTILINE)
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in kept}


def test_every_anchor_that_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\((\w[^)#:\s]*\.md)#([^)]+)\)", README)
    assert links
    missing = [link for link in links if link[1] not in anchors(ROOT / link[0])]
    assert missing == []


def test_the_readme_lists_every_command() -> None:
    listed = re.findall(r"^\| `(\w+)` \| \w", README, re.MULTILINE)
    assert sorted(listed) == sorted(command.commands)


def test_the_readme_has_the_figures_of_the_corpus() -> None:
    corpus = (ROOT / "docs" / "corpus.md").read_text("utf-8")
    total = re.search(
        r"^\| \*\*(\d+) descriptions\*\* \| \| (\d+) \| (\d+)", corpus, re.M
    )
    assert total is not None
    descriptions, operations, methods = (f"{int(n):,}" for n in total.groups())
    shown = f"of {operations} operations in {descriptions} public descriptions"
    assert shown in README
    assert f"{methods} become" in README


def test_the_page_about_the_pipeline_lists_every_package() -> None:
    packages = {p.parent.name for p in (ROOT / "generator").glob("*/__init__.py")}
    listed = re.findall(r"^\| `(\w+)(?:/…)?` \|", PIPELINE, re.MULTILINE)
    assert sorted(listed) == sorted(packages - {"cli"})
