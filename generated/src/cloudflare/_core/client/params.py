"""Arguments of a method, and their names on the wire."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..wire.param_styles import ParamStyle

Params = tuple[tuple[str, str, "ParamStyle | None"], ...]
"""Arguments of a method, each with its wire name, and its style unless it is the usual one."""

Styles = dict[str, "ParamStyle"]
"""Styles by wire name."""


def params(*names: str | tuple[str, str] | tuple[str, str, ParamStyle]) -> Params:
    """Arguments by name; by name and wire name if the two differ; with a style of their own."""
    return tuple(
        (n, n, None) if isinstance(n, str) else n if len(n) == 3 else (*n, None)
        for n in names
    )


def styles_of(given: Params) -> Styles:
    """The styles of those that have one of their own."""
    return {wire: style for _, wire, style in given if style is not None}
