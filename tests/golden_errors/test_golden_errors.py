"""What is said about each bad description is exactly what its folder expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden_errors.cases import EXPECTED, NO_FINDINGS, case_folders, render_case


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
def test_a_bad_description_is_explained_as_expected(folder: Path) -> None:
    assert render_case(folder) == (folder / EXPECTED).read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
def test_following_the_remedies_leaves_no_finding(folder: Path) -> None:
    fixed = folder / "fixed"
    if (folder / EXPECTED).read_text(encoding="utf-8") == NO_FINDINGS:
        assert not fixed.exists(), "there is nothing to fix"
    else:
        assert (
            fixed / "openapi.yaml"
        ).exists(), "follow the remedies, and keep the result"
        assert render_case(fixed, thorough=False) == NO_FINDINGS


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
def test_each_case_says_on_its_first_line_why_it_exists(folder: Path) -> None:
    with (folder / "openapi.yaml").open(encoding="utf-8") as file:
        assert file.readline().startswith(("# ", "<!-- "))


def test_the_report_does_not_depend_on_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = next(f for f in case_folders() if f.name == "ref_outside").absolute()
    monkeypatch.chdir(tmp_path)
    assert render_case(folder) == (folder / EXPECTED).read_text(encoding="utf-8")
