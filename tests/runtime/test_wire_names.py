"""Names inside what a caller gives become those of the wire, at every depth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, Required, TypedDict

import pytest

from generator.runtime.wire.wire_names import WireName, converters_of


class Folder(TypedDict, total=False):
    """Holds itself, in a key that comes before the one of another name."""

    inside: Iterable[Folder]
    made_on: Required[Annotated[str, WireName("madeOn")]]


class Boat(TypedDict, total=False):
    """Holds itself by way of a type whose own key of another name follows."""

    owner: Owner
    kind: Literal["boat"]


class Owner(TypedDict, total=False):
    boats: Mapping[str, Boat]
    full_name: Annotated[str, WireName("fullName")]


class Plane(TypedDict, total=False):
    kind: Literal["plane"]
    full_name: Annotated[str, WireName("name")]


class Plain(TypedDict, total=False):
    name: str


class Arguments(TypedDict, total=False):
    folder: Folder
    boat: Boat
    either: Owner | Plane | None
    many: Iterable[Owner | str]
    plain: Plain
    text: str


class FlightArguments(TypedDict, total=False):
    either: Plane
    many: Iterable[str]
    text: Required[str]


CONVERTERS = converters_of(Arguments)


@pytest.mark.parametrize(
    "calls", [Arguments | FlightArguments, FlightArguments | Arguments]
)
def test_an_argument_of_several_calls_is_sent_as_the_type_that_it_fits(
    calls: Any,
) -> None:
    converters = converters_of(calls)
    assert converters["either"]({"kind": "plane", "full_name": "x"}) == {
        "kind": "plane",
        "name": "x",
    }
    assert converters["either"]({"boats": {}, "full_name": "x"}) == {
        "boats": {},
        "fullName": "x",
    }
    assert converters["many"](["x", {"full_name": "y"}]) == ["x", {"fullName": "y"}]
    assert "text" not in converters


@pytest.mark.parametrize(
    ("argument", "given", "sent"),
    [
        (
            "folder",
            {
                "made_on": "1",
                "inside": [{"made_on": "2", "inside": [{"made_on": "3"}]}],
            },
            {"madeOn": "1", "inside": [{"madeOn": "2", "inside": [{"madeOn": "3"}]}]},
        ),
        (
            "boat",
            {"owner": {"boats": {"a": {"owner": {"full_name": "x"}}}}},
            {"owner": {"boats": {"a": {"owner": {"fullName": "x"}}}}},
        ),
        ("either", {"kind": "plane", "full_name": "x"}, {"kind": "plane", "name": "x"}),
        ("either", {"boats": {}, "full_name": "x"}, {"boats": {}, "fullName": "x"}),
        ("either", None, None),
        ("many", iter([{"full_name": "x"}, "y"]), [{"fullName": "x"}, "y"]),
        ("folder", {"madeOn": "1", "else": 2}, {"madeOn": "1", "else": 2}),
    ],
    ids=["itself", "each other", "literal", "keys", "null", "items", "wire names"],
)
def test_keys_are_called_as_on_the_wire(argument: str, given: Any, sent: Any) -> None:
    assert CONVERTERS[argument](given) == sent


def test_arguments_without_other_names_are_not_converted() -> None:
    assert set(CONVERTERS) == {"folder", "boat", "either", "many"}
