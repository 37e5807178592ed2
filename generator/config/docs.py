"""What the documentation site looks like (``x-docs``), and the files that it takes over.

The files are read when a site is built: nothing else needs them.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from ..diagnostics import Place, Report
from ..source.text import read_bytes, read_text, shown
from .entry import Entry

_MOST_LOGO = 512 * 1024
_MOST_CHANGELOG = 256 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"


class NamedFile(Struct, frozen=True):
    """A file that the configuration names, and where."""

    path: Path
    place: Place


class DocsConfig(Struct, frozen=True):
    """The look of the site: a colour as ``#rrggbb``, the address where it is published, files."""

    color: str | None = None
    url: str | None = None
    logo: NamedFile | None = None
    changelog: NamedFile | None = None


class Logo(Struct, frozen=True):
    """A picture, and its name in the site: ``logo.svg`` or ``logo.png``."""

    name: str
    content: bytes


class DocsFiles(Struct, frozen=True):
    """The contents of the named files; the changelog is empty if absent."""

    logo: Logo | None = None
    changelog: str = ""


NO_FILES = DocsFiles()


def read_docs(section: Entry) -> DocsConfig:
    """The look that a configuration asks for."""
    return DocsConfig(
        color=section.text("color"),
        url=section.text("url"),
        logo=_named(section.at("logo")),
        changelog=_named(section.at("changelog")),
    )


def _named(entry: Entry | None) -> NamedFile | None:
    """A file, from the folder of the configuration."""
    text = entry.as_text() if entry else None
    if entry is None or text is None:
        return None
    return NamedFile(Path(entry.reader.document.name).parent / text, entry.place)


def load_docs_files(docs: DocsConfig, report: Report) -> DocsFiles | None:
    """The contents of the named files, or None after reporting which of them cannot be used."""
    named = {"logo": docs.logo, "changelog": docs.changelog}
    missing = [
        (w, f) for w, f in named.items() if f is not None and _is_missing(f.path)
    ]
    for what, file in missing:
        message = f"the {what} {shown(file.path)} does not exist"
        help = "name a file, from the folder of the configuration"
        report.error("I001", file.place, message, help=help)
    if missing:
        return None
    logo = _logo(docs.logo, report) if docs.logo else None
    text: str | None = ""
    if docs.changelog is not None:
        text = read_text(docs.changelog.path, report, "changelog", _MOST_CHANGELOG)
    if text is None or (docs.logo is not None and logo is None):
        return None
    return DocsFiles(logo, text)


def _is_missing(path: Path) -> bool:
    """Whether there is nothing; where that cannot be told, reading says why."""
    try:
        return not path.exists()
    except (OSError, ValueError):
        return False


def _logo(named: NamedFile, report: Report) -> Logo | None:
    data = read_bytes(named.path, report, "logo", _MOST_LOGO)
    if data is None:
        return None
    if data.startswith(_PNG):
        return Logo("logo.png", data)
    if b"<svg" in data[:1024]:
        return Logo("logo.svg", data)
    message = "the logo is neither an SVG nor a PNG file"
    report.error("C004", named.place, message, help="save it as SVG or PNG")
    return None
