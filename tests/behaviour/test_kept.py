"""A client that keeps what was removed: its documents, its tests, its mock, and the end of the wait."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from werkzeug import Request

from generator.cli.mock import mock_of
from generator.diagnostics import Report
from generator.pipeline import Inputs, build_docs, compile_inputs
from tests.golden.cases import HERE, build_case

FOLDER = HERE / "kept"
REASON = (
    "Removed from the API, and from this client in 1.6.0; "
    "use `client.widgets.search` instead."
)


@pytest.fixture(scope="module")
def tree() -> Mapping[str, bytes]:
    return build_case(FOLDER)


def test_the_readme_lists_what_the_api_no_longer_has(tree: Mapping[str, bytes]) -> None:
    readme = tree["README.md"].decode()
    assert f"- `client.widgets.find`: {REASON}\n" in readme
    assert "(#what-the-api-no-longer-has)" in readme
    assert "client.widgets.find(" not in readme


def test_generated_tests_leave_kept_methods_out(tree: Mapping[str, bytes]) -> None:
    tests = tree["tests/api_resources/test_widgets.py"].decode()
    skip = '@pytest.mark.skip(reason="The API no longer has it.")\n'
    assert tests.count(skip) == 2  # in both modes
    assert all(
        after.split("\n")[0].split("def ")[1].startswith("test_find(")
        for after in tests.split(skip)[1:]
    )


def test_the_documentation_says_why_a_method_is_deprecated() -> None:
    report = Report(strict=True)
    inputs = Inputs(FOLDER / "openapi.yaml", FOLDER / "stainless.yml")
    compiled = compile_inputs(inputs, report, progress=lambda _: None)
    assert compiled is not None
    pages = build_docs(compiled, lambda _: None)
    assert any(
        f"Deprecated: {REASON}".encode() in page
        for path, page in pages.items()
        if path.endswith(".md")
    )


def test_the_mock_of_the_configuration_serves_what_is_kept() -> None:
    inputs = Inputs(FOLDER / "openapi.yaml", FOLDER / "stainless.yml")
    mock = mock_of(inputs, 1, None, Report())
    request = Request.from_values("/widgets/find?name=x")
    answered = mock.exchange(request).response
    assert answered.status_code == 200
    assert "colour" in answered.get_data(as_text=True)


def test_from_the_named_version_on_everything_is_gone_and_the_key_is_a_finding(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "kept"
    shutil.copytree(FOLDER, folder)
    config = folder / "stainless.yml"
    config.write_text(config.read_text().replace("1.5.0", "1.6.0"))
    report = Report()
    inputs = Inputs(folder / "openapi.yaml", config)
    compiled = compile_inputs(inputs, report, progress=lambda _: None)
    assert compiled is not None
    assert [d.code for d in report.diagnostics] == ["C026", "C008"]
    methods = [method.name for method in compiled.sdk.every_method()]
    assert methods == ["create", "list", "search"]
