"""JSONPath expressions select what RFC 9535 says."""

from __future__ import annotations

import time

import pytest

from generator.openapi.json_path import JsonPath, NotJsonPath, TooManyNodes

STORE = {
    "books": [
        {"title": "Sayings", "author": "Rees", "price": 8.95, "tags": ["old", "wise"]},
        {"title": "Sword", "author": "Waugh", "price": 12.99},
        {"title": "Moby Dick", "author": "Melville", "isbn": "0-553", "price": 8.99},
        {"title": "Rings", "author": "Tolkien", "isbn": "0-395", "price": 22.99},
    ],
    "bicycle": {"color": "red", "price": 399, "x-new": True},
    "limit": 10,
    "a'b\"c": None,
    "straße": [],
}


@pytest.mark.parametrize(
    ("expression", "paths"),
    [
        ("$", [""]),
        ("$.limit", ["limit"]),
        ("$ .limit", ["limit"]),
        ("$['limit']", ["limit"]),
        ('$["limit"]', ["limit"]),
        ("$.straße", ["straße"]),
        ("$['a\\'b\"c']", ["a'b\"c"]),
        ("$.absent", []),
        ("$.limit.x", []),
        ("$.books[0].title", ["books/0/title"]),
        ("$.books[-1].title", ["books/3/title"]),
        ("$.books[4]", []),
        ("$.books[0, 2]", ["books/0", "books/2"]),
        ("$.books[1:3]", ["books/1", "books/2"]),
        ("$.books[::2]", ["books/0", "books/2"]),
        ("$.books[::-2]", ["books/3", "books/1"]),
        ("$.books[-2:]", ["books/2", "books/3"]),
        ("$.books[::0]", []),
        ("$.bicycle.*", ["bicycle/color", "bicycle/price", "bicycle/x-new"]),
        ("$.bicycle[*]", ["bicycle/color", "bicycle/price", "bicycle/x-new"]),
        ("$.bicycle['color', 'price']", ["bicycle/color", "bicycle/price"]),
        ("$..isbn", ["books/2/isbn", "books/3/isbn"]),
        ("$..tags[0]", ["books/0/tags/0"]),
        ("$..[0]", ["books/0", "books/0/tags/0"]),
        ("$.books[?@.isbn]", ["books/2", "books/3"]),
        ("$.books[?(@.isbn)]", ["books/2", "books/3"]),
        ("$.books[?!@.isbn]", ["books/0", "books/1"]),
        ("$.books[?@.price < 10]", ["books/0", "books/2"]),
        ("$.books[?@.price >= 12.99 && @.isbn]", ["books/3"]),
        (
            "$.books[?@.author == 'Rees' || @.author == \"Waugh\"]",
            ["books/0", "books/1"],
        ),
        ("$.books[?!(@.author == 'Rees' || @.isbn)]", ["books/1"]),
        ("$.books[?@.absent == @.other]", [f"books/{n}" for n in range(4)]),
        ("$.books[?@.price == $.books[1].price]", ["books/1"]),
        ("$.books[?@.tags[?@ == 'wise']].title", ["books/0/title"]),
        ("$[?@ == 10]", ["limit"]),
        ("$[?@ == null]", ["a'b\"c"]),
        ("$[?@ == true]", []),
        ("$.bicycle[?@ == true]", ["bicycle/x-new"]),
        ("$.bicycle[?@ == 1]", []),
        ("$.books[?length(@.author) > 5]", ["books/2", "books/3"]),
        ("$.books[?count(@.tags[*]) == 2]", ["books/0"]),
        ("$.books[?value(@..isbn) == '0-395']", ["books/3"]),
        ("$.books[?match(@.title, 'S.*')]", ["books/0", "books/1"]),
        ("$.books[?match(@.title, 'or')]", []),
        ("$.books[?search(@.title, 'or')]", ["books/1"]),
        ("$.books[?search(@.title, '(')]", []),
        ("$.books[?search(@.price, '8')]", []),
    ],
)
def test_an_expression_selects_values(expression: str, paths: list[str]) -> None:
    nodes = JsonPath.parse(expression).nodes(STORE)
    assert ["/".join(map(str, path)) for path, _ in nodes] == paths


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("", "starts with '$'"),
        ("books", "starts with '$'"),
        ("$.", "a name"),
        ("$.x-new", "are written ['…']"),
        ("$.paths./pets", "a name"),
        ("$[", "a quoted name"),
        ("$['a", "no quoted text"),
        ("$['a'", "',' or ']'"),
        ("$[99999999999999999999]", "too large"),
        ("$[?]", "a query, a function or a value"),
        ("$[?1]", "no test"),
        ("$[?@.a ==]", "a query, a function or a value"),
        ("$[?@.* == 1]", "a single value"),
        ("$[?1 == @..a]", "a single value"),
        ("$[?(@.a]", "')'"),
        ("$[?keys(@)]", "no function 'keys'"),
        ("$[?length(@.*) == 1]", "a single value"),
        ("$[?count(1) == 1]", "takes a query"),
        ("$[?match(@.a)]", "','"),
        ("$[?!@.a == 1]", "',' or ']'"),
        ("$[?" + "(" * 100_000, "too deeply"),
        ("$[?@" + "[?@" * 100_000, "too deeply"),
        ("$.a b", "unexpected"),
    ],
)
def test_what_is_no_expression_is_refused(expression: str, message: str) -> None:
    with pytest.raises(NotJsonPath) as caught:
        JsonPath.parse(expression)
    assert message in str(caught.value)


def test_an_expression_cannot_select_without_end() -> None:
    deep: dict[str, object] = {}
    for _ in range(150):
        deep = {"a": deep, "b": [deep]}
    began = time.process_time()
    with pytest.raises(TooManyNodes):
        JsonPath.parse("$..*").nodes(deep)
    assert time.process_time() - began < 20


def test_patterns_take_linear_time() -> None:
    began = time.process_time()
    query = JsonPath.parse("$[?match(@, '(a+)+')]")
    assert query.nodes(["a" * 50_000 + "b"]) == []
    assert time.process_time() - began < 2
