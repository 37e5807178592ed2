"""The pages in a browser, opened from the disk as their readers may do."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.docs import large
from tests.docs.conftest import METHOD, SITE, SOURCE, compiled, run, site_of
from tests.docs.test_hostile import MORE
from tests.security.hostile import TEXTS, configuration, description

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
KINDS = [
    "index",
    "guides/errors",
    METHOD,
    "resources/security_center/insights/audit_logs",
    "types/shared/error_data",
    "pagination/cursor_pagination",
]


@contextmanager
def opened(
    browser: Browser, page: str, site: Path = SITE, **options: Any
) -> Iterator[Page]:
    """A page of a site; anything that the browser complains about is an error."""
    complaints: list[str] = []
    options = {"viewport": WIDE, "color_scheme": "light", **options}
    context = browser.new_context(**options)
    opened = context.new_page()
    opened.on(
        "console", lambda m: complaints.append(m.text) if m.type == "error" else None
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("dialog", lambda dialog: complaints.append(dialog.message))
    opened.on(
        "request",
        lambda r: complaints.append(r.url) if "file:" not in r.url[:5] else None,
    )
    opened.goto(f"{site.as_uri()}/{page}.html")
    try:
        yield opened
    finally:
        context.close()
    assert complaints == []


def test_search_finds_the_method_as_one_types(browser: Browser) -> None:
    with opened(browser, "index") as page:
        page.keyboard.press("/")
        page.keyboard.type("list_by")
        page.wait_for_selector("#results li[aria-selected=true]")
        assert (
            page.locator("#results li")
            .first.inner_text()
            .startswith("security_center.insights.audit_logs.list_by_insight")
        )
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{METHOD}.html")
        assert page.locator("h1").inner_text() == "List changes to one insight"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (
            "per_page",
            "methods/security_center/insights/audit_logs/list.html#param-per_page",
        ),
        ("get audit-log", "methods/security_center/insights/audit_logs/list.html"),
        ("changes one", f"{METHOD}.html"),
        ("errorda", "types/shared/error_data.html#ErrorData"),
        ("retr", "guides/retries.html"),
        (
            "AuditLogListBy",
            "types/security_center/insights/audit_log_list_by_insight_response.html#AuditLogListByInsightResponse",
        ),
    ],
)
def test_search_knows_names_paths_titles_and_parameters(
    typed: str, found: str, browser: Browser
) -> None:
    with opened(browser, "index") as page:
        page.get_by_role("combobox").fill(typed)
        page.wait_for_selector("#results li")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{found}")


def test_results_can_be_selected_with_the_keyboard(browser: Browser) -> None:
    with opened(browser, "index") as page:
        field = page.get_by_role("combobox")
        field.fill("list")
        page.wait_for_selector("#results li")
        count = page.locator("#results li").count()
        assert count > 2
        page.keyboard.press("ArrowDown")
        assert field.get_attribute("aria-activedescendant") == "result-1"
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        assert field.get_attribute("aria-activedescendant") == f"result-{count - 1}"
        page.keyboard.press("Escape")
        assert field.get_attribute("aria-expanded") == "false"
        field.fill("nothing like this")
        sentence = "Nothing found for “nothing like this”"
        page.get_by_text(sentence).first.wait_for()
        assert page.locator("#results").inner_text() == sentence
        page.keyboard.press("Enter")
        assert page.url.endswith("index.html")


def test_a_parameter_expands_and_collapses(browser: Browser) -> None:
    with opened(browser, METHOD) as page:
        summary = page.locator("#param-order summary")
        value = page.locator("#param-order .values code").first
        assert value.is_visible()
        summary.click()
        assert not value.is_visible()
        summary.focus()
        page.keyboard.press("Enter")
        assert value.is_visible()


def test_a_deep_link_leads_to_its_parameter(browser: Browser) -> None:
    with opened(browser, METHOD) as page:
        top = page.evaluate("scrollY")
        page.locator("#param-since > dt > a").click()
        page.wait_for_function("scrollY > 300")
        assert page.url.endswith("#param-since")
        assert top == 0
        colour = "getComputedStyle(document.getElementById(%r)).backgroundColor"
        page.wait_for_function(f"{colour % 'param-since'} !== {colour % 'param-order'}")
        assert page.locator("#param-since").is_visible()


def test_a_deep_link_opens_what_is_folded(browser: Browser) -> None:
    with opened(browser, "types/shared/error_data") as page:
        assert not page.locator("#ErrorData-source-pointer").is_visible()
        page.evaluate("location.hash = 'ErrorData-source-pointer'")
        page.locator("#ErrorData-source-pointer").wait_for(state="visible")


@pytest.mark.parametrize("mode", ["Python", "Python (async)"])
def test_what_is_copied_runs(
    mode: str, browser: Browser, mock_url: str, tmp_path: Path
) -> None:
    with opened(
        browser, METHOD, permissions=["clipboard-read", "clipboard-write"]
    ) as page:
        page.get_by_role("button", name=mode, exact=True).click()
        assert page.locator(".samples .mode:visible").count() == 1
        block = page.locator(".samples figure.block:visible").first
        block.get_by_role("button", name="Copy").click()
        page.wait_for_function(
            "document.getElementById('status').textContent === 'Copied'"
        )
        program = page.evaluate("navigator.clipboard.readText()")
    assert ("await " in program) == (mode == "Python (async)")
    environment = {"CLOUDFLARE_API_TOKEN": "token", "CLOUDFLARE_BASE_URL": mock_url}
    done = run(program, tmp_path, SOURCE, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_system_until_it_is_switched(
    scheme: str, browser: Browser
) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, METHOD, color_scheme=scheme) as page:
        before = page.evaluate(background)
        assert (before == "rgb(255, 255, 255)") == (scheme == "light")
        page.get_by_role(
            "button", name="Dark" if scheme == "light" else "Light"
        ).click()
        after = page.evaluate(background)
        assert after != before
        page.reload()
        assert page.evaluate(background) == after


@pytest.mark.parametrize(
    ("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")], ids=["desktop", "phone"]
)
@pytest.mark.parametrize("name", KINDS)
def test_axe_finds_nothing(name: str, size: Any, scheme: Any, browser: Browser) -> None:
    with opened(browser, name, viewport=size, color_scheme=scheme) as page:
        page.evaluate(
            "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
        )
        result = Axe().run(page, options={"preload": False})
        assert result.violations_count == 0, result.generate_report()


def test_axe_finds_nothing_in_the_results(browser: Browser) -> None:
    with opened(browser, METHOD) as page:
        page.get_by_role("combobox").fill("list")
        page.wait_for_selector("#results li")
        result = Axe().run(page, options={"preload": False})
        assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("name", KINDS)
def test_a_phone_shows_the_whole_width(name: str, browser: Browser) -> None:
    with opened(browser, name, viewport=NARROW) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
        navigation = page.locator("#navigation")
        assert not navigation.is_visible()
        page.get_by_role("button", name="Menu").click()
        assert navigation.is_visible()
        page.keyboard.press("Escape")
        assert not navigation.is_visible()


CUT = """[...document.querySelectorAll("pre, h1, .call, .url, #navigation a, .beside a")]
    .filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.outerHTML)"""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["desktop", "phone"])
def test_nothing_is_cut_or_wider_than_the_screen(
    size: Any, browser: Browser, tmp_path: Path
) -> None:
    endless = "Endless" * 30
    text = f"Words.\n\n    some code {endless}  {endless}\n\n`{endless}` {endless}"
    site = site_of(tmp_path, description(text), configuration(endless))
    assert site is not None
    for path, data in site.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(data, encoding="utf-8")
    pages = [(tmp_path, page[:-5]) for page in site if page.endswith(".html")]
    pages += [(SITE, page) for page in KINDS]
    with opened(browser, "index", viewport=size) as page:
        for folder, path in pages:
            page.goto(f"{folder.as_uri()}/{path}.html")
            page.evaluate(
                "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
            )
            page.evaluate("document.documentElement.classList.remove('js')")
            width = page.evaluate("document.documentElement.scrollWidth")
            assert (path, width) == (path, size["width"])
            assert (path, page.evaluate(CUT)) == (path, [])


@pytest.mark.parametrize("mode", ["Python", "Python (async)", "cURL"])
def test_a_way_to_call_is_kept_and_moves_nothing(mode: str, browser: Browser) -> None:
    top = """Math.min(...[...document.querySelectorAll('.samples .block')]
        .filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect().top))"""
    with opened(browser, METHOD) as page:
        before = page.evaluate(top)
        page.get_by_role("button", name=mode, exact=True).click()
        assert page.evaluate(top) == before
        assert page.locator(".samples .mode:visible").count() == 1
        call = page.locator(".call:visible").inner_text()
        assert ("Async" in call) == (mode == "Python (async)")
        page.reload()
        pressed = page.locator("[aria-label='Which client'] [aria-pressed=true]")
        assert pressed.inner_text() == mode


def test_each_response_is_shown_when_it_is_asked_for(browser: Browser) -> None:
    with opened(browser, METHOD) as page:
        shown = page.locator(".response:visible")
        assert '"result"' in shown.inner_text()
        page.get_by_role("button", name="4XX").click()
        assert shown.count() == 1
        assert '"errors"' in shown.inner_text()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["desktop", "phone"])
def test_everything_is_readable_without_scripts(size: Any, browser: Browser) -> None:
    with opened(browser, METHOD, viewport=size, java_script_enabled=False) as page:
        for part in ("#navigation", "#parameters", "#param-order .values", "#returns"):
            assert page.locator(part).first.is_visible(), part
        programs = page.locator("pre.program")
        assert programs.count() == 4
        assert all(programs.nth(n).is_visible() for n in range(4))
        assert not page.get_by_role("combobox").is_visible()
        assert page.get_by_role("button", name="Copy").count() == 0


class _Slowly(SimpleHTTPRequestHandler):
    """Files of the site; its pages arrive in pieces, so that a browser paints parts."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args, directory=str(SITE))

    def do_GET(self) -> None:
        if not self.path.endswith(".html"):
            super().do_GET()
            return
        lines = (SITE / self.path.lstrip("/")).read_bytes().splitlines(keepends=True)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        for start in range(0, len(lines), 8):
            self.wfile.write(b"".join(lines[start : start + 8]))
            time.sleep(0.02)

    def log_message(self, *_: Any) -> None:
        """Requests are no news in a test."""


