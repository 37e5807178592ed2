"""JSONPath (RFC 9535): an expression, and the values of a document that it selects.

Knows JSON only. Everything of the standard is read; names with other characters than letters, digits
and underscores need brackets and quotes, as the standard has it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..source.document import Value

Path = tuple[str | int, ...]
"""The keys and indices from the root to a value."""

Node = tuple[Path, Value]

MOST_NODES = 1_000_000
DEEPEST = 50

_NAME = re.compile(r"[A-Za-z_\x80-\U0010ffff][\w\x80-\U0010ffff]*")
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_BLANK = re.compile(r"[ \t\n\r]*")
_COMPARISON = re.compile(r"==|!=|<=|>=|<|>")
_WORDS: dict[str, Value] = {"true": True, "false": False, "null": None}
_NOTHING = object()
"""The value of a query that selects nothing."""


class NotJsonPath(Exception):
    """A text that is no JSONPath expression: what is wrong, and after how many characters."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(f"{message}, after {offset} characters")


class TooManyNodes(Exception):
    """An expression that selects more than can be looked at."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What ``$`` and ``@`` stand for."""

    root: Value
    current: Value


Selector = Callable[[Node, Scope], Iterator[Node]]
Test = Callable[[Scope], bool]
Operand = Callable[[Scope], Value]


@dataclass(frozen=True, slots=True)
class _Segment:
    selectors: Sequence[Selector]
    descends: bool
    is_singular: bool


@dataclass(frozen=True, slots=True)
class JsonPath:
    """A query: where it starts, and the steps from there."""

    is_absolute: bool
    segments: Sequence[_Segment]

    @classmethod
    def parse(cls, text: str) -> JsonPath:
        """The query of a text.

        Raises:
            NotJsonPath: the text is not one.
        """
        parser = _Parser(text)
        found = parser.query()
        parser.expect_end()
        return found

    @property
    def is_singular(self) -> bool:
        """Whether it selects one value at most, by its form."""
        return all(segment.is_singular for segment in self.segments)

    def nodes(self, root: Value) -> list[Node]:
        """The values that the query selects in a document.

        Raises:
            TooManyNodes: these are too many.
        """
        return self.select(Scope(root, root))

    def select(self, scope: Scope) -> list[Node]:
        """The values that the query selects, with paths from where it starts."""
        found: list[Node] = [((), scope.root if self.is_absolute else scope.current)]
        for segment in self.segments:
            inner: list[Node] = []
            for node in found:
                for start in _descendants(node) if segment.descends else (node,):
                    for selector in segment.selectors:
                        inner += selector(start, scope)
                    if len(inner) > MOST_NODES:
                        raise TooManyNodes
            found = inner
        return found

    def value(self, scope: Scope) -> Value:
        """The value that the query selects, if it is one."""
        found = self.select(scope)
        return found[0][1] if len(found) == 1 else _NOTHING


def _descendants(node: Node) -> Iterator[Node]:
    """The value itself and everything in it."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        stack += reversed(list(_children(node)))


def _children(node: Node) -> Iterator[Node]:
    path, value = node
    if isinstance(value, dict):
        yield from (((*path, key), child) for key, child in value.items())
    elif isinstance(value, list):
        yield from (((*path, index), child) for index, child in enumerate(value))


def _named(name: str) -> Selector:
    def select(node: Node, _: Scope) -> Iterator[Node]:
        path, value = node
        if isinstance(value, dict) and name in value:
            yield (*path, name), value[name]

    return select


def _indexed(index: int) -> Selector:
    def select(node: Node, _: Scope) -> Iterator[Node]:
        path, value = node
        if isinstance(value, list) and -len(value) <= index < len(value):
            yield (*path, index % len(value)), value[index]

    return select


def _sliced(start: int | None, stop: int | None, step: int | None) -> Selector:
    def select(node: Node, _: Scope) -> Iterator[Node]:
        path, value = node
        if isinstance(value, list) and step != 0:
            for index in range(len(value))[start:stop:step]:
                yield (*path, index), value[index]

    return select


def _every(node: Node, _: Scope) -> Iterator[Node]:
    return _children(node)


def _filtered(test: Test) -> Selector:
    def select(node: Node, scope: Scope) -> Iterator[Node]:
        for child in _children(node):
            if test(Scope(scope.root, child[1])):
                yield child

    return select


def _equal(one: Value, other: Value) -> bool:
    """Equality of JSON values: true is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_equal, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        same = one.keys() == other.keys()
        return same and all(_equal(one[key], other[key]) for key in one)
    return bool(one == other)


