"""The console of a method's page, in a browser: from the form to the response."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from tests.docs.conftest import mocked, site_of
from tests.mock.serving import served
from tests.web import Handler, Web, serving

SCRIPT = "<script>document.title = 'run'</script>"
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
JSON = "application/json"


def _responds(media_type: str, schema: Any, example: Any) -> Any:
    content = {media_type: {"schema": schema, "example": example}}
    return {"200": {"description": "It is so.", "content": content}}


THING = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": {"type": "string"}, "size": {"type": "integer"}},
}
GET = {
    "parameters": [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": "kinds", "in": "query", "explode": False,
         "schema": {"type": "array", "items": {"type": "string"}}},
        {"name": "order", "in": "query", "schema": {"enum": ["up", "down"]}},
        {"name": "filter", "in": "query", "style": "deepObject",
         "schema": {"type": "object", "properties": {"a": {"type": "integer"}}}},
        {"name": "where", "in": "query",
         "content": {JSON: {"schema": {"type": "string"}, "example": "here"}}},
        {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
        {"name": "taste", "in": "cookie", "schema": {"type": "string"}},
    ],
    "responses": _responds("text/html", {"type": "string"}, SCRIPT),
}  # fmt: skip
POST = {
    "requestBody": {"required": True, "content": {JSON: {
        "schema": THING, "example": {"name": "a thing", "size": 3}}}},
    "responses": _responds(JSON, THING, {"name": "12345678901234567890", "size": 1}),
}  # fmt: skip
API = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "servers": [{"url": "https://shop.example/v1"}],
    "security": [{"token": []}, {"user": []}],
    "paths": {
        "/things/{id}": {"get": GET},
        "/things": {"post": POST},
        "/events": {"get": {"responses": _responds(
            "text/event-stream", {"type": "string"}, "one")}},
    },
    "components": {"securitySchemes": {
        "token": {"type": "apiKey", "in": "header", "name": "X-Token"},
        "user": {"type": "http", "scheme": "basic"},
    }},
}  # fmt: skip
SDK = {
    "organization": {"name": "shop"},
    "targets": {"python": {"package_name": "shop"}},
    "resources": {
        "things": {
            "models": {},
            "methods": {
                "get": "get /things/{id}",
                "create": "post /things",
                "events": "get /events",
            },
        }
    },
}


@dataclass(frozen=True, slots=True)
class Shop:
    """Where the site is, and where a mock of the API is: two origins."""

    site: str
    api: str


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("shop")
    files = site_of(folder, API, SDK)
    assert files is not None
    pages = {path: text.encode() for path, text in files.items()}
    from generator.diagnostics import Report
    from generator.mock import ROOT, Mock
    from generator.openapi import describe

    described = describe(folder / "openapi.json", Report())
    assert described is not None
    with mocked(folder) as api, served(Mock(described), site=pages) as site:
        yield Shop(f"{site}{ROOT}", api)


@contextmanager
def console(
    browser: Browser, shop: Shop, method: str, **options: Any
) -> Iterator[tuple[Page, Locator]]:
    """The page of a method and its console, opened; its server is the mock."""
    context = browser.new_context(**{"viewport": WIDE, **options})
    context.set_default_timeout(10_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda m: errors.append(m.text) if "Security Policy" in m.text else None,
    )
    page.goto(f"{shop.site}methods/things/{method}.html")
    page.get_by_text("Try it", exact=True).click()
    found = page.locator("#console")
    server = found.get_by_label("server")
    assert server.input_value() == "https://shop.example/v1"
    server.fill(shop.api)
    try:
        yield page, found
    finally:
        context.close()
    assert errors == []


def send(found: Locator, status: str) -> str:
    """The body of the response, once it has come with a status."""
    found.get_by_role("button", name="Send").click()
    found.locator(".console-status", has_text=status).wait_for()
    found.locator("pre code:not(:empty)").wait_for()
    return found.locator("pre").inner_text()


def test_a_response_is_shown_as_text(browser: Browser, shop: Shop) -> None:
    with console(browser, shop, "get") as (page, found):
        found.get_by_label("id path").fill("a/b")
        assert "missing credentials" in send(found, "401")
        found.get_by_label("token").fill("SECRET")
        found.get_by_label("kinds").fill("one\ntwo,three")
        found.get_by_label("order").select_option("down")
        found.get_by_label("filter").fill('{"a": 1}')
        found.get_by_label("where query, JSON").fill('"there"')
        assert send(found, "200 OK") == SCRIPT
        request = found.locator(".console-request").inner_text()
        query = "filter%5Ba%5D=1&order=down&kinds=one,two%2Cthree&where=%22there%22"
        assert request == f"GET {shop.api}/things/a%2Fb?{query}"
        assert page.title() != "run"
        assert found.locator("pre *").count() == 1
        found.get_by_text("Response headers").click()
        assert "text/html" in found.locator("dl").inner_text()


def test_nothing_that_is_entered_is_kept(browser: Browser, shop: Shop) -> None:
    with console(browser, shop, "get") as (page, found):
        before = page.url
        found.get_by_label("password").fill("SECRET")
        found.get_by_label("username").fill("SECRET")
        found.get_by_label("id path").fill("1")
        send(found, "200")
        assert page.url == before
        assert "SECRET" not in found.inner_text()
        state = page.context.storage_state(indexed_db=True)
        assert state["cookies"] == []
        assert "SECRET" not in str(state)
        page.reload()
        page.get_by_text("Try it", exact=True).click()
        assert found.get_by_label("password").input_value() == ""


def test_a_body_reaches_the_server_as_it_was_typed(
    browser: Browser, shop: Shop
) -> None:
    with console(browser, shop, "create") as (_, found):
        found.get_by_label("token").fill("t")
        body = found.get_by_label("body JSON")
        assert body.input_value() == '{\n  "name": "a thing"\n}'
        shown = send(found, "200")
        assert '"name": "12345678901234567890"' in shown
        assert shown.count("\n") == 3
        body.fill('{"name": 1}')
        assert "/body/name" in send(found, "400")
        body.fill("{")
        found.get_by_role("button", name="Send").click()
        assert body.evaluate("field => field.validationMessage")
        body.fill('{"name": "n"}')
        body.press("Tab")
        found.page.keyboard.press("Enter")
        found.locator(".console-status", has_text="200").wait_for()


def test_a_mistake_is_reported_before_anything_is_sent(
    browser: Browser, shop: Shop
) -> None:
    with console(browser, shop, "get") as (page, found):
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.url))
        path, server = found.get_by_label("id path"), found.get_by_label("server")
        for field, text in ((path, ""), (server, "no address"), (server, "http://u@h")):
            kept = field.input_value()
            field.fill(text)
            found.get_by_role("button", name="Send").click()
            assert field.evaluate("field => field.validationMessage"), text
            field.fill(kept)
        path.fill("..")
        found.get_by_role("button", name="Send").click()
        found.locator(".console-status", has_text="leads elsewhere").wait_for()
        assert sent == []


def test_a_server_that_does_not_respond_is_explained(
    browser: Browser, shop: Shop
) -> None:
    def refuses(handler: Handler) -> None:
        handler.respond(200, "not for pages")

    def redirects(handler: Handler) -> None:
        handler.respond(302, Location="/things/2", Access_Control_Allow_Origin="*")

    def ends_early(handler: Handler) -> None:
        handler.send_response(200)
        for name, value in (("Content-Length", "9"), ("Content-Type", "text/plain")):
            handler.send_header(name, value)
        handler.send_header("Access-Control-Allow-Origin", "*")
        handler.end_headers()
        handler.wfile.write(b"half")
        handler.close_connection = True

    with serving() as web, console(browser, shop, "get") as (_, found):
        web.pages |= {"/things/1": refuses, "/things/3": redirects}
        web.pages["/things/4"] = ends_early
        found.get_by_label("server").fill(web.url)
        found.get_by_label("id path").fill("1")
        found.get_by_role("button", name="Send").click()
        found.locator(".console-status", has_text="(CORS)").wait_for()
        assert "not for pages" not in found.inner_text()
        found.get_by_label("id path").fill("3")
        found.get_by_role("button", name="Send").click()
        found.locator(".console-status", has_text="redirects").wait_for()
        found.get_by_label("id path").fill("4")
        found.get_by_role("button", name="Send").click()
        found.locator(".console-status", has_text="could not be read").wait_for()
        assert web.paths == ["/things/1", "/things/3", "/things/4"]


def test_a_stream_is_shown_as_it_arrives_until_it_is_stopped(
    browser: Browser, shop: Shop
) -> None:
    seen, stopped = threading.Event(), threading.Event()

    def stream(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Access-Control-Allow-Origin", "*")
        handler.end_headers()
        handler.wfile.write(b"data: first\n\n")
        assert seen.wait(30)
        handler.wfile.write(b"data: second\n\n")
        assert stopped.wait(30)

    def open_page(web: Web) -> None:
        with console(browser, shop, "events") as (_, found):
            found.get_by_label("server").fill(web.url)
            found.get_by_role("button", name="Send").click()
            found.locator("pre", has_text="data: first").wait_for()
            assert "second" not in found.inner_text()
            seen.set()
            found.locator("pre", has_text="data: second").wait_for()
            found.get_by_role("button", name="Stop").click()
            found.locator(".console-status", has_text="200 OK").wait_for()
            found.locator(".console-status", has_text="stopped").wait_for()
            assert found.get_by_role("button", name="Send").is_enabled()

    with serving() as web:
        web.pages["/events"] = stream
        try:
            open_page(web)
        finally:
            seen.set()
            stopped.set()


@pytest.mark.parametrize(
    ("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")], ids=["desktop", "phone"]
)
def test_the_console_is_accessible_and_fits(
    size: Any, scheme: Any, browser: Browser, shop: Shop
) -> None:
    options = {"viewport": size, "color_scheme": scheme, "bypass_csp": True}
    with console(browser, shop, "create", **options) as (page, found):
        found.get_by_label("token").fill("t")
        send(found, "200")
        found.get_by_text("Response headers").click()
        result = Axe().run(page, options={"preload": False})
        assert result.violations_count == 0, result.generate_report()
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width == size["width"]


def test_without_scripts_there_is_no_console(browser: Browser, shop: Shop) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{shop.site}methods/things/get.html")
        assert page.locator("#console").count() == 1
        assert not page.locator("#console").is_visible()


def test_what_a_page_cannot_send_is_said(browser: Browser, shop: Shop) -> None:
    with console(browser, shop, "get") as (_, found):
        assert "taste" in found.locator("p", has_text="cookies of another").inner_text()
        assert found.get_by_label("taste").count() == 0
