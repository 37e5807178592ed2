"""From the files of a package to its public surface."""

from __future__ import annotations

import gc
from collections.abc import Mapping

from ..diagnostics import Place, Report
from .about import read_about
from .client import client_class, read_client
from .index import read_index
from .model import Package
from .modules import Modules
from .pages import read_pages
from .resources import read_resources
from .source import Sources, find_package
from .streams import read_event_rules
from .types import read_definitions, read_exports


def read_package(wanted: str, report: Report) -> Package | None:
    """The surface of a package: the path of a folder, a wheel or an sdist, or the name of an
    installed one. None after reporting why it cannot be read."""
    sources = find_package(wanted, report)
    return read_sources(sources, report) if sources is not None else None


def read_sources(sources: Sources, report: Report) -> Package | None:
    """The surface of a package whose files are in memory."""
    is_collecting = gc.isenabled()
    gc.disable()  # millions of nodes of syntax trees live until the end
    try:
        return _read(sources, report)
    finally:
        if is_collecting:
            gc.enable()


def _read(sources: Sources, report: Report) -> Package | None:
    modules = Modules(sources.name, sources.files, sources.root, report)
    module = modules.module("_client")
    node = client_class(module) if module is not None else None
    if module is None or node is None or "_core" in modules:
        report.error(
            "P001",
            Place(f"{sources.root}/_client.py"),
            "this is not a client that Stainless made",
            help="name the package of a client whose configuration was a stainless.yml",
        )
        return None
    resources = read_resources(node, module, modules)
    every = [r for top in resources for r in top.tree()]
    return Package(
        name=sources.name,
        about=read_about(sources.documents, sources.files.get("_version.py", "")),
        client=read_client(node, module, modules),
        resources=resources,
        definitions=read_definitions(modules),
        exported=read_exports(modules),
        pages=read_pages(modules, report),
        event_rules=read_event_rules(modules),
        listed=read_index(_indexes(sources), every),
    )


def _indexes(sources: Sources) -> list[str]:
    """The index of the package, and those of resources that have their own."""
    own: Mapping[str, str] = sources.files
    texts = [sources.documents.get("api.md", "")]
    return texts + [own[path] for path in sorted(own) if path.endswith("api.md")]
