"""Methods of a resource in raw or streaming mode, with their true types.

A resource made by ``_with_mode`` hands back responses, while the annotations of its methods
still speak of what is parsed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from .response_contexts import (
        AsyncResponseContextManager,
        ResponseContextManager,
    )
    from .responses import APIResponse, AsyncAPIResponse

P = ParamSpec("P")
R = TypeVar("R")


def returns_raw(method: Callable[P, R]) -> Callable[P, APIResponse[R]]:
    """A method of a resource in ``raw`` mode, with the type that it has there."""
    return cast("Callable[P, APIResponse[R]]", method)


def async_returns_raw(
    method: Callable[P, Awaitable[R]],
) -> Callable[P, Awaitable[AsyncAPIResponse[R]]]:
    """A method of an asynchronous resource in ``raw`` mode, with the type that it has there."""
    return cast("Callable[P, Awaitable[AsyncAPIResponse[R]]]", method)


def returns_stream(
    method: Callable[P, R],
) -> Callable[P, ResponseContextManager[APIResponse[R]]]:
    """A method of a resource in ``stream`` mode, called when the ``with`` block is entered."""
    opened = cast("Callable[P, APIResponse[R]]", method)

    @wraps(method)
    def stream(
        *args: P.args, **kwargs: P.kwargs
    ) -> ResponseContextManager[APIResponse[R]]:
        from .response_contexts import ResponseContextManager

        return ResponseContextManager(lambda: opened(*args, **kwargs))

    return stream


def async_returns_stream(
    method: Callable[P, Awaitable[R]],
) -> Callable[P, AsyncResponseContextManager[AsyncAPIResponse[R]]]:
    """A method of an asynchronous resource in ``stream`` mode, called when the ``async with``
    block is entered."""
    opened = cast("Callable[P, Awaitable[AsyncAPIResponse[R]]]", method)

    @wraps(method)
    def stream(
        *args: P.args, **kwargs: P.kwargs
    ) -> AsyncResponseContextManager[AsyncAPIResponse[R]]:
        from .response_contexts import AsyncResponseContextManager

        return AsyncResponseContextManager(lambda: opened(*args, **kwargs))

    return stream
