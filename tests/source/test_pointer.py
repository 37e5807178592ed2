"""JSON pointers are those of RFC 6901."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source import Pointer


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", ()),
        ("/", ("",)),
        ("/a/b", ("a", "b")),
        ("/a~1b/m~0n/~01", ("a/b", "m~n", "~1")),
        ("/%20", ("%20",)),
        ("#", ()),
        ("#/a%20b/%7Bid%7D", ("a b", "{id}")),
        ("#/paths/~1a%2Fb", ("paths", "/a", "b")),
    ],
)
def test_the_forms_of_the_standard_are_read(text: str, tokens: tuple[str, ...]) -> None:
    assert Pointer.parse(text).tokens == tokens


@pytest.mark.parametrize("text", ["a", "a/b", "#a", "/~", "/~2", "/a~"])
def test_a_garbled_pointer_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="JSON pointer"):
        Pointer.parse(text)


@settings(deadline=None)
@given(st.lists(st.text()))
def test_a_pointer_survives_writing_and_reading(tokens: list[str]) -> None:
    pointer = Pointer(tuple(tokens))
    assert Pointer.parse(str(pointer)) == pointer


def test_tokens_are_appended_and_taken_off() -> None:
    pointer = Pointer() / "paths" / "/a" / 0
    assert str(pointer) == "/paths/~1a/0"
    assert pointer.parent == Pointer(("paths", "/a"))
    assert Pointer().parent == Pointer()


def test_pointers_can_be_sorted_and_kept_in_sets() -> None:
    assert sorted({Pointer(("b",)), Pointer(("a",)), Pointer(("a",))}) == [
        Pointer(("a",)),
        Pointer(("b",)),
    ]
