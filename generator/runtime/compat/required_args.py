"""A decorator that checks which arguments a call has (``_utils.required_args``)."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from .value_questions import human_join

FunctionT = TypeVar("FunctionT", bound=Callable[..., Any])


def required_args(*variants: Sequence[str]) -> Callable[[FunctionT], FunctionT]:
    """Refuses a call that has all arguments of none of the variants; None counts as given.

    The function raises ``TypeError`` where arguments are missing, or too many are positional.
    """

    def decorate(function: FunctionT) -> FunctionT:
        positional = [
            name
            for name, parameter in inspect.signature(function).parameters.items()
            if parameter.kind
            in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)
        ]

        @functools.wraps(function)
        def checked(*args: Any, **kwargs: Any) -> Any:
            if len(args) > len(positional):
                raise TypeError(
                    f"{function.__name__}() takes {len(positional)} argument(s) "
                    f"but {len(args)} were given"
                )
            given = {*positional[: len(args)], *kwargs}
            if not any(given.issuperset(variant) for variant in variants):
                raise TypeError(_missing(variants, given))
            return function(*args, **kwargs)

        return cast("FunctionT", checked)

    return decorate


def _missing(variants: Sequence[Sequence[str]], given: set[str]) -> str:
    if len(variants) > 1:
        choices = [
            f"({human_join([repr(name) for name in variant], final='and')})"
            for variant in variants
        ]
        return (
            f"Missing required arguments; Expected either {human_join(choices)} "
            "arguments to be given"
        )
    missing = [repr(name) for name in variants[0] if name not in given]
    plural = "s" if len(missing) > 1 else ""
    return f"Missing required argument{plural}: {human_join(missing)}"
