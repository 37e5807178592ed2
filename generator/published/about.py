"""What a package says of itself: in its metadata, its project file, its README and its license."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from email.parser import HeaderParser
from typing import cast

from .model import About

_GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?(?:[/#?].*)?")
_VERSION = re.compile(r"__version__\s*=\s*[\"']([^\"']+)[\"']")
_DOCS = re.compile(r"documentation can be found on \[[^\]]*\]\(([^)\s]+)\)")
_INSTALL = re.compile(
    r"^\s*(?:\$ )?(?:pip|uv pip|uv) (?:install|add) ['\"]?(?:--pre )?([A-Za-z][\w.-]*)",
    re.M,
)
_LICENSES = {
    "Apache License": "Apache-2.0",
    "MIT License": "MIT",
    "Permission is hereby granted, free of charge": "MIT",
}
"""What the text of a license says, by its identifier."""

Values = Mapping[str, object]


def read_about(documents: Mapping[str, str], version_module: str) -> About:
    """The facts about a package; None for what no document tells."""
    project = _table(_toml(documents.get("pyproject.toml", "")), "project")
    metadata = HeaderParser().parsestr(documents.get("METADATA", ""))
    urls = [str(url) for url in _table(project, "urls").values()]
    urls += [
        url.partition(",")[2].strip() for url in metadata.get_all("Project-URL", [])
    ]
    urls += [metadata.get("Home-page", "")]
    readme = documents.get("README.md") or str(metadata.get_payload() or "")
    name = _text(project.get("name")) or metadata.get("Name")
    version = _VERSION.search(version_module)
    stated = _text(project.get("version")) or metadata.get("Version")
    docs = _DOCS.search(readme)
    installed = [found[1] for found in _INSTALL.finditer(readme)]
    return About(
        project=name,
        version=version[1] if version else stated,
        license=_license(
            project,
            metadata.get("License-Expression"),
            metadata.get("License"),
            documents,
        ),
        repository=next((m[1] for m in map(_GITHUB.fullmatch, urls) if m), None),
        docs=docs[1] if docs else None,
        contact=_contact(project, metadata.get("Author-email")),
        is_published=name in installed,
        uses_uv="uv.lock" in documents,
    )


def _license(
    project: Values,
    expression: str | None,
    license: str | None,
    documents: Mapping[str, str],
) -> str | None:
    stated = _text(project.get("license")) or expression or license
    if stated and len(stated) < 40 and "\n" not in stated:
        return stated
    text = documents.get("LICENSE", "")
    return next((name for start, name in _LICENSES.items() if start in text), None)


def _contact(project: Values, author: str | None) -> str | None:
    authors = project.get("authors")
    for entry in cast(list[object], authors) if isinstance(authors, list) else []:
        if isinstance(entry, dict):
            email = _text(cast(Values, entry).get("email"))
            if email:
                return email
    match = re.search(r"<([^<>\s]+@[^<>\s]+)>", author or "")
    return match[1] if match else None


def _toml(text: str) -> Values:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _table(values: Values, key: str) -> Values:
    found = values.get(key)
    return cast(Values, found) if isinstance(found, dict) else {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
