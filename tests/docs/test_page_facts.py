"""Every fact of the reference page is on our page, read one by one."""

from __future__ import annotations

import ast
import json

import pytest

from tests.client.page_facts import Entry, Page, read_page
from tests.client.test_page_facts import NAMES, alternatives, meant
from tests.docs.conftest import METHOD, SITE
from tests.docs.reading import Element, html_programs, read


@pytest.fixture(scope="module")
def page(reference_page: str) -> Page:
    return read_page(reference_page)


@pytest.fixture(scope="module")
def ours() -> Element:
    return read((SITE / f"{METHOD}.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def markdown() -> str:
    return (SITE / f"{METHOD}.md").read_text("utf-8")


def entries(section: Element) -> list[Element]:
    return list(section.all("div", klass="entry"))


def section(page: Element, name: str) -> Element:
    return next(
        s for s in page.all("section") if s.attributes["aria-labelledby"] == name
    )


def assert_same(ours: Element, fact: Entry) -> None:
    """An entry of ours states name, type, bounds and values of the reference page."""
    assert ours.one("a", klass="name").text == fact.name
    type_ = eval(ours.one("code", klass="type").text, dict(NAMES))
    assert alternatives(type_) == meant(fact.type)
    bounds = [
        f.text.split(" ", 1)
        for p in ours.all("p", klass="facts")
        for f in p.all("span")
    ]
    assert dict(bounds) == fact.facts
    values = [
        v.text for found in ours.all("ul", klass="values") for v in found.all("li")
    ]
    assert [json.loads(value) for value in values] == fact.values


def test_it_has_a_title_and_says_what_the_call_does(ours: Element) -> None:
    assert ours.one("h1").text == "List changes to one insight"
    assert ours.one("div", klass="lead").text.strip()


def test_it_shows_the_call_with_its_types(page: Page, ours: Element) -> None:
    call = ours.one("p", klass="call").text
    name, _ = page.argument
    assert (
        call
        == f"client.{page.call}({name}, **params: {page.params_type}) -> {page.returns}"
    )


def test_it_shows_verb_and_path(page: Page, ours: Element) -> None:
    url = ours.one("p", klass="url")
    assert (url.one("b").text, url.one("code").text) == (page.verb, page.path)


def test_it_shows_the_header_of_each_credential(page: Page, ours: Element) -> None:
    shown = [pre.text for pre in section(ours, "security").all("pre")]
    assert [example.partition(": ")[0] for example in shown] == page.headers
    assert shown[0].startswith("Authorization: Bearer ")


def test_it_lists_the_parameters_in_their_order(page: Page, ours: Element) -> None:
    found = entries(section(ours, "parameters"))
    assert [e.one("a", klass="name").text for e in found] == [
        e.name for e in page.parameters
    ]
    badges = [bool(list(e.all("span", klass="badge"))) for e in found]
    assert badges == sorted(badges, reverse=True), "those that must be given come first"


@pytest.mark.parametrize("number", range(10))
def test_it_states_what_a_parameter_is(number: int, page: Page, ours: Element) -> None:
    found = entries(section(ours, "parameters"))[number]
    assert_same(found, page.parameters[number])
    assert found.one("dd").one("p").text


@pytest.mark.parametrize("number", range(9))
def test_it_states_what_a_field_is(number: int, page: Page, ours: Element) -> None:
    found = entries(section(ours, "returns"))
    assert len(found) == len(page.fields)
    assert_same(found[number], page.fields[number])
    assert found[number].one("dd").one("p").text


def test_it_names_the_model_and_leads_to_it(page: Page, ours: Element) -> None:
    heading = section(ours, "returns").one("h3")
    assert heading.text == f"class {page.item}"
    path, _, anchor = heading.one("a").attributes["href"].partition("#")
    target = read((SITE / METHOD).parent.joinpath(path).resolve().read_text("utf-8"))
    assert target.one("h2", id=anchor).text == f"class {page.item}"


def test_it_has_the_program(page: Page, ours: Element) -> None:
    programs = [ast.dump(ast.parse(found)) for found in html_programs(ours)]
    assert ast.dump(ast.parse(page.program)) in programs


def test_it_has_the_example_of_the_response(page: Page, ours: Element) -> None:
    shown = ours.one("div", klass="response").one("pre").text
    assert json.loads(shown) == page.examples[0]
    assert next(iter(json.loads(shown))) == "result"


def test_the_markdown_page_states_the_same(
    page: Page, ours: Element, markdown: str
) -> None:
    assert f"# {ours.one('h1').text}" in markdown
    assert f"`{page.verb}` `{page.path}`" in markdown
    example = markdown.partition("```json\n")[2].partition("```")[0]
    assert json.loads(example) == page.examples[0]
    assert all(f"`{header}: " in markdown for header in page.headers)
    for entry in (*page.parameters, *page.fields):
        start = markdown.index(f"**`{entry.name}`**")
        told = markdown[
            start : (
                markdown.index("\n- **", start + 1)
                if entry is not page.fields[-1]
                else None
            )
        ]
        assert all(f"{name}: `{value}`" in told for name, value in entry.facts.items())
        assert all(f'`"{value}"`' in told for value in entry.values)


def test_our_page_has_more_than_the_reference_page(ours: Element) -> None:
    programs = "\n".join(html_programs(ours))
    assert "await client." in programs
    assert "\nfor item in client." in programs
    assert "except cloudflare.APIStatusError as error:" in programs
