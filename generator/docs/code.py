"""Code with class names for its words, and links where a name is known.

Six classes are enough for a page to be read: ``k`` keyword, ``s`` string, ``n`` number,
``c`` comment, ``t`` key, ``b`` builtin. The style sheet gives them colours, light and dark.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from markupsafe import Markup, escape
from pygments.lexer import Lexer
from pygments.lexers import BashLexer, JsonLexer, PythonLexer
from pygments.token import Comment, Keyword, Name, Number, String, _TokenType

_LEXERS: Mapping[str, Lexer] = {
    "python": PythonLexer(stripnl=False),
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
    lexer = _LEXERS.get(language)
    if lexer is None:
        return escape(source)
    return Markup().join(
        _marked(kind, text, links) for kind, text in _joined(lexer, source.strip("\n"))
    )


@lru_cache(maxsize=20_000)
def annotation(source: str) -> Markup:
    """A type without names to follow; most are used many times."""
    return highlight(source, "python")


def _joined(lexer: Lexer, source: str) -> list[tuple[str, str]]:
    """The words with their classes; neighbours of one class are one word."""
    found: list[tuple[str, str]] = []
    for kind, text in lexer.get_tokens(source):
        name = _class(kind)
        if found and found[-1][0] == name and name:
            found[-1] = name, found[-1][1] + text
        else:
            found.append((name, text))
    if found and found[-1][1].endswith("\n"):
        found[-1] = found[-1][0], found[-1][1][:-1]
    return found


@lru_cache(maxsize=200)
def _class(kind: _TokenType) -> str:
    return next((name for group, name in _CLASSES if group in kind.split()), "")


def _marked(name: str, text: str, links: Mapping[str, str]) -> Markup:
    if text in links:
        return Markup('<a href="{}">{}</a>').format(links[text], text)
    return (
        Markup('<span class="{}">{}</span>').format(name, text)
        if name
        else escape(text)
    )
