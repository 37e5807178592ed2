"""What a finding consists of, and the report that collects them and decides whether they count.

Belongs to every phase; knows no other part of the generator.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from msgspec import Struct, field
from msgspec.structs import replace

_Location = tuple[str, int, int, str]


class Severity(Enum):
    """How bad a finding is: an error fails the run, a warning fails it under ``--strict`` only."""

    ERROR = "error"
    WARNING = "warning"


class Place:
    """A location: a file, a position in it, and the JSON pointer (RFC 6901) of the value.

    ``line`` and ``column`` count from 1; 0 means "the file as a whole".
    """

    __slots__ = ("_find", "_known")

    def __init__(
        self, file: str, line: int = 0, column: int = 0, pointer: str = ""
    ) -> None:
        self._known: _Location | None = (file, line, column, pointer)
        self._find: Callable[[], Place] | None = None

    @classmethod
    def late(cls, find: Callable[[], Place]) -> Place:
        """The place that ``find`` gives, which is called when something is asked of it.

        Nearly every part of a description has a place, and nearly none is ever shown.
        """
        place = cls.__new__(cls)
        place._known, place._find = None, find
        return place

    @property
    def file(self) -> str:
        """The name of the file, as it is shown to people."""
        return self._location[0]

    @property
    def line(self) -> int:
        """The line, from 1; 0 for the file as a whole."""
        return self._location[1]

    @property
    def column(self) -> int:
        """The column in characters, from 1; 0 for the file as a whole."""
        return self._location[2]

    @property
    def pointer(self) -> str:
        """The JSON pointer of the value; empty for the root, or outside documents."""
        return self._location[3]

    @property
    def _location(self) -> _Location:
        if self._known is None:
            assert self._find is not None  # one of the two is set
            self._known, self._find = self._find()._location, None
        return self._known

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and self._location == other._location

    def __hash__(self) -> int:
        return hash(self._location)

    def __repr__(self) -> str:
        return f"Place{self._location}"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Diagnostic(Struct, frozen=True):
    """One finding: a stable code, what is wrong, where, and what to write instead.

    ``related`` holds further places that explain the finding, each with a few words.
    """

    severity: Severity
    code: str
    message: str
    place: Place
    help: str | None = None
    related: tuple[tuple[str, Place], ...] = ()


class Report(Struct, kw_only=True):
    """Collects the findings of a run and knows whether warnings count.

    Under ``strict`` any finding fails the run. ``sources`` keeps the text of each file for code
    frames. ``ignored`` are the codes of warnings that are left out: None for all of a code, else those
    that are about one of some places or operations.
    """

    strict: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    ignored: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    _known: set[Diagnostic] = field(default_factory=set)

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
        """Add a finding that a careful maintainer would want to fix."""
        self._add(Severity.WARNING, code, place, message, help, related)

    def tolerable(
        self,
        code: str,
        place: Place,
        message: str,
        *,
        help: str | None = None,
        related: tuple[tuple[str, Place], ...] = (),
    ) -> None:
        """Add a finding that costs only what it touches: an error under ``strict``."""
        severity = Severity.ERROR if self.strict else Severity.WARNING
        self._add(severity, code, place, message, help, related)

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a finding, unless it is known already."""
        if self._is_ignored(diagnostic):
            return
        if diagnostic not in self._known:
            self._known.add(diagnostic)
            self.diagnostics.append(diagnostic)

    def _is_ignored(self, diagnostic: Diagnostic) -> bool:
        is_warning = diagnostic.severity is Severity.WARNING
        if not is_warning or diagnostic.code not in self.ignored:
            return False
        places = self.ignored[diagnostic.code]
        if places is None:
            return True
        pointer = diagnostic.place.pointer.replace("~1", "/").replace("~0", "~")
        texts = (diagnostic.message, pointer)
        return any(place in text for place in places for text in texts)

    def add_tolerable(self, diagnostic: Diagnostic) -> None:
        """Add a finding that leaves something to generate: an error only under ``strict``."""
        if not self.strict:
            diagnostic = replace(diagnostic, severity=Severity.WARNING)
        self.add(diagnostic)

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

    @property
    def failed(self) -> bool:
        """Whether the run has failed: by an error, or under ``strict`` by any finding."""
        return bool(self.diagnostics) if self.strict else self.has_errors

    @property
    def has_errors(self) -> bool:
        """Whether an error was found."""
        return self.count(Severity.ERROR) > 0

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
