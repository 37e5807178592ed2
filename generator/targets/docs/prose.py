"""Our own Markdown, the pages that are prose, as HTML: highlighted, with an anchor for each heading.

It holds text of the description only after that was made harmless.
"""

from __future__ import annotations

import re
from collections import Counter

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup
from msgspec import Struct

from .code import highlight
from ...render import render
from .shell import Link

_OURS = re.compile(r"(?!\w+:)([\w./-]+)\.md(#[\w-]+)?")
_READER = MarkdownIt("commonmark", {"html": False}).enable("table")


_AROUND = {
    "table_open": ('<div class="scroll" tabindex="0">', ""),
    "table_close": ("", "</div>"),
}
"""A table may be wider than a phone: it is scrolled by itself, with the keyboard too."""
_LANGUAGES = {"python": "Python", "sh": "Shell"}


class FenceView(Struct, frozen=True):
    """A block of code with its language."""

    label: str
    html: Markup


class Prose(Struct, frozen=True):
    """A page of prose, and its sections for a table of contents."""

    html: Markup
    sections: tuple[Link, ...]


def prose(source: str) -> Prose:
    """A page of ours as HTML; links to other Markdown pages lead to the HTML pages."""
    parts: list[str] = []
    sections: list[Link] = []
    anchors: Counter[str] = Counter()
    tokens = _READER.parse(source)
    for number, token in enumerate(tokens):
        if token.type == "fence":
            parts.append(_fence(token))
            continue
        if token.type == "heading_open" and token.tag != "h1":
            text = _plain(tokens[number + 1])
            anchor = re.sub(r"\W+", "-", text.lower()).strip("-") or "section"
            anchors[anchor] += 1
            if anchors[anchor] > 1:
                anchor = f"{anchor}--{anchors[anchor]}"
            token.attrSet("id", anchor)
            if token.tag == "h2":
                sections.append(Link(text, "", f"#{anchor}"))
        for child in token.children or ():
            _follow(child)
        before, after = _AROUND.get(token.type, ("", ""))
        rendered = _READER.renderer.render([token], _READER.options, {})
        parts.append(f"{before}{rendered}{after}")
    return Prose(Markup("".join(parts)), tuple(sections))


def _fence(token: Token) -> str:
    language = token.info.strip()
    return render(
        "docs/fence.html.jinja",
        FenceView(_LANGUAGES.get(language, ""), highlight(token.content, language)),
    )


def _plain(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


def _follow(token: Token) -> None:
    """Let a link between pages of ours lead to the HTML page."""
    found = _OURS.fullmatch(str(token.attrGet("href") or ""))
    if token.type == "link_open" and found:
        token.attrSet("href", f"{found[1]}.html{found[2] or ''}")
