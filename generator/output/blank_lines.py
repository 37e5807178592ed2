"""How many blank lines stand before each logical line, by the rules of black.

Part of the output phase. For text of our own templates, which print no comment above a definition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .logical_lines import LogicalLine

_STRING, _COMMENT = '"""', "#"
_FUNCTIONS = frozenset(("def", "async def"))
_BLOCKS = _FUNCTIONS | {"class"}
_DEFINITIONS = _BLOCKS | {"@"}
_CLAUSES = frozenset(("else", "elif", "except", "finally"))
_IMPORTS = frozenset(("from", "import"))
_PLAIN = frozenset(("", _STRING, _COMMENT))


def blank_lines(lines: Sequence[LogicalLine]) -> Iterator[int]:
    """The number of blank lines before each of the logical lines of a module."""
    definitions: list[int] = []  # the columns of those that are open
    column, above, is_stub = -1, _COMMENT, False
    of_class = of_module = False  # whether the line above is a docstring
    for blanks, pad, string, word, rest, comment, _ in lines:
        indent = len(pad)
        if not word:
            word = _STRING if string else _COMMENT if comment and not rest else ""
        most = 1 if indent else 2
        wanted = min(blanks.count("\n"), most) if blanks else 0
        if indent == column and (
            (word in _PLAIN and above in _PLAIN) or word == above == "from"
        ):
            count = wanted  # nothing begins or ends
        else:
            ended = False
            while definitions and definitions[-1] >= indent:
                definitions.pop()
                ended = True
            if word in _BLOCKS:
                definitions.append(indent)
            deeper = indent - column
            count = _between(
                above, word, wanted, most, deeper=deeper, ended=ended, is_stub=is_stub
            )
        if of_class or (of_module and word not in _BLOCKS):
            count = max(count, 1) if of_class else 1
        yield count if column >= 0 else 0
        of_module = column < 0 and word == _STRING
        of_class = above == "class" and word == _STRING and indent > column
        is_stub = word in _FUNCTIONS and rest.endswith(": ...")
        column, above = indent, word


def _between(
    above: str,
    word: str,
    wanted: int,
    most: int,
    *,
    deeper: int,
    ended: bool,
    is_stub: bool,
) -> int:
    """The blank lines between two logical lines that begin with these words.

    The text has as many as are ``wanted``, cut to ``most``. ``deeper`` is how many columns the second
    is deeper than the first; ``ended`` says that a definition ends there, and ``is_stub`` that the first
    is one without a body.
    """
    is_first = deeper > 0 and above in _BLOCKS
    if above == "@" or (is_first and word == _STRING):
        return 0
    if word in _DEFINITIONS:
        if is_first or (is_stub and not wanted):
            return wanted
        return most
    if ended:
        return 1 if word in _CLAUSES else most
    if above in _IMPORTS and word not in _IMPORTS and deeper == 0:
        return max(wanted, 1) if most == 1 else 1
    return wanted
