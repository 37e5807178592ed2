"""Text of a description stays text on every page: no element, address or script comes out of it."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath

import pytest
import yaml
from markdown_it import MarkdownIt

from generator.targets.docs.code import highlight
from generator.targets.docs.text import rich
from tests.docs.conftest import site_of
from tests.docs.reading import read
from tests.security.hostile import NAMES, TEXTS, configuration, description, named

HARMLESS = "A *harmless* text.\n\n- one\n- [two](https://x.example)\n\n> `three`\n\n1. **four**"
MORE = (
    "<style>*{display:none}</style><iframe src=//x.example></iframe>",
    "</code></pre></main><script src=https://x.example/x.js></script>",
    "<a href=javascript:alert(1) onclick=alert(1)>x</a>",
    "[x](JaVaScRiPt:alert(1)) [y](data:text/html;base64,PHNjcmlwdD4=) [z](vbscript:x)",
    "[x](java\nscript:alert(1)) [x]: javascript:alert(1)\n\n[x]",
    '<javascript:alert(1)> <https://x.example/"onmouseover=alert(1)>',
    '![x](https://x.example/"onerror=alert(1)) ![y](data:image/svg+xml,<svg/onload=alert(1)>)',
    '[x](https://x.example "\\" onmouseover=alert(1)")',
    "```html\n</code></pre><script>alert(1)</script>\n```",
    "# Heading\n\n<h1>another</h1>\n\nSetext\n======",
    "| a | b |\n| --- | --- |\n| <b>x</b> | [y](javascript:alert(1)) |",
    "``` `` ` unbalanced ``` `` \\`",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#106;avascript: &colon;",
    "</script><script>window.searchIndex=[]</script>",
    "x-codeSamples: |\n  - {target: $, remove: true}",
    "---\n- *a &a !!python/object:os.system",
)
PAGES = ("html", "md")


def attributes(html: str) -> set[tuple[str, str]]:
    return {(e.tag, name) for e in read(html).all() for name in e.attributes}


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("harmless")
    site = site_of(folder, description(HARMLESS), configuration(HARMLESS))
    assert site is not None
    return site


@pytest.fixture(scope="module", params=[*TEXTS, *MORE], ids=ascii)
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("hostile")
    site = site_of(folder, description(request.param), configuration(request.param))
    assert site is not None
    return site


def test_no_text_brings_elements_or_attributes(
    hostile: dict[str, str], harmless: dict[str, str]
) -> None:
    assert hostile.keys() == harmless.keys()
    markup = {
        (tag, "") for tag in "p em strong code pre ul ol li a blockquote hr br".split()
    }
    markup |= {("code", "class"), ("ol", "start"), ("a", "title"), ("a", "href")}
    for path in (p for p in hostile if p.endswith(".html")):
        page, known = read(hostile[path]), read(harmless[path])
        tags = {e.tag for e in known.all()} | {tag for tag, _ in markup}
        assert {e.tag for e in page.all()} <= tags, path
        assert attributes(hostile[path]) <= attributes(harmless[path]) | markup, path
        for tag in ("script", "style", "link", "h1", "main", "form", "img", "iframe"):
            assert len(list(page.all(tag))) == len(list(known.all(tag))), (path, tag)


def test_every_address_is_harmless(hostile: dict[str, str]) -> None:
    allowed = re.compile(r"(https?://|mailto:|#)|[\w./-]+(#[\w.-]+)?$")
    for path in (p for p in hostile if p.endswith(".html")):
        for element in read(hostile[path]).all():
            for name in ("href", "src"):
                address = element.attributes.get(name, "#")
                assert allowed.match(address), (path, address)
                assert name != "src" or "://" not in address


def test_no_invisible_character_reaches_a_page(hostile: dict[str, str]) -> None:
    for path, text in hostile.items():
        odd = {c for c in text if not c.isprintable() and c != "\n"}
        assert not odd, (path, odd)


def test_markdown_holds_no_html_and_no_other_address(hostile: dict[str, str]) -> None:
    reader = MarkdownIt("commonmark").enable("table")
    for path in (p for p in hostile if p.endswith(".md")):
        for token in reader.parse(hostile[path]):
            for inner in (token, *(token.children or ())):
                assert inner.type not in ("html_block", "html_inline"), (
                    path,
                    inner.content,
                )
                address = str(inner.attrGet("href") or inner.attrGet("src") or "#")
                assert re.match(r"(https?:|mailto:|#)|[\w./-]+\.md", address), (
                    path,
                    address,
                )


def test_search_index_and_overlay_keep_their_shape(
    hostile: dict[str, str], harmless: dict[str, str]
) -> None:
    overlay, known = (
        yaml.safe_load(site["openapi-code-samples.overlay.yaml"])
        for site in (hostile, harmless)
    )
    assert overlay.keys() == known.keys()
    assert [a.keys() for a in overlay["actions"]] == [
        a.keys() for a in known["actions"]
    ]
    for action in overlay["actions"]:
        for sample in action["update"]["x-codeSamples"]:
            compile(sample["source"], "sample", "exec")
    script = hostile["assets/search-index.js"]
    assert script.isascii()
    rows = json.loads(
        script.removeprefix("window.searchIndex = ").rstrip().removesuffix(";")
    )
    assert all(len(row) == 6 for row in rows)


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:40])
def test_no_name_puts_a_page_outside_the_site(name: str, tmp_path: Path) -> None:
    site = site_of(tmp_path, *named(name))
    for path, text in (site or {}).items():
        parts = PurePosixPath(path).parts
        assert ".." not in parts
        assert not path.startswith("/")
        assert all(len(part) <= 255 and part.isascii() for part in parts)
        if path.endswith(".html"):
            assert list(read(text).all("main"))
    folded = [path.casefold() for path in site or ()]
    assert len(folded) == len(set(folded))


@pytest.mark.parametrize(
    ("text", "html", "markdown"),
    [
        ("Plain words.", "<p>Plain words.</p>", "Plain words."),
        ("a < b & c", "<p>a &lt; b &amp; c</p>", "a < b & c"),
        ("*x* `y<z`", "<p><em>x</em> <code>y&lt;z</code></p>", "*x* `y<z`"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>", "\\<b>x\\</b>"),
        ("# Big", "<p><strong>Big</strong></p>", "**Big**"),
        (
            "![alt](https://x.example/a.png)",
            '<p><a href="https://x.example/a.png">alt</a></p>',
            "[alt](https://x.example/a.png)",
        ),
        (
            "[x](javascript:alert(1))",
            "<p>[x](javascript:alert(1))</p>",
            "\\[x\\](javascript:alert(1))",
        ),
        ("[x](../up.html)", "<p>x</p>", "x"),
        (
            "[x](/a) [y](https://b.example)",
            '<p>x <a href="https://b.example">y</a></p>',
            "x [y](https://b.example)",
        ),
        ("a\u202eb", "<p>a\\u202eb</p>", "a\\\\u202eb"),
        ("", "", ""),
    ],
)
def test_a_text_is_rendered(text: str, html: str, markdown: str) -> None:
    found = rich(text)
    assert (str(found.html), found.markdown) == (html, markdown)


@pytest.mark.parametrize("language", ["python", "json", "sh", "text"])
def test_code_is_text_in_every_language(language: str) -> None:
    source = 'if a < b & c: "<script>" # </pre>\n<x> & \'<y>\' {<z>: "&lt;"}'
    shown = read(f"<pre>{highlight(source, language)}</pre>")
    assert shown.text == source
    assert {e.tag for e in shown.all()} <= {"pre", "span"}


def test_names_in_code_lead_to_their_places() -> None:
    shown = read(f"<pre>{highlight('A[B, C]', 'python', {'B': 'b.html#B'})}</pre>")
    (link,) = shown.all("a")
    assert (link.text, link.attributes["href"]) == ("B", "b.html#B")


def test_a_security_scheme_that_is_not_generated_leaves_the_page_without_it(
    tmp_path: Path,
) -> None:
    api, sdk = description("x"), configuration("x")
    api["components"]["securitySchemes"]["token"] = {"type": "apiKey", "in": "body"}
    api["paths"]["/things/{id}"]["get"]["security"] = [{"token": []}]
    site = site_of(tmp_path, api, sdk)
    assert site is not None
    assert 'id="security"' not in site["methods/things/read.html"]


@pytest.mark.parametrize("status", ['4"><b>x</b>', "4xx\n\n# Heading", "`4`"])
def test_a_status_that_is_none_stays_text(status: str, tmp_path: Path) -> None:
    api = description("x")
    operation = api["paths"]["/things/{id}"]["get"]
    operation["responses"][status] = {"description": "refused"}
    site = site_of(tmp_path, api, configuration("x"))
    assert site is not None
    page = MarkdownIt("commonmark").parse(site["methods/things/read.md"])
    listed = [t.content for t in page if t.type == "inline" and "refused" in t.content]
    assert [content.partition("`")[0] for content in listed] == [""]
    assert "html_inline" not in {c.type for t in page for c in t.children or ()}
