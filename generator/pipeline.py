"""The story on one page: two files become a client.

    description ─ load, check, upgrade ─┐
                                        ├─ lower ─ assign names ─ bind ─ print ─ format
    configuration ─ load (or infer) ────┘

The reference documentation is another tree, made of the same SDK and names.

Every phase takes values and returns a value; ``cli`` decides what is done with the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import metadata
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from .config import (
    EXTENSION_PREFIX,
    NO_FILES,
    STATING,
    DocsFiles,
    SdkConfig,
    audit_extensions,
    load_config,
    read_config,
    with_stated,
)
from .diagnostics import Report, Severity
from .infer import inferred, written
from .inputs import INFERRED, Inputs
from .lower import lower
from .naming import NameTable, assign
from .openapi import (
    Description,
    DocumentSet,
    load_description,
    read_description,
    validate,
)
from .output import (
    FileTree,
    Origin,
    add_manifest,
    check_data_files,
    format_tree,
    hash_files,
    hash_values,
)
from .render import template_folder
from .source import Document, Pointer, Reader, load_text
from .surface import Sdk, bind
from .targets import python
from .version import version

RECOVERED = "recovered stainless.yml"
"""What findings call a recovered one before it is written."""

Progress = Callable[[str], None]
"""Called with what is being done, for a progress display."""


class Compiled(Struct, frozen=True):
    """What the inputs mean: the SDK, its names, and what it was made from.

    ``described`` is the number of operations in the description; ``left_out`` tells how many of
    them no method calls, by the reason.
    """

    sdk: Sdk
    names: NameTable
    documents: DocumentSet
    config: SdkConfig
    described: int
    left_out: Mapping[str, int]


def compile_inputs(
    inputs: Inputs, report: Report, *, progress: Progress
) -> Compiled | None:
    """The SDK that the inputs define, or None if the report says that the run has failed.

    Every phase that can run does, so that one run shows every finding.
    """
    progress("reading")
    config = load_config(inputs.config, report) if inputs.config else None
    documents = load_description(
        inputs.description,
        report,
        reach=inputs.reach,
        overlays=(*(config.overlays if config else ()), *inputs.overlays),
        transforms=config.transforms if config else (),
        kept=config.kept if config else None,
    )
    description = read_description(documents, report) if documents else None
    if documents is None or description is None:
        return None
    readable = not report.has_errors
    progress("validating")
    _validate(documents, report, thorough=report.strict and readable)
    if any(EXTENSION_PREFIX in text for text in report.sources.values()):
        audit_extensions(_parts(documents, report))
    if inputs.config is None and readable:
        config = _inferred(description, report)
    if config is None or not readable:
        return None
    if any(keyword in text for text in report.sources.values() for keyword in STATING):
        parts = _parts(documents, report, only=documents.root)
        config = with_stated(config, parts, is_inferred=inputs.config is None)
    progress("compiling")
    api = lower(description, config, report)
    names = assign(api, report)
    if report.failed:
        return None
    return Compiled(
        sdk=bind(api, names),
        names=names,
        documents=documents,
        config=config,
        described=api.described,
        left_out=api.left_out,
    )


def inferred_text(inputs: Inputs, report: Report) -> str | None:
    """The file of the configuration that is inferred from a description; None if it is unusable."""
    documents = load_description(
        inputs.description, report, reach=inputs.reach, overlays=inputs.overlays
    )
    description = read_description(documents, report) if documents else None
    if description is None or report.failed:
        return None
    return written(inferred(description, report))


def recovered_text(inputs: Inputs, package: str, report: Report) -> str | None:
    """The file of the configuration that an existing package was made with, as far as the package
    and the description show it; None if one of them is unusable.

    ``package`` is a path, or the name of an installed one.
    """
    from .published import read_package
    from .recover import UNKNOWN, recovered

    findings = Report(strict=report.strict)
    found = read_package(package, findings)
    documents = load_description(
        inputs.description, report, reach=inputs.reach, overlays=inputs.overlays
    )
    description = read_description(documents, report) if documents else None
    is_usable = found is not None and description is not None and not report.failed
    text = None
    if found is not None and description is not None and is_usable:
        configuration = recovered(found, description, findings)
        notes = (f"- {finding.message}" for finding in findings.in_order())
        text = written(configuration, [*UNKNOWN, *dict.fromkeys(notes)])
        _report_refused(text, report)
    for finding in findings.in_order():
        report.add(finding)
    return text


def _report_refused(text: str, report: Report) -> None:
    """Report as warnings what would keep a recovered configuration from being used as it is."""
    findings = Report()
    document = load_text(RECOVERED, text, findings, what="configuration")
    if document is not None:
        read_config(document, findings)
    report.sources |= findings.sources
    for finding in findings.diagnostics:
        if finding.severity is Severity.ERROR:
            report.add(replace(finding, severity=Severity.WARNING))


def _inferred(description: Description, report: Report) -> SdkConfig | None:
    """The configuration that is inferred from a description, read from what would be its file."""
    text = written(inferred(description, report))
    document = load_text(INFERRED, text, report, what="configuration")
    return read_config(document, report) if document is not None else None


def _validate(documents: DocumentSet, report: Report, *, thorough: bool) -> None:
    """Check the description against its standard; what breaks it may still be compiled."""
    findings = Report()
    validate(documents, findings, thorough=thorough)
    for diagnostic in findings.diagnostics:
        report.add_tolerable(diagnostic)


def _parts(
    documents: DocumentSet, report: Report, *, only: Document | None = None
) -> Iterator[tuple[str, Reader]]:
    """Every mapping of the description that may have extension keywords, with its role; those of
    ``only`` one file, if it is given."""
    for document, part in documents.parts:
        if only is not None and document is not only:
            continue
        if not part.role.endswith("*"):
            yield part.role, Reader(report, document, Pointer(part.tokens), part.value)


def build(compiled: Compiled, progress: Progress) -> FileTree:
    """Every file of the client, formatted, with the manifest among them."""
    progress("rendering")
    rendered = python.texts(compiled.sdk)
    package = f"src/{compiled.names.package}"
    check_data_files(rendered)
    texts = format_tree(
        rendered,
        progress=lambda done, total: progress(f"formatting {done}/{total}"),
    )
    runtime = dict(runtime_files())
    files = {path: text.encode() for path, text in texts.items()}
    files |= {f"{package}/_core/{path}": data for path, data in runtime.items()}
    files[f"{package}/py.typed"] = b""
    origin = _origin(compiled, _templates("python"), runtime)
    return add_manifest(FileTree(files), origin)


def build_docs(
    compiled: Compiled,
    progress: Progress,
    *,
    files: DocsFiles = NO_FILES,
    server: str = "",
) -> FileTree:
    """Every file of the reference documentation, with the manifest among them; ``files`` are those
    that the configuration names, and consoles call ``server`` in place of the API."""
    progress("rendering the documentation")
    from .targets import (
        docs,
    )  # a quarter of the time to start, and no other command needs it

    settings, logo = compiled.config.docs, files.logo
    site = docs.Site(
        color=settings.color or "",
        url=settings.url or "",
        logo=logo.name if logo else "",
        changelog=files.changelog,
        server=server,
    )
    texts = docs.texts(compiled.sdk, site)
    check_data_files(texts)
    tree = {path: text.encode() for path, text in texts.items()}
    if logo is not None:
        tree[f"assets/{logo.name}"] = logo.content
    origin = _origin(compiled, _templates("docs"), runtime={})
    return add_manifest(FileTree(tree), origin)


def _origin(
    compiled: Compiled, templates: dict[str, bytes], runtime: dict[str, bytes]
) -> Origin:
    return Origin(
        generator=version(),
        black=metadata.version("black"),
        description=hash_values(
            {
                compiled.documents.key(d): d.value
                for d in compiled.documents.files.values()
            }
        ),
        configuration=hash_values(compiled.config.written),
        templates=hash_files(templates),
        runtime=hash_files(runtime),
    )


def _templates(target: str) -> dict[str, bytes]:
    """The templates of a target, with those that it shares."""
    files = _folder_files(template_folder(), "*.*")
    mine = (f"{target}/", "shared/")
    return {path: data for path, data in files.items() if path.startswith(mine)}


def runtime_files() -> Iterator[tuple[str, bytes]]:
    """The run-time library's files, which every client carries byte for byte."""
    yield from sorted(_folder_files(Path(__file__).parent / "runtime", "*.py").items())


def _folder_files(folder: Path, pattern: str) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob(pattern)
    }
