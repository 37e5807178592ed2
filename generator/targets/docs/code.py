"""Code with class names for its words, and links where a name is known.

Six classes are enough for a page to be read: ``k`` keyword, ``s`` string, ``n`` number,
``c`` comment, ``t`` key, ``b`` builtin. The style sheet gives them colours, light and dark.

Pygments reads 20,000 lines a second, and a large API has more. Most of them differ in data only: the
text of a string, the path of a method, the name of a class. So a line is read once without its data.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain, zip_longest
from types import MappingProxyType

from markupsafe import Markup, escape
from pygments.lexer import Lexer
from pygments.lexers import BashLexer, JsonLexer, PythonLexer
from pygments.token import Comment, Keyword, Name, Number, String, _TokenType

_LEXERS: Mapping[str, Lexer] = {
    "python": PythonLexer(stripnl=False),
    "type": PythonLexer(stripnl=False),
    "json": JsonLexer(stripnl=False),
    "sh": BashLexer(stripnl=False),
}
_CLASSES = (
    (Name.Tag, "t"),
    (Name.Builtin.Pseudo, ""),
    (Name.Builtin, "b"),
    (Keyword, "k"),
    (String, "s"),
    (Number, "n"),
    (Comment, "c"),
)
_TEXTS = r'(")([^"]*)(")'
_NAMES = r"""
    | (\bclient)((?:\.[a-z_]\w*)+)()
    | ^([ ]+)([a-z][a-z0-9]*_\w*)(=)  # no keyword has an underscore, nor has a builtin
    | ^(from[ ])([\w.]+)([ ]import[ ])
    | (?<=[ ]import[ ])()([A-Z]\w{5,}(?:,[ ][A-Z]\w{5,})*)()$  # longer than True and None
"""
_DATA: Mapping[str, re.Pattern[str]] = {
    "json": re.compile(_TEXTS),
    "python": re.compile(_TEXTS + _NAMES, re.VERBOSE),
    "type": re.compile(_TEXTS),
}
"""What is between two groups is data, all of it of one class."""
_GAP = "\N{LATIN SMALL LETTER BARRED O}"
"""Stands for data: a name, in a string too."""
_MIXED = re.compile(rf"""[\\{_GAP}]|\"{{3}}|\b[fF][rR]?\"|\b[rR][fF]\"""")
"""What makes a string more than its text, or ends elsewhere than at the next quote."""
_NAME = re.compile(r"([^\W\d]\w*)")
NO_LINKS: Mapping[str, str] = MappingProxyType({})


def highlight(
    source: str, language: str, links: Mapping[str, str] = NO_LINKS
) -> Markup:
    """The source with its words marked; a word that ``links`` has leads to that address."""
    if language not in (*_LEXERS, "curl"):
        return escape(source)
    lines = source.strip("\n").split("\n")
    kinds = (_language(line, language) for line in lines)
    if not links:
        return Markup("\n".join(map(_plain, lines, kinds)))
    marked = (
        _marked(line, kind, links) for line, kind in zip(lines, kinds, strict=True)
    )
    return Markup("\n".join(marked))


def _language(line: str, language: str) -> str:
    """The language of a line: a curl command has a JSON document in it."""
    if language != "curl":
        return language
    return "sh" if line.lstrip().startswith(("curl", "-")) else "json"


def _marked(line: str, language: str, links: Mapping[str, str]) -> str:
    if not any(name in line for name in links):
        return _plain(line, language)
    if language == "type" and line.isascii() and _is_bare(line):
        words = [("", text) for text in _NAME.split(line)]
    else:
        words = _words(line, language)
    return "".join(
        (
            f'<a href="{escape(links[text])}">{escape(text)}</a>'
            if text in links
            else _span(name, text)
        )
        for name, text in words
    )


@lru_cache(maxsize=50_000)
def _plain(line: str, language: str) -> str:
    """A line without links; most lines are there many times."""
    if language == "type" and _is_bare(line):
        return _span("", line)
    pattern = _DATA.get(language)
    is_mixed = _MIXED.search(line) or ("'" in line and language != "json")
    if pattern is None or is_mixed:
        return _shape(line, language)
    data: list[str] = []

    def gap(found: re.Match[str]) -> str:
        before, text, after = (group for group in found.groups() if group is not None)
        data.append(_span("", text))
        return f"{before}{_GAP}{after}"

    parts = _shape(pattern.sub(gap, line), language).split(_GAP)
    return "".join(chain.from_iterable(zip_longest(parts, data, fillvalue="")))


def _is_bare(line: str) -> bool:
    """Whether nothing of a type has a class: it holds neither a string nor a comment."""
    return not any(mark in line for mark in "\"'#")


@lru_cache(maxsize=10_000)
def _shape(line: str, language: str) -> str:
    """A line with gaps for its data."""
    joined: list[tuple[str, str]] = []
    for name, text in _words(line, language):
        if joined and joined[-1][0] == name:
            joined[-1] = name, joined[-1][1] + text
        else:
            joined.append((name, text))
    return "".join(_span(name, text) for name, text in joined)


def _words(line: str, language: str) -> list[tuple[str, str]]:
    """The words of a line with their classes. No token of ours goes over the end of a line."""
    found = _LEXERS[language].get_tokens(line)  # which ends it with a line break
    words = ((_class(kind), text.removesuffix("\n")) for kind, text in found)
    if language == "type":  # so much of it is on a page that only its values are marked
        words = ((name if name == "s" else "", text) for name, text in words)
    return [(name, text) for name, text in words if text]


@lru_cache(maxsize=200)
def _class(kind: _TokenType) -> str:
    return next((name for group, name in _CLASSES if group in kind.split()), "")


def _span(name: str, text: str) -> str:
    shown = html.escape(text, quote=False)  # the text of an element
    return f'<span class="{name}">{shown}</span>' if name else shown
