"""What commands do with the pipeline. Loads the compiler: a command imports it when it runs."""

from __future__ import annotations

from pathlib import Path

from ..config import DocsFiles, load_docs_files
from ..diagnostics import Report
from ..output import FileTree, Plan, add_record, apply, make_plan, recover
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
    inputs: Inputs, out: Path, report: Report, status: StatusLine, *, overwrite: bool
) -> tuple[Compiled, Plan]:
    """The client that was written, and what that changed.

    Raises:
        Failed: nothing was written; the report has the reasons.
    """
    require(recover(out, report), report)
    sdk = compiled(inputs, report, status)
    record = recorded(inputs, sdk, report)
    plan = planned(add_record(build(sdk, status), record), out, report)
    status("writing")
    require(apply(plan, out, report, overwrite=overwrite), report)
    return sdk, plan


def generated(
    inputs: Inputs, out: Path, report: Report, status: StatusLine, *, overwrite: bool
) -> tuple[Made, Plan]:
    """What is in the client that was written, and what that changed.

    Raises:
        Failed: nothing was written; the report has the reasons.
    """
    sdk, plan = written(inputs, out, report, status, overwrite=overwrite)
    return made(sdk), plan


@not_collecting()
def checked(inputs: Inputs, out: Path, report: Report, status: StatusLine) -> Plan:
    """What writing the client would change.

    Raises:
        Failed: no client could be made; the report has the reasons.
    """
    require(recover(out, report), report)
    sdk = compiled(inputs, report, status)
    return planned(build(sdk, status), out, report, renew=False)


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


def planned(tree: FileTree, out: Path, report: Report, *, renew: bool = True) -> Plan:
    """The changes from what is in ``out`` to a tree; ``renew`` the record of the last run alone too.

    Raises:
        Failed: something is in the way; the report says what.
    """
    plan = make_plan(tree, out, report, renew=renew)
    if plan is None:
        raise Failed(report)
    return plan
