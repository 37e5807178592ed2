"""Models made of Python values without validation: ``Model.construct`` and ``construct_type``."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, Union

import pytest
from pydantic import Field
from typing_extensions import TypeAliasType

from generator.runtime import BaseModel, PropertyInfo, Subtypes
from generator.runtime.decode.construct import construct_type
from generator.runtime.decode.moments import parse_date, parse_datetime


class Point(BaseModel):
    x: float
    label: str | None = None


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int


class Dog(BaseModel):
    kind: Literal["dog"] = Field(alias="kind")
    name: str


class Shape(BaseModel):
    points: list[Point]
    by_name: dict[str, Point] = Field(alias="byName")
    made: datetime | None = None
    day: date | None = None
    size: int = 7


class Sealed(BaseModel):
    __pydantic_extra__: dict[str, Point] = Field(init=False)

    cls: str


ANIMAL = Annotated[Cat | Dog, PropertyInfo(discriminator="kind")]


def test_nested_values_become_their_types() -> None:
    made = Shape.construct(
        points=[{"x": 1}], byName={"a": {"x": 2.5}}, made="2026-01-02T03:04:05Z"
    )
    assert made.points == [Point(x=1.0)]
    assert type(made.points[0].x) is float
    assert made.by_name["a"].x == 2.5
    assert made.made == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert made.size == 7
    assert made.model_fields_set == {"points", "by_name", "made"}


def test_a_field_is_given_by_its_name_or_its_wire_name() -> None:
    by_name = Shape.construct(by_name={"a": {"x": 1.0}})
    assert by_name.by_name == Shape.construct(byName={"a": {"x": 1.0}}).by_name


def test_values_of_other_types_stay_as_they_are() -> None:
    made: Any = Shape.construct(points=False, byName=[1], made="noon", day={"a"})
    assert (made.points, made.by_name, made.made, made.day) == (
        False,
        [1],
        "noon",
        {"a"},
    )
    whole: Any = Point.construct(x=2**53 + 1)
    assert type(whole.x) is int


def test_a_missing_required_field_is_none_and_an_unknown_one_is_kept() -> None:
    made: Any = Point.construct(colour="red")
    assert (made.x, made.colour, made.model_fields_set) == (None, "red", set())
    assert Point.construct({"x"}, x=1.0).model_fields_set == {"x"}


def test_unknown_fields_become_the_type_that_the_model_gives_them() -> None:
    made: Any = Sealed.construct(cls="a", corner={"x": 3})
    assert (made.cls, made.corner) == ("a", Point(x=3.0))


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"kind": "cat", "lives": 9}, Cat),
        ({"kind": "dog", "name": "Rex"}, Dog),
        ({"kind": "dog", "name": 3}, Dog),
        ({"kind": "fish"}, Cat),
        ("none", str),
    ],
)
def test_a_member_of_a_union_is_chosen(value: object, kind: type) -> None:
    assert type(construct_type(value, ANIMAL)) is kind


def test_a_mapping_chooses_before_validity_does() -> None:
    mapping = {"a": Cat, "b": Dog}
    info = PropertyInfo(discriminator="kind", mapping=mapping, default=Dog)
    union: Any = Union[Cat, Dog]  # noqa: UP007 - of typing: it can be remembered
    kind: Any = Annotated[union, info]
    assert type(construct_type({"kind": "a"}, kind)) is Cat
    assert type(construct_type({"kind": "cat", "lives": 1}, kind)) is Dog
    swapped = PropertyInfo(discriminator="kind", mapping={"a": Dog, "b": Cat})
    other: Any = Annotated[union, swapped]
    assert type(construct_type({"kind": "a"}, other)) is Dog


def test_what_extends_a_model_is_chosen_by_its_property() -> None:
    class Base(BaseModel):
        kind: str

    class Special(Base):
        extra: int

    Base.__subtypes__ = Subtypes("kind", lambda: {"special": Special})
    assert type(construct_type({"kind": "special", "extra": 1}, Base)) is Special
    assert type(construct_type({"kind": "other"}, Base)) is Base


def test_an_alias_and_an_optional_are_looked_through() -> None:
    alias: Any = TypeAliasType("alias", list[Point])
    assert construct_type([{"x": 1}], alias) == [Point(x=1.0)]
    assert construct_type({"x": "far"}, Point | None).x == "far"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-1-2 3:04", datetime(2026, 1, 2, 3, 4)),
        ("2026-01-02T03:04:05.5+0230", "2026-01-02T00:34:05.500000+00:00"),
        ("2026-01-02T03:04:05.123456789-02", "2026-01-02T05:04:05.123456+00:00"),
        (b"1767322800", "2026-01-02T03:00:00+00:00"),
        (1767322800_000, "2026-01-02T03:00:00+00:00"),
        (1767322800_000_000_000, "2026-01-02T03:00:00+00:00"),
        ("infinity", datetime.max),
        (float("-inf"), datetime.min),
    ],
)
def test_moments_are_read_generously(text: Any, moment: object) -> None:
    found = parse_datetime(text)
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    assert found == moment
    assert parse_datetime(found) is found


@pytest.mark.parametrize(
    "text", ["", "noon", "2026-13-01T00:00", "nan", "2026-01-01T00:00+25:00"]
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(
        ValueError, match=r"invalid|must be|not a number|strictly between"
    ):
        parse_datetime(text)


def test_days_are_read_from_texts_numbers_and_moments() -> None:
    day = date(2026, 1, 2)
    read = [
        parse_date(v) for v in ("2026-1-2", 1767322800, day, datetime(2026, 1, 2, 5))
    ]
    assert read == [day] * 4
    assert {type(found) for found in read} == {date}
    with pytest.raises(ValueError, match="invalid date"):
        parse_date("2026-01-02T00:00")
