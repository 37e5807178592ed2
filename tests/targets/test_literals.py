"""Values of a description as Python literals: what goes in comes out, on one printable line."""

from __future__ import annotations

import ast
import math
from itertools import product
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.output import arrange_python
from generator.targets.notation.literals import literal

ANY_TEXT = st.text(st.characters(exclude_categories=()))
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
    max_leaves=20,
)
HOSTILE = [
    '"',
    "'",
    "\"'",
    "\\",
    "\\'",
    '\\"',
    '"""',
    "\n",
    "\r\n",
    "\x00",
    "\x1b[31m",
    "\u2028",
    "\u202e",
    "\ud800",
    "\udfff\ud800",
    "{{ x }}",
    "{% raw %}",
    "%s",
    "f'{x}'",
    "\\N{BULLET}",
    "🏔",
    "a\u0300",
    "\u200b",
]


@given(VALUES)
def test_a_literal_evaluates_to_the_value(value: Any) -> None:
    assert ast.literal_eval(literal(value)) == value


@given(VALUES)
def test_a_literal_keeps_the_type_of_every_value(value: Any) -> None:
    assert repr(ast.literal_eval(literal(value))) == repr(value)


@given(VALUES)
@example("\u2028\u202e\ud800\x7f\x85\xad")
def test_a_literal_is_one_line_of_printable_text(value: Any) -> None:
    text = literal(value)
    assert text.isprintable()
    assert text.encode("utf-8")


@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
def test_hostile_text_stays_a_string(value: str) -> None:
    tree = ast.parse(f"x = {literal(value)}")
    (assignment,) = tree.body
    assert isinstance(assignment, ast.Assign)
    assert isinstance(assignment.value, ast.Constant)
    assert assignment.value.value == value


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=6), max_size=5))
@example(["".join(signs) for n in range(6) for signs in product("'\"\\a", repeat=n)])
def test_the_formatter_leaves_the_strings_of_a_literal_alone(values: list[str]) -> None:
    source = "".join(f"x{n} = {literal(value)}\n" for n, value in enumerate(values))
    assert arrange_python(source, "x.py") == source


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", '"plain"'),
        ("it's", '"it\'s"'),
        ('say "x"', "'say \"x\"'"),
        ("\"'", '"\\"\'"'),
        ("tab\t", '"tab\\t"'),
        ("ü", '"ü"'),
        (True, "True"),
        (None, "None"),
        (-1, "-1"),
        (1.0, "1.0"),
        (["a", 1], '["a", 1]'),
        ({"a": {"b": []}}, '{"a": {"b": []}}'),
    ],
)
def test_a_literal_looks_as_a_person_would_write_it(value: object, text: str) -> None:
    assert literal(value) == text


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan, 1e300, -0.0, 5e-324])
def test_every_float_survives(value: float) -> None:
    found = eval(literal(value), {"float": float})  # infinity has no literal
    assert repr(found) == repr(value)


def test_values_outside_json_are_refused() -> None:
    with pytest.raises(TypeError, match="no literal for object"):
        literal({"a": [object()]})
