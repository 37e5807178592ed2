"""Which of the owner's files go where in a client of ours, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from ..diagnostics import Place, Report, printable
from ..output import Additions, make_additions
from .checkout import Checkout, File
from .imports import missing_imports


class Carrying(Struct, frozen=True):
    """What to write, by new paths, and which of it is ``executable``; and the owner's files by their former
    paths: the new path of each that is carried or that is there already, and the reason for each that is not
    carried over.
    """

    new: Mapping[str, bytes]
    executable: frozenset[str]
    carried: Mapping[str, str]
    same: Mapping[str, str]
    refused: Mapping[str, str]


def carry(
    checkout: Checkout,
    owned: Mapping[str, File],
    targets: Mapping[str, str],
    tree: Mapping[str, bytes],
    package: str,
    *,
    out: Path,
    report: Report,
) -> Carrying:
    """How the owner's files go to their ``targets`` in ``out``, which holds or will hold ``tree``; reports
    those that cannot, and what the others import and will not find.

    Raises:
        OSError: the folder cannot be read.
    """
    files = {targets[p]: f.data for p, f in owned.items() if f.kind == "file"}
    additions = make_additions(files, tree, out)
    there = {*additions.new, *additions.same}
    usable = {path: files[path] for path in files if path in there}
    _report_refused(checkout, owned, targets, additions, report)
    _report_missing(checkout, targets, usable, tree, package, report)
    reasons = {p: additions.refused.get(targets[p], f.kind) for p, f in owned.items()}
    return Carrying(
        additions.new,
        frozenset(targets[p] for p, f in owned.items() if f.is_executable),
        carried={p: new for p, new in targets.items() if new in additions.new},
        same={p: new for p, new in targets.items() if new in additions.same},
        refused={p: reason for p, reason in reasons.items() if reason != "file"},
    )


def _report_refused(
    checkout: Checkout,
    owned: Mapping[str, File],
    targets: Mapping[str, str],
    additions: Additions,
    report: Report,
) -> None:
    for path, file in owned.items():
        place = Place((checkout.folder / path).as_posix())
        if file.kind != "file":
            report.warning(
                "A005",
                place,
                f"this is a {file.kind}, which is not followed; it is not carried over",
                help="copy what it leads to by hand",
            )
        elif reason := additions.refused.get(targets[path]):
            report.warning(
                "A002",
                place,
                f"this file is not carried over to '{targets[path]}': {reason}",
                help="merge the two by hand, or rename one of them",
            )


def _report_missing(
    checkout: Checkout,
    targets: Mapping[str, str],
    carried: Mapping[str, bytes],
    tree: Mapping[str, bytes],
    package: str,
    report: Report,
) -> None:
    former = {new: old for old, new in targets.items()}
    for missing in missing_imports(carried, tree, package, checkout.name):
        place = Place(
            (checkout.folder / former[missing.path]).as_posix(), missing.line, 1
        )
        names = ", ".join(f"'{name}'" for name in missing.names)
        what = f"{names} from '{missing.module}'" if names else f"'{missing.module}'"
        last = missing.module.rpartition(".")[2]
        is_private = any(name.startswith("_") for name in (last, *missing.names))
        report.warning(
            "A003",
            place,
            printable(f"this file imports {what}, which the new client lacks"),
            help=(
                "docs/private-modules.md lists the private modules that there are; "
                "'x-private-modules: false' leaves them out"
                if is_private
                else "import what the new client has in its place; 'clientwright diff' tells what"
            ),
        )
