"""The shape that black gives to a docstring.

Part of the output phase. Black moves what is inside to the column of the quotes; all other strings stay.
"""

from __future__ import annotations

import re
from functools import cache

_QUOTES = '"""'
_LINE_END = re.compile(r"\r\n|[\r\n]")
_CONTINUED = re.compile(r"\\\s*\n")
_INLINE = re.compile(
    r'r?"{3}[^\s"](?:[^\v\f\n\r\x1c-\x1e\x85\u2028\u2029]*[^\s"\\])?"{3}'
)


def arrange_docstring(text: str, indent: int, width: int) -> str:
    """A docstring with its quotes, which begins at a column, for lines of a width."""
    if _is_aligned(text, indent) if "\n" in text else _INLINE.fullmatch(text):
        return text
    if _CONTINUED.search(text):  # to move the next line would change the value
        return text
    start = text.index(_QUOTES) + len(_QUOTES)
    body, pad = text[start : -len(_QUOTES)], " " * indent
    found = _moved(body, pad) if "\n" in body else body.strip()
    if found.startswith('"'):
        found = f" {found}"
    is_escaping = (len(found) - len(found.rstrip("\\"))) % 2 == 1
    if found.endswith('"') or is_escaping or (body and not found):
        found += " "
    lines = found.splitlines()
    last = 0 if not lines or found.endswith("\n") else len(lines[-1])
    if len(lines) > 1 and last + len(_QUOTES) > width and not is_escaping:
        found = f"{found.rstrip(' ')}\n{pad}"
    return f"{text[:start]}{found}{_QUOTES}"


def _is_aligned(text: str, indent: int) -> bool:
    """Whether each of several lines is where it should be, and the quotes are on the last one."""
    untidy, least = _patterns(indent)
    return (
        text.endswith(f"\n{' ' * indent}{_QUOTES}")
        and not untidy.search(text)
        and bool(least.search(text))
    )


@cache
def _patterns(indent: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may not be in a docstring at a column, and a line that begins right there."""
    return (
        re.compile(rf'\Ar?"{{3}}[\s"]|[^\S\n]\n|\n(?!\n|[ ]{{{indent}}})|\\\n|[\t\r]'),
        re.compile(rf'\n[ ]{{{indent}}}[^\s"]'),
    )


def _moved(body: str, pad: str) -> str:
    """Several lines of text; those after the first begin at ``pad`` or are deeper."""
    first, *others = map(_with_leading_spaces, _LINE_END.split(body))
    depths = [len(line) - len(line.lstrip()) for line in others if line.strip()]
    lines = [first.strip()]
    if depths:
        texts = [line[min(depths) :].rstrip() for line in others]
        lines += [pad + text if text else "" for text in texts[:-1]]
        lines.append(pad + texts[-1])
    return "\n".join(lines)


def _with_leading_spaces(line: str) -> str:
    text = line.lstrip()
    return line[: len(line) - len(text)].expandtabs(4) + text if text else line
