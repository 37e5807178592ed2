"""What a configuration asks for is what README and guides say."""

from __future__ import annotations

import pytest

from generator.diagnostics import Report
from generator.pipeline import Inputs, compile_inputs
from generator.targets import docs
from tests.golden.cases import HERE, build_case

CASE = HERE / "client_auth"
"""Its calls are tried again five times, and each phase may take ten minutes."""


def in_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "words", ["at most 5 times.", "600 seconds (at most 5 to connect)."]
)
def test_the_readme_says_the_configured_defaults(words: str) -> None:
    assert words in in_one_line(build_case(CASE)["README.md"].decode())


@pytest.mark.parametrize(
    ("guide", "words"),
    [
        ("retries", "at most 5 times unless"),
        ("timeouts", "The default is 600 seconds, of which 5 at most"),
    ],
)
def test_a_guide_says_the_configured_defaults(guide: str, words: str) -> None:
    report = Report(strict=True)
    inputs = Inputs(CASE / "openapi.yaml", CASE / "stainless.yml")
    compiled = compile_inputs(inputs, report, progress=lambda _: None)
    assert compiled is not None
    site = docs.texts(compiled.sdk)
    (page,) = [path for path in site if path.endswith(f"{guide}.md")]
    assert words in in_one_line(site[page])
