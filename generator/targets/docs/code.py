"""Code with class names for its words, and links where a name is known.

Six classes are enough for a page to be read: ``k`` keyword, ``s`` string, ``n`` number,
``c`` comment, ``t`` key, ``b`` builtin. The style sheet gives them colours, light and dark.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from functools import lru_cache
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
NO_LINKS: Mapping[str, str] = MappingProxyType({})


def highlight(
    source: str, language: str, links: Mapping[str, str] = NO_LINKS
) -> Markup:
    """The source with its words marked; a word that ``links`` has leads to that address."""
    if language not in (*_LEXERS, "curl"):
        return escape(source)
    lines = source.strip("\n").split("\n")
    return Markup("\n".join(_marked(line, language, links) for line in lines))


def _marked(line: str, language: str, links: Mapping[str, str]) -> str:
    if not any(name in line for name in links):
        return _plain(line, language)
    return "".join(
        (
            f'<a href="{escape(links[text])}">{escape(text)}</a>'
            if text in links
            else _span(name, text)
        )
        for name, text in _words(line, language)
    )


@lru_cache(maxsize=50_000)
def _plain(line: str, language: str) -> str:
    """A line without links; most lines are there many times."""
    joined: list[tuple[str, str]] = []
    for name, text in _words(line, language):
        if joined and joined[-1][0] == name:
            joined[-1] = name, joined[-1][1] + text
        else:
            joined.append((name, text))
    return "".join(_span(name, text) for name, text in joined)


def _words(line: str, language: str) -> list[tuple[str, str]]:
    """The words of a line with their classes. No token of ours goes over the end of a line."""
    if language == "curl":  # a command, with a JSON document in it
        language = "sh" if line.lstrip().startswith(("curl", "-")) else "json"
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
