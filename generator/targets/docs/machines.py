"""What machines read: ``llms.txt``, and the programs as an overlay for the description.

The overlay (Overlay Specification 1.0) adds ``x-codeSamples``, which other documentation tools show.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import partial
from posixpath import dirname, join, normpath

from msgspec import Struct

from ...surface import Method, Sdk
from .places import Places
from .navigation import CHANGELOG, GUIDES
from .text import line

_LINK = re.compile(r"\]\(((?:\.\./)*[\w./-]+\.md)\)")
"""A link to another page of ours."""
_EXAMPLE = re.compile(
    r"^## Example\n.*?(?=^## )|^(?:`\w+`, `[^`\n]+`:\n\n)?```(?:json|python)\n.*?^```\n+",
    re.MULTILINE | re.DOTALL,
)
"""Programs and bodies on the page of a method."""


class TopicView(Struct, frozen=True):
    """A line of ``llms.txt``: a page and what it is about, as Markdown."""

    name: str
    path: str
    about: str


class LlmsView(Struct, frozen=True):
    """The list of all Markdown pages (llmstxt.org)."""

    title: str
    about: str
    guides: tuple[TopicView, ...]
    methods: tuple[TopicView, ...]
    types: tuple[TopicView, ...]


class SampleView(Struct, frozen=True):
    """The programs of an operation; ``target`` is its JSONPath, as a JSON string."""

    target: str
    sync: str
    asynchronous: str


class OverlayView(Struct, frozen=True):
    """The overlay; ``title`` and ``version`` are JSON strings."""

    title: str
    version: str
    samples: tuple[SampleView, ...]


def llms(
    sdk: Sdk,
    places: Places,
    types: tuple[tuple[str, str], ...],
    *,
    has_changelog: bool = False,
) -> LlmsView:
    """The list of pages; ``types`` are the titles and paths of the models' pages."""
    methods = sdk.every_method()
    changes = (TopicView("Changelog", CHANGELOG, ""),) if has_changelog else ()
    return LlmsView(
        title=line(sdk.package.title).markdown,
        about=line(sdk.package.description).markdown,
        guides=(
            *(TopicView(t, f"guides/{n}", "") for n, t in GUIDES if methods),
            *changes,
        ),
        methods=tuple(
            TopicView(
                m.dotted,
                places.methods[m.path].path,
                line(m.about or m.title).markdown,
            )
            for m in methods
        ),
        types=tuple(TopicView(title, path, "") for title, path in types),
    )


def whole(texts: Mapping[str, str], *, is_large: bool) -> str:
    """The Markdown pages as one text, in their order; links in it begin at the top of the site.

    Of a large API it has neither types nor examples, which are on the pages that it links to.
    """
    apart = ("types/", "pagination/") if is_large else ()
    pages = (
        _LINK.sub(partial(_from_top, path), text)
        for path, text in texts.items()
        if path.endswith(".md") and not path.startswith(apart)
    )
    text = "\n\n".join(pages)
    return _EXAMPLE.sub("", text) if is_large else text


def _from_top(page: str, link: re.Match[str]) -> str:
    path = normpath(join(dirname(page), link[1]))
    return f"]({path})"


def overlay(sdk: Sdk, programs: Iterable[tuple[Method, str, str]]) -> OverlayView:
    """The programs of every operation: of each method the synchronous and the asynchronous one."""
    samples = []
    for method, sync, both in programs:
        path = method.route.replace("\\", "\\\\").replace("'", "\\'")
        target = f"$.paths['{path}'].{method.verb}"
        samples.append(SampleView(_yaml(target), sync.rstrip("\n"), both.rstrip("\n")))
    return OverlayView(
        title=_yaml(f"Code samples for {sdk.package.title}"),
        version=_yaml(sdk.package.version),
        samples=tuple(samples),
    )


def _yaml(value: str) -> str:
    """A double-quoted scalar of YAML 1.2; invisible characters are escaped."""
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)
