"""A record that somebody else sealed may lead to a run that compiles, never to a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from msgspec.structs import replace

from generator.output import Record, read_record
from generator.output.record import _sealed, without_record
from generator.rerun.files import input_files
from tests.rerun.project import Project


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("forged") / "project")
    project.generate()
    return project


@pytest.fixture
def project(finished: Project) -> Iterator[Project]:
    """A project with a client, whose manifest is restored."""
    manifest = finished.manifest.read_bytes()
    yield finished
    finished.manifest.write_bytes(manifest)


def forge(project: Project, change: Callable[[Record], Record]) -> None:
    """Change the record of a manifest, and seal it again."""
    manifest = project.manifest.read_bytes()
    record = read_record(manifest)
    assert record is not None
    project.manifest.write_bytes(_sealed(without_record(manifest), change(record)))


def test_a_record_that_is_only_sealed_again_is_repeated(project: Project) -> None:
    forge(project, lambda record: record)
    assert project.repeat()


ESCAPE = "\x1b[2J"


@pytest.mark.parametrize(
    "values",
    [
        {"code": f"S0{ESCAPE}"},
        {"code": []},
        {"message": 1},
        {"help": ["x"]},
        {"at": ["description:schemas/pet.json", "1", 1, ""]},
        {"at": ["description:schemas/pet.json", -1, 1, ""]},
        {"at": ["description:schemas/pet.json", 1, 1, None]},
        {"at": ["description:schemas/pet.json", True, 1, ""]},
        {"at": ["elsewhere", 1, 1, ""]},
        {"at": [["description"], 1, 1, ""]},
        {"at": "description"},
        {"related": [["words", ["description", 1, "x", ""]]]},
        {"related": [[1, ["description", 1, 1, ""]]]},
        {"related": 1},
        {"lines": [[10**9, "x"]]},
        {"lines": [[1, ["x"]]]},
        {"lines": [["1", "x"]]},
    ],
)
def test_a_record_with_a_finding_that_cannot_be_ours_is_not_repeated(
    values: dict[str, Any], project: Project
) -> None:
    forge(project, lambda r: replace(r, findings=({**r.findings[0], **values},)))
    assert project.repeat() is None


@pytest.mark.parametrize(
    "values",
    [
        {"methods": f"1{ESCAPE}"},
        {"types": None},
        {"left_out": {ESCAPE: 1}},
        {"left_out": {"a reason": "1"}},
        {"left_out": [1]},
        {"more": 1},
    ],
)
def test_a_record_with_counts_that_cannot_be_ours_is_not_repeated(
    values: dict[str, Any], project: Project
) -> None:
    forge(project, lambda r: replace(r, made={**r.made, **values}))
    assert project.repeat() is None


@pytest.mark.parametrize(
    "values",
    [
        {"strict": "yes"},
        {"inputs": 1},
        {"code": None},
        {"read": (1,)},
        {"read": (["description"],)},
        {"made": []},
        {"findings": ([],)},
    ],
)
def test_values_of_other_types_are_no_record(
    values: dict[str, Any], project: Project
) -> None:
    forge(project, lambda r: replace(r, **values))
    assert read_record(project.manifest.read_bytes()) is None
    assert project.repeat() is None
    assert project.check().changes == ()


def test_a_name_that_leads_out_of_its_folder_is_not_read(project: Project) -> None:
    outside = (project.folder.parent / "outside.json").resolve()
    outside.write_text("{}")
    for name in (
        f"description:{outside.as_posix()}",
        f"configuration:{outside.as_posix()}",
        "description:../outside.json",
        "outside.json",
    ):
        assert input_files(project.inputs, [name]) is None
    assert input_files(project.inputs, ["description:schemas/pet.json"])


def test_a_record_that_is_nested_too_deeply_is_none(project: Project) -> None:
    record = b',\n  "run": {\n    "made": '
    bare = without_record(project.manifest.read_bytes()).removesuffix(b"\n}\n")
    for depth in (200, 900, 990, 5_000, 200_000):
        nested = b"[" * depth + b"]" * depth
        rest = b', "inputs": "", "code": "", "strict": true, "read": [], "findings": []'
        assert (
            read_record(bare + record + nested + rest + b', "seal": ""\n  }\n}\n')
            is None
        )
