"""Patterns that Python's engine may need for ever for are decided without it, with the same result (row G20)."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

import pytest

from generator.sample import stepping
from generator.sample.patterns import matches

parse: Any = import_module("re._parser").parse
PATTERNS = (
    *(r"^a*$", r"a+b?|c{2,3}", r"^(ab|a)*b$", r"(a|b)+?c", r"^(a?){3}a{3}$"),
    *(
        r"^[^a-b\d]+$",
        r"\Aab\Z",
        r"^.$",
        r"\bab\b",
        r"\Ba",
        r"[\W_]",
        r"^(?:a(?:b|)*)+$",
    ),
    *(r"(?=ab)a", r"^(?!ab).*$", r"(?<=a)b", r"(?<!a)b", r"^((a|b){2})*$", r"^$", r""),
)
TEXTS = (
    "",
    "a",
    "b",
    "ab",
    "aab",
    "abc",
    "cc",
    "aaa",
    "ba\n",
    "a b",
    "abab",
    "_1",
    "\n",
)
SLOW = (r"^(a+)+$", r"^(a|a)*$", r"^(?=(a+)+$).*", r"^(a?){40}a{40}$", r"(a*)*(a*)*b")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_match_what_pythons_engine_matches(pattern: str) -> None:
    expected = [re.search(pattern, text) is not None for text in TEXTS]
    assert [stepping.found(parse(pattern), text) for text in TEXTS] == expected


@pytest.mark.parametrize("pattern", SLOW)
def test_patterns_with_endless_ways_are_decided(pattern: str) -> None:
    assert not stepping.is_quick(parse(pattern), 40)
    assert not matches(pattern, f"{'a' * 39}!")


def test_ordinary_patterns_are_left_to_pythons_engine() -> None:
    for pattern in (r"^[a-z]+$", r"^\d{4}-\d{2}-\d{2}$", r"^(a|b)$", r"^[^@]+@[^@]+$"):
        assert stepping.is_quick(parse(pattern), 40)


@pytest.mark.parametrize("pattern", [r"^(a+)+\1$", r"(?i)^(a+)+$"])
def test_what_is_not_decided_counts_as_a_match_of_long_texts_only(pattern: str) -> None:
    assert stepping.found(parse(pattern), "a!") is None
    assert matches(pattern, f"{'a' * 39}!")
    assert not matches(pattern, "a!")
