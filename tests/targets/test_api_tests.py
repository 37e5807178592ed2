"""Which methods the tests of a client call, and with which credentials."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.targets.python.api_tests import api_tests, conftest
from tests.lower.small import OK, Json, Small, returns
from tests.surface.test_bind import bound, in_path

SCHEMES: Json = {
    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "basic": {"type": "http", "scheme": "basic"},
}
TEXT: Json = {"type": "string", "nullable": True}


def called(small: Small, **inputs: object) -> tuple[list[str], tuple[str, ...]]:
    """The calls that tests make, and the options of their client."""
    sdk = bound(small, components={"securitySchemes": SCHEMES}, **inputs)
    calls = [
        call.sync.statements[0] for _, view in api_tests(sdk) for call in view.calls
    ]
    return calls, conftest(sdk).options


def test_both_options_of_a_pair_are_given(tmp_path: Path) -> None:
    options = {
        name: {**TEXT, "auth": {"security_scheme": "basic", "role": name}}
        for name in ("username", "password")
    }
    calls, given = called(
        Small(tmp_path),
        paths={"/a": {"get": {"responses": OK}}},
        client_settings={"opts": options},
        security=[{"basic": []}],
    )
    assert len(calls) == 1
    assert sorted(given) == ['password="password"', 'username="username"']


def test_an_example_without_a_part_of_the_path_is_not_called(tmp_path: Path) -> None:
    (empty,) = in_path("id")
    get = {"parameters": [{**empty, "example": ""}], "responses": OK}
    calls, _ = called(Small(tmp_path), paths={"/a/{id}": {"get": get}})
    assert calls == []


def test_the_sole_argument_of_a_path_needs_no_name(tmp_path: Path) -> None:
    get = {"parameters": in_path("id"), "responses": OK}
    calls, _ = called(Small(tmp_path), paths={"/a/{id}": {"get": get}})
    assert calls == ['client.things.get_0("id")']


CLASSES = {"A": {"type": "object", "properties": {"a": {"type": "string"}}}}
REFERENCE = {"$ref": "#/components/schemas/A"}


@pytest.mark.parametrize(
    ("schema", "checks"),
    [
        (REFERENCE, ["assert isinstance(result, types.A)"]),
        (
            {"type": "array", "items": REFERENCE},
            [
                "assert isinstance(result, list)",
                "for item in result:",
                "    assert isinstance(item, types.A)",
            ],
        ),
        (
            {"additionalProperties": {"anyOf": [REFERENCE, {"type": "null"}]}},
            [
                "assert isinstance(result, dict)",
                "for item in result.values():",
                "    assert isinstance(item, types.A | None)",
            ],
        ),
        (
            {"oneOf": [REFERENCE, {"enum": [1, "b"]}]},
            ["assert isinstance(result, types.A | int | str)"],
        ),
        ({"oneOf": [REFERENCE, {}]}, []),
    ],
)
def test_the_class_of_each_item_is_checked(
    schema: Json, checks: list[str], tmp_path: Path
) -> None:
    sdk = bound(
        Small(tmp_path),
        paths={"/a": {"get": {"responses": returns(schema)}}},
        schemas=CLASSES,
    )
    (found,) = (call for _, view in api_tests(sdk) for call in view.calls)
    assert list(found.sync.statements[1:]) == checks
