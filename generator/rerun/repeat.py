"""What a run would find and say that need not compile: nothing has changed since the last one.

Loads no part of the compiler.
"""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Report
from ..inputs import Inputs
from ..output import Plan, Record, read_record, settled_manifest, untouched
from ..output.disk import shown
from .code import code_hash
from .files import CLIENT, InputFile, input_files, inputs_hash
from .findings import load_findings, places_of
from .made import Made, load_made


def repeated(
    target: str, inputs: Inputs, out: Path, report: Report
) -> tuple[Made, Plan] | None:
    """What is in ``out`` and the plan without changes, with the findings of the run that wrote it.

    None, and nothing reported, unless the inputs, the generator and every file of the output are
    what they were then. ``target`` is the kind of output.
    """
    manifest = settled_manifest(out)
    record = read_record(manifest) if manifest is not None else None
    if manifest is None or record is None or report.strict > record.strict:
        return None
    read = input_files(inputs, record.read)
    if read is None or inputs_hash(target, inputs, read) != record.inputs:
        return None
    if code_hash() != record.code:
        return None
    try:
        made, found = load_made(record.made), _findings(record, read, report)
    except (ValueError, TypeError, KeyError):  # a seal proves no author
        return None
    plan = untouched(manifest, out, keeps_edits=target == CLIENT)
    if plan is None or found.failed:
        return None
    report.sources |= found.sources
    for finding in found.diagnostics:
        report.add(finding)
    return made, plan


def _findings(record: Record, read: list[InputFile], report: Report) -> Report:
    """The findings of a record, with the texts that they point into."""
    found = Report(strict=report.strict)
    load_findings(record.findings, {f.name: shown(f.path) for f in read}, found)
    named = {place.file for d in found.diagnostics for place in places_of(d)}
    texts = {shown(f.path): f.text for f in read if shown(f.path) in named}
    found.sources.update(texts)
    return found
