"""Calls to show, with values that a server accepts."""

from __future__ import annotations

from types import MappingProxyType

from .. import ir
from ..ir import Api, Late, is_required
from ..naming import NameTable
from ..sample import argument_sample, response_samples
from .argument_order import in_order
from .keys import Keys
from .model import Example


def example_of(api: Api, names: NameTable, method: ir.Method) -> Example:
    """The configured example of a method, else a value for each argument that it needs."""
    configured = [e for e in api.examples.values() if e.method == method.id]
    if configured:
        given = configured[0].arguments
        values = [
            (a, given[a.wire_name])
            for a in in_order(method, method.arguments)
            if a.wire_name in given
        ]
    else:
        values = [(a, argument_sample(api, a)) for a in _needed(method)]
    keyed = Keys(api, names).of_argument
    return Example(
        arguments=MappingProxyType(
            {names.argument(method.id, a): keyed(a, value) for a, value in values}
        ),
        sent=MappingProxyType(
            {names.argument(method.id, a): value for a, value in values}
        ),
        responses=Late(lambda: tuple(response_samples(api, method))),
    )


def _needed(method: ir.Method) -> list[ir.Argument]:
    """The arguments that a call needs: one choice of a scope, the first kind of body, and of that
    the first group of properties that is enough."""
    kind = method.variants[0].arguments if method.variants else method.arguments
    arguments = in_order(method, kind)
    choice = next((a for a in arguments if isinstance(a, ir.ScopeArgument)), None)
    group = method.body.needs[0] if method.body and method.body.needs else ()
    return [
        a
        for a in arguments
        if is_required(a)
        or a == choice
        or (isinstance(a, (ir.BodyField, ir.FileField)) and a.wire_name in group)
    ]
