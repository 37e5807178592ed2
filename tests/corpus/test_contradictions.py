"""Operations that nobody can call are told from those that a client fails to call."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.corpus.contradictions import Contradictions
from tests.mock.conftest import Values, Workshop, operation, parameter

IMPOSSIBLE = {"type": "string", "minLength": 2, "maxLength": 1}
PART = {"type": "object", "required": ["size"], "properties": {"name": {}}}
WHOLE = {"type": "object", "properties": {"parts": {"items": PART}}}


def body(schema: Any) -> Values:
    content = {"application/json": {"schema": schema}}
    return operation(requestBody={"content": content})


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (operation(), None),
        (body({"type": "object", "required": ["a"], "properties": {"a": {}}}), None),
        (operation(parameters=[parameter("a", "query", IMPOSSIBLE)]), None),
        (operation(parameters=[parameter("a", "path", IMPOSSIBLE)]), "no request is valid"),
        (operation(parameters=[parameter("b", "query", {"enum": [None]})]), None),
        (
            operation(parameters=[parameter("b", "query", {"items": {"enum": [None]}}, required=True)]),
            "a parameter that is required can only be null",
        ),
        (
            operation(parameters=[parameter("b", "query", {"enum": [None]}, required=True)]),
            "a parameter that is required can only be null",
        ),
        (body(IMPOSSIBLE), "no request is valid"),
        (operation(IMPOSSIBLE), "no response is valid"),
        (body(WHOLE), "a required property is not described"),
        (operation(parameters=[parameter("a", "path", {"enum": [""]})]), "a part of the path is empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_called_is_told_with_the_reason(
    found: Values, why: str | None, tmp_path: Path
) -> None:
    described = Workshop(tmp_path).described({"/things/{a}": {"post": found}})
    (known,) = described.description.operations.values()
    assert Contradictions(described).of(known) == why


def test_operations_that_differ_in_a_fragment_have_the_same_requests(
    tmp_path: Path,
) -> None:
    paths = {key: {"get": operation()} for key in ("/a", "/a#b", "/a?c")}
    described = Workshop(tmp_path).described(paths)
    contradictions = Contradictions(described)
    found = {
        known.path: contradictions.of(known)
        for known in described.description.operations.values()
    }
    same = "another operation has the same requests"
    assert found == {"/a": same, "/a#b": same, "/a?c": None}
