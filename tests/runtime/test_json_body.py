"""JSON bodies: what each value becomes, what is refused, and where in the body it stood."""

from __future__ import annotations

import json
from collections.abc import Mapping
from collections import deque
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from generator.runtime import BaseModel, not_given, omit
from generator.runtime.wire.json_body import encode_json


class Colour(Enum):
    RED = "red"


class Named(StrEnum):
    BLUE = "blue"


class Level(IntEnum):
    HIGH = 3


class Plain(pydantic.BaseModel):
    """A model that is none of ours, whose serialiser warns."""

    made: datetime | None = None


class Rule(BaseModel):
    made: datetime | None = None
    from_: str | None = Field(default=None, alias="from")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        ("é\u2028\\", '"é\u2028\\\\"'),
        ({"a": [1, 2.5, {"b": None}]}, '{"a":[1,2.5,{"b":null}]}'),
        ((1, 2), "[1,2]"),
        ({1: 2}, '{"1":2}'),
        (Colour.RED, '"red"'),
        (Named.BLUE, '"blue"'),
        (Level.HIGH, "3"),
        (date(2026, 1, 2), '"2026-01-02"'),
        (time(3, 4), '"03:04:00"'),
        (datetime(2026, 1, 2, tzinfo=UTC), '"2026-01-02T00:00:00+00:00"'),
        (
            datetime(2026, 1, 2, tzinfo=timezone(timedelta(hours=-3))),
            '"2026-01-02T00:00:00-03:00"',
        ),
        (UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        (Decimal("1.50"), "1.5"),
        (Decimal("12345678901234567890"), "12345678901234567890"),
        (MappingProxyType({"a": 1}), '{"a":1}'),
        ({7}, "[7]"),
        (frozenset(), "[]"),
        (Rule.model_validate({"from": "x"}), '{"from":"x"}'),
        ({"rule": Rule(made=None)}, '{"rule":{"made":null}}'),
        (
            Rule(made=datetime(2026, 1, 2, tzinfo=UTC)),
            '{"made":"2026-01-02T00:00:00Z"}',
        ),
        (Plain.model_construct(made="of another type"), '{"made":"of another type"}'),
        ({"a": omit, "b": [1, omit, {"c": not_given}]}, '{"b":[1,{}]}'),
        ("\ud800", '"\ud800"'),
        ({"a": b"\xff", "b": [bytearray(b"text")]}, '{"a":"/w==","b":["dGV4dA=="]}'),
        (deque([1]), "[1]"),
        (iter([1, {"a": iter([omit, 2])}]), '[1,{"a":[2]}]'),
    ],
)
def test_a_value_is_written(value: object, text: str) -> None:
    assert encode_json(value) == text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        ({"a": object()}, TypeError, r"body\.a: a object has no JSON form"),
        (object, TypeError, r"body: a type has no JSON form"),
        ({"a": [float("nan")]}, ValueError, r"body\.a\[0\]: .*not JSON compliant"),
        ({"a": float("inf")}, ValueError, r"body\.a: "),
        ({"a": Decimal("NaN")}, ValueError, r"body\.a: the number NaN is not finite"),
        (
            {"rules": [{}, {"made": datetime(2026, 1, 2)}]},
            ValueError,
            r"body\.rules\[1\]\.made: the datetime 2026-01-02 .* has no time zone",
        ),
        ({"a": {(1, 2): 3}}, TypeError, r"body\.a: keys must be"),
        ({"a": omit, "b": object()}, TypeError, r"body\.b: a object"),
    ],
)
def test_a_value_without_a_form_is_refused_with_its_place(
    value: object, kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind, match=f"^{words}"):
        encode_json(value)


def test_a_value_that_contains_itself_is_refused() -> None:
    circle: dict[str, Any] = {}
    circle["again"] = [circle]
    with pytest.raises(ValueError, match="contains itself"):
        encode_json(circle)


def test_what_was_given_is_left_as_it_was() -> None:
    inner: Mapping[str, object] = {"c": omit, "d": 1}
    value = {"a": inner}
    encode_json(value)
    assert value == {"a": {"c": omit, "d": 1}}


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_what_is_read_back_is_what_was_written(value: object) -> None:
    assert json.loads(encode_json(value).decode("utf-8", "surrogatepass")) == value


def test_a_body_that_is_no_container_is_called_body() -> None:
    with pytest.raises(TypeError, match=r"^body: a object has no JSON form"):
        encode_json(object())
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(ValueError, match=r"^body: the value contains itself"):
        encode_json(endless)
