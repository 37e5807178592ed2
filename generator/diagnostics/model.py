"""What a complaint consists of, and the report that collects them.

Belongs to every phase; knows no other part of the generator.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Severity(Enum):
    """How bad a finding is: an error stops the work, a warning stops it under ``--strict`` only."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, a position in it, and the JSON pointer (RFC 6901) of the value.

    ``line`` and ``column`` count from 1; 0 means "the file as a whole".
    """

    file: str
    line: int = 0
    column: int = 0
    pointer: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable code, what is wrong, where, and what to write instead.

    ``related`` holds further places that explain the finding, each with a few words.
    """

    severity: Severity
    code: str
    message: str
    place: Place
    help: str | None = None
    related: tuple[tuple[str, Place], ...] = ()


@dataclass(slots=True)
class Report:
    """Collects the findings of a run; ``sources`` keeps the text of each file for code frames."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    _known: set[Diagnostic] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)

    def error(
        self,
        code: str,
        place: Place,
        message: str,
        *,
        help: str | None = None,
        related: tuple[tuple[str, Place], ...] = (),
    ) -> None:
        """Add a finding that makes a correct output impossible."""
        self._add(Severity.ERROR, code, place, message, help, related)

    def warning(
        self,
        code: str,
        place: Place,
        message: str,
        *,
        help: str | None = None,
        related: tuple[tuple[str, Place], ...] = (),
    ) -> None:
        """Add a finding that a careful maintainer would want to mend."""
        self._add(Severity.WARNING, code, place, message, help, related)

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a finding, unless it is known already."""
        if diagnostic not in self._known:
            self._known.add(diagnostic)
            self.diagnostics.append(diagnostic)

    def _add(
        self,
        severity: Severity,
        code: str,
        place: Place,
        message: str,
        help: str | None,
        related: tuple[tuple[str, Place], ...],
    ) -> None:
        self.add(Diagnostic(severity, code, message, place, help, related))

    def count(self, severity: Severity) -> int:
        """The number of findings of one severity."""
        return sum(d.severity is severity for d in self.diagnostics)

    def failed(self, *, strict: bool) -> bool:
        """Whether the run must stop: on any error, and under ``strict`` on any finding."""
        return bool(self.diagnostics) if strict else self.count(Severity.ERROR) > 0

    def in_order(self) -> list[Diagnostic]:
        """The findings by file and position, so that output does not depend on who reported first."""
        return sorted(
            self.diagnostics,
            key=lambda d: (
                d.place.file,
                d.place.line,
                d.place.column,
                d.code,
                d.message,
            ),
        )
