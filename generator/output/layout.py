"""Breaks the lines of generated Python as black would, without parsing it.

Part of the output phase. Our templates print what is inside a line in black's style; what is left to do
is to break lines that are too long, to join what fits, and to set blank lines. The few statements whose
shape is not known here are given to black, each by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain, pairwise

from .blank_lines import blank_lines
from .logical_lines import STRING, LogicalLine, logical_lines

WIDTH = 88
_STEP = 4

_BRACKETS = re.compile(
    rf"{STRING}|(?P<open>[(\[{{])|(?P<close>[)\]}}])|(?P<comma>,)|(?P<bar> \| )"
)
_MAY_STAY_OPEN = re.compile(r",\s*[)\]}]")
_IMPORT = re.compile(r"from \S+ import \(?([^()]+)\)?")
_DEFINITION = re.compile(r"(?:async )?def \w+\(")
_WORD = r"[A-Za-z_][\w.]*"
_ITEM = re.compile(rf"(?:{STRING}): (?:{STRING}),")
"""An item of a mapping, which nothing breaks."""
_UNION = re.compile(rf"({_WORD}(?:: {_WORD})? = )({_WORD}(?: \| {_WORD})+)")
_DOCSTRING = re.compile(r' *r?"""')
_QUOTED_START = re.compile(r' *r?""" *"')
_QUOTED_END = re.compile(r'["\\] *"""$')
"""A first or last character with which the quotes of a docstring could be taken for others."""
_HEAD = re.compile(
    rf"""(?:return[ ]|raise[ ]|assert[ ]|@)?(?:await[ ])?(?:{_WORD}|super\(\)\.\w+)?  # a call or a display
    |{_WORD}(?:,[ ]{_WORD})*[ ]=[ ](?:await[ ])?(?:{_WORD})?  # its value goes to names
    |{_WORD}:[ ][^=]+[ ]=[ ](?:{_WORD})?                  # … to one with an annotation
    |{_WORD}:[ ]{_WORD}                                   # an annotation
    |\w+=(?:{_WORD})?                                     # an argument
    |(?:{STRING}):[ ]                                     # an item of a mapping
    |class[ ]\w+
    """,
    re.VERBOSE,
)
"""What may come before the bracket at which a line is broken: nothing that could be broken, too."""


def arrange(source: str, shape: Callable[[list[LogicalLine]], list[list[str]]]) -> str:
    """A module in black's shape; ``shape`` gives that of lines which only black knows."""
    lines = list(logical_lines(source))
    above = chain((-1,), (line.indent for line in lines))
    shapes = [
        lay_out(line, is_first=line.indent > indent)
        for line, indent in zip(lines, above, strict=False)
    ]
    unknown = [line for line, found in zip(lines, shapes, strict=True) if found is None]
    others = iter(shape(unknown) if unknown else ())
    text: list[str] = []
    for before, found in zip(blank_lines(lines), shapes, strict=True):
        text += [""] * before
        text += next(others) if found is None else found
    return "".join(f"{line}\n" for line in text)


def lay_out(line: LogicalLine, *, is_first: bool) -> list[str] | None:
    """The lines of a logical line, which may be the first of its block; None if only black knows."""
    first = line.lines[0]
    if line.has_long_string and not is_first:
        return list(line.lines) if _DOCSTRING.match(first) else None
    if line.has_long_string:
        is_quoted = _QUOTED_START.match(first) or _QUOTED_END.search(line.lines[-1])
        further = [t for t in line.lines[1:] if t.strip() not in ("", '"""')]
        indents = (len(text) - len(text.lstrip()) for text in further)
        is_aligned = min(indents, default=line.indent) == line.indent
        is_known = _DOCSTRING.match(first) and is_aligned and not is_quoted
        return [text.rstrip() for text in line.lines] if is_known else None
    if not first.isascii() or not "".join(line.lines[1:]).isascii():
        is_short = len(line.lines) == 1 and 2 * len(first) <= WIDTH  # some are wide
        return [first] if is_short and not _stays_open(first) else None
    if len(line.lines) == 1 and len(first) <= WIDTH and not _stays_open(first):
        return [first]
    return None if line.has_comment else _broken(_joined(line.lines), line.indent)


def _joined(lines: tuple[str, ...]) -> str:
    """The text of a logical line in one line."""
    joined = lines[0].strip()
    for line in lines[1:]:
        text = line.strip()
        is_close = joined[-1:] in "([{" or text[:1] in ")]}"
        joined += text if is_close or not text else f" {text}"
    return joined


class _Parts:
    """The brackets, commas and bars of a text that are inside no other bracket."""

    def __init__(self, text: str) -> None:
        self.pairs: list[tuple[int, int]] = []
        self.commas: list[int] = []
        self.bars: list[int] = []
        depth = start = 0
        for token in _BRACKETS.finditer(text):
            if token["open"]:
                start = start if depth else token.start()
                depth += 1
            elif token["close"]:
                depth -= 1
                if depth == 0:
                    self.pairs.append((start, token.start()))
            elif depth == 0 and token["comma"]:
                self.commas.append(token.start())
            elif depth == 0 and token["bar"]:
                self.bars.append(token.start())


