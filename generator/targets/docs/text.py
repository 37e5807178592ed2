"""Text of a description: CommonMark that becomes harmless HTML, and harmless Markdown.

The one way in which such text enters a page. Raw HTML stays text, a link leads to the web or to a
mailbox, an image becomes a link, a heading a bold line, and no invisible character survives.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape
from mdformat.renderer import MDRenderer
from msgspec import Struct

from ..notation.markdown import markdown

_LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_BREAKS = re.compile(r"(?<=[./_])(?=[^./_<])|(?<=[a-z0-9])(?=[A-Z][a-z])")
"""Where a name may be broken; no entity has such a place in it."""
_PLAIN = re.compile(r"[^\W\d_][^\\`*_\[\]<>&\n\t]*")


_READER = MarkdownIt("commonmark", {"html": False})
_WRITER = MDRenderer()


class RichText(Struct, frozen=True):
    """A text for both forms of a page, and as one line of plain text."""

    html: Markup
    markdown: str
    plain: str


EMPTY = RichText(Markup(), "", "")


class Verbatim(Struct, frozen=True):
    """A text that is data: as it is, as HTML that may be broken after dots, slashes
    and underscores, and as a code span of Markdown."""

    plain: str
    html: Markup
    markdown: str


NOTHING = Verbatim("", Markup(), "")


@lru_cache(maxsize=20_000)
def verbatim(text: str) -> Verbatim:
    """A text as data; invisible characters are written out."""
    visible = printable(text)
    return Verbatim(visible, breakable(visible), _span(visible))


@lru_cache(maxsize=20_000)
def breakable(text: str) -> Markup:
    """A text as HTML that may be broken between its words, where it has no spaces."""
    visible = str(escape(printable(text)))
    return Markup(_BREAKS.sub("<wbr>", visible))


@lru_cache(maxsize=20_000)
def rich(text: str | None) -> RichText:
    """A text of the description in every form."""
    visible = printable(text or "").strip()
    if not visible:
        return EMPTY
    plain = " ".join(visible.split())
    if _PLAIN.fullmatch(visible):
        return RichText(Markup(f"<p>{escape(visible)}</p>"), visible, plain)
    tokens = _tamed(_READER.parse(visible))
    html = _READER.renderer.render(tokens, _READER.options, {})
    return RichText(Markup(html.strip()), _markdown(tokens), plain)


def _markdown(tokens: list[Token]) -> str:
    options = {**_READER.options, "parser_extension": [], "mdformat": {}}
    return _WRITER.render(tokens, {**options, "codeformatters": {}}, {}).strip()


def document(text: str) -> str:
    """A document with headings of its own as harmless Markdown, to be put below a title: without a
    title of its own, and with no other heading of that rank."""
    tokens = _READER.parse(printable(text).strip())
    if tokens and (tokens[0].type, tokens[0].tag) == ("heading_open", "h1"):
        tokens = tokens[3:]  # the opening, the text, the end
    for token in tokens:
        if token.tag == "h1":
            token.tag, token.markup = "h2", "##"
        if token.children:
            token.children = _harmless(token.children)
    return _markdown(tokens)


@lru_cache(maxsize=20_000)
def line(text: str | None) -> RichText:
    """A text of the description as one line, in which nothing but code spans is markup."""
    plain = printable(" ".join((text or "").split()))
    parts = plain.split("`")
    if len(parts) % 2 == 0:
        parts = [plain]
    html = Markup().join(
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )
    return RichText(html, markdown(plain), plain)


_MARKUP = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


def embedded(value: object) -> Markup:
    """A value as JSON for an element that holds data: in ASCII, and nothing in it is markup."""
    return Markup(json.dumps(value).translate(_MARKUP))


def _span(text: str) -> str:
    """A text as a code span of Markdown, with any backticks in it (CommonMark, 6.1)."""
    flat = " ".join(text.split()) or " "
    if "`" not in flat:
        return f"`{flat}`"
    runs = {len(run) for run in re.findall("`+", flat)}
    fence = "`" * next(n for n in range(1, len(flat) + 2) if n not in runs)
    padding = " " if flat[0] == "`" or flat[-1] == "`" else ""
    return f"{fence}{padding}{flat}{padding}{fence}"


def fence_of(text: str) -> str:
    """The fence of a code block that holds a text (CommonMark, 4.5)."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    return "`" * max(3, longest + 1)


def printable(text: str) -> str:
    """The text with a code for each invisible character, and ``\\n`` for every line end."""
    if text.isprintable():  # and so without line ends and tabs
        return text
    lines = "\n".join(text.splitlines()).expandtabs(4)
    if lines.replace("\n", "").isprintable():
        return lines
    return "".join(c if c.isprintable() or c == "\n" else _code(c) for c in lines)


def _code(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _tamed(tokens: list[Token]) -> list[Token]:
    """The tokens without headings and images, which would change the page around the text."""
    in_heading = False
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            in_heading = token.type == "heading_open"
            token.type = token.type.replace("heading", "paragraph")
            token.tag, token.markup = "p", ""
        if token.children:
            inside = _harmless(token.children)
            token.children = _strong(inside) if in_heading else inside
    return tokens


def _harmless(children: list[Token]) -> list[Token]:
    """Text with links to the web and to mailboxes alone, images among them."""
    return _linked([token for child in children for token in _pictured(child)])


def _strong(tokens: list[Token]) -> list[Token]:
    return [
        Token("strong_open", "strong", 1, markup="**"),
        *tokens,
        Token("strong_close", "strong", -1, markup="**"),
    ]


def _pictured(token: Token) -> list[Token]:
    """An image as a link to it, anything else as it is."""
    if token.type != "image":
        return [token]
    url = str(token.attrGet("src") or "")
    opening = Token("link_open", "a", 1, attrs={"href": url})
    text = Token("text", "", 0, content=token.content or url)
    return [opening, text, Token("link_close", "a", -1)]


def _linked(tokens: list[Token]) -> list[Token]:
    """The tokens with their links, of which those that lead elsewhere are nothing but their text."""
    kept: list[Token] = []
    is_open = False
    for token in tokens:
        if token.type == "link_open":
            is_open = _LINK.match(str(token.attrGet("href"))) is not None
        if is_open or token.type not in ("link_open", "link_close"):
            kept.append(token)
    return kept
