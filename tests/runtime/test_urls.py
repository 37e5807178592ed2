"""What may stand in a path, and where an API may be: promises R1 and R9."""

from __future__ import annotations

import pytest

from generator.runtime.wire.param_styles import ParamStyle
from generator.runtime.wire.path_scope import PathScope
from generator.runtime.wire.sentinels import omit
from generator.runtime.wire.urls import (
    check_base_url,
    check_url,
    fill_path,
    origin_of,
)


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        ("a", "a"),
        ("a b", "a%20b"),
        ("a/b", "a%2Fb"),
        ("a/../b", "a%2F..%2Fb"),
        ("%2F", "%252F"),
        ("%2e%2e", "%252e%252e"),
        ("?", "%3F"),
        ("#", "%23"),
        (";x", ";x"),
        ("\0", "%00"),
        ("\\", "%5C"),
        ("\r\n", "%0D%0A"),
        ("é", "%C3%A9"),
        ("...", "..."),
        (7, "7"),
        (0, "0"),
        (True, "true"),
    ],
)
def test_a_value_fills_one_segment(value: object, segment: str) -> None:
    assert fill_path("/zones/{id}/x", {"id": value}) == f"/zones/{segment}/x"


@pytest.mark.parametrize("value", [".", ".."])
def test_a_dot_segment_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="contains dot-segment"):
        fill_path("/zones/{id}/x", {"id": value})


def test_a_dot_segment_made_of_two_values_is_refused() -> None:
    with pytest.raises(ValueError, match="dot-segment"):
        fill_path("/zones/{a}{b}", {"a": ".", "b": "."})
    assert fill_path("/{a}.{b}", {"a": "x", "b": "json"}) == "/x.json"


@pytest.mark.parametrize(
    ("value", "shown"), [("", "''"), (None, "None"), (omit, "omit")]
)
def test_an_empty_value_is_refused_in_the_official_words(
    value: object, shown: str
) -> None:
    with pytest.raises(ValueError, match="Expected a non-empty value") as caught:
        fill_path("/zones/{zone_id}", {"zone_id": value})
    expected = f"Expected a non-empty value for `zone_id` but received {shown}"
    assert str(caught.value) == expected


SCOPE = PathScope(("kind", "id"), {"account_id": "accounts", "zone_id": "zones"})


def test_one_of_two_arguments_fills_both_parameters() -> None:
    assert SCOPE.resolve({"account_id": "a", "zone_id": omit}) == {
        "kind": "accounts",
        "id": "a",
    }
    assert SCOPE.resolve({"zone_id": "z"}) == {"kind": "zones", "id": "z"}


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({}, "You must provide either account_id or zone_id"),
        (
            {"account_id": omit, "zone_id": ""},
            "You must provide either account_id or zone_id",
        ),
        (
            {"account_id": "a", "zone_id": "z"},
            "You cannot provide both account_id and zone_id",
        ),
    ],
)
def test_both_and_neither_are_refused_in_the_official_words(
    given: dict[str, str], text: str
) -> None:
    with pytest.raises(ValueError, match="You ") as caught:
        SCOPE.resolve(given)
    assert str(caught.value) == text


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://api.test", "https://api.test/"),
        ("https://api.test/v1", "https://api.test/v1/"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
    ],
)
def test_a_base_url_ends_with_a_slash(url: str, kept: str) -> None:
    assert check_base_url(url) == kept


@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.test/v1",
        "//api.test",
        "file:///etc/passwd",
        "ftp://api.test",
        "https://",
        "https://user:s3cret@api.test",
        "ftp://user:s3cret@api.test",
        "user:s3cret@api.test",
        "https://api.test/?a=b",
        "https://api.test/#x",
        "https://api.test:99999/",
        "https://api.test/\x01",
        "https://api.test/\r\nx",
        "https://api test/",
    ],
)
def test_a_base_url_that_cannot_be_meant_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="base_url") as caught:
        check_base_url(url)
    assert "s3cret" not in str(caught.value)


def test_an_origin_is_scheme_host_and_port() -> None:
    assert origin_of("https://API.test/a") == origin_of("https://api.test:443/b")
    assert origin_of("https://api.test") != origin_of("http://api.test")
    assert origin_of("https://api.test") != origin_of("https://api.test:8443")
    assert origin_of("https://api.test") != origin_of("https://api.test.evil.test")


@pytest.mark.parametrize("url", ["http://a.test", "https://a.test:1/b?c"])
def test_an_absolute_url_is_kept(url: str) -> None:
    assert check_url(url) == url


@pytest.mark.parametrize(
    "url", ["http://", "http://u@a.test", "http://a.test:0", "http://a.test:99999"]
)
def test_a_url_that_cannot_be_called_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="no host, holds a user name, or has no valid"):
        check_url(url)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.test", "http://A.test:80/b"),
        ("https://a.test/x", "https://a.test:443"),
        ("ftp://a.test", "ftp://a.test:0"),
    ],
)
def test_an_origin_has_a_port_even_where_none_is_written(one: str, other: str) -> None:
    assert origin_of(one) == origin_of(other)
    assert origin_of(one) != origin_of("http://a.test:81")


def test_a_style_gets_the_name_and_the_value_of_its_parameter() -> None:
    styles = {"a": ParamStyle("matrix")}
    assert fill_path("/x{a}/{b}", {"a": "1", "b": "2"}, styles) == "/x;a=1/2"


@pytest.mark.parametrize("dots", ["%2e%2E", "%2E", ".%2e"])
def test_dots_in_a_template_are_refused_however_they_are_written(dots: str) -> None:
    with pytest.raises(ValueError, match="dot-segment"):
        fill_path(f"/x/{dots}/{{a}}", {"a": "1"})


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        fill_path("/x/{a}", {"a": "\ud800"})


@pytest.mark.parametrize(
    ("value", "shown"), [(None, "None"), (omit, repr(omit)), ("", "''"), ([], "''")]
)
def test_what_is_missing_is_shown_as_it_was_given(value: object, shown: str) -> None:
    with pytest.raises(ValueError, match="non-empty") as caught:
        fill_path("/x/{a}", {"a": value})
    assert str(caught.value).endswith(f"`a` but received {shown}")


def test_both_of_two_and_several_of_three_are_told_apart() -> None:
    three = PathScope(("kind", "id"), {"a": "as", "b": "bs", "c": "cs"})
    with pytest.raises(ValueError, match=r"^You cannot provide a and b$"):
        three.resolve({"a": "1", "b": "2"})
    assert three.resolve({"b": "2"}) == {"kind": "bs", "id": "2"}


def test_a_base_url_may_have_an_at_sign_further_down_its_path() -> None:
    assert check_base_url("https://api.test/v1/a@b") == "https://api.test/v1/a@b/"


def test_a_value_that_has_no_text_form_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match=r"^zone: "):
        fill_path("/{zone}", {"zone": object()})
