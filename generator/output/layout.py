"""Breaks the lines of generated Python as black would, without parsing it.

Part of the output phase. Our templates print what is inside a line in black's style; what is left to do
is to break lines that are too long, to join what fits, and to set blank lines. The few statements whose
shape is not known here are given to black, each by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from .blank_lines import blank_lines
from .docstrings import arrange_docstring
from .line import HIDDEN, SHOWN
from .line_breaks import Breaker
from .logical_lines import BRACKETED, STRING, LogicalLine, logical_lines
from .statement import Statement, UnknownShape, argument, parameter, statement
from .width import WIDTH, width

_IMPORT = re.compile(r"from \S+ import ([^()]+|\([^()]+\))")
_WORD = r"[A-Za-z_][\w.]*"
_HEAD = rf"""(?:
    (?:return[ ]|assert[ ]|@)?(?:await[ ])?{_WORD}[(]                 # a call
    |{_WORD}(?:,[ ]{_WORD})*[ ]=[ ](?:(?:await[ ])?{_WORD}[(]|[\[{{])  # a value for names
    |{_WORD}:[ ][^=\n]+[ ]=[ ]{_WORD}[(]                              # … for one with an annotation
    |return[ ][\[{{] | class[ ]\w+[(] | (?:async[ ])?with[ ]{_WORD}[(]
    |(?:async[ ])?def[ ]\w+[(]
)"""
"""What may come before the parts of a bracket: nothing that could be broken, too."""
_TAIL = r"""(?:[)\]}]|\)(?:[ ]as[ ]\w+|[ ]->[ ][^"'\n]+)?:(?:[ ]\.\.\.)?)"""
_FIRST = re.compile(_HEAD, re.VERBOSE)
_LAST = re.compile(_TAIL, re.VERBOSE)
_INNER = rf"""(?:[^"'\#()\[\]{{}}\\\n]++|{STRING}|{BRACKETED})++"""
_BRACKETS = re.compile(rf"({_HEAD})({_INNER})({_TAIL})", re.VERBOSE)
_PART = rf"""(?:[^"'\#()\[\]{{}}\\\n,]++|{STRING}|{BRACKETED})++"""
_PARTS = re.compile(_PART, re.VERBOSE)
_SPACE_AT_END = re.compile(rf", (?=\))|{STRING}")
_FUNCTIONS = frozenset(("def", "async def"))


class Layout:
    """Arranges the files of one tree: lines that many of them have are broken once."""

    def __init__(self, shapes: Callable[[list[LogicalLine]], list[str]]) -> None:
        """``shapes`` gives those of lines that only black knows."""
        self._shapes = shapes
        self._parts: dict[tuple[bool, str], dict[str, str | None]] = defaultdict(dict)

    def arrange(self, source: str) -> str:
        """A module in black's shape."""
        lines = logical_lines(source)
        text: list[str] = []
        unknown: dict[int, LogicalLine] = {}
        column = -1
        for line, blanks in zip(lines, blank_lines(lines), strict=True):
            if blanks:
                text.append("\n" * (blanks - 1))
            _, pad, string, word, rest, comment, odd = line
            shape: str | None
            if rest:
                shape = f"{pad}{word}{rest}{comment}"
                if not _is_done(shape):
                    shape = None if comment else self._statement(pad, word, word + rest)
            elif odd:
                shape = None
            elif string:
                shape = _string(pad, string, comment, is_docstring=len(pad) > column)
            else:
                shape = f"{pad}{word}{comment}"
            if shape is None:
                unknown[len(text)] = line
            text.append(shape or "")
            if not comment or rest or word:
                column = len(pad)
        if unknown:
            found = self._shapes(list(unknown.values()))
            for index, shape in zip(unknown, found, strict=True):
                text[index] = shape
        return "\n".join([*text, ""])

    def _statement(self, pad: str, word: str, text: str) -> str | None:
        """The lines of a statement; None if only black knows them."""
        is_function = word in _FUNCTIONS
        if "\n" in text:
            lines = text.split("\n")
            shape = self._exploded(pad, lines, is_function=is_function)
            if shape is not None:
                return shape
            if any(line.endswith(" (") for line in lines):
                return None  # in one line, these brackets may have to go
            text = joined(lines)
            if _is_done(pad + text):
                return pad + text
        if word == "from":
            return _import(pad, text)
        shape = self._at_brackets(pad, text, is_function=is_function)
        return shape or broken(text, len(pad), statement, is_inside=False)

    def _exploded(self, pad: str, lines: list[str], *, is_function: bool) -> str | None:
        """Lines that are a bracket with each part in a line of its own, if they are."""
        first, *parts, last = lines
        first = pad + first
        if (
            last.startswith(pad)
            and _LAST.fullmatch(last, len(pad))
            and _FIRST.fullmatch(first, len(pad))
            and _is_done(first)
            and _is_done(last)
        ):
            return self._one_each(first, parts, last, pad, is_function=is_function)
        return None

    def _at_brackets(self, pad: str, text: str, *, is_function: bool) -> str | None:
        """A statement with nothing to break but what is in its brackets, if it is one."""
        found = _BRACKETS.fullmatch(text)
        if found is None or _may_explode(text):
            return None
        first, body, last = pad + found[1], found[2], pad + found[3]
        if not _is_done(first) or not _is_done(last):
            return None
        inner = f"{pad}    {body}"
        is_display = first[-1] != "("
        if not is_display and width(inner) <= WIDTH:
            if is_function and "," not in body:
                inner += ","
            elif is_function and len(_PARTS.findall(body)) == 1:
                return None
            return f"{first}\n{inner}\n{last}"
        parts = [f"{pad}    {part.strip()}," for part in _PARTS.findall(body)]
        if len(parts) == 1:
            return None
        return self._one_each(first, parts, last, pad, is_function=is_function)

    def _one_each(
        self, first: str, parts: list[str], last: str, pad: str, *, is_function: bool
    ) -> str | None:
        """The lines of a bracket whose parts have lines of their own; None if one is not known."""
        inner = f"{pad}    "
        known = self._parts[is_function, inner]
        shapes = [first]
        for part in parts:
            if part not in known:
                known[part] = _part(part, inner, is_function=is_function)
            shape = known[part]
            if shape is None:
                return None
            shapes.append(shape)
        shapes.append(last)
        return "\n".join(shapes)


def broken(
    text: str, indent: int, read: Callable[[str], Statement], *, is_inside: bool
) -> str | None:
    """The lines of a text that is too long in one; None if only black knows them."""
    if ", )" in text:
        text = _SPACE_AT_END.sub(lambda found: found[0].rstrip(), text)
    try:
        breaker = Breaker(read(text), indent // 4, is_inside=is_inside)
        lines = breaker.lines()
        if breaker.needs_second_pass:
            again = joined(lines).translate(HIDDEN)
            lines = Breaker(read(again), indent // 4, is_inside=is_inside).lines()
    except UnknownShape:
        return None
    return "\n".join(lines).translate(SHOWN)


def joined(lines: Iterable[str]) -> str:
    """The text of several lines in one line."""
    text = ""
    for line in map(str.strip, lines):
        is_close = not text or text[-1] in "([{\x02" or line[:1] in ")]}\x03."
        text += line if is_close or not line else f" {line}"
    return text


def _is_done(line: str) -> bool:
    """Whether a line fits, and no comma before a closing bracket keeps its parts apart."""
    if (len(line) if line.isascii() else width(line)) > WIDTH or "\n" in line:
        return False
    return "," not in line or not _may_explode(line)


def _may_explode(text: str) -> bool:
    """Whether a comma is before a closing bracket, which may be that of a tuple of one."""
    return (
        ",)" in text
        or ",]" in text
        or ",}" in text
        or ", )" in text
        or ", ]" in text
        or ", }" in text
    )


def _string(pad: str, string: str, comment: str, *, is_docstring: bool) -> str | None:
    """The lines of a triple-quoted string."""
    if comment:
        return None
    if is_docstring:
        string = arrange_docstring(string, len(pad), WIDTH)
    return pad + string


def _import(pad: str, text: str) -> str | None:
    """An import that is too long, or has brackets: a name in each line."""
    found = _IMPORT.fullmatch(text)
    if found is None or (text.endswith(")") and not text.endswith(",)")):
        return None
    names = filter(None, map(str.strip, found[1].strip("()").split(",")))
    lines = "".join(f"{pad}    {name},\n" for name in names)
    return f"{pad}{text[: found.start(1)]}(\n{lines}{pad})"


def _part(line: str, pad: str, *, is_function: bool) -> str | None:
    """The lines of a part of a bracket; None if the line is not one, or only black knows."""
    text = line.removeprefix(pad)
    if text == line or text[0] == " " or text[-1] != ",":
        return None
    found = _PARTS.match(text)
    if found is None or found.end() != len(text) - 1:
        return None
    if _is_done(line):
        return line
    read = parameter if is_function else argument
    return broken(text, len(pad), read, is_inside=True)
