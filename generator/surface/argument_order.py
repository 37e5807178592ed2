"""The order of the arguments in a signature."""

from __future__ import annotations

from collections.abc import Iterable

from .. import ir
from ..ir import is_required


def in_order(method: ir.Method, arguments: Iterable[ir.Argument]) -> list[ir.Argument]:
    """Arguments of a method in the order of the signature: what needs no keyword, what is required,
    the choices of a scope, the rest."""

    def rank(argument: ir.Argument) -> tuple[int, int]:
        if is_positional(method, argument):
            return 0, method.positional.index(argument.wire_name)
        if is_required(argument):
            return 1, 0
        return (2 if isinstance(argument, ir.ScopeArgument) else 3), 0

    return sorted(arguments, key=rank)


def is_positional(method: ir.Method, argument: ir.Argument) -> bool:
    """Whether an argument may be given without a keyword."""
    return (
        isinstance(argument, ir.PathArgument)
        and argument.wire_name in method.positional
    )
