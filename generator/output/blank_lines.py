"""How many blank lines stand before each logical line, by the rules of black.

Part of the output phase. For text of our own templates, which print no comment above a definition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .logical_lines import LogicalLine

_WORD = re.compile(r'\s*(@|async def\b|[rR]?"""|\w+|)')
_BLOCKS = frozenset(("def", "async def", "class"))
_DEFINITIONS = _BLOCKS | {"@"}
_CLAUSES = frozenset(("else", "elif", "except", "finally"))
_IMPORTS = frozenset(("from", "import"))


def blank_lines(lines: Sequence[LogicalLine]) -> Iterator[int]:
    """The number of blank lines before each of the logical lines of a module."""
    if not lines:
        return
    yield 0
    words = [_word(line) for line in lines]
    open_definitions: list[int] = []
    if words[0] in _BLOCKS:
        open_definitions.append(lines[0].indent)
    for index, (previous, line) in enumerate(pairwise(lines), start=1):
        ended = False
        while open_definitions and open_definitions[-1] >= line.indent:
            open_definitions.pop()
            ended = True
        if words[index] in _BLOCKS:
            open_definitions.append(line.indent)
        above = words[index - 2] if index > 1 else ""
        if (above == "class" and words[index - 1] == '"""') or (
            index == 1 and words[0] == '"""' and words[1] not in _BLOCKS
        ):
            yield 1
        else:
            yield _between(previous, words[index - 1], line, words[index], ended=ended)


def _between(
    previous: LogicalLine, above: str, line: LogicalLine, word: str, *, ended: bool
) -> int:
    """The blank lines between two logical lines; ``ended`` says that a definition ends there."""
    most = 1 if line.indent else 2
    wanted = min(line.before, most)
    is_first = line.indent > previous.indent
    if above == "@" or (is_first and word == '"""'):
        return 0
    if word in _DEFINITIONS:
        if is_first and above in _BLOCKS:
            return wanted
        return 0 if _is_stub(previous, above) and not wanted else most
    if is_first and above in ("def", "async def"):
        return 0
    if ended and word in _CLAUSES:
        return 1
    if ended:
        return most
    if above in _IMPORTS and word not in _IMPORTS and line.indent == previous.indent:
        return max(wanted, 1) if line.indent else 1
    return wanted


def _word(line: LogicalLine) -> str:
    """What a line begins with; the quotes of a docstring in one form."""
    text = line.lines[0]
    if text.lstrip().startswith("#"):
        return "#"
    match = _WORD.match(text)
    assert match is not None  # it matches nothing, too
    return '"""' if match[1].endswith('"""') else match[1]


def _is_stub(line: LogicalLine, word: str) -> bool:
    """Whether a line is a function without a body."""
    return word in ("def", "async def") and line.lines[-1].endswith(": ...")
