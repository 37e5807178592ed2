"""Binds results: the same sum as that of the IR, with names."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from .. import ir
from .model import (
    BinaryResult,
    ModelResult,
    NoResult,
    PageResult,
    Result,
    StreamResult,
    SwitchedResult,
    TextResult,
)
from .types import TypeExpression

Expression = Callable[[ir.TypeRef], TypeExpression]


def bound_result(
    result: ir.Result, expression: Expression, argument: Callable[[str], str]
) -> Result:
    """The result of a method; ``argument`` gives the name of an argument by its wire name."""
    match result:
        case ir.ModelResult():
            return _value(result, expression)
        case ir.PageResult(scheme=scheme, item=item, accept=accept, in_body=in_body):
            return PageResult(scheme, expression(item), accept, in_body)
        case ir.StreamResult():
            return _stream(result, expression)
        case ir.SwitchedResult(switch=switch, value=value, stream=stream):
            return SwitchedResult(
                argument(switch), _value(value, expression), _stream(stream, expression)
            )
        case ir.BinaryResult(accept=accept):
            return BinaryResult(accept)
        case ir.TextResult(accept=accept):
            return TextResult(accept)
        case ir.NoResult():
            return NoResult()
    assert_never(result)


def _value(result: ir.ModelResult, expression: Expression) -> ModelResult:
    statuses = tuple((status, expression(ref)) for status, ref in result.statuses)
    return ModelResult(
        expression(result.type), result.accept, statuses, result.unwrapped
    )


def _stream(result: ir.StreamResult, expression: Expression) -> StreamResult:
    item = expression(result.item) if result.item is not None else None
    return StreamResult(item, result.accept)
