"""Paths in a description: JSONPath (RFC 9535), and the dialect of transforms (JSONPath Plus).

Knows nothing of what is done to the values that are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Self

from ..source.document import Value
from .patch import Path

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathNode

_DEEPEST = 500
"""Levels of a description that `..` descends."""

MOST_VALUES = 1_000_000
"""Values that one expression may select."""

MOST_VISITS = 2_000_000
"""Values that one expression may look at."""

_LONGEST = 2_000
"""Characters of an expression; each of its segments takes a level of the stack."""

PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|\*")
"""A segment that needs no quotes."""

_STRICT_EQUALITY = re.compile(r"""("[^"]*"|'[^']*')|([=!]=)=""")
_QUOTES = "'\""


class Unselectable(Exception):
    """An expression that cannot be used; ``remedy`` says what to write instead."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


class _Visits:
    """Counts the values that an expression looks at."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._left = MOST_VISITS

    def count(self) -> None:
        """Note that a value is looked at.

        Raises:
            Unselectable: there were too many.
        """
        self._left -= 1
        if self._left < 0:
            raise _too_much(self._text)

    def counted(self, nodes: Iterable[JSONPathNode]) -> Iterator[JSONPathNode]:
        """The same nodes, each of which counts."""
        for node in nodes:
            self.count()
            yield node


class _Depth(int):
    """How deep `..` goes, which is compared with the depth of each value that it visits."""

    _visits: _Visits

    def __new__(cls, visits: _Visits) -> Self:
        """The depth that tells ``visits`` of each comparison."""
        depth = super().__new__(cls, _DEEPEST)
        depth._visits = visits
        return depth

    def __lt__(self, other: int) -> bool:
        self._visits.count()
        return int(self) < other


def select(text: str, value: Value) -> list[Path]:
    """The paths of the values that an expression of RFC 9535 selects.

    Raises:
        Unselectable: it cannot be read, or selects too much.
    """
    # 60 ms, which those without overlays and transforms need not spend
    from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathNode

    if len(text) > _LONGEST:
        message = f"an expression has more than {_LONGEST} characters"
        raise Unselectable(message, "write several transforms or actions")
    visits = _Visits(text)
    environment = JSONPathEnvironment()
    environment.max_recursion_depth = _Depth(visits)
    found: list[Path] = []
    try:
        root = JSONPathNode(value=value, location=(), parent=None, root=value)
        nodes: Iterable[JSONPathNode] = (root,)
        for segment in environment.compile(text).segments:
            nodes = visits.counted(segment.resolve(nodes))
        for node in nodes:
            found.append(node.location)
            if len(found) > MOST_VALUES:
                raise _too_much(text)
    except JSONPathError as error:
        message = f"'{text}' is not a usable JSONPath expression: {error.args[0]}"
        raise Unselectable(message, "see RFC 9535") from None
    except RecursionError:
        message = f"'{text}' is nested too deeply"
        raise Unselectable(message, "write a simpler expression") from None
    return found


def _too_much(text: str) -> Unselectable:
    remedy = "name what is meant more precisely"
    return Unselectable(f"'{text}' selects too many values", remedy)


def select_plus(text: str, value: Value) -> list[Path]:
    """The paths of the values that an expression of JSONPath Plus selects.

    Of that dialect are read: segments of any characters (``$.paths./v1/zones.get``), ``===`` in
    filters, and ``^`` at the end for the parent.

    Raises:
        Unselectable: it cannot be read, or selects too much.
    """
    inner = text.rstrip("^")
    parents = len(text) - len(inner)
    found = select(standard(inner), value)
    if parents:
        found = [path[:-parents] for path in found if len(path) >= parents]
    return list(dict.fromkeys(found))


def standard(text: str) -> str:
    """An expression of JSONPath Plus as RFC 9535 writes it."""
    parts: list[str] = []
    position = 0
    while position < len(text):
        character = text[position]
        if character == "[":
            end = _closing(text, position)
            parts.append(_bracketed(text[position:end]))
            position = end
        elif character == "." and text[position + 1 : position + 2] not in (
            "",
            ".",
            "[",
        ):
            end = _segment_end(text, position + 1)
            segment = text[position + 1 : end]
            is_plain = PLAIN.fullmatch(segment)
            descends = parts and parts[-1] == "."
            quoted = _quoted(segment)
            parts.append(
                f".{segment}" if is_plain else f"{'.' * bool(descends)}{quoted}"
            )
            position = end
        else:
            parts.append(character)
            position += 1
    return "".join(parts)


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"['{escaped}']"


def _segment_end(text: str, start: int) -> int:
    """The end of a segment: a dot, or a bracket that opens a selector."""
    depth, position = 0, start
    while position < len(text):
        character = text[position]
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
        elif character in ".[" and depth <= 0:
            break
        position += 1
    return position


def _closing(text: str, start: int) -> int:
    """The position behind the bracket that closes the one at ``start``."""
    depth, quote, position = 0, "", start
    while position < len(text):
        character = text[position]
        if quote:
            if character == "\\":
                position += 1
            elif character == quote:
                quote = ""
        elif character in _QUOTES:
            quote = character
        elif character == "[":
            depth += 1
        elif character == "]":
            depth -= 1
            if not depth:
                return position + 1
        position += 1
    return len(text)


def _bracketed(selector: str) -> str:
    inside = selector[1:-1].strip()
    if inside.startswith("?"):
        return _STRICT_EQUALITY.sub(lambda m: m[1] or m[2], selector)
    if (
        not inside
        or inside == "*"
        or inside[0] in _QUOTES
        or inside[0] in "-:0123456789"
    ):
        return selector
    names = (name.strip() for name in inside.split(","))
    return f"[{', '.join(_quoted(name)[1:-1] for name in names)}]"
