"""The kinds of objects that a body may be: whether calls differ, and what each of them needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

from .. import ir
from ..ir import is_required, location_of
from .argument_order import in_order


def are_distinct(method: ir.Method) -> bool:
    """Whether no call that fits one variant fits another one: each needs an argument that the other
    has not, or has with other constants."""
    return bool(method.variants) and all(
        _differs(one, other) for one, other in permutations(method.variants, 2)
    )


def either(
    method: ir.Method, name: Callable[[ir.Argument], str]
) -> tuple[tuple[str, ...], ...]:
    """What each kind of body needs beyond what all need; none if one needs nothing else."""
    always = {a.wire_name for a in method.arguments if is_required(a)}
    found = dict.fromkeys(
        tuple(
            name(argument)
            for argument in in_order(method, kind)
            if is_required(argument) and argument.wire_name not in always
        )
        for kind in method.variants
    )
    return tuple(found) if all(found) else ()


def _differs(one: Sequence[ir.Argument], other: Sequence[ir.Argument]) -> bool:
    known = {(location_of(a), a.wire_name): _constants(a) for a in other}
    for argument in filter(is_required, one):
        key = location_of(argument), argument.wire_name
        if key not in known:
            return True
        constants = _constants(argument)
        if constants and known[key] and not constants & known[key]:
            return True
    return False


def _constants(argument: ir.Argument) -> frozenset[object]:
    """The only values of an argument; none if it may have others."""
    if isinstance(argument, ir.ScopeArgument):
        return frozenset()
    found = argument.type
    return frozenset(found.values) if isinstance(found, ir.Literals) else frozenset()
