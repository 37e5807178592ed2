"""Writes small descriptions and reads them, as the tests of reading all do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.openapi import DocumentSet, load_description
from generator.source import Document, load_document

Write = Callable[..., Path]


class Reading:
    """A folder of files, and what reading one of them says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.report = Report()

    def write(self, content: str | bytes, name: str = "openapi.yaml") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        path.write_bytes(data)
        return path

    def load(self, content: str | bytes, name: str = "openapi.yaml") -> Document | None:
        return load_document(self.write(content, name), self.report)

    def describe(self, content: str, name: str = "openapi.yaml") -> DocumentSet | None:
        return load_description(self.write(content, name), self.report)

    def value(self, content: str | bytes, name: str = "openapi.yaml") -> object:
        document = self.load(content, name)
        assert document is not None, self.report.diagnostics
        assert self.report.diagnostics == []
        return document.value

    @property
    def codes(self) -> list[str]:
        return [d.code for d in self.report.diagnostics]

    @property
    def only(self) -> str:
        """The one complaint as one line: its code, its position, its message."""
        (found,) = self.report.diagnostics
        return f"{found.code} {found.place.line}:{found.place.column} {found.message}"


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """A reading in an empty folder, which is also the working folder."""
    monkeypatch.chdir(tmp_path)
    return Reading(tmp_path)
