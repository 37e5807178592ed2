"""Who gets a name that several want: strength decides, then order; the last resort is a number."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

from generator.diagnostics import Place, Report, Severity
from generator.naming.scopes import Claim, Strength, settle

REQUIRED, SUGGESTED, DERIVED = Strength


def claim(
    key: str, *wishes: str, strength: Strength = SUGGESTED, order: str = ""
) -> Claim[str]:
    place = Place("openapi.yaml", len(key))
    return Claim(key, wishes, strength, order or key, place, f"rename {key}")


def settled(claims: Iterable[Claim[str]]) -> tuple[dict[str, str], Report]:
    report = Report()
    return settle(claims, scope="the scope", report=report), report


def test_each_claim_gets_its_first_choice_without_competition() -> None:
    names, report = settled([claim("a", "x", "ax"), claim("b", "y", "by")])
    assert names == {"a": "x", "b": "y"}
    assert report.diagnostics == []


def test_a_second_choice_is_used_without_a_warning() -> None:
    names, report = settled([claim("a", "x"), claim("b", "x", "bx")])
    assert names == {"a": "x", "b": "bx"}
    assert report.diagnostics == []


def test_a_weaker_claim_never_renames_a_stronger_one() -> None:
    strong = claim("z", "x", strength=REQUIRED)
    middle = claim("m", "x", "mx", strength=SUGGESTED)
    weak = claim("a", "x", "ax", strength=DERIVED)
    for claims in permutations([strong, middle, weak]):
        names, _ = settled(claims)
        assert names == {"z": "x", "m": "mx", "a": "ax"}


def test_adding_a_weaker_claim_changes_no_name() -> None:
    known = [claim(key, "x", f"{key}x", strength=REQUIRED) for key in "nop"]
    before, _ = settled(known)
    after, _ = settled([claim("a", "nx", "x", strength=DERIVED), *known])
    assert {key: after[key] for key in before} == before


def test_a_number_is_the_last_resort_and_is_reported() -> None:
    names, report = settled(
        [claim("a", "x"), claim("bb", "x"), claim("ccc", "x_2", "x")]
    )
    assert names == {"a": "x", "bb": "x_2", "ccc": "x_3"}
    first, second = report.diagnostics
    assert (first.code, first.severity) == ("N001", Severity.WARNING)
    assert first.message == "'x' is already used in the scope; renamed to 'x_2'"
    assert first.place == Place("openapi.yaml", 2)
    assert first.help == "rename bb"
    assert first.related == (("the name is used here", Place("openapi.yaml", 1)),)
    assert second.related == (("the name is used here", Place("openapi.yaml", 2)),)


def test_file_names_that_differ_only_in_case_are_kept_apart() -> None:
    report = Report()
    claims = [claim("a", "Zone"), claim("b", "zone")]
    names = settle(claims, scope="a folder", report=report, fold=str.casefold)
    assert names == {"a": "Zone", "b": "zone_2"}


def test_escaped_names_are_compared_after_escaping() -> None:
    names = settle(
        [claim("a", "from"), claim("b", "from_", "b")],
        scope="a scope",
        report=Report(),
        escape=lambda name: f"{name}_" if name == "from" else name,
    )
    assert names == {"a": "from_", "b": "b"}
