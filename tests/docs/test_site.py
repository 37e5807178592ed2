"""The site as a whole: complete, small, the same everywhere, and in itself."""

from __future__ import annotations

import json
import os
import re
from functools import cache
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from generator.targets.docs.navigation import GUIDES
from generator.output.paths import MANIFEST_NAME
from generator.output.record import without_record
from generator.pipeline import build_docs
from tests.architecture.test_determinism import _with_shuffled_keys
from tests.docs.conftest import METHOD, ROOT, SITE, compiled
from tests.docs.reading import Element, files, html_programs, markdown_programs, read

HTML = files(SITE, "html")
GOLDEN = sorted(
    p.name
    for p in (ROOT / "tests" / "golden").iterdir()
    if p.is_dir() and (p / "openapi.yaml").exists()
)
PRINT_DIGEST = """
import hashlib, pathlib, sys
from tests.docs.conftest import compiled
from generator.pipeline import build_docs
files = build_docs(compiled(pathlib.Path(sys.argv[1])), lambda _: None)
print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())
"""
_CODE_SPAN = re.compile(r"(`+)[^`].*?\1")
_MARKDOWN_LINK = re.compile(r"\]\((?!<?\w+:)([^)#\s]+)(#[^)\s]+)?\)")


def built(folder: Path) -> dict[str, bytes]:
    found = compiled(folder)
    assert found is not None
    return dict(build_docs(found, lambda _: None))


def ids(page: Element) -> set[str]:
    return {e.attributes["id"] for e in page.all() if "id" in e.attributes}


@cache
def resolved(page: str, href: str) -> str:
    """The path in the site that a link on a page leads to."""
    return os.path.normpath(
        os.path.join(os.path.dirname(page), href or os.path.basename(page))
    )


def parsed(site: dict[str, str]) -> dict[str, Element]:
    """The HTML pages of a site."""
    return {path: read(text) for path, text in site.items() if path.endswith(".html")}


