"""Texts that are made of what a description says."""

from __future__ import annotations

import html
import re

_LONGEST_TITLE = 100
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_TAG = re.compile(
    r"<(?:(?P<close>/)(?P<closed>[a-z]\w*)\s*"
    r"|(?P<open>[a-z]\w*)(?P<attributes>(?:\s+[a-z-]+=(?:\"[^\"<>]*\"|'[^'<>]*'))*)\s*/?)>",
    re.IGNORECASE,
)
_HREF = re.compile(r"\shref=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_MARKS = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("em", "i"), "*"),
    **dict.fromkeys(("code", "tt"), "`"),
}
_BREAKS = {
    **dict.fromkeys(("p", "div", "ul", "ol"), "\n\n"),
    "br": "\n\n",
    "li": "\n- ",
}
"""Elements whose tags stand between lines: what they become in Markdown."""


def first_sentence(text: str) -> str:
    """The first sentence of a text, as one line."""
    flat = " ".join(text.split())
    match = re.search(r"(?<=[^.][.!?])\s+(?=[A-Z`\"'])", flat)
    return flat[: match.start()] if match else flat


def title_of(summary: str | None, name: str) -> str:
    """What a method is called in a list: its summary, or the first sentence of a long one without its
    full stop, else its name with spaces."""
    text = unlinked(" ".join((summary or "").split()))
    if len(text) > _LONGEST_TITLE:
        text = first_sentence(text)
        text = text.removesuffix(".") if not text.endswith("..") else text
    is_title = 0 < len(text) <= _LONGEST_TITLE
    return text if is_title else name.replace("_", " ").capitalize()


def unlinked(text: str) -> str:
    """A text with the words of its links in their place."""
    return _LINK.sub(r"\1", text)


def prose(text: str | None) -> str | None:
    """A text of the description in Markdown: the plain HTML that many write instead is translated.

    Elements for paragraphs, lists, emphasis, code and links are; any other stays the text it is.
    """
    if text is None or "</" not in text or "`" in text:
        return text
    closed = {_name(match) for match in _TAG.finditer(text) if match["close"]}
    known = {*closed, "br"} & _KNOWN
    if closed.isdisjoint(known):
        return text
    ends: list[str] = []
    parts, position = [], 0
    for match in _TAG.finditer(text):
        parts.append(html.unescape(text[position : match.start()]))
        parts.append(_markdown(match, ends) if _name(match) in known else match[0])
        position = match.end()
    parts.append(html.unescape(text[position:]))
    lines = (line.rstrip() for line in "".join(parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


_KNOWN = {*_MARKS, *_BREAKS, "a"}


def _name(match: re.Match[str]) -> str:
    return (match["closed"] or match["open"]).lower()


def _markdown(match: re.Match[str], ends: list[str]) -> str:
    """A tag in Markdown; ``ends`` are what closes the links that are open."""
    name = _name(match)
    if name in _MARKS:
        return _MARKS[name]
    if name in _BREAKS:
        return "" if match["close"] and name == "li" else _BREAKS[name]
    if match["close"]:
        return ends.pop() if ends else ""
    found = _HREF.search(match["attributes"] or "")
    address = html.unescape((found[1] or found[2] or "") if found else "")
    if not re.fullmatch(r"[!-'*-;=?-~]+", address):
        ends.append("")
        return ""
    ends.append(f"]({address})")
    return "["
