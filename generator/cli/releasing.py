"""What ``release`` does: finds the last release, compares, chooses the version, and writes all or nothing.

Loads the compiler: the command imports it when it runs.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from ..compare import Group, Surface, SyntaxTrees, VersionError, Weight
from ..compare import compare, grouped, heaviest
from ..config import is_before
from ..diagnostics import Place, Report
from ..inputs import Inputs
from ..output import FileText, write_around
from ..output.merge import Merge, report_conflicts
from ..pipeline import Compiled
from ..progress import StatusLine
from ..published import Recorded, Sources
from ..published.about import read_about
from ..release import Changelog, Choice, DatedVersion, NotEditable, Section
from ..release import entry, is_later, last_tag, next_of, with_version
from ..revisions import Revision, find_revision, tags_before
from ..source import load_document, shown
from ..surface_file import SURFACE_NAME
from .compiling import checked, written
from .failed import Failed, require
from .revision_sides import package_at
from .show import counted

_CHANGELOG = "CHANGELOG.md"
_FIRST = "- The first version of the client."


class Prepared(Struct, frozen=True):
    """A release before it is written: its version, what differs since the last one in a line, the
    entry, and the two files that hold them."""

    version: str
    summary: str
    entry: str
    config: FileText
    changelog: FileText


class _Last(Struct, frozen=True):
    """The release before: what a person calls it, its version, and its package."""

    name: str
    version: str
    sources: Sources


def prepared(
    inputs: Inputs,
    out: Path,
    report: Report,
    status: StatusLine,
    *,
    since: str | None,
    wanted: str | None,
    date: str,
) -> Prepared:
    """The release that the inputs and the history give. Writes nothing.

    Raises:
        Failed: there is none; the report says why.
    """
    sdk, merge = checked(inputs, out, report, status)
    if merge.conflicts:
        report_conflicts(merge.conflicts, out, report, is_written=False)
        raise Failed(report)
    changelog = _changelog(out, report)
    last = _last_release(out, since, report)
    groups: tuple[Group, ...] = ()
    if last is None:
        version, summary = wanted or sdk.config.version, "the first release"
    else:
        status("comparing")
        groups = _differences(last.sources, _next_sources(sdk, merge, out), report)
        weight = _weight(groups, changelog, last, report, is_wanted=wanted is not None)
        choice = _choice(last, weight, sdk.config.version, wanted, report)
        version = choice.version
        number = counted(sum(len(group.changes) for group in groups), "change")
        summary = f"{weight.word}, {number} since {last.name}"
    _keep_what_was_compared(sdk, version, report)
    if changelog.entry(version) is not None:
        report.error(
            "R005",
            Place(shown(out / _CHANGELOG)),
            f"there is an entry for {version} already",
            help="if it is prepared, commit and tag it; otherwise choose another one with --version",
        )
        raise Failed(report)
    found = entry(groups)
    if last is None and not changelog.unreleased:
        found = {Section.ADDED: [_FIRST]}
    release = DatedVersion(version, date, last.name if last else None)
    text = changelog.with_entry(release, found)
    return Prepared(
        version=version,
        summary=f"{version}: {summary}",
        entry=text.entry(version) or "",
        config=_config(inputs, version, report),
        changelog=FileText(out / _CHANGELOG, text.text.encode()),
    )


def written_release(
    release: Prepared, inputs: Inputs, out: Path, report: Report, status: StatusLine
) -> bool:
    """Write the version, the client and the entry; False after reporting why that is not possible.

    Raises:
        Failed: the client could not be written, and nothing was; the report has the reasons.
    """

    def generate() -> None:
        try:
            written(inputs, out, report, status, overwrite=False, opens_merge=False)
        except Failed:
            report.error(
                "R007",
                Place(shown(release.config.path)),
                f"the client cannot be generated with the version {release.version}; nothing was written",
                help=f"set 'x-version: {release.version}' here, run 'clientwright generate', resolve what "
                "it reports, and run 'clientwright release' again",
            )
            raise

    return write_around(generate, release.config, release.changelog, report)


def notes_of(version: str, out: Path, report: Report) -> str | None:
    """The entry of a version; None after reporting that there is none."""
    try:
        found = _changelog(out, report).entry(version)
    except Failed:
        return None
    if found is None:
        report.error(
            "R006",
            Place(shown(out / _CHANGELOG)),
            f"there is no entry for {version}",
            help=f"write one below a heading '## [{version}]', or let 'clientwright release' do it",
        )
    return found


def _changelog(out: Path, report: Report) -> Changelog:
    path = out / _CHANGELOG
    try:
        return Changelog(path.read_bytes().decode())
    except FileNotFoundError:
        return Changelog("")
    except (OSError, UnicodeDecodeError) as error:
        report.error(
            "R005",
            Place(shown(path)),
            f"this changelog cannot be read: {error}",
            help="make it a readable file of UTF-8",
        )
        raise Failed(report) from error


def _last_release(out: Path, since: str | None, report: Report) -> _Last | None:
    """The release before this one; None if no version is tagged.

    Raises:
        Failed: it cannot be read, or nothing is known about it; the report says why.
    """
    folder = out if out.is_dir() else Path()
    name = since or last_tag(tags_before(folder, report) or ())
    require(not report.failed, report)
    if name is None:
        return None
    revision = find_revision(name, report, folder)
    require(revision is not None, report)
    assert revision is not None
    sources = package_at(revision, _path_in(revision, out, folder), report)
    return _Last(name, _version_of(sources, name, report), sources)


def _path_in(revision: Revision, out: Path, folder: Path) -> str:
    """The folder of the client in the repository."""
    here = revision.prefix.removesuffix("/")
    return here if folder == out else revision.path(f"./{out.as_posix()}")


def _version_of(sources: Sources, name: str, report: Report) -> str:
    """The version that a package states, else that of its tag."""
    found = read_about(
        sources.documents, sources.files.get("_version.py", "")
    ).version or last_tag([name])
    if found is None:
        report.error(
            "R002",
            Place(sources.root),
            f"the version of the package at '{name}' is not known",
            help="name the tag of a version with --since",
        )
        raise Failed(report)
    return found.removeprefix("v")


def _next_sources(sdk: Compiled, merge: Merge, out: Path) -> Sources:
    """The package as it will be: what is on the disk, with what generating changes."""
    root = f"src/{sdk.names.package}/"
    home = out / root
    texts = {
        path.relative_to(home).as_posix(): path.read_text("utf-8", "replace")
        for path in sorted(home.rglob("*.py"))
        if path.is_file()
    }
    record = out / SURFACE_NAME
    content = record.read_bytes() if record.is_file() else None
    for change in merge.plan.changes:
        if change.path == SURFACE_NAME:
            content = change.new
        name = change.path.removeprefix(root)
        if name == change.path or not name.endswith(".py"):
            continue
        if change.new is None:
            texts.pop(name, None)
        else:
            texts[name] = change.new.decode()
    text = content.decode("utf-8", "replace") if content is not None else None
    recorded = Recorded(shown(record), text) if text is not None else None
    return Sources(sdk.names.package, shown(home), texts, {}, recorded)


def _differences(old: Sources, new: Sources, report: Report) -> tuple[Group, ...]:
    trees = SyntaxTrees()
    before, after = (Surface(sources, trees, report) for sources in (old, new))
    return grouped(compare(before, after))


def _weight(
    groups: tuple[Group, ...],
    changelog: Changelog,
    last: _Last,
    report: Report,
    *,
    is_wanted: bool,
) -> Weight:
    """What the release weighs; changes that are written down by hand, or a version that was asked
    for, make at least a patch.

    Raises:
        Failed: there is nothing to release.
    """
    weight = heaviest(change for group in groups for change in group.changes)
    if weight is None and not changelog.unreleased and not is_wanted:
        report.error(
            "R004",
            Place(last.name),
            f"nothing differs for users since {last.name}, and nothing is written under 'Unreleased'",
            help="write down what the release is for, or choose its version with --version",
        )
        raise Failed(report)
    return weight or Weight.PATCH


def _choice(
    last: _Last, weight: Weight, configured: str, wanted: str | None, report: Report
) -> Choice:
    """The version.

    Raises:
        Failed: it is too low, or cannot be told; the report says why.
    """
    try:
        choice = next_of(last.version, weight, configured, wanted)
    except VersionError as error:
        report.error(
            "R002",
            Place(last.name),
            f"no next version can be told: {error}",
            help="choose another release with --since",
        )
        raise Failed(report) from error
    if choice.is_too_low or not is_later(choice.version, last.version):
        report.error(
            "R003",
            Place(last.name),
            f"{choice.version} is too low after {last.version} with a {weight.word} change",
            help=f"release {choice.least} or higher; 'clientwright diff' shows what differs",
        )
        raise Failed(report)
    return choice


def _keep_what_was_compared(sdk: Compiled, version: str, report: Report) -> None:
    """Nothing if the client of a version has what was compared.

    Raises:
        Failed: it lacks what is kept until that version; the report says so.
    """
    kept = sdk.config.kept
    if kept is None or is_before(version, kept.until):
        return
    report.error(
        "R008",
        kept.place,
        f"the version would be {version}, and what is kept until {kept.until} would be gone with it",
        help="raise 'until'; or remove x-keep-removed, and what goes counts for the version",
    )
    raise Failed(report)


def _config(inputs: Inputs, version: str, report: Report) -> FileText:
    """The configuration with the version.

    Raises:
        Failed: it cannot be set there; the report says why.
    """
    path = inputs.config
    if path is None:
        report.error(
            "R001",
            Place(str(inputs.description)),
            "there is no configuration to hold the version",
            help="write one with 'clientwright init', and add 'x-version: 0.1.0' to it",
        )
        raise Failed(report)
    document = load_document(path, report, what="configuration")
    require(document is not None, report)
    assert document is not None
    if document.value.get("x-version") == version:
        return FileText(path, path.read_bytes())
    try:
        data = path.read_bytes()
        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        text = with_version(document, data.removeprefix(mark).decode(), version)
    except NotEditable as error:
        report.error(
            "R001",
            document.locate("/x-version"),
            "the version cannot be set here",
            help=f"write 'x-version: {version}' as a line of its own, without an anchor, an alias or a "
            "block",
        )
        raise Failed(report) from error
    return FileText(path, mark + text.encode())
