"""The record of a run that compiled: what it read, and what it found."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from msgspec.json import encode
from msgspec.structs import asdict


from ..config import DocsFiles, SdkConfig
from ..config.docs import NamedFile
from ..diagnostics import Report
from ..inputs import Inputs
from ..openapi import DocumentSet
from ..openapi.documents import resolved
from ..output import Record
from ..output.disk import shown
from ..pipeline import Compiled
from .code import code_hash
from .files import BESIDE, CLIENT, DOCS, REFERRED, InputFile, input_files, inputs_hash
from .findings import dump_findings
from .made import Made

_REFERENCE = re.compile(rb'"\$ref":("(?:[^"\\]|\\.)*")')


def recorded(
    inputs: Inputs,
    compiled: Compiled,
    report: Report,
    *,
    docs: DocsFiles | None = None,
) -> Record | None:
    """What the next run with these inputs may rely on; None if it has to compile again.

    ``docs`` are the files that documentation takes over; they are None for a client.
    """
    config = compiled.config
    try:
        more = [*_referred(compiled.documents), *_beside(inputs, config, docs)]
        read = input_files(inputs, more)
        if read is None or not _are_as_parsed(read, report, config, docs):
            return None
    except ValueError:
        return None
    findings = dump_findings(report, {shown(file.path): file.name for file in read})
    if findings is None:
        return None
    return Record(
        inputs=inputs_hash(CLIENT if docs is None else DOCS, inputs, read),
        code=code_hash(),
        strict=report.strict,
        read=tuple(more),
        made=asdict(made(compiled)),
        findings=findings,
    )


def made(compiled: Compiled) -> Made:
    """What there is in a client, in numbers."""
    methods = compiled.sdk.every_method()
    paged = sum(method.is_paged for method in methods)
    return Made(
        resources=len(compiled.sdk.every_resource()),
        methods=len(methods),
        paged=0 if compiled.config.pages else paged,
        types=len(compiled.sdk.types),
        described=compiled.described,
        left_out=dict(sorted(compiled.left_out.items())),
    )


def _referred(documents: DocumentSet) -> Iterator[str]:
    """The files that references lead to, by name.

    Raises:
        ValueError: a reference does not lead to a file that was read, or it does through a link;
            another time it may lead elsewhere, although all that was read is the same.
    """
    for address, document in documents.files.items():
        if not isinstance(address, Path):
            raise ValueError(f"{address} is not a file")
        for ref in set(_REFERENCE.findall(encode(document.value))):
            file, _, _ = json.loads(ref).partition("#")
            target = resolved(address, file) if file else address
            direct = os.path.normpath(address.parent / unquote(file)) if file else ""
            if target not in documents.files or (file and str(target) != direct):
                raise ValueError(f"{file} leads somewhere else")
        if document is not documents.root:
            yield REFERRED + documents.relative(document)


def _beside(inputs: Inputs, config: SdkConfig, docs: DocsFiles | None) -> Iterator[str]:
    """The files that the configuration names, from its folder.

    Raises:
        ValueError: one has an absolute path, or is on the web.
    """
    if inputs.config is None:
        return
    folder = Path(shown(inputs.config)).parent
    named = [file.path for file in _taken_over(config, docs)]
    kept = [config.kept.description] if config.kept is not None else []
    for path in (*config.overlays, *kept, *named):
        if not isinstance(path, Path):
            raise ValueError(f"{path} is not a file")
        yield BESIDE + path.relative_to(folder).as_posix()


def _taken_over(config: SdkConfig, docs: DocsFiles | None) -> list[NamedFile]:
    both = (config.docs.logo, config.docs.changelog) if docs is not None else ()
    return [file for file in both if file is not None]


def _are_as_parsed(
    files: Iterable[InputFile],
    report: Report,
    config: SdkConfig,
    docs: DocsFiles | None,
) -> bool:
    """Whether the files hold what was made use of; they may have changed during the run.

    Raises:
        ValueError: one is not UTF-8.
    """
    parsed: dict[str, str | bytes] = {**report.sources}
    if docs is not None and config.docs.changelog is not None:
        parsed[shown(config.docs.changelog.path)] = docs.changelog
    if docs is not None and config.docs.logo is not None and docs.logo is not None:
        parsed[shown(config.docs.logo.path)] = docs.logo.content
    for file in files:
        known = parsed.get(shown(file.path))
        if known != (file.data if isinstance(known, bytes) else file.text):
            return False
    return True
