"""What the two arguments of ``diff`` name: a package that exists, or one that would be
generated, here or at a git revision."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ..compare import Configured, Surface, SyntaxTrees, route_key
from ..diagnostics import Report
from ..inputs import Inputs
from ..pipeline import Compiled, build
from ..progress import StatusLine
from ..published import Recorded, Sources, find_package
from ..revisions import find_revision, is_in_repository
from ..surface_file import SURFACE_NAME
from .compiling import compiled
from .failed import require
from .find import found
from .revision_sides import documents_at, package_at, revision_of

if TYPE_CHECKING:
    from ..source import Input

_DOCUMENTS = (".yml", ".yaml", ".json")
_DESCRIPTION = re.compile(
    r"""^[ \t{]*["']?(openapi|swagger)["']?[ \t]*:[ \t]*["']?[0-9]""", re.M
)


class Side(Struct, frozen=True):
    """One side of a comparison; ``configured`` if a configuration makes it."""

    surface: Surface
    configured: Configured | None


def side(
    wanted: str,
    spec: Input | None,
    trees: SyntaxTrees,
    report: Report,
    status: StatusLine,
) -> Side:
    """What an argument names.

    Raises:
        Failed: it cannot be read; the report says why.
    """
    path = Path(wanted)
    if path.suffix in _DOCUMENTS and path.is_file():
        return _made(path, spec, trees, report, status)
    status(f"reading {wanted}")
    if not path.exists():
        found = _at_revision(wanted, spec, trees, report, status)
        if found is not None:
            return found
    sources = find_package(wanted, report)
    if sources is None and not path.exists() and is_in_repository():
        find_revision(wanted, report)  # says which revisions there are to fetch
    require(sources is not None, report)
    assert sources is not None
    inside = replace(sources, root=sources.root.removeprefix(f"{path.as_posix()}/"))
    shown = inside if path.is_file() else sources
    return Side(Surface(shown, trees, report), None)


def _at_revision(
    wanted: str,
    spec: Input | None,
    trees: SyntaxTrees,
    report: Report,
    status: StatusLine,
) -> Side | None:
    """What an argument names that is no path: something at a revision if it has a colon, or if no
    package is installed under the name and there is such a revision.

    Raises:
        Failed: it cannot be read; the report says why.
    """
    is_explicit = ":" in wanted
    if not is_explicit and find_package(wanted, Report()) is not None:
        return None
    found = revision_of(wanted, report if is_explicit else None)
    if found is None:
        require(not is_explicit, report)
        return None
    revision, inside = found
    if PurePosixPath(inside).suffix not in _DOCUMENTS:
        sources = package_at(revision, inside, report)
        return Side(Surface(sources, trees, report), None)
    with documents_at(revision, inside, report) as (path, findings):
        return _made(path, spec, trees, findings, status)


def _made(
    path: Path,
    spec: Input | None,
    trees: SyntaxTrees,
    report: Report,
    status: StatusLine,
) -> Side:
    """What a configuration or a description makes."""
    sdk = compiled(_inputs(path, spec), report, status)
    surface = Surface(_generated(sdk, status), trees, report)
    return Side(surface, _configured(sdk))


def _inputs(path: Path, spec: Input | None) -> Inputs:
    """A configuration with the description next to it, or a description with its configuration."""
    with path.open(encoding="utf-8", errors="replace") as file:
        is_description = _DESCRIPTION.search(file.read(10_000)) is not None
    description, config = found(path, None) if is_description else found(spec, path)
    assert description is not None
    return Inputs(description, config)


def _generated(sdk: Compiled, status: StatusLine) -> Sources:
    """The package that ``generate`` would write."""
    root, files = f"src/{sdk.names.package}", build(sdk, status)
    texts = {
        path.removeprefix(f"{root}/"): content.decode()
        for path, content in files.items()
        if path.startswith(f"{root}/") and path.endswith(".py")
    }
    recorded = Recorded(SURFACE_NAME, files[SURFACE_NAME].decode())
    return Sources(sdk.names.package, root, texts, {}, recorded)


def _configured(sdk: Compiled) -> Configured:
    operations = [
        (part.tokens[-1], part.tokens[1])
        for _, part in sdk.documents.parts
        if part.role == "operation" and part.tokens[0] == "paths"
    ]
    types = {
        (".".join(name.module), name.name): id for id, name in sdk.names.types.items()
    }
    homes = {
        (".".join(d.name.module), d.name.name): d.resource
        for d in sdk.sdk.types
        if d.resource is not None
    }
    return Configured(
        resources={r.path: r.id for r in sdk.sdk.every_resource()},
        routes={route_key(verb, path): path for verb, path in operations},
        schemas=types,
        homes=homes,
        schemes={
            page.sync_class.removeprefix("Sync"): page.scheme for page in sdk.sdk.pages
        },
    )
