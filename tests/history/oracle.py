"""What must hold of every step: nothing differs that the change is not about, and ``diff`` calls it
major exactly if a program breaks that uses what the change is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.compare import Change
from tests.history.breaking import broken
from tests.history.mutations import Mutation
from tests.history.programs import programs_of
from tests.history.steps import (
    Made,
    changes,
    is_major,
    made,
    reported,
    stray_files,
)


@dataclass(frozen=True, slots=True)
class Step:
    """Two clients, the change between their descriptions, and what ``diff`` says of it."""

    old: Made
    new: Made
    mutation: Mutation
    changes: Sequence[Change]


def stepped(old: Made, mutation: Mutation, folder: Path) -> Step | None:
    """The step of a change; None if no client can be made after it."""
    new = made(mutation.description, folder)
    if new is None:
        return None
    return Step(old, new, mutation, changes(old, new))


def disagreements(steps: Sequence[Step], folder: Path) -> Iterator[str]:
    """What does not hold, one line each."""
    clients = {
        f"step_{n}": (s.new, programs_of(s.old.sdk)) for n, s in enumerate(steps)
    }
    olds = {f"base_{id(s.old)}": (s.old, programs_of(s.old.sdk)) for s in steps}
    found = broken({**olds, **clients}, folder)
    for name, breaks in ((n, found[n]) for n in olds):
        yield from (f"{name}: '{p}' breaks already: {t}" for p, t in breaks.items())
    for name, step in zip(clients, steps, strict=True):
        already = found[f"base_{id(step.old)}"]
        breaks = {p: t for p, t in found[name].items() if p not in already}
        for line in _disagreements(step, breaks):
            yield f"{step.mutation}: {line}"


def _disagreements(step: Step, breaks: dict[str, str]) -> Iterator[str]:
    yield from stray_files(step.old, step.new, step.mutation)
    said = is_major(list(step.changes))
    if said and not breaks:
        yield f"diff calls it major and no program breaks: {reported(list(step.changes))}"
    if breaks and not said:
        first = next(iter(breaks.items()))
        yield f"diff does not call it major and '{first[0]}' breaks: {first[1]}; it says {reported(list(step.changes))}"
    if step.mutation.nothing and step.changes:
        yield f"diff finds changes: {reported(list(step.changes))}"
