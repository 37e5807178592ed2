"""URLs have one form, lead to http and https only, and never show what may be a secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.source import Input, StandardInput, Url, input_of


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://Example.COM", "https://example.com/"),
        ("https://example.com:443/a", "https://example.com/a"),
        ("http://example.com:443/a", "http://example.com:443/a"),
        ("HTTP://example.com:80/a#part", "http://example.com/a"),
        (
            "https://example.com/ä b".replace(" ", "%20"),
            "https://example.com/%C3%A4%20b",
        ),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[::1]:8000/a?x=1", "http://[::1]:8000/a?x=1"),
        ("https://user:key@example.com/", "https://example.com/"),
    ],
)
def test_a_url_has_one_form(written: str, url: str) -> None:
    assert Url.parse(written).text == url


@pytest.mark.parametrize(
    "written",
    [
        "file:///etc/passwd",
        "ftp://example.com/",
        "https:",
        "https:///openapi.json",
        "https://user:secret@/",
        "https://user:secret@example.com:port/",
        "https://user:secret@example.com:99999/",
        "https://user:secret@exa mple.com/",
        "https://example.com\\@secret/",
        "https://example.com/\n",
        "https://exa$mple.com/",
        "https://[secret/",
        "https://secret\u2100/",
        "https://secret@example.com:0/",
    ],
)
def test_what_cannot_be_fetched_is_refused_and_not_repeated(written: str) -> None:
    with pytest.raises(
        ValueError, match=r"host and port|an http or https|contains"
    ) as caught:
        Url.parse(written)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("reference", "url"),
    [
        ("x.yaml", "https://example.com/v1/x.yaml"),
        ("../x.yaml", "https://example.com/x.yaml"),
        ("../../../x.yaml", "https://example.com/x.yaml"),
        ("/x.yaml", "https://example.com/x.yaml"),
        ("//other.example/x", "https://other.example/x"),
        ("http://other.example/x", "http://other.example/x"),
        ("file:///etc/passwd", None),
        ("data:text/plain,x", None),
        ("C:\\x", None),
    ],
)
def test_references_lead_from_url_to_url(reference: str, url: str | None) -> None:
    found = Url.parse("https://example.com/v1/openapi.json?a=1").join(reference)
    assert (found.text if found else None) == url


def test_credentials_stay_at_their_origin_and_are_not_shown() -> None:
    url = Url.parse("https://ada:s%40cret@example.com/openapi.json?token=s3cret&v=1")
    assert url.credentials == "ada:s@cret"
    assert str(url) == "https://example.com/openapi.json?token=…&v=…"
    assert "cret" not in f"{url!r}".replace("s3cret", "")
    others = "x.json", "https://other.example/x.json", "http://example.com/x.json"
    joined = [url.join(other) for other in others]
    kept = [found.credentials for found in joined if found]
    assert kept == [url.credentials, None, None]


def test_credentials_inside_a_reference_are_not_used() -> None:
    found = Url.parse("https://example.com/").join("https://eve:x@example.com/a")
    assert found
    assert found.credentials is None


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("-", StandardInput()),
        ("./-", Path("./-")),
        ("spec/openapi.yaml", Path("spec/openapi.yaml")),
        ("httpbin.yaml", Path("httpbin.yaml")),
        ("HTTPS://example.com/a", Url("https://example.com/a")),
    ],
)
def test_an_input_is_a_file_a_url_or_standard_input(written: str, named: Input) -> None:
    assert input_of(written) == named


@pytest.mark.parametrize("written", ["ftp://x/y", "FILE:///etc/x", "s3+a://bucket/x"])
def test_a_url_of_another_scheme_is_no_path(written: str) -> None:
    with pytest.raises(ValueError, match=r"^must be an http or https URL$"):
        input_of(written)
