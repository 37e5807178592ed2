"""Headers: merging, removing, and what none may hold (promise R2)."""

from __future__ import annotations

import os
import platform
from types import SimpleNamespace

import pytest

from generator.runtime.wire.headers import (
    HeaderMap,
    add_headers,
    is_sent,
    platform_headers,
    wire_headers,
)
from generator.runtime.wire.sentinels import omit


def merged(*layers: dict[str, object]) -> HeaderMap:
    headers: HeaderMap = {}
    for layer in layers:
        add_headers(headers, layer)
    return headers


def test_the_last_word_counts_whatever_its_case() -> None:
    headers = merged({"X-A": "1", "X-B": "2"}, {"x-a": "3"})
    assert wire_headers(headers) == ({"x-a": "3", "X-B": "2"}, ())


def test_an_omitted_header_is_not_sent_and_can_come_back() -> None:
    gone = merged({"X-A": "1"}, {"x-a": omit})
    assert wire_headers(gone) == ({}, ("x-a",))
    assert wire_headers(merged({"X-A": omit, "X-B": omit})) == ({}, ("x-a", "x-b"))
    assert wire_headers(merged({"X-A": omit}, {"X-A": "2"})) == ({"X-A": "2"}, ())


def test_none_leaves_a_header_as_it_was() -> None:
    assert wire_headers(merged({"X-A": "1"}, {"X-A": None})) == ({"X-A": "1"}, ())


@pytest.mark.parametrize(
    "value", ["a\rb", "a\nb", "a\0b", "a\x01b", "a\x7fb", "é", "☃"]
)
def test_a_value_that_cannot_be_sent_is_refused_and_not_shown(value: str) -> None:
    with pytest.raises(ValueError, match="X-A") as caught:
        merged({"X-A": value})
    assert type(caught.value) is ValueError
    assert value not in str(caught.value)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\r\nb", "é"])
def test_a_name_that_is_no_token_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a header name"):
        merged({name: "1"})


def test_a_header_without_a_value_leaves_those_after_it() -> None:
    assert wire_headers(merged({"X-A": None, "X-B": "2"})) == ({"X-B": "2"}, ())
    assert wire_headers(merged({"X-A": omit, "X-B": "2"})) == ({"X-B": "2"}, ("x-a",))


def test_a_header_is_known_to_be_sent_whatever_its_case() -> None:
    headers = merged({"X-A": "1", "X-B": omit})
    assert is_sent("x-a", headers)
    assert is_sent("X-A", headers)
    assert not is_sent("X-B", headers)
    assert not is_sent("X-C", headers)


def test_a_value_without_a_text_form_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match=r"^X-A: a dict"):
        merged({"X-A": {}})


@pytest.mark.parametrize(
    ("machine", "shown"),
    [("X86_64", "x64"), ("aarch64", "arm64"), ("VAX", "unknown")],
)
@pytest.mark.parametrize("has_uname", [True, False])
def test_the_processor_is_named_in_a_few_words(
    machine: str, shown: str, *, has_uname: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = SimpleNamespace(machine=machine)
    if has_uname:
        monkeypatch.setattr(os, "uname", lambda: answer, raising=False)
        monkeypatch.setattr(platform, "machine", lambda: "not asked")
    else:
        monkeypatch.delattr(os, "uname", raising=False)
        monkeypatch.setattr(platform, "machine", lambda: machine)
    platform_headers.cache_clear()
    try:
        told = platform_headers("1.2.3", is_async=False)
    finally:
        platform_headers.cache_clear()
    assert told["X-Stainless-Arch"] == shown


def test_a_tab_is_text() -> None:
    assert wire_headers(merged({"X-A": "a\tb"})) == ({"X-A": "a\tb"}, ())
