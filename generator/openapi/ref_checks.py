"""Reports dangling and circular references.

Runs when all files are there; it loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..diagnostics import Place, Report
from ..source.document import Document, Value
from .documents import DocumentSet, Target
from ..source.pointer import Pointer, escaped
from ..source.suggest import closest

MOST_ALTERNATIVES = 100_000
_IN_PLACE = ("allOf", "oneOf", "anyOf", "not", "if", "then", "else")
"""Keywords whose schemas describe the same value as their parent."""


class Reference(Struct, frozen=True):
    """A ``$ref``: the part that contains it, the role of that part, and the reference as written."""

    document: Document
    part: Pointer
    role: str
    ref: str

    @property
    def place(self) -> Place:
        """The place of the ``$ref``."""
        return self.document.locate(self.part / "$ref")


def check_references(
    references: Sequence[Reference], documents: DocumentSet, report: Report
) -> None:
    """Report what cannot be followed, then what never ends."""
    dangling: dict[tuple[Document, str], list[Reference]] = {}
    sound: list[Reference] = []
    for reference in references:
        if documents.follow(reference.document, reference.ref) is not None:
            sound.append(reference)
        else:
            same = (reference.document, reference.ref)
            dangling.setdefault(same, []).append(reference)
    cycles = _Cycles(documents, report)
    for reference in sound:
        cycles.check(reference)
    for alike in dangling.values():
        if not any(cycles.hold(reference) for reference in alike):
            _report_dangling(alike, documents, report)


def _report_dangling(
    alike: list[Reference], documents: DocumentSet, report: Report
) -> None:
    reference = alike[0]
    document, ref = reference.document, reference.ref
    file, mark, fragment = ref.partition("#")
    if fragment and not fragment.startswith(("/", "%2F")):
        message = f"the anchor '{ref}' is not supported"
        help = "use a JSON pointer: '#/…'"
    else:
        message = f"'{ref}' does not exist"
        help = _remedy(document, file + mark, fragment, documents)
    if len(alike) > 1:
        message += f" ({len(alike)} references to it)"
    report.tolerable("S001", reference.place, message, help=help)


def _remedy(
    document: Document, file: str, fragment: str, documents: DocumentSet
) -> str:
    """What to write instead: the likeliest neighbour of the first name that is missing."""
    tokens = fragment.split("/")
    for length in range(len(tokens) - 1, 0, -1):
        around = documents.follow(document, file + "/".join(tokens[:length]))
        if around is None:
            continue
        names = around[2] if isinstance(around[2], dict) else {}
        close = closest(tokens[length], names)
        if close is None:
            break
        meant = "/".join([*tokens[:length], escaped(close), *tokens[length + 1 :]])
        return f"did you mean '{file}{meant}'?"
    return "add the missing part, or fix the reference"


class _Visit(Struct):
    """A schema on the way: its place, the steps that are left, how many schemas it comes to."""

    target: Target
    steps: Iterator[tuple[Pointer, Target]]
    step: Pointer
    total: int = 1


class _Cycles:
    """Follows references and compositions that describe one value, each schema once."""

    def __init__(self, documents: DocumentSet, report: Report) -> None:
        self._documents = documents
        self._report = report
        self._totals: dict[int, int] = {}
        self._in_cycle: set[int] = set()

    def hold(self, reference: Reference) -> bool:
        """Whether a reference belongs to a cycle that has been reported."""
        found = self._documents.find(reference.document, reference.part)
        return found is not None and id(found[2]) in self._in_cycle

    def check(self, reference: Reference) -> None:
        """Report the cycle that a reference is the first to lead into, if any."""
        start = self._documents.find(reference.document, reference.part)
        if start is None or id(start[2]) in self._totals:
            return
        path = [self._visit(start)]
        open_at = {id(start[2]): 0}
        while path:
            visit = path[-1]
            following = next(visit.steps, None)
            if following is None:
                self._leave(path.pop(), path, open_at)
                continue
            visit.step, target = following
            known = id(target[2])
            if known in open_at:
                self._report_cycle(path[open_at[known] :])
            elif known in self._totals:
                visit.total += self._totals[known]
            else:
                open_at[known] = len(path)
                path.append(self._visit(target))

    def _visit(self, target: Target) -> _Visit:
        return _Visit(target, iter(self._steps(target)), target[1])

    def _leave(
        self, visit: _Visit, path: list[_Visit], open_at: dict[int, int]
    ) -> None:
        document, pointer, value = visit.target
        del open_at[id(value)]
        total = min(visit.total, MOST_ALTERNATIVES)
        if visit.total > MOST_ALTERNATIVES:
            message = f"this combines more than {MOST_ALTERNATIVES:,} schemas"
            help = "refer to the same schema once instead of in every branch"
            self._report.tolerable("S007", document.locate(pointer), message, help=help)
            total = 1
        self._totals[id(value)] = total
        if path:
            path[-1].total += total

    def _steps(self, target: Target) -> list[tuple[Pointer, Target]]:
        """The schemas that describe the same value, each with the step that leads there."""
        document, pointer, value = target
        steps: list[tuple[Pointer, Target]] = []
        if not isinstance(value, dict):
            return steps
        if isinstance(value.get("$ref"), str):
            found = self._documents.follow(document, value["$ref"])
            if found is not None:
                steps.append((pointer / "$ref", found))
        for keyword in _IN_PLACE:
            child: Value = value.get(keyword)
            if isinstance(child, dict):
                at = pointer / keyword
                steps.append((at, (document, at, child)))
            elif isinstance(child, list):
                for index, item in enumerate(child):
                    at = pointer / keyword / index
                    steps.append((at, (document, at, item)))
        return steps

    def _report_cycle(self, cycle: list[_Visit]) -> None:
        self._in_cycle.update(id(visit.target[2]) for visit in cycle)
        places = [visit.target[0].locate(visit.step) for visit in cycle]
        keywords = {visit.step.tokens[-1] for visit in cycle}
        if keywords == {"$ref"}:
            code, message = "S002", "circular reference"
            help = "replace one reference of the cycle with a schema"
        else:
            code, message = "S006", "this schema is part of its own composition"
            help = "remove it from its own composition, or move it into a property"
        first = min(range(len(places)), key=lambda at: _order(places[at]))
        others = [*places[first + 1 :], *places[:first]]
        hops = [place for place in others if place.pointer.endswith("/$ref")]
        related = tuple(("the cycle continues here", place) for place in hops[:3])
        self._report.tolerable(code, places[first], message, help=help, related=related)


def _order(place: Place) -> tuple[bool, str, int, int]:
    """References before compositions, then by position."""
    plain = not place.pointer.endswith("/$ref")
    return plain, place.file, place.line, place.column
