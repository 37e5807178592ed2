"""The literal encoder: one of the two ways in which text of a description enters code.

``ast.literal_eval`` of the output is equal to any input, and the output is plain
printable text on one line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def literal(value: object) -> str:
    """A Python literal for a JSON-like value or bytes, in black's preferred quotes.

    Raises:
        TypeError: the value is not made of JSON's types.
    """
    match value:
        case None | bool() | int() | float():
            return _number(value) if isinstance(value, float) else repr(value)
        case str():
            return _string(value)
        case bytes():
            quoted = repr(value)
            return quoted if '"' in quoted else f'b"{quoted[2:-1]}"'
        case Mapping():
            entries = (f"{literal(k)}: {literal(v)}" for k, v in value.items())
            return "{" + ", ".join(entries) + "}"
        case Sequence():
            return "[" + ", ".join(literal(item) for item in value) + "]"
    raise TypeError(f"no literal for {type(value).__name__}")


def tuple_of(items: Sequence[str]) -> str:
    """A Python tuple of items that are source."""
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"


def _string(value: str) -> str:
    """In double quotes, unless that would need more backslashes: black's rule."""
    quoted = repr(value)
    if quoted[0] == '"':
        return quoted
    single = quoted[1:-1]
    double = single.replace("\\'", "'").replace('"', '\\"')
    return quoted if double.count("\\") > single.count("\\") else f'"{double}"'


def _number(value: float) -> str:
    text = repr(value)
    return text if text[-1].isdigit() else f'float("{text}")'
