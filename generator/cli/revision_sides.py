"""The sides of ``diff`` that are in a git revision: a package, or documents with what they refer to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from ..diagnostics import Diagnostic, Place, Report
from ..output import scratch_folder
from ..published import Sources, sources_in
from ..revisions import Revision, UnreadableRevision, find_revision
from .failed import Failed

_TEXTS = frozenset(".yaml .yml .json .md .markdown .txt".split())
"""What descriptions refer to."""


def revision_of(wanted: str, report: Report | None) -> tuple[Revision, str] | None:
    """The revision that an argument names, and the path in it that it is about; None, after reporting
    why if there is a report."""
    name, colon, written = wanted.partition(":")
    revision = find_revision(name, report)
    if revision is None:
        return None
    try:
        return revision, revision.path(written if colon else "./")
    except UnreadableRevision as error:
        if report is not None:
            _unreadable(wanted, error, report)
        return None


def package_at(revision: Revision, path: str, report: Report) -> Sources:
    """The package in a folder of a revision.

    Raises:
        Failed: there is none, or it cannot be read; the report says why.
    """
    shown = f"{revision.name}:{path}"
    try:
        sizes = revision.sizes(path)
        found = sources_in(
            revision.name, sizes, lambda names: revision.read(names).items()
        )
    except ValueError as error:
        _unreadable(shown, error, report)
        raise Failed(report) from error
    if found is None:
        report.error(
            "P010",
            Place(shown),
            "there is no client package here: nothing that holds '_client.py' and 'resources'",
            help="name the folder of the client in the revision, as in 'v1.2.0:generated'",
        )
        raise Failed(report)
    inside = found.root.removeprefix(f"{revision.name}/")
    record = found.recorded
    if record is not None:
        place = record.path.removeprefix(f"{revision.name}/")
        record = replace(record, path=f"{revision.name}:{place}")
    return replace(found, root=f"{revision.name}:{inside}", recorded=record)


@contextmanager
def documents_at(
    revision: Revision, path: str, report: Report
) -> Iterator[tuple[Path, Report]]:
    """A file with the documents around it, as they are in a revision, and a report for what is found
    in them; its findings are in the given report in the end, at the places of the revision.

    Raises:
        Failed: the file cannot be read; the report says why.
    """
    home = PurePosixPath(path).parent
    try:
        sizes = revision.sizes()
        if path not in sizes:
            raise UnreadableRevision("the revision has no such file")
        texts = [p for p in sizes if PurePosixPath(p).suffix.lower() in _TEXTS]
        around = [
            p
            for p in texts
            if PurePosixPath(p).is_relative_to(home)
            or PurePosixPath(p).parent == home.parent
        ]
        content = revision.read([path, *around])
    except ValueError as error:
        _unreadable(f"{revision.name}:{path}", error, report)
        raise Failed(report) from error
    with scratch_folder(content) as folder:
        findings = Report(strict=report.strict)
        try:
            yield folder / path, findings
        except Failed as failed:
            if failed.report is not findings:
                raise
            raise Failed(report) from failed
        finally:
            start = f"{folder.as_posix()}/"
            _take_over(findings, start, f"{revision.name}:", report)


def _take_over(findings: Report, start: str, instead: str, report: Report) -> None:
    """Add the findings of a folder to a report, with another start of their places."""

    def place(found: Place) -> Place:
        if not found.file.startswith(start):
            return found
        file = instead + found.file.removeprefix(start)
        return Place(file, found.line, found.column, found.pointer)

    def moved(found: Diagnostic) -> Diagnostic:
        related = tuple((text, place(other)) for text, other in found.related)
        return replace(
            found,
            message=found.message.replace(start, instead),
            help=found.help and found.help.replace(start, instead),
            place=place(found.place),
            related=related,
        )

    for diagnostic in findings.diagnostics:
        report.add(moved(diagnostic))
    for file, text in findings.sources.items():
        report.sources[place(Place(file)).file] = text


def _unreadable(wanted: str, error: ValueError, report: Report) -> None:
    report.error(
        "P010",
        Place(wanted),
        f"this cannot be read at its revision: {error}",
        help="name a file or a folder of the revision, as in 'v1.2.0:openapi.yaml' or 'v1.2.0:generated'",
    )
