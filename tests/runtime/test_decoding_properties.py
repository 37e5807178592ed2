"""Decoding for any JSON: nothing is lost, nothing is invented, nothing raises."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, datetime
from typing import Any, Literal

import jsonschema_rs
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.runtime import BaseModel
from generator.runtime.decode.decoding import Decoder, Undecodable


class Leaf(BaseModel):
    name: str
    size: int | None = None


class Tree(BaseModel):
    text: str
    whole: int
    number: float
    flag: bool
    moment: datetime
    day: date
    kind: Literal["a", "b"] | str
    leaf: Leaf
    maybe: Leaf | None
    leaves: list[Leaf]
    by_name: dict[str, Leaf]
    rows: list[list[int]]
    either: int | str
    anything: object
    child: Tree | None = None


FIELDS = tuple(Tree.model_fields)
TREE = Decoder.of(Tree)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12)
    | st.sampled_from(
        "2026-02-30 2019-12-27 2019-12-27T18:11:19.117Z 2019-12-27T18:11:19.1234567Z "
        "2019-12-27T18:11:19+05:30 1577470279 true null 0 a b NaN Infinity".split()
    )
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(FIELDS) | st.text(max_size=6), inner, max_size=4
        )
    ),
    max_leaves=12,
)
KEYS = st.sampled_from(
    [
        *FIELDS,
        "__class__",
        "__dict__",
        "model_fields",
        "model_config",
        "self",
        "",
        "é",
        "_x",
    ]
)
TREES = st.dictionaries(KEYS, VALUES, max_size=12)


def same(arrived: Any, given_back: Any) -> bool:
    """Whether two JSON values are equal, moments as moments."""
    match arrived, given_back:
        case dict(), dict():
            return arrived.keys() == given_back.keys() and all(
                same(value, given_back[key]) for key, value in arrived.items()
            )
        case list(), list():
            return len(arrived) == len(given_back) and all(
                map(same, arrived, given_back)
            )
        case str(), str():
            return arrived == given_back or _moment(arrived) == _moment(given_back)
        case (bool(), _) | (_, bool()):
            return arrived is given_back
        case (int() | float()), (int() | float()):
            return bool(arrived == given_back)
        case _:
            return type(arrived) is type(given_back) and arrived == given_back


def _moment(text: str) -> datetime | str:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return text


@given(TREES)
def test_what_arrived_is_what_is_given_back(tree: dict[str, Any]) -> None:
    found = TREE.decode(json.dumps(tree).encode(), False)
    assert same(tree, json.loads(found.to_json()))
    assert same(tree, found.to_dict(mode="json"))


@given(TREES)
def test_every_field_can_be_read(tree: dict[str, Any]) -> None:
    found = TREE.decode(json.dumps(tree).encode(), False)
    for name in FIELDS:
        value = getattr(found, name)
        assert (value is None) >= (tree.get(name) is None)
    assert found.model_fields_set >= {n for n in FIELDS if n in tree}
    assert type(found) is Tree
    assert isinstance(repr(found), str)


@given(VALUES)
def test_a_body_is_decoded_or_refused_with_one_error(value: Any) -> None:
    try:
        found = TREE.decode(json.dumps(value).encode(), False)
    except Undecodable:
        assert not isinstance(value, dict)
    else:
        assert isinstance(found, Tree)


@given(st.binary(max_size=60) | st.text(max_size=40).map(str.encode))
def test_any_bytes_are_decoded_or_refused_with_one_error(data: bytes) -> None:
    for kind in (Tree, list[Leaf], dict[str, int], int | str, object):
        with suppress(Undecodable):
            Decoder.of(kind).decode(data, False)


@given(st.lists(VALUES, max_size=6))
def test_a_wrong_item_leaves_its_neighbours_alone(items: list[Any]) -> None:
    leaf = {"name": "x", "size": 1}
    mixed = [piece for item in items for piece in (leaf, item)] + [leaf]
    found = TREE.decode(json.dumps({"leaves": mixed}).encode(), False)
    assert len(found.leaves) == len(mixed)
    assert all(
        isinstance(entry, Leaf) and entry.size == 1 for entry in found.leaves[::2]
    )


# In strict mode an independent judge must agree about every value.

PROPERTIES: dict[str, Any] = {
    "name": {"type": "string"},
    "size": {"type": ["integer", "null"]},
    "rows": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
    "either": {"type": ["integer", "string"]},
    "flag": {"type": "boolean"},
    "child": {"anyOf": [{"$ref": "#"}, {"type": "null"}]},
    "by_name": {"type": ["object", "null"], "additionalProperties": {"$ref": "#"}},
}
SCHEMA = {"type": "object", "required": ["name"], "properties": PROPERTIES}


class Judged(BaseModel):
    name: str
    size: int | None = None
    rows: list[list[int]] | None = None
    either: int | str = 0
    flag: bool = False
    child: Judged | None = None
    by_name: dict[str, Judged] | None = None


JUDGE = jsonschema_rs.validator_for(SCHEMA)
JUDGED = Decoder.of(Judged)


@given(st.dictionaries(st.sampled_from(list(PROPERTIES)), VALUES, max_size=6))
def test_strict_mode_agrees_with_another_validator(tree: dict[str, Any]) -> None:
    # JSON Schema takes 1.0 for an integer, strict mode does not.
    assume(not any(isinstance(n, float) and n.is_integer() for n in _numbers(tree)))
    data = json.dumps(tree)
    try:
        JUDGED.decode(data.encode(), True)
        sound = True
    except Undecodable:
        sound = False
    assert sound is JUDGE.is_valid(tree)


def _numbers(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [n for inner in value.values() for n in _numbers(inner)]
    if isinstance(value, list):
        return [n for inner in value for n in _numbers(inner)]
    return [value]
