"""What in a checkout is its owner's: whole files, and hunks in the files of the former generator."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..diagnostics import Place, Report
from ..git import Blob
from .checkout import Checkout, File
from .former import has_header, is_bookkeeping, is_owned_folder, is_unmarked
from .history import Commit, pristine_commit, read_commits, touched_by_others
from .hunks import Hunk, by_others, compared
from .repository import NoHistory, Repository

_AUTHORS = (
    "the authors of commits, who also commit what the generator made; its branch 'generated' "
    "tells more exactly ('git fetch origin generated:generated')"
)


class Custom(Struct, frozen=True):
    """The custom code of a checkout.

    ``owned`` are the owner's files; ``generated`` counts those of the generator; ``left_over`` are files
    that it wrote once and no longer; ``removed`` are those of its files that the owner deleted, as far
    as that is known. ``hunks`` is None if the history does not tell; ``basis`` says what it told.
    """

    owned: Mapping[str, File]
    generated: int
    left_over: tuple[str, ...]
    removed: tuple[str, ...]
    hunks: tuple[Hunk, ...] | None
    basis: str


def custom_code(checkout: Checkout, report: Report) -> Custom:
    """The custom code of a checkout, as far as its history tells."""
    evidence = _evidence(checkout, report)
    owned: dict[str, File] = {}
    hunks: list[Hunk] = []
    left_over: list[str] = []
    for path, file in sorted(checkout.files.items()):
        if is_bookkeeping(path):
            continue
        is_marked = file.kind == "file" and has_header(file.data)
        if not is_unmarked(path) and (is_owned_folder(path) or not is_marked):
            owned[path] = file
        elif evidence is None:
            continue
        elif path in evidence.pristine:
            hunks += evidence.compared(path, file)
        elif path in evidence.touched:
            hunks += by_others(evidence.repository, evidence.commits, path, file)
        elif evidence.pristine:
            left_over.append(path)
    return Custom(
        owned=owned,
        generated=len(checkout.files) - len(owned),
        left_over=tuple(left_over),
        removed=_removed(checkout, evidence),
        hunks=tuple(hunks) if evidence is not None else None,
        basis=evidence.basis if evidence is not None else "",
    )


def _removed(checkout: Checkout, evidence: _Evidence | None) -> tuple[str, ...]:
    """The generator's files that are no longer there."""
    return tuple(
        path
        for path in sorted(evidence.pristine if evidence is not None else ())
        if path not in checkout.files
        and not is_bookkeeping(path)
        and not is_owned_folder(path)
    )


class _Evidence(Struct, frozen=True):
    """What a history tells. ``pristine`` are the files as the generator wrote them, empty without its
    branch; ``touched`` are those that others changed. Both ``commits`` and these are empty if the history
    is cut off."""

    repository: Repository
    commits: Mapping[str, Commit]
    pristine: Mapping[str, Blob]
    touched: frozenset[str]
    basis: str

    def compared(self, path: str, file: File) -> list[Hunk]:
        blob = self.pristine[path]
        if file.hash == blob.hash or file.kind != "file":
            return []
        return compared(self.repository, self.commits, path, before=blob.hash, now=file)


def _evidence(checkout: Checkout, report: Report) -> _Evidence | None:
    """What the history tells; None after reporting that it tells nothing of generated files."""
    place = Place(checkout.folder.as_posix())
    repository, reason = checkout.repository, checkout.reason
    if repository is not None:
        try:
            return _read(repository, f"{checkout.package}/_client.py")
        except NoHistory as error:
            reason = str(error)
    report.warning(
        "A001",
        place,
        f"edits in generated files cannot be known: {reason}",
        help="name a full clone of the repository, with the generator's branch if there is one "
        "('git fetch --unshallow', 'git fetch origin generated')",
    )
    return None


def _read(repository: Repository, client: str) -> _Evidence:
    commits = read_commits(repository, repository.head)
    known = pristine_commit(repository, commits, client)
    if repository.is_shallow and known is None:
        raise NoHistory("the clone is shallow, so its commits are missing")
    if not any(commit.by_generator for commit in commits.values()):
        raise NoHistory("no commit of the generator is in the history")
    touched: frozenset[str] = frozenset()
    if repository.is_shallow:
        commits = {}
    else:
        touched = touched_by_others(repository, commits)
    if known is None:
        return _Evidence(repository, commits, {}, touched, _AUTHORS)
    branch, commit = known
    basis = f"the generator's branch '{branch}' at {commit.hash[:9]} of {commit.date}"
    pristine = repository.tree(commit.hash)
    return _Evidence(repository, commits, pristine, touched, basis)
