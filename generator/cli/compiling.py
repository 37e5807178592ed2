"""What commands do with the pipeline. Loads the compiler: a command imports it when it runs."""

from __future__ import annotations

from pathlib import Path

from ..config import DocsFiles, load_docs_files
from ..diagnostics import Report
from ..output import FileTree, Plan, add_pristine, add_record, apply, make_plan
from ..output import recover
from ..output.merge import Merge, merge_edits, refuse_open_merge, report_conflicts
from ..output.merge import write_merge
from ..inputs import Inputs
from ..pipeline import Compiled, build, build_docs, compile_inputs
from ..progress import StatusLine
from ..rerun import Made
from ..rerun.recorded import made, recorded
from .collector import not_collecting
from .failed import Failed, require


@not_collecting()
def compiled(inputs: Inputs, report: Report, status: StatusLine) -> Compiled:
    """The SDK that the inputs define.

    Raises:
        Failed: no SDK could be made, or a finding counts; the report has the reasons.
    """
    found = compile_inputs(inputs, report, progress=status)
    if found is None:
        raise Failed(report)
    return found


@not_collecting()
def written(
    inputs: Inputs,
    out: Path,
    report: Report,
    status: StatusLine,
    *,
    overwrite: bool,
    opens_merge: bool,
) -> tuple[Compiled, Merge]:
    """The client that was written, and what that changed. Edits are merged, unless told to
    ``overwrite`` them; with conflicts only if it ``opens_merge``.

    Raises:
        Failed: nothing was written; the report has the reasons.
    """
    require(recover(out, report), report)
    require(not refuse_open_merge(out, report, marks=True), report)
    sdk = compiled(inputs, report, status)
    record = recorded(inputs, sdk, report)
    tree = add_record(add_pristine(build(sdk, status)), record)
    plan = planned(tree, out, report, keeps_edits=not overwrite)
    status("writing")
    if overwrite:
        require(apply(plan, out, report, overwrite=True), report)
        return sdk, Merge(plan, (), {})
    merge = _merged(plan, out, report)
    if merge.conflicts and not opens_merge:
        report_conflicts(merge.conflicts, out, report, is_written=False)
        raise Failed(report)
    require(write_merge(merge, out, report), report)
    return sdk, merge


def generated(
    inputs: Inputs, out: Path, report: Report, status: StatusLine, *, overwrite: bool
) -> tuple[Made, Merge]:
    """What is in the client that was written, and what that changed.

    Raises:
        Failed: nothing was written; the report has the reasons.
    """
    sdk, merge = written(
        inputs, out, report, status, overwrite=overwrite, opens_merge=True
    )
    return made(sdk), merge


@not_collecting()
def checked(
    inputs: Inputs, out: Path, report: Report, status: StatusLine
) -> tuple[Compiled, Merge]:
    """The SDK, and what writing its client would change.

    Raises:
        Failed: no client could be made, or a merge is open; the report has the reasons.
    """
    require(recover(out, report), report)
    require(not refuse_open_merge(out, report, marks=False), report)
    sdk = compiled(inputs, report, status)
    tree = add_pristine(build(sdk, status))
    plan = planned(tree, out, report, renew=False, keeps_edits=True)
    return sdk, _merged(plan, out, report)


def _merged(plan: Plan, out: Path, report: Report) -> Merge:
    merge = merge_edits(plan, out, report)
    if merge is None:
        raise Failed(report)
    return merge


@not_collecting()
def documented(
    inputs: Inputs, out: Path, report: Report, status: StatusLine, *, overwrite: bool
) -> Plan:
    """What writing the documentation changed.

    Raises:
        Failed: nothing was written; the report has the reasons.
    """
    require(recover(out, report), report)
    sdk = compiled(inputs, report, status)
    files = docs_files(sdk, report)
    record = recorded(inputs, sdk, report, docs=files)
    tree = build_docs(sdk, status, files=files)
    plan = planned(add_record(tree, record), out, report)
    status("writing")
    require(apply(plan, out, report, overwrite=overwrite), report)
    return plan


@not_collecting()
def checked_docs(inputs: Inputs, out: Path, report: Report, status: StatusLine) -> Plan:
    """What writing the documentation would change.

    Raises:
        Failed: none could be made; the report has the reasons.
    """
    require(recover(out, report), report)
    sdk = compiled(inputs, report, status)
    tree = build_docs(sdk, status, files=docs_files(sdk, report))
    return planned(tree, out, report, renew=False)


def docs_files(sdk: Compiled, report: Report) -> DocsFiles:
    """The files that the documentation takes over.

    Raises:
        Failed: one of them cannot be used; the report says why.
    """
    found = load_docs_files(sdk.config.docs, report)
    if found is None or report.failed:
        raise Failed(report)
    return found


def planned(
    tree: FileTree,
    out: Path,
    report: Report,
    *,
    renew: bool = True,
    keeps_edits: bool = False,
) -> Plan:
    """The changes from what is in ``out`` to a tree; ``renew`` the record of the last run alone too.

    Raises:
        Failed: something is in the way; the report says what.
    """
    plan = make_plan(tree, out, report, renew=renew, keeps_edits=keeps_edits)
    if plan is None:
        raise Failed(report)
    return plan