@pytest.fixture(scope="module")
def slowly() -> Iterator[str]:
    """The address of the site on a slow server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Slowly) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", KINDS)
def test_a_page_that_arrives_slowly_does_not_shift(
    name: str, size: Any, slowly: str, browser: Browser
) -> None:
    shifts = """new Promise((done) => {
        const moved = [];
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
                for (const { node } of entry.sources)
                    moved.push(node ? node.outerHTML || node.textContent : "");
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(moved), 300);
    })"""
    with browser.new_context(viewport=size, color_scheme="dark") as context:
        page = context.new_page()
        page.goto(f"{slowly}/{name}.html")
        assert page.evaluate(shifts) == []


def test_a_printed_page_shows_all_and_only_what_is_said(browser: Browser) -> None:
    with opened(browser, METHOD, color_scheme="dark") as page:
        page.emulate_media(media="print")
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(255, 255, 255)"
        for part in ("#navigation", ".top", ".copy"):
            assert not page.locator(part).first.is_visible(), part
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator(".mode.async pre").first.is_visible()


def test_no_text_of_a_description_becomes_a_script(
    browser: Browser, tmp_path: Path
) -> None:
    active = [text for text in (*TEXTS, *MORE) if "<" in text or "script" in text]
    for number, text in enumerate(active):
        folder = tmp_path / str(number)
        folder.mkdir()
        site = site_of(folder, description(text), configuration(text))
        for path, data in (site or {}).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(data, encoding="utf-8")
        with opened(browser, "methods/things/read", folder) as page:
            page.get_by_role("combobox").fill("read")
            page.wait_for_selector("#results li")


def test_search_among_a_thousand_operations_is_quick(
    browser: Browser, tmp_path: Path
) -> None:
    from generator.pipeline import build_docs

    large.write(tmp_path, 100)
    sdk = compiled(tmp_path)
    assert sdk is not None
    site = tmp_path / "site"
    wanted = ("index.html", "assets/")
    for path, data in build_docs(sdk, lambda _: None).items():
        if path.startswith(wanted):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(data)
    index = site / "assets" / "search-index.js"
    first, *entries, last = index.read_text("utf-8").splitlines()
    rows = [f"{entry.rstrip(',')}," for entry in entries] * 10
    index.write_text("\n".join((first, *rows, last)), "utf-8")
    typing = """async (text) => {
        const field = document.getElementById("search");
        field.focus();
        await new Promise((done) => setTimeout(done, 500));
        const times = [];
        for (let end = 1; end <= text.length; end += 1) {
            const started = performance.now();
            field.value = text.slice(0, end);
            field.dispatchEvent(new Event("input"));
            await Promise.resolve().then(() => Promise.resolve());
            document.body.offsetHeight;
            times.push(performance.now() - started);
        }
        return [times, document.querySelectorAll("#results li").length];
    }"""
    with opened(browser, "index", site) as page:
        times, found = page.evaluate(typing, "certificate6 retr")
    assert found > 0
    assert sorted(times)[len(times) // 2] < 100
