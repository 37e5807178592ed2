"""Why a method is deprecated, and what to use instead."""

from __future__ import annotations

from collections.abc import Callable

from .. import ir


def deprecation(
    api: ir.Api, method: ir.Method, path_of: Callable[[ir.MethodId], tuple[str, ...]]
) -> str | None:
    """What the owner says about a method; of one that the API no longer has, when it goes and which
    method took its place."""
    removed = method.removed
    if method.deprecated is not None or removed is None:
        return method.deprecated
    successors = (
        m.id
        for resource in api.every_resource()
        for m in resource.methods
        if (m.operation.verb, m.operation.path) == removed.successor
    )
    successor = next(successors, None)
    hint = (
        f"; use `{'.'.join(('client', *path_of(successor)))}` instead"
        if successor
        else ""
    )
    return f"Removed from the API, and from this client in {removed.until}{hint}."
