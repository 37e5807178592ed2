"""Judges a run of mutmut: every survivor must be explained, every explanation needed.

Three kinds explain themselves: another wording of an error (those that programs match on are
tested), another case of a header's name (RFC 9110, section 5.1: it has none), and another type in a
cast, which only the type checker reads.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from tests.mutants.survivors import Survivor, survivors

FOLDER = Path("mutants")
EXPLAINED = Path(__file__).with_name("explained.toml")


def explanations(key: str) -> dict[tuple[str, str], str]:
    """The reason for each survivor, by function and change, of those under a key of the file."""
    return {
        (function, change): reason
        for reason, functions in tomllib.loads(EXPLAINED.read_text())[key].items()
        for function, changes in functions.items()
        for change in changes
    }


def explains_itself(survivor: Survivor) -> bool:
    """Whether a survivor is of a kind that needs no further word."""
    return (
        survivor.is_text_of_error
        or survivor.is_case_of_header
        or survivor.is_type_of_cast
    )


def judge(
    found: list[Survivor],
    explained: dict[tuple[str, str], str],
    by_chance: dict[tuple[str, str], str],
) -> list[str]:
    """What is wrong with a run, a line each; a test may notice what is there ``by_chance``."""
    open_ones = [s for s in found if not explains_itself(s)]
    seen = {(s.function, s.change) for s in open_ones}
    unexplained = [
        f"not explained: {function}: {change}"
        for function, change in sorted(seen - explained.keys() - by_chance.keys())
    ]
    unneeded = [
        f"explains nothing: {function}: {change}"
        for function, change in sorted(explained.keys() - seen)
    ]
    return unexplained + unneeded


def main() -> int:
    """The number of survivors without an explanation and of explanations without a survivor."""
    found = list(survivors(FOLDER))
    problems = judge(found, explanations("unnoticeable"), explanations("by_chance"))
    print("\n".join(problems))
    print(f"{len(found)} survivors, {len(problems)} problems")
    return min(len(problems), 1)


if __name__ == "__main__":
    sys.exit(main())