def _stays_open(text: str) -> bool:
    """Whether a comma before a closing bracket keeps its parts on lines of their own.

    That of a tuple of one has to be there, and does not.
    """
    if not _MAY_STAY_OPEN.search(text):
        return False
    opened: list[tuple[int, int]] = []
    last, end = "", 0
    for token in _BRACKETS.finditer(text):
        if token["open"]:
            opened.append((token.start(), 0))
        elif token["comma"] and opened:
            start, commas = opened.pop()
            opened.append((start, commas + 1))
        elif token["close"]:
            start, commas = opened.pop() if opened else (0, 2)
            follows = last == "," and not text[end : token.start()].strip()
            is_single = token[0] == ")" and commas == 1 and _is_display(text, start)
            if follows and not is_single:
                return True
        last, end = token[0], token.end()
    return False


def _is_display(text: str, start: int) -> bool:
    """Whether a bracket begins a list, a mapping or a tuple, and no call or subscript."""
    return not re.match(r"[\w)\]]", text[start - 1 : start])


def _broken(text: str, indent: int, *, inside: bool = False) -> list[str] | None:
    """The lines of a text without its indentation, which may be ``inside`` a bracket; None if only
    black knows."""
    pad = " " * indent
    if indent + len(text) <= WIDTH and not _stays_open(text):
        return [pad + text]
    names = _IMPORT.fullmatch(text)
    if names is not None:
        found = filter(None, map(str.strip, names[1].split(",")))
        body = (f"{pad}    {name}," for name in found)
        return [f"{pad}{text[: names.start(1)].rstrip('(')}(", *body, f"{pad})"]
    parts = _Parts(text)
    if _DEFINITION.match(text):
        return _definition(text, parts, indent)
    if _ITEM.fullmatch(text):
        return [pad + text]
    if inside and parts.bars and "=" not in text:
        return _alternatives(text, parts, indent)
    union = _UNION.fullmatch(text)
    if union is not None:
        return _in_parentheses(union[1], union[2], indent)
    return _at_last_bracket(text, parts, indent)


def _definition(text: str, parts: _Parts, indent: int) -> list[str] | None:
    """A function: its parameters in one line if they fit, else in one line each."""
    start, end = parts.pairs[0]
    pad, body, tail = " " * indent, text[start + 1 : end], text[end:]
    if not body or indent + len(tail) > WIDTH or _stays_open(tail):
        return None
    inner = _Parts(body)
    if inner.commas and _fits(body, indent + _STEP):
        lines: list[str] | None = [f"{pad}    {body}"]
    else:
        lines = _one_each(body, inner, indent + _STEP)
    return None if lines is None else [pad + text[: start + 1], *lines, pad + tail]


def _alternatives(text: str, parts: _Parts, indent: int) -> list[str] | None:
    """An element of a bracket that is a union: an alternative in each line."""
    if not set(parts.commas) <= {len(text) - 1} or ": " in text or _stays_open(text):
        return None
    bounds = [0, *(bar + 1 for bar in parts.bars), len(text)]
    pieces = [text[a:b].strip() for a, b in pairwise(bounds)]
    if any(indent + len(piece) > WIDTH for piece in pieces):
        return None
    return [" " * indent + piece for piece in pieces]


def _in_parentheses(head: str, value: str, indent: int) -> list[str] | None:
    """An assignment of a union of names: parentheses make it one that can be broken."""
    pad = " " * indent
    lines = [f"{pad}    {value}"]
    if not _fits(value, indent + _STEP):
        lines = _alternatives(value, _Parts(value), indent + _STEP) or []
    return [f"{pad}{head}(", *lines, f"{pad})"] if lines else None


def _at_last_bracket(text: str, parts: _Parts, indent: int) -> list[str] | None:
    """A statement or an element that ends with a bracket: what is in it goes to lines of its own."""
    if not parts.pairs:
        return None
    start, end = parts.pairs[-1]
    head, body, tail = text[:start], text[start + 1 : end], text[end + 1 :]
    if not body or tail not in ("", ",", ":") or indent + start + 1 > WIDTH:
        return None
    if not _HEAD.fullmatch(head) or _stays_open(head):
        return None
    inner = _Parts(body)
    is_display = _is_display(text, start)
    has_parts = any(comma < len(body) - 1 for comma in inner.commas)
    if is_display and text[start] == "(" and not has_parts:
        return None
    if _fits(body, indent + _STEP) and not (is_display and has_parts):
        lines: list[str] | None = [" " * (indent + _STEP) + body]
    elif inner.commas:
        lines = _one_each(body, inner, indent + _STEP)
    else:
        lines = _broken(body, indent + _STEP, inside=True)
    if lines is None:
        return None
    pad = " " * indent
    return [pad + text[: start + 1], *lines, pad + text[end:]]


def _one_each(body: str, parts: _Parts, indent: int) -> list[str] | None:
    """The parts of a bracket in lines of their own, each with a comma."""
    bounds = [-1, *parts.commas, len(body)]
    pieces = (body[a + 1 : b].strip() for a, b in pairwise(bounds))
    lines: list[str] = []
    for piece in filter(None, pieces):
        broken = _broken(f"{piece},", indent, inside=True)
        if broken is None:
            return None
        lines += broken
    return lines


def _fits(body: str, indent: int) -> bool:
    return indent + len(body) <= WIDTH and not _stays_open(f"({body})")
