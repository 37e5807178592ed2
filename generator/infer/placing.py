"""Where each operation belongs: its resource and the names that its method may have.

Operation ids that name a group (``pulls/create``, ``orders.create``, ``Pets_List``) decide, where
nearly all of them do. Else paths decide: what stands between variables are resources, and verbs and
endings say what is done with them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..openapi import Description, Operation
from ..words import is_plural, split_words
from .actions import is_action
from .listing import lists
from .routes import VARIABLE, Route, Shape, is_variable

ROOT = "root"
"""The resource of what has no other one."""

_GROUPED = (
    (re.compile(r"[\w-]+(/[\w-]+)+"), "/"),
    (re.compile(r"[A-Za-z]\w*(\.[A-Za-z]\w*)+"), "."),
    (re.compile(r"[A-Z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*"), "_"),
)
"""What operation ids with groups look like, and what separates the groups."""
_VERBS = frozenset("get put post patch delete head options list".split())
_MOST = 0.9
"""The part of the operation ids that must name a group."""

_ITEM = {"get": "retrieve", "put": "update", "patch": "update", "post": "update"}
_WHOLE = {"put": "update", "patch": "update", "post": "create"}


class Placing(Struct, frozen=True):
    """The resource of an operation, and the names for its method, the best one first."""

    operation: Operation
    resource: tuple[str, ...]
    names: tuple[str, ...]
    rank: tuple[bool, int] = (False, 0)
    """Of two methods that want a name, the one with the lower rank gets it."""


def placings(description: Description, found: Sequence[Route]) -> list[Placing]:
    """Where each operation belongs, in the order of the routes."""
    by_path = _ByPath(description, found)
    grouping = _grouping([route.operation for route in found])
    return [_by_id(route, grouping) or by_path.placing(route) for route in found]


def snake(name: str) -> str:
    """A name as configurations write it; what has no letters becomes ``x``."""
    text = "_".join(split_words(name)) or "x"
    return f"x{text}" if text[0].isdigit() else text


def _grouping(operations: Sequence[Operation]) -> tuple[re.Pattern[str], str] | None:
    """What the ids look like and what separates their groups, if nearly all of them have groups."""
    ids = [found.operation_id or "" for found in operations]
    for pattern, separator in _GROUPED:
        grouped = [name for name in ids if pattern.fullmatch(name)]
        groups = [name.split(separator)[0] for name in grouped]
        is_verb = sum(map(_is_verb, groups)) > len(groups) / 2
        if len(grouped) >= _MOST * len(ids) > 0 and not is_verb:
            return pattern, separator
    return None


def _is_verb(group: str) -> bool:
    """Whether what would be a group says what is done, as ``GET_Users`` and ``List_Users`` do."""
    return group.lower() in _VERBS or is_action(group)


def _by_id(
    route: Route, grouping: tuple[re.Pattern[str], str] | None
) -> Placing | None:
    name = route.operation.operation_id or ""
    if grouping is None or not grouping[0].fullmatch(name):
        return None
    *groups, method = name.split(grouping[1])
    return Placing(route.operation, tuple(map(snake, groups)), (snake(method),))


class _ByPath:
    """Places operations by what all the paths look like."""

    def __init__(self, description: Description, found: Sequence[Route]) -> None:
        self._verbs: dict[Shape, set[str]] = defaultdict(set)
        self._lists: set[Shape] = set()
        """What returns a list."""
        self._has_items: set[Shape] = set()
        """What a variable follows."""
        self._has_parts: set[Shape] = set()
        """What a word follows."""
        self._tags = Counter(tag for r in found for tag in r.operation.tags[:1])
        for route in found:
            shape = route.shape
            self._verbs[shape].add(route.operation.verb)
            if route.operation.verb == "get" and _lists(description, route):
                self._lists.add(shape)
            for length in range(1, len(shape)):
                is_item = shape[length] == VARIABLE
                (self._has_items if is_item else self._has_parts).add(shape[:length])

    def placing(self, route: Route) -> Placing:
        """Where an operation belongs."""
        operation, steps = route.operation, route.steps
        things = [at for at, step in enumerate(steps) if not is_variable(step)]
        action = self._action(route, things)
        if action is not None:
            resource = tuple(snake(steps[at]) for at in things if at < action)
            words = "_".join(snake(steps[at]) for at in things if at >= action)
            name = self._action_name(words, operation.verb)
        else:
            resource = tuple(snake(steps[at]) for at in things)
            name = self._standard_name(route)
        tag = snake(operation.tags[0]) if operation.tags else ROOT
        if self._stands_alone(route) and tag not in resource:
            resource, name = (tag,), snake(steps[0])
        names = (name, *self._others(route, name))
        rank = self._rank(route.shape)
        return Placing(operation, resource or (tag,), names, rank)

    def _rank(self, shape: Shape) -> tuple[bool, int]:
        """Items and their collections come first, then the shorter path."""
        is_usual = shape[-1:] == (VARIABLE,) or shape in self._has_items
        return not is_usual, len(shape)

    def _action(self, route: Route, things: Sequence[int]) -> int | None:
        """Where in its path the name of an action begins, if the path ends in one."""
        steps, shape = route.steps, route.shape
        for at in things[1:]:
            if is_action(steps[at]) and shape[: at + 1] not in self._has_items:
                return at
        if len(things) < 2 or things[-1] != len(steps) - 1:
            return None
        if shape in self._has_items | self._has_parts or len(self._verbs[shape]) > 1:
            return None
        last, is_part_of_one = steps[-1], is_variable(steps[-2])
        if route.operation.verb in ("get", "head"):
            return None if shape in self._lists else len(steps) - 1
        return len(steps) - 1 if is_part_of_one and not is_plural(last) else None

    def _action_name(self, words: str, verb: str) -> str:
        if is_action(words) or verb not in ("put", "patch", "delete"):
            return words
        return f"{'delete' if verb == 'delete' else 'update'}_{words}"

    def _standard_name(self, route: Route) -> str:
        verb, shape = route.operation.verb, route.shape
        is_item = bool(shape) and shape[-1] == VARIABLE
        if verb == "put" and "patch" in self._verbs[shape]:
            return "replace"
        if is_item:
            return _ITEM.get(verb) or snake(verb)
        is_list = shape in self._has_items | self._lists
        if verb == "get":
            return "list" if is_list else "retrieve"
        if verb == "post" and not is_list and "get" in self._verbs[shape]:
            return "update"
        return _WHOLE.get(verb) or snake(verb)

    def _stands_alone(self, route: Route) -> bool:
        """Whether a path is one word that is not a collection, and its tag has further operations:
        it belongs to what the tag names."""
        steps, shape, verb = route.steps, route.shape, route.operation.verb
        if len(steps) != 1 or is_variable(steps[0]) or len(self._verbs[shape]) > 1:
            return False
        if shape in self._has_items | self._has_parts:
            return False
        if not any(self._tags[tag] > 1 for tag in route.operation.tags[:1]):
            return False
        if is_action(steps[0]):
            return True
        return verb == "get" and shape not in self._lists

    def _others(self, route: Route, name: str) -> Iterator[str]:
        """Further names, for where another method has the best one."""
        last = route.steps[-1] if route.steps else ""
        if is_variable(last):
            yield f"{name}_by_{snake(last)}"
        if route.operation.operation_id:
            yield snake(route.operation.operation_id)


def _lists(description: Description, route: Route) -> bool:
    thing = route.steps[-1] if route.steps else ""
    return not is_variable(thing) and lists(description, route.operation, thing)
