"""Views of the package's metadata: what is known of it, and nothing that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from packaging.licenses import (
    InvalidLicenseExpression,
    canonicalize_license_expression,
)

from ...surface import Author, Package, first_sentence
from ..notation.markdown import markdown, web_address
from ..notation.pythons import OLDEST_PYDANTIC, PYDANTIC, PYTHONS

_LONGEST_SUMMARY = 100
_MARKUP = re.compile(r"[<>\[\]{}|*#\\]|://")


class PyprojectView(Struct, frozen=True):
    """The package's metadata as values of TOML; ``author`` and ``keywords`` are what is between the
    brackets of a table and a list."""

    name: str
    version: str
    summary: str
    license: str
    author: str
    keywords: str
    package: str
    has_tests: bool
    pythons: tuple[str, ...]
    requires_python: str
    pydantic: str
    urls: tuple[tuple[str, str], ...]


class GuideView(Struct, frozen=True):
    """What maintainers read: the changelog, and how to change and release the package."""

    title: str
    package: str
    has_tests: bool
    is_published: bool


class WorkflowView(Struct, frozen=True):
    """What a workflow depends on; ``description`` is a string of YAML, and empty if it is unknown.

    ``environments`` are strings of YAML as well: a version of Python and a requirement of pydantic
    each, from the oldest supported to the newest.
    """

    package: str
    description: str
    has_tests: bool
    pythons: tuple[str, ...]
    environment: str
    supported: tuple[tuple[str, str], ...]


class LicenseView(Struct, frozen=True):
    """The licence text: for MIT, who grants it."""

    holder: str


def pyproject(package: Package, *, has_tests: bool) -> PyprojectView:
    """The package's metadata."""
    return PyprojectView(
        name=toml_string(package.project_name),
        version=toml_string(package.version),
        summary=toml_string(_summary(package)),
        license=_license(package.license),
        author=_author(package.author) if package.author else "",
        keywords=", ".join(map(toml_string, _keywords(package))),
        package=toml_string(f"src/{package.import_name}"),
        has_tests=has_tests,
        pythons=PYTHONS,
        requires_python=toml_string(f">={PYTHONS[0]}"),
        pydantic=toml_string(f"pydantic{PYDANTIC}"),
        urls=tuple((name, toml_string(url)) for name, url in _urls(package) if url),
    )


def guide(package: Package, *, has_tests: bool) -> GuideView:
    """What the texts for maintainers say of the package."""
    return GuideView(
        title=markdown(package.title),
        package=package.import_name,
        has_tests=has_tests,
        is_published=package.is_published,
    )


def workflows(
    package: Package, *, has_tests: bool
) -> Iterator[tuple[str, WorkflowView]]:
    """The names of the workflows that the configuration asks for, with their views."""
    described = package.ci_description
    oldest, newest = PYTHONS[0], PYTHONS[-1]
    view = WorkflowView(
        package=package.import_name,
        description="" if described is None else yaml_string(described),
        has_tests=has_tests and described is not None,
        pythons=PYTHONS,
        environment=yaml_string(package.release_environment),
        supported=tuple(
            (yaml_string(python), yaml_string(pydantic))
            # the oldest pydantic cannot be installed for the newest Python
            for python, pydantic in (
                (oldest, f"=={OLDEST_PYDANTIC}.*"),
                (oldest, PYDANTIC),
                (newest, PYDANTIC),
            )
        ),
    )
    if described is not None:
        yield "ci", view
    if package.is_published:
        yield "release", view


def _summary(package: Package) -> str:
    """What the package is, and the first sentence about the API if the line has room for it."""
    start = f"{_line(package.title)[:_LONGEST_SUMMARY]} client for Python"
    paragraph = package.about.strip().partition("\n\n")[0].replace("`", "")
    sentence = "" if _MARKUP.search(paragraph) else first_sentence(paragraph)
    whole = f"{start}: {_line(sentence).removesuffix('.')}"
    return whole if sentence and len(whole) <= _LONGEST_SUMMARY else start


def _line(text: str) -> str:
    """A text on one line, without what cannot be seen."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def _license(name: str) -> str:
    """The license as an SPDX expression, else as a text: builds refuse any other expression."""
    if not name:
        return ""
    try:
        return toml_string(canonicalize_license_expression(name))
    except InvalidLicenseExpression:
        return f"{{ text = {toml_string(_line(name))} }}"


def _author(author: Author) -> str:
    entries = (("name", _line(author.name)), ("email", author.email))
    return ", ".join(f"{key} = {toml_string(text)}" for key, text in entries if text)


def _keywords(package: Package) -> Iterator[str]:
    """What people search for. A comma would separate keywords."""
    words = re.findall(r"[\w.]+", package.title.lower())
    yield from dict.fromkeys((*([" ".join(words)] if words else ()), "api", "client"))


def _urls(package: Package) -> Iterator[tuple[str, str]]:
    """The known addresses, under the names by which indexes of packages recognise them."""
    yield "Documentation", web_address(package.docs_url or "")
    if package.repository:
        repository = f"https://github.com/{package.repository}"
        yield "Repository", repository
        yield "Issues", f"{repository}/issues"
        yield "Changelog", f"{repository}/blob/HEAD/CHANGELOG.md"
    yield "Support", web_address(package.support or "")


def toml_string(text: str) -> str:
    """A basic string of TOML 1.0, safe for any text."""
    return '"' + "".join(_toml_character(c) for c in text) + '"'


def yaml_string(text: str) -> str:
    """A double-quoted scalar of YAML 1.2, safe for any text: it has every escape of TOML's."""
    return toml_string(text)


def _toml_character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\\uFFFD"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
