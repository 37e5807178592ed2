"""Query strings, as a table."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pytest

from generator.runtime.wire.param_styles import ParamStyle
from generator.runtime.wire.query import Querystring, encode_query
from generator.runtime.wire.sentinels import not_given, omit

Colour = Enum(
    "Colour", {"RED": "red"}, type=str
)  # as generated code before StrEnum had it


class Level(IntEnum):
    HIGH = 3


@pytest.mark.parametrize(
    ("value", "query"),
    [
        ("b", "a=b"),
        ("", "a="),
        ("b c&d=e#\r\n", "a=b+c%26d%3De%23%0D%0A"),
        ("é", "a=%C3%A9"),
        (None, ""),
        (omit, ""),
        (not_given, ""),
        (True, "a=true"),
        (False, "a=false"),
        (0, "a=0"),
        (1.5, "a=1.5"),
        (Decimal("1.10"), "a=1.10"),
        (Colour["RED"], "a=red"),
        (Level.HIGH, "a=3"),
        (UUID(int=1), "a=00000000-0000-0000-0000-000000000001"),
        (date(2026, 1, 2), "a=2026-01-02"),
        (
            datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
            "a=2026-01-02T03%3A04%3A05%2B00%3A00",
        ),
        (
            datetime(2026, 1, 2, tzinfo=timezone(timedelta(hours=-5))),
            "a=2026-01-02T00%3A00%3A00-05%3A00",
        ),
        ([], ""),
        ({}, ""),
        ({"b": {"c": 1}, "d": None}, "a.b.c=1"),
        ([Colour["RED"], None, "x"], "a=red&a=x"),
    ],
)
def test_a_value_is_written(value: object, query: str) -> None:
    assert encode_query({"a": value}) == query


@pytest.mark.parametrize(
    ("arrays", "query"),
    [
        ("repeat", "a=1&a=2"),
        ("comma", "a=1%2C2"),
        ("brackets", "a%5B%5D=1&a%5B%5D=2"),
        ("indices", "a%5B0%5D=1&a%5B1%5D=2"),
    ],
)
@pytest.mark.parametrize("sequence", [[1, 2], (1, 2)])
def test_lists_are_written_in_four_ways(
    arrays: str, query: str, sequence: object
) -> None:
    assert encode_query({"a": sequence}, array_format=arrays) == query  # type: ignore[arg-type] # a parameter of the test


def test_objects_are_nested_with_dots_or_brackets() -> None:
    value = {"a": {"b": {"c": 1}}}
    assert encode_query(value, nested_format="dots") == "a.b.c=1"
    assert encode_query(value, nested_format="brackets") == "a%5Bb%5D%5Bc%5D=1"


def test_a_datetime_without_a_zone_is_refused_with_its_name_and_the_remedy() -> None:
    with pytest.raises(ValueError, match="since") as caught:
        encode_query({"since": datetime(2026, 1, 2)})
    assert "tzinfo=timezone.utc" in str(caught.value)


def test_bytes_are_written_in_base64() -> None:
    assert (
        unquote(encode_query({"key": b"\xfb\xff", "of": [b"a"]})) == "key=+/8=&of=YQ=="
    )


@pytest.mark.parametrize("value", [object(), [object()], {"b": object()}])
def test_a_value_without_a_text_form_is_refused_by_name(value: object) -> None:
    with pytest.raises(TypeError, match="filter"):
        encode_query({"filter": value})


@pytest.mark.parametrize(
    ("params", "arrays", "nested", "query"),
    [
        ({"a": {"b": [1, 2]}}, "repeat", "dots", "a.b=1&a.b=2"),
        ({"a": {"b": [1, 2]}}, "brackets", "brackets", "a[b][]=1&a[b][]=2"),
        ({"a": [{"b": [1]}]}, "indices", "brackets", "a[0][b][0]=1"),
        ({"a": [{"b": {"c": 1}}]}, "repeat", "dots", "a.b.c=1"),
        ({"a": {"b": [1, None, 2]}}, "comma", "brackets", "a[b]=1,2"),
        ({"a": []}, "comma", "dots", ""),
    ],
)
def test_lists_and_objects_may_be_nested_in_each_other(
    params: dict[str, object], arrays: Any, nested: Any, query: str
) -> None:
    found = encode_query(params, array_format=arrays, nested_format=nested)
    assert unquote(found) == query
    assert unquote(Querystring(arrays, nested).stringify(params)) == query


@pytest.mark.parametrize("value", [[object()], {"b": object()}])
@pytest.mark.parametrize("arrays", ["comma", "repeat"])
def test_the_name_of_a_value_without_a_form_is_said(value: Any, arrays: Any) -> None:
    with pytest.raises(TypeError, match=r"^when.*: a object has no text form"):
        encode_query({"when": value}, array_format=arrays)


class Odd(Enum):
    MEMBER = frozenset({1})


def test_the_name_of_a_member_without_a_form_is_said() -> None:
    with pytest.raises(TypeError, match=r"^kind: a frozenset"):
        encode_query({"kind": Odd.MEMBER})


def test_what_is_not_given_is_left_out_beside_what_is() -> None:
    params = {"a": None, "b": omit, "c": not_given, "d": "", "e": 1}
    assert encode_query(params) == "d=&e=1"
    assert encode_query({"a": None}) == ""


def test_styled_parameters_follow_the_others() -> None:
    styles = {"a": ParamStyle("pipeDelimited"), "c": ParamStyle("form")}
    params = {"a": ["1", "2"], "b": "x", "c": "y", "d": None}
    assert encode_query(params, styles=styles) == "b=x&a=1%7C2&c=y"
