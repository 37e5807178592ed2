"""The expression that names the arguments which go to one place."""

from __future__ import annotations

from collections.abc import Iterable

from ...surface import Argument, Style
from ..notation.imports import Imports
from ..notation.literals import literal


def params(arguments: Iterable[Argument], imports: Imports) -> str:
    """Each argument, with what differs from the usual: its wire name, its style."""
    listed = [_param(argument, imports) for argument in arguments]
    return f"{imports.core('params')}({', '.join(listed)})"


def _param(argument: Argument, imports: Imports) -> str:
    words = [literal(argument.name)]
    if argument.style is not None or argument.name != argument.wire_name:
        words.append(literal(argument.wire_name))
    if argument.style is not None:
        words.append(_style(argument.style, imports))
    return words[0] if len(words) == 1 else f"({', '.join(words)})"


def _style(style: Style, imports: Imports) -> str:
    flags = {
        "explode": style.explode,
        "allow_reserved": style.allow_reserved,
        "whole": style.whole,
    }
    words = [literal(style.name.value), *(f"{n}=True" for n, f in flags.items() if f)]
    return f"{imports.core('ParamStyle')}({', '.join(words)})"
