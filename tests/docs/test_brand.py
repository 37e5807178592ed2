"""A site with a look of its own: logo, colour, social tags, and a page of changes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from generator.config import load_docs_files
from generator.diagnostics import Report
from generator.pipeline import build_docs
from generator.targets.docs.colours import colours_of
from tests.docs.conftest import compiled, site_of
from tests.docs.reading import Element, read
from tests.docs.test_browser import opened
from tests.docs.test_hostile import MORE
from tests.docs.test_site import broken_links
from tests.security.hostile import configuration, description

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">'
    "<script>alert(1)</script></svg>"
)
CHANGELOG = """# What is new

Since [the start](https://x.example/start) and ![a picture](https://x.example/p.png).

## 2.0

### Added

- [a page](other.md)

## 1.0

### Added

""" + "\n\n".join(MORE)
LOOK = {
    "logo": "logo.svg",
    "color": "#ffee00",
    "url": "https://docs.x.example/sdk/",
    "changelog": "NEWS.md",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site of its own look, as ``site``."""
    found = tmp_path_factory.mktemp("look")
    (found / "logo.svg").write_text(LOGO, "utf-8")
    (found / "NEWS.md").write_text(CHANGELOG, "utf-8")
    sdk: dict[str, Any] = configuration("plain") | {"x-docs": LOOK}
    assert site_of(found, description("plain"), sdk) is not None
    made, report = compiled(found), Report()
    assert made is not None
    files = load_docs_files(made.config.docs, report)
    assert files is not None
    for path, data in build_docs(made, lambda _: None, files=files).items():
        (found / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (found / "site" / path).write_bytes(data)
    return found


@pytest.fixture(scope="module")
def site(folder: Path) -> dict[str, str]:
    top = folder / "site"
    return {
        path.relative_to(top).as_posix(): path.read_text("utf-8")
        for path in sorted(top.rglob("*"))
        if path.is_file()
    }


def tags(page: Element) -> dict[str, str]:
    """The social tags of a page."""
    found = (element.attributes for element in page.all("meta"))
    return {
        a["property"]: a["content"] for a in found if a.get("property", "")[:3] == "og:"
    }


def test_every_page_shows_the_logo_as_a_picture(site: dict[str, str]) -> None:
    assert site["assets/logo.svg"] == LOGO
    assert "assets/icon.svg" not in site
    for path, text in site.items():
        if path.endswith(".html"):
            page = read(text)
            (logo,) = page.all("img", klass="logo")
            assert logo.attributes["src"].endswith("assets/logo.svg")
            icons = [e for e in page.all("link") if e.attributes["rel"] == "icon"]
            assert [e.attributes["href"] for e in icons] == [logo.attributes["src"]]
    assert broken_links(site) == []


def test_a_page_says_what_other_sites_show_of_it(site: dict[str, str]) -> None:
    page = read(site["methods/things/read.html"])
    found = tags(page)
    assert found["og:title"] == page.one("title").text.rpartition(" · ")[0]
    assert found["og:url"] == "https://docs.x.example/sdk/methods/things/read.html"
    assert "og:image" not in found  # an SVG is of no use there
    assert found["og:description"]


def test_a_site_without_a_look_has_an_icon_with_its_initial(tmp_path: Path) -> None:
    plain = configuration("<b>é") | {"targets": {"python": {"package_name": "acme"}}}
    site = site_of(tmp_path, description("plain"), plain)
    assert site is not None
    assert ">A</text></svg>" in site["assets/icon.svg"]
    assert "assets/brand.css" not in site
    assert "changelog.html" not in site
    found = tags(read(site["index.html"]))
    assert found.keys() == {"og:type", "og:site_name", "og:title", "og:description"}


def test_the_changelog_is_a_page_with_its_versions(site: dict[str, str]) -> None:
    page = read(site["changelog.html"])
    assert [h.text.strip() for h in page.all("h1")] == ["Changelog"]
    contents = page.one("aside", klass="contents")
    assert [a.text for a in contents.all("a")][:2] == ["2.0", "1.0"]
    anchors = [e.attributes["id"] for e in page.all("h3")]
    assert anchors[:2] == ["added", "added--2"]
    assert "changelog.html" in site["assets/search-index.js"]
    assert "(changelog.md)" in site["llms.txt"]
    (current,) = (
        e
        for e in page.one("nav", id="navigation").all("a")
        if e.attributes.get("aria-current")
    )
    assert current.text == "Changelog"


def test_text_of_the_changelog_stays_text(site: dict[str, str]) -> None:
    page = read(site["changelog.html"])
    known = read(site["guides/errors.html"])
    for tag in ("script", "style", "link", "h1", "main", "form", "img", "iframe"):
        assert len(list(page.all(tag))) == len(list(known.all(tag))), tag
    addresses = [a.attributes["href"] for a in page.one("article").all("a")]
    assert all(re.match(r"https?://|mailto:|[\w./]+$", href) for href in addresses)
    assert "https://x.example/p.png" in addresses
    for token in MarkdownIt("commonmark").parse(site["changelog.md"]):
        for inner in (token, *(token.children or ())):
            assert inner.type not in ("html_block", "html_inline", "image")


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    "color", ["#000000", "#ffffff", "#ffee00", "#7f7f7f", "#ff0000", "#0000ff"]
)
def test_every_colour_becomes_one_that_can_be_read(color: str) -> None:
    found = colours_of(color)
    for ground in ("#ffffff", "#f6f7f9", found.tint):
        assert contrast(found.accent, ground) >= 4.5
    for ground in ("#12151b", "#191d25", "#1e232d", found.dark_tint):
        assert contrast(found.dark_accent, ground) >= 4.5


def test_a_colour_that_can_be_read_is_kept() -> None:
    assert colours_of("#0b6a66").accent == "#0b6a66"
    assert colours_of("#62cdc4").dark_accent == "#62cdc4"


def test_the_look_is_accessible_and_runs_no_script_of_the_logo(
    folder: Path, browser: Browser
) -> None:
    narrow = {"width": 390, "height": 844}
    name = "methods/things/read"
    with opened(browser, name, folder / "site", viewport=narrow) as page:
        accent = page.locator(".lead").evaluate(
            "e => getComputedStyle(e).getPropertyValue('--accent')"
        )
        assert colours_of("#ffee00").accent in accent
        logo = page.locator(".logo")
        assert logo.evaluate("image => image.naturalWidth") > 0
        result = Axe().run(page, options={"preload": False})
        assert result.violations_count == 0, result.generate_report()
