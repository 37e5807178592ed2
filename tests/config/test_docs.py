"""The look of the documentation site: what is refused, where, and what to write instead."""

from __future__ import annotations

from typing import Any

import pytest

from generator.config import load_docs_files

from .conftest import Configuring

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
PNG = b"\x89PNG\r\n\x1a\n rest"


@pytest.mark.parametrize(
    ("key", "value", "remedy"),
    [
        *(
            ("color", value, "'#0b6a66'")
            for value in ("red", "#fff", "#12345g", "#112233;}", "url(x)")
        ),
        *(
            ("url", value, "without a query")
            for value in (
                "docs.example",
                "javascript:alert(1)",
                "https://x.example/?q",
                'https://x.example/"><script>',
                "https://u:p@x.example",
            )
        ),
    ],
)
def test_a_value_of_another_shape_is_refused_at_its_place(
    key: str, value: str, remedy: str, configuring: Configuring
) -> None:
    config = configuring.read(**{"x-docs": {key: value}})
    (finding,) = configuring.report.diagnostics
    assert (finding.code, finding.place.pointer) == ("C004", f"/x-docs/{key}")
    assert finding.help is not None
    assert remedy in finding.help
    assert getattr(config.docs, key) is None


def test_a_file_with_an_endless_name_is_reported(configuring: Configuring) -> None:
    config = configuring.read(**{"x-docs": {"changelog": "x" * 4000}})
    assert load_docs_files(config.docs, configuring.report) is None
    (finding,) = configuring.report.diagnostics
    assert (finding.code, "cannot be read" in finding.message) == ("I001", True)


def test_a_changelog_has_a_reasonable_size(configuring: Configuring) -> None:
    (configuring.path.parent / "NEWS.md").write_text("x" * (2**18 + 1))
    config = configuring.read(**{"x-docs": {"changelog": "NEWS.md"}})
    assert load_docs_files(config.docs, configuring.report) is None
    assert [d.code for d in configuring.report.diagnostics] == ["I002"]


@pytest.mark.parametrize("content", [SVG, PNG], ids=["svg", "png"])
def test_files_are_found_next_to_the_configuration(
    content: bytes, configuring: Configuring
) -> None:
    (configuring.path.parent / "picture").write_bytes(content)
    (configuring.path.parent / "NEWS.md").write_text("# News", "utf-8")
    config = configuring.read(**{"x-docs": {"logo": "picture", "changelog": "NEWS.md"}})
    files = load_docs_files(config.docs, configuring.report)
    assert configuring.found == []
    assert files is not None
    assert files.logo is not None
    kind = "svg" if content is SVG else "png"
    assert (files.logo.name, files.logo.content) == (f"logo.{kind}", content)
    assert files.changelog == "# News"


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (None, "I001 /x-docs/logo the logo logo.svg does not exist"),
        (b"GIF89a", "C004 /x-docs/logo the logo is neither an SVG nor a PNG file"),
        (SVG + b" " * 2**19, "I002  the logo is larger than 512 KiB"),
    ],
    ids=["missing", "other", "large"],
)
def test_a_logo_that_cannot_be_used_is_reported(
    content: Any,
    wanted: str,
    configuring: Configuring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(configuring.path.parent)
    if content is not None:
        (configuring.path.parent / "logo.svg").write_bytes(content)
    config = configuring.read(**{"x-docs": {"logo": "logo.svg"}})
    assert configuring.found == []
    assert load_docs_files(config.docs, configuring.report) is None
    assert configuring.found == [wanted]
    assert all(d.place.file and d.help for d in configuring.report.diagnostics)
