"""A cursor answers typed questions, and reports what it does not find."""

from __future__ import annotations

import pytest

from generator.openapi.cursor import Cursor

from .conftest import Reading

TEXT = """\
text: words
count: 3
flag: true
nothing: null
items: [a, 2, b]
mapping: {b: 1, a: 2}
"""


@pytest.fixture
def cursor(reading: Reading) -> Cursor:
    documents = reading.describe(TEXT)
    assert documents is not None
    return Cursor.root(documents, reading.report)


def test_values_of_the_right_type_are_given(cursor: Cursor, reading: Reading) -> None:
    assert cursor.text("text") == "words"
    assert cursor.integer("count") == 3
    assert cursor.flag("flag") is True
    assert cursor.has("text")
    assert reading.codes == []


def test_what_is_absent_or_null_is_none(cursor: Cursor, reading: Reading) -> None:
    assert cursor.text("absent") is None
    assert cursor.text("nothing") is None
    assert cursor.flag("absent", default=True) is True
    assert cursor.at("absent") is None
    assert cursor.descend("mapping", "absent", "deeper") is None
    assert cursor.strings("absent") == ()
    assert reading.codes == []


def test_a_wrong_type_is_reported_at_its_place(
    cursor: Cursor, reading: Reading
) -> None:
    assert cursor.text("count") is None
    assert reading.only == "S010 2:1 'count' must be a string, not a number"


def test_a_boolean_is_not_an_integer(cursor: Cursor, reading: Reading) -> None:
    assert cursor.integer("flag") is None
    assert reading.only == "S010 3:1 'flag' must be an integer, not a boolean"


def test_the_items_of_a_list_are_checked_one_by_one(
    cursor: Cursor, reading: Reading
) -> None:
    assert cursor.strings("items") == ("a", "b")
    assert reading.only == "S010 5:12 '1' must be a string, not a number"


def test_entries_keep_the_order_of_the_file(cursor: Cursor) -> None:
    mapping = cursor.at("mapping")
    assert mapping is not None
    assert [key for key, _ in mapping.entries()] == ["b", "a"]


def test_entries_of_something_else_are_reported(
    cursor: Cursor, reading: Reading
) -> None:
    text = cursor.at("text")
    assert text is not None
    assert list(text.entries()) == []
    assert reading.only == "S010 1:1 'text' must be a mapping, not a string"


def test_unknown_keys_come_with_what_was_meant(cursor: Cursor) -> None:
    known = ("texts", "count", "flag", "nothing", "items")
    found = [(child.name, close) for child, close in cursor.unknown_keys(known)]
    assert found == [("text", "texts"), ("mapping", None)]


def test_places_have_stable_names(reading: Reading) -> None:
    reading.write("A: {type: string}\n", "sub/other.yaml")
    documents = reading.describe(
        "components: {schemas: {A: {$ref: 'sub/other.yaml#/A'}}}\n"
    )
    assert documents is not None
    schema = Cursor.root(documents, reading.report).descend(
        "components", "schemas", "A"
    )
    assert schema is not None
    assert schema.id == "#/components/schemas/A"
    assert schema.resolve().id == "sub/other.yaml#/A"
    assert str(schema.resolve().place) == "sub/other.yaml:1:1"
