"""A misspelt name is answered with the one that was meant."""

from __future__ import annotations

import pytest

from generator.source.suggest import closest


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("pagniation", "pagination"),
        ("client-settings", "client_settings"),
        ("README", "readme"),
        ("zebra", None),
        ("", None),
    ],
)
def test_a_suggestion_is_a_likely_one_or_none(word: str, meant: str | None) -> None:
    known = ["resources", "pagination", "client_settings", "readme"]
    assert closest(word, known) == meant