def _less(one: Value, other: Value) -> bool:
    numbers = all(
        isinstance(v, (int, float)) and not isinstance(v, bool) for v in (one, other)
    )
    texts = isinstance(one, str) and isinstance(other, str)
    return bool(one < other) if numbers or texts else False


_COMPARE: dict[str, Callable[[Value, Value], bool]] = {
    "==": _equal,
    "!=": lambda one, other: not _equal(one, other),
    "<": _less,
    ">": lambda one, other: _less(other, one),
    "<=": lambda one, other: _less(one, other) or _equal(one, other),
    ">=": lambda one, other: _less(other, one) or _equal(one, other),
}


@cache
def _pattern(text: str) -> Any:
    """Whether a string contains what a pattern describes, in linear time; None if it is none."""
    import jsonschema_rs  # which readers of descriptions without overlays need not wait for

    try:
        return jsonschema_rs.validator_for(
            {"pattern": text}, pattern_options=jsonschema_rs.RegexOptions()
        )
    except ValueError:
        return None


def _matches(value: Value, pattern: Value, *, whole: bool) -> bool:
    if not isinstance(value, str) or not isinstance(pattern, str):
        return False
    found = _pattern(f"^(?:{pattern})$" if whole else pattern)
    return found is not None and bool(found.is_valid(value))


def _length(value: Value) -> Value:
    return len(value) if isinstance(value, (str, list, dict)) else _NOTHING


