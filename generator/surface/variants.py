"""The kinds of objects that a body may be: whether calls differ, and what each of them needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import permutations

from .. import ir
from ..ir import is_required, location_of
from ..naming import NameTable
from .argument_order import in_order
from .arguments import Argument
from .model import ParamsVariant
from .texts import prose

_Bound = Callable[[ir.Method, Iterable[ir.Argument]], tuple[Argument, ...]]


def distinct(method: ir.Method) -> tuple[tuple[ir.Argument, ...], ...]:
    """The arguments of each variant if no call that fits one fits another one: each needs an argument
    that the other has not, or has with other constants. None if some calls fit several.
    """
    kinds: list[tuple[ir.Argument, ...]] = []  # of values that need not be hashable
    for variant in method.variants:
        if variant.arguments not in kinds:
            kinds.append(variant.arguments)
    differ = all(_differs(one, other) for one, other in permutations(kinds, 2))
    return tuple(kinds) if len(kinds) > 1 and differ else ()


def params_variants(
    method: ir.Method, names: NameTable, bound: _Bound
) -> tuple[ParamsVariant, ...]:
    """The type of the arguments of calls with each variant, if these have types of their own."""
    return tuple(
        ParamsVariant(
            type=names.variant_types[variant.id],
            arguments=bound(method, variant.arguments),
            description=prose(variant.description),
        )
        for variant in method.typed_variants
    )


def either(
    method: ir.Method, name: Callable[[ir.Argument], str]
) -> tuple[tuple[str, ...], ...]:
    """What each kind of body needs beyond what all need; none if one needs nothing else."""
    always = {a.wire_name for a in method.arguments if is_required(a)}
    found = dict.fromkeys(
        tuple(
            name(argument)
            for argument in in_order(method, kind.arguments)
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
