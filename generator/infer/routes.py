"""The steps of a path, without what carries no meaning: versions, formats, custom-verb colons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from msgspec import Struct

from ..openapi import Operation

_FORMAT = re.compile(r"\.(json|xml)$", re.IGNORECASE)
_LEAD = re.compile(
    r"api|rest|v\d+([._-]?\d+)*((alpha|beta|rc)\d*)?|\d{4}-\d{2}-\d{2}", re.IGNORECASE
)
"""Segments that paths begin with and that name no thing."""
_PARTS = re.compile(r"\{[^{}]*\}|[^{}:]+")

VARIABLE = "{}"
Shape = tuple[str, ...]
"""The steps of a path in which all variables are alike."""


class Route(Struct, frozen=True):
    """An operation and the steps of its path; a variable is written in braces."""

    operation: Operation
    steps: tuple[str, ...]

    @property
    def shape(self) -> Shape:
        """The steps, whatever the variables are called."""
        return tuple(VARIABLE if is_variable(step) else step for step in self.steps)


def is_variable(step: str) -> bool:
    """Whether a step of a path is a variable."""
    return step.startswith("{")


def routes(operations: Iterable[Operation]) -> list[Route]:
    """The routes of operations; the versions that paths begin with are left out, unless one of them
    tells two operations apart."""
    full = [Route(found, tuple(_steps(found.route))) for found in operations]
    short = [
        Route(route.operation, route.steps[_lead_length(route.steps) :])
        for route in full
    ]
    return short if len(_distinct(short)) == len(_distinct(full)) else full


def _distinct(found: Iterable[Route]) -> set[tuple[str, Shape]]:
    return {(route.operation.verb, route.shape) for route in found}


def _lead_length(steps: tuple[str, ...]) -> int:
    return sum(1 for _ in takewhile(_LEAD.fullmatch, steps))


def _steps(path: str) -> Iterator[str]:
    segments = [_FORMAT.sub("", segment) for segment in path.split("/")]
    if len(segments) > 2 and segments[-1].lower() in ("json", "xml"):
        segments.pop()
    for segment in segments:
        if not segment:
            continue
        if _LEAD.fullmatch(segment):
            yield segment
            continue
        parts = _PARTS.findall(segment)
        variables = [part for part in parts if is_variable(part)]
        if (
            variables
        ):  # several may share a segment; a colon separates a verb: {name}:cancel
            yield from variables
            yield from (part for part in parts if _follows_colon(part, segment))
        else:
            yield from (word for part in parts for word in part.split(".") if word)


def _follows_colon(part: str, segment: str) -> bool:
    """Whether a word ends a segment, after a variable and a colon."""
    return not is_variable(part) and segment.endswith(f"}}:{part}")