class _Parser:
    """Reads a text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text.strip()
        self._at = 0
        self._depth = 0

    def query(self) -> JsonPath:
        if self._take("$"):
            return self._segments(is_absolute=True)
        raise self._wrong("a JSONPath starts with '$'")

    def expect_end(self) -> None:
        if self._at < len(self._text):
            rest = self._text[self._at : self._at + 20]
            message = f"unexpected '{rest}'"
            if rest[0] not in " .[":
                message += " (names with such characters are written ['…'])"
            raise self._wrong(message)

    def _segments(self, *, is_absolute: bool) -> JsonPath:
        segments = []
        while True:
            before = self._at
            self._blank()
            if self._take(".."):
                segments.append(self._segment(descends=True))
            elif self._take("."):
                segments.append(self._segment(descends=False))
            elif self._peek("["):
                segments.append(self._bracketed(descends=False))
            else:
                self._at = before
                return JsonPath(is_absolute, tuple(segments))

    def _segment(self, *, descends: bool) -> _Segment:
        if self._take("*"):
            return _Segment((_every,), descends, is_singular=False)
        if descends and self._peek("["):
            return self._bracketed(descends=True)
        name = self._match(_NAME)
        if name is None:
            raise self._wrong("a name, '*' or '[' is expected")
        return _Segment((_named(name),), descends, is_singular=not descends)

    def _bracketed(self, *, descends: bool) -> _Segment:
        self._at += 1
        selectors, singular = [], True
        while True:
            self._blank()
            selector, is_one = self._selector()
            selectors.append(selector)
            singular = singular and is_one
            self._blank()
            if self._take("]"):
                is_singular = singular and not descends and len(selectors) == 1
                return _Segment(tuple(selectors), descends, is_singular)
            if not self._take(","):
                raise self._wrong("',' or ']' is expected")

    def _selector(self) -> tuple[Selector, bool]:
        """A selector, and whether it selects one value at most."""
        if self._take("*"):
            return _every, False
        if self._take("?"):
            self._blank()
            return _filtered(self._any()), False
        if self._peek("'") or self._peek('"'):
            return _named(self._quoted()), True
        start = self._integer()
        self._blank()
        if not self._take(":"):
            if start is None:
                raise self._wrong("a quoted name, an index, '*' or '?' is expected")
            return _indexed(start), True
        self._blank()
        stop = self._integer()
        self._blank()
        step = None
        if self._take(":"):
            self._blank()
            step = self._integer()
        return _sliced(start, stop, step), False

    def _any(self) -> Test:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._wrong("this is nested too deeply")
        tests = [self._all()]
        while self._operator("||"):
            tests.append(self._all())
        self._depth -= 1
        return tests[0] if len(tests) == 1 else lambda s: any(t(s) for t in tests)

    def _all(self) -> Test:
        tests = [self._basic()]
        while self._operator("&&"):
            tests.append(self._basic())
        return tests[0] if len(tests) == 1 else lambda s: all(t(s) for t in tests)

    def _basic(self) -> Test:
        self._blank()
        if not self._peek("!=") and self._take("!"):
            self._blank()
            negatable = self._text[self._at : self._at + 1] in ("(", "@", "$")
            if not negatable and self._function() is None:
                raise self._wrong("'!' negates a query, a function or parentheses")
            inner = self._basic_positive(comparable=False)
            return lambda scope: not inner(scope)
        return self._basic_positive(comparable=True)

    def _basic_positive(self, *, comparable: bool) -> Test:
        if self._take("("):
            inner = self._any()
            self._blank()
            if not self._take(")"):
                raise self._wrong("')' is expected")
            return inner
        name = self._function()
        if name in ("match", "search"):
            return self._matching(whole=name == "match")
        start = self._at
        query = self._relative()
        left = self._operand(query)
        self._blank()
        sign = self._match(_COMPARISON) if comparable else None
        if sign is None:
            if query is None:
                self._at = start
                raise self._wrong("a value alone is no test: compare it")
            return lambda scope: bool(query.select(scope))
        if query is not None and not query.is_singular:
            raise self._wrong("only a query for a single value can be compared")
        self._blank()
        other = self._relative()
        if other is not None and not other.is_singular:
            raise self._wrong("only a query for a single value can be compared")
        right, compare = self._operand(other), _COMPARE[sign]
        return lambda scope: compare(left(scope), right(scope))

    def _relative(self) -> JsonPath | None:
        if self._take("@"):
            return self._segments(is_absolute=False)
        if self._take("$"):
            return self._segments(is_absolute=True)
        return None

    def _operand(self, query: JsonPath | None) -> Operand:
        """A value to compare: that of a query, a function or a literal."""
        if query is not None:
            return query.value
        name = self._function()
        if name is not None:
            return self._call(name)
        literal = self._literal()
        return lambda _: literal

    def _literal(self) -> Value:
        if self._peek("'") or self._peek('"'):
            return self._quoted()
        for word, value in _WORDS.items():
            if self._take(word):
                return value
        number = self._match(_NUMBER)
        if number is None:
            raise self._wrong("a query, a function or a value is expected")
        return json.loads(number)

    def _function(self) -> str | None:
        """The name of the function that is called here, if any; nothing is taken."""
        found = re.compile(r"([a-z][a-z0-9_]*)\(").match(self._text, self._at)
        return found[1] if found else None

    def _call(self, name: str) -> Operand:
        if name not in ("length", "count", "value"):
            raise self._wrong(f"there is no function '{name}' here")
        self._at += len(name) + 1
        self._blank()
        query = self._relative()
        if name == "length":
            if query is not None and not query.is_singular:
                raise self._wrong("length() takes a query for a single value")
            inner = self._operand(query)
            self._close()
            return lambda scope: _length(inner(scope))
        if query is None:
            raise self._wrong(f"{name}() takes a query")
        self._close()
        if name == "value":
            return query.value
        return lambda scope: len(query.select(scope))

    def _matching(self, *, whole: bool) -> Test:
        self._at = self._text.index("(", self._at) + 1
        self._blank()
        value = self._operand(self._relative())
        self._blank()
        if not self._take(","):
            raise self._wrong("',' is expected")
        self._blank()
        pattern = self._operand(self._relative())
        self._close()
        return lambda scope: _matches(value(scope), pattern(scope), whole=whole)

    def _close(self) -> None:
        self._blank()
        if not self._take(")"):
            raise self._wrong("')' is expected")

    def _quoted(self) -> str:
        quote, start = self._text[self._at], self._at
        end = start + 1
        while end < len(self._text) and self._text[end] != quote:
            end += 2 if self._text[end] == "\\" else 1
        raw = self._text[start + 1 : end]
        if quote == "'":
            raw = raw.replace("\\'", "'").replace('"', '\\"')
        try:
            if end >= len(self._text):
                raise ValueError
            text = json.loads(f'"{raw}"')
        except ValueError:
            raise self._wrong("this is no quoted text") from None
        self._at = end + 1
        assert isinstance(text, str)
        return text

    def _integer(self) -> int | None:
        found = self._match(_INTEGER)
        if found is not None and len(found) > 16:
            raise self._wrong("this number is too large")
        return None if found is None else int(found)

    def _operator(self, sign: str) -> bool:
        before = self._at
        self._blank()
        if self._take(sign):
            return True
        self._at = before
        return False

    def _blank(self) -> None:
        self._match(_BLANK)

    def _match(self, pattern: re.Pattern[str]) -> str | None:
        found = pattern.match(self._text, self._at)
        if found is None:
            return None
        self._at = found.end()
        return found[0]

    def _peek(self, text: str) -> bool:
        return self._text.startswith(text, self._at)

    def _take(self, text: str) -> bool:
        if not self._peek(text):
            return False
        self._at += len(text)
        return True

    def _wrong(self, message: str) -> NotJsonPath:
        return NotJsonPath(message, self._at)
