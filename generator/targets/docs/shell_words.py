"""Words of a POSIX shell: texts that it takes as they are, and variables that it fills in."""

from __future__ import annotations

import re

from msgspec import Struct

_BARE = re.compile(r"[\w@%+=:,./-]+", re.ASCII)
_SAFE_IN_DOUBLE = re.compile(r"[\w@%+=:,./?&; -]*", re.ASCII)
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)


class Variable(Struct, frozen=True):
    """A variable of the environment."""

    name: str


def word(*parts: str | Variable) -> str:
    """One word of a command that is made of texts and the values of variables.

    Raises:
        ValueError: a variable has a name that no shell takes.
    """
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) == len(parts):
        return _quoted("".join(texts))
    if all(map(_SAFE_IN_DOUBLE.fullmatch, texts)):
        inside = "".join(
            part if isinstance(part, str) else _value(part) for part in parts
        )
        return f'"{inside}"'
    return "".join(
        _quoted(part) if isinstance(part, str) else f'"{_value(part)}"'
        for part in parts
    )


def _quoted(text: str) -> str:
    """A text that the shell takes as it is (POSIX Shell Command Language, 2.2.2)."""
    if _BARE.fullmatch(text):
        return text
    return "'" + text.replace("'", "'\"'\"'") + "'"


def _value(variable: Variable) -> str:
    if not _NAME.fullmatch(variable.name):
        raise ValueError(f"{variable.name!r} is not the name of a variable")
    return f"${{{variable.name}}}"