def broken_links(
    site: dict[str, str], pages: dict[str, Element] | None = None
) -> list[str]:
    """Links of HTML and Markdown pages that lead to no page, or to no anchor on it."""
    pages = pages or parsed(site)
    anchors = {path: ids(page) for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        attributes = [element.attributes for element in page.all()]
        named = [a[name] for a in attributes for name in ("href", "src") if name in a]
        for link in dict.fromkeys(
            named
        ):  # the navigation has most of them on every page
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = resolved(path, parts.path)
            missing = parts.fragment and parts.fragment not in anchors.get(
                target, {parts.fragment}
            )
            if target not in site or missing:
                broken.append(f"{path}: {link}")
    for path, text in site.items():
        if path.endswith((".md", "llms.txt")):
            links = _MARKDOWN_LINK.findall(_CODE_SPAN.sub("``", text))
            broken += [
                f"{path}: {to}" for to, _ in links if resolved(path, to) not in site
            ]
    return broken


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return {
        p.relative_to(SITE).as_posix(): p.read_text("utf-8")
        for p in SITE.rglob("*")
        if p.is_file()
    }


def test_there_is_a_page_for_everything(site: dict[str, str]) -> None:
    found = compiled(ROOT / "spec")
    assert found is not None
    wanted = ["index", *(f"guides/{name}" for name, _ in GUIDES)]
    wanted += ["/".join(r.module) for r in found.names.resources.values()]
    wanted += ["/".join(t.module) for t in found.names.types.values()]
    wanted += ["/".join(p.module) for p in found.names.pages.values()]
    assert {f"{page}.html" for page in wanted} <= set(HTML)
    assert (
        sum(path.startswith("methods/") for path in HTML)
        == len(found.names.methods)
        == 2
    )


def test_the_checked_in_site_has_these_bytes() -> None:
    on_disk = {
        p.relative_to(SITE).as_posix(): p.read_bytes()
        for p in SITE.rglob("*")
        if p.is_file()
    }
    on_disk[MANIFEST_NAME] = without_record(on_disk[MANIFEST_NAME])
    assert built(ROOT / "spec") == on_disk


def test_every_page_has_a_markdown_counterpart(site: dict[str, str]) -> None:
    pages = {path.removesuffix(".html") for path in HTML}
    assert pages == {path.removesuffix(".md") for path in site if path.endswith(".md")}
    for path, text in HTML.items():
        markdown = read(text).one("a", klass="source").attributes["href"]
        assert resolved(path, markdown) == path.replace(".html", ".md")


def test_every_link_leads_somewhere(site: dict[str, str]) -> None:
    assert broken_links(site) == []


def test_a_broken_link_would_be_found() -> None:
    page = '<main id="content"><a href="b.html#x">b</a><a href="gone.html">g</a></main>'
    site = {
        "a.html": page,
        "b.html": '<main id="content"></main>',
        "a.md": "[x](gone.md)",
    }
    assert broken_links(site) == [
        "a.html: b.html#x",
        "a.html: gone.html",
        "a.md: gone.md",
    ]


@pytest.mark.parametrize("case", GOLDEN)
def test_every_link_of_other_apis_leads_somewhere(case: str) -> None:
    pages = built(ROOT / "tests" / "golden" / case)
    assert broken_links({path: data.decode() for path, data in pages.items()}) == []


@pytest.mark.parametrize("page", HTML)
def test_a_page_is_small_and_needs_no_network(page: str) -> None:
    text = HTML[page]
    assert len(text.encode()) < 100_000
    for element in read(text).all():
        for name in ("src", "data", "poster"):
            assert not urlsplit(element.attributes.get(name, "")).netloc
        if element.tag == "link":
            assert not urlsplit(element.attributes["href"]).scheme


@pytest.mark.parametrize("page", HTML)
def test_a_page_has_one_title_and_unique_anchors(page: str) -> None:
    found = read(HTML[page])
    assert len(list(found.all("h1"))) == 1
    listed = [e.attributes["id"] for e in found.all() if "id" in e.attributes]
    assert len(listed) == len(set(listed))


def test_titles_are_short() -> None:
    titles = {path: read(text).one("title").text for path, text in HTML.items()}
    assert titles[f"{METHOD}.html"] == "audit_logs.list_by_insight · Cloudflare"
    resource = "resources/security_center/insights/audit_logs.html"
    assert titles[resource] == "insights.audit_logs · Cloudflare"
    assert titles["types/shared/error_data.html"] == "ErrorData · Cloudflare"


def test_each_page_leads_to_the_ones_before_and_after(site: dict[str, str]) -> None:
    pages = {path: list(read(text).all("a")) for path, text in HTML.items()}
    ways = {
        path: {
            link.attributes["rel"]: resolved(path, link.attributes["href"])
            for link in links
            if "rel" in link.attributes
        }
        for path, links in pages.items()
    }
    way = ["index.html"]
    while "next" in ways[way[-1]]:
        way.append(ways[way[-1]]["next"])
        assert ways[way[-1]]["prev"] == way[-2]
    assert sorted(way) == sorted(HTML)


@pytest.mark.parametrize("page", HTML)
def test_the_navigation_marks_the_page(page: str) -> None:
    navigation = read(HTML[page]).one("nav", id="navigation")
    current = [a for a in navigation.all("a") if "aria-current" in a.attributes]
    assert [resolved(page, a.attributes["href"]) for a in current] == [page]


def test_the_navigation_says_what_each_method_does() -> None:
    navigation = read(HTML[f"{METHOD}.html"]).one("nav", id="navigation")
    current = next(a for a in navigation.all("a") if "aria-current" in a.attributes)
    assert current.one("b", klass="get").text == "GET"
    assert "list_<wbr>by_<wbr>insight" in HTML[f"{METHOD}.html"]


def test_a_type_says_where_it_is_used() -> None:
    path = "types/security_center/insights/audit_log_list_response.html"
    (link,) = read(HTML[path]).one("ul", klass="links").all("a")
    assert link.text == "security_center.insights.audit_logs.list"
    nested = built(ROOT / "tests" / "golden" / "nested")
    texts = [data.decode() for data in nested.values()]
    assert any("<h3>Part of</h3>" in text for text in texts)


def test_the_start_page_has_a_section_for_each_topic() -> None:
    text = " ".join(h.text for h in read(HTML["index.html"]).all("h2")).lower()
    topics = [
        "install",
        "authenticate",
        "call",
        "errors",
        "retry",
        "pages",
        "async",
        "see what",
    ]
    assert [topic for topic in topics if topic not in text] == []


def test_the_list_for_machines_names_every_markdown_page(site: dict[str, str]) -> None:
    text = site["llms.txt"]
    assert text.startswith("# ")
    assert "\n> " in text
    listed = {path for path, _ in _MARKDOWN_LINK.findall(text)}
    resources = {path for path in site if path.startswith("resources/")}
    pages = {p for p in site if p.endswith(".md")}
    assert pages - resources | {"llms-full.txt"} == listed


def test_one_file_for_machines_has_the_text_of_every_page(site: dict[str, str]) -> None:
    whole = site["llms-full.txt"]
    for path, text in site.items():
        if path.endswith(".md"):
            assert text.partition("](")[0] in whole, path
    linked = {path for path, _ in _MARKDOWN_LINK.findall(_CODE_SPAN.sub("``", whole))}
    assert linked <= set(site)


def test_the_overlay_puts_the_programs_into_the_description(
    site: dict[str, str],
) -> None:
    overlay = yaml.safe_load(site["openapi-code-samples.overlay.yaml"])
    description = yaml.safe_load((ROOT / "spec" / "openapi.yaml").read_text("utf-8"))
    assert overlay["overlay"] == "1.0.0"
    assert overlay["info"].keys() == {"title", "version"}
    targets = re.compile(r"\$\.paths\['(.+)'\]\.(\w+)")
    seen = set()
    for action in overlay["actions"]:
        found = targets.fullmatch(action["target"])
        assert found is not None
        operation = description["paths"][found[1]][found[2]]
        seen.add(operation["operationId"])
        samples = action["update"]["x-codeSamples"]
        assert [s["lang"] for s in samples] == ["Python", "Python"]
    assert seen == {"listAuditLog", "listAuditLogByInsight"}
    programs = html_programs(read(HTML[f"{METHOD}.html"]))
    by_insight = overlay["actions"][-1]["update"]["x-codeSamples"]
    assert {s["source"].strip("\n") for s in by_insight} <= set(programs)


def test_the_search_index_finds_everything_by_name(site: dict[str, str]) -> None:
    script = site["assets/search-index.js"]
    rows = json.loads(
        script.removeprefix("window.searchIndex = ").rstrip().removesuffix(";")
    )
    leads = {href.partition("#")[0] for _, _, _, href, *_ in rows}
    assert leads == set(HTML) - {"index.html"}
    (row,) = (r for r in rows if r[3] == f"{METHOD}.html")
    assert "get" in row[4].split()
    assert {"issue_id", "per_page"} <= set(row[5].split())


def digest(**environment: str) -> str:
    """What the site is, as made by a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", PRINT_DIGEST, str(ROOT / "spec")],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def reference() -> str:
    return digest()


@pytest.mark.parametrize(
    "environment",
    [
        *({"PYTHONHASHSEED": str(seed)} for seed in range(4)),
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0"},
    ],
    ids=str,
)
def test_the_site_does_not_depend_on_the_machine(
    environment: dict[str, str], reference: str
) -> None:
    assert digest(**environment) == reference


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_keys_does_not_matter(seed: int, tmp_path: Path) -> None:
    shuffled = _with_shuffled_keys(ROOT / "spec", tmp_path, seed)
    assert built(shuffled) == built(ROOT / "spec")


def command(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", "docs", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    shutil.copytree(SITE, tmp_path / "generated" / "docs")
    return tmp_path


def test_the_check_passes_on_what_was_written(checkout: Path) -> None:
    done = command("--strict", "--check", cwd=checkout)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["assets/site.css", f"{METHOD}.md"])
def test_an_edit_is_found_and_kept(name: str, checkout: Path) -> None:
    page = checkout / "generated" / "docs" / name
    page.write_text(page.read_text("utf-8") + "edited\n", encoding="utf-8")
    checked = command("--check", cwd=checkout)
    assert checked.returncode == 1
    assert name in checked.stdout
    assert "generator docs --force" in checked.stdout
    written = command(cwd=checkout)
    assert written.returncode == 1
    assert page.read_text("utf-8").endswith("edited\n")
    assert command("--force", cwd=checkout).returncode == 0
    assert page.read_bytes() == (SITE / name).read_bytes()


def test_a_change_of_the_description_is_found_and_written(checkout: Path) -> None:
    description = checkout / "spec" / "openapi.yaml"
    text = description.read_text("utf-8")
    description.write_text(
        text.replace("The insight whose history is wanted.", "Which insight.")
    )
    assert command("--check", cwd=checkout).returncode == 1
    assert command(cwd=checkout).returncode == 0
    assert command("--check", cwd=checkout).returncode == 0
    assert (
        "Which insight."
        in (checkout / "generated" / "docs" / f"{METHOD}.html").read_text()
    )


def test_client_and_site_leave_each_other_alone(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    for words in (["docs"], ["generate"], ["docs", "--check"], ["check"]):
        done = subprocess.run(
            [sys.executable, "-m", "generator", *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "generated" / "docs" / "index.html").is_file()
    assert (tmp_path / "generated" / "README.md").is_file()


def test_markdown_pages_show_programs_too() -> None:
    assert len(markdown_programs((SITE / "index.md").read_text("utf-8"))) >= 5


def test_every_colour_that_is_used_is_given(site: dict[str, str]) -> None:
    style = site["assets/site.css"]
    used = set(re.findall(r"var\((--[\w-]+)\)", style))
    given = set(re.findall(r"^  (--[\w-]+):", style, re.MULTILINE))
    assert used == given
