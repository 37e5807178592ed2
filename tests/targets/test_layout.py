"""Statements that are laid out without black have the shape that black gives them."""

from __future__ import annotations

import black
import pytest

from generator.targets.python.layout import call, is_instance, plain, signature

MODE = black.Mode(line_length=88, target_versions={black.TargetVersion.PY311})
LONG = "a" * 60
VALUES = {
    "nothing": {},
    "short": {"a": 1, "b": "two"},
    "together": {"first": LONG[:40], "second": [1, 2]},
    "apart": {"first": LONG, "second": {"a": -1.5, "b": None}},
    "one": {"only": LONG},
    "nested": {"only": [{"deep": {"one": LONG, "two": [LONG, {}, []]}}], "more": True},
    "endless": {"text": LONG * 2, "items": [LONG * 2], "table": {LONG * 2: LONG * 2}},
    "table": {"table": {"one": LONG[:30], "two": LONG[:30]}},
}
CALLED = [
    "client.list",
    f"client.{LONG}",
    f"client.{LONG}.retrieve",
    f"await client.{LONG}.b_{LONG}",
]


@pytest.mark.parametrize("target", ["", "result"])
@pytest.mark.parametrize("called", CALLED, ids=len)
@pytest.mark.parametrize("values", VALUES.values(), ids=VALUES)
def test_a_call_is_laid_out_as_black_does(
    values: dict[str, object], called: str, target: str
) -> None:
    found = call(target, called, values, indent=8)
    assert found.final
    assert formatted(found.text) == found.text


@pytest.mark.parametrize(
    "class_", ["str", f"types.{LONG}", f"types.{LONG}{LONG}"], ids=len
)
def test_an_assertion_is_laid_out_as_black_does(class_: str) -> None:
    found = is_instance("await response.read()", class_, indent=8)
    assert found.final
    assert formatted(found.text) == found.text


def test_what_black_has_further_rules_for_is_left_to_it() -> None:
    assert not plain(f"assert {LONG}{LONG}", indent=8).final
    assert not plain('skip("\u4f60")', indent=8).final
    assert not call("", "f", {"a": "\u4f60"}, indent=8).final
    assert signature("def f(", LONG, "):", indent=8).final
    assert not signature(f"def {LONG}{LONG}(", "self", "):", indent=8).final


def formatted(statement: str) -> str:
    """A statement as black leaves it eight columns to the right."""
    lines = ["class A:", "    async def f(self):"]
    lines += [f"        {line}" for line in statement.split("\n")]
    text = black.format_str("\n".join(lines) + "\n", mode=MODE)
    return "\n".join(line[8:] for line in text.split("\n")[2:]).strip("\n")
