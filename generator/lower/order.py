"""The order in which things are shown, which does not depend on that of the description."""

from __future__ import annotations

_FIRST = {"id": 0, "token": 1}
"""The places of the names that come before all others."""


def surface_key(wire_name: str) -> tuple[int, str, str]:
    """The sorting key of a wire name: ``id`` and ``token`` first, then as a dictionary would have it."""
    return (_FIRST.get(wire_name, len(_FIRST)), wire_name.casefold(), wire_name)


def in_order(value: object) -> object:
    """A JSON value with its keys in this order."""
    if isinstance(value, list):
        return [in_order(item) for item in value]
    if isinstance(value, dict):
        return {key: in_order(value[key]) for key in sorted(value, key=surface_key)}
    return value
