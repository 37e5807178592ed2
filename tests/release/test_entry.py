"""What an entry says of each kind of change."""

from __future__ import annotations

from generator.compare import Change, Kind, grouped
from generator.release import Section, entry
from generator.release.entry import PHRASES

CHANGES = [
    Change(kind=Kind.METHOD_ADDED, owner="client.zones.copy", compatible=True),
    Change(kind=Kind.METHOD_ADDED, owner="client.zones.move", compatible=True),
    Change(
        kind=Kind.METHOD_RENAMED,
        owner="client.zones.find",
        old="zones.find",
        new="zones.get",
    ),
    Change(kind=Kind.ARGUMENT_ADDED, owner="client.get", subject="id", new="str"),
    Change(
        kind=Kind.ARGUMENT_TYPE, owner="client.get", subject="n", old="int", new="str"
    ),
    Change(kind=Kind.ENUM_WIDENED, owner="types.Kind", new="'{x}'", compatible=True),
    Change(kind=Kind.DEPRECATED, owner="client.old", compatible=True),
    Change(kind=Kind.FIELD_REMOVED, owner="types.Zone", subject="a`b\n``c"),
]


def test_an_entry_has_each_change_in_its_section_breaking_ones_first_and_marked() -> (
    None
):
    assert entry(grouped(CHANGES)) == {
        Section.ADDED: [
            "- Methods `client.zones.copy`, `client.zones.move`.",
            "- Values of `types.Kind`: `'{x}'`.",
        ],
        Section.CHANGED: [
            "- **Breaking:** method `client.zones.find` is named `client.zones.get`.",
            "- **Breaking:** argument `client.get(id)` is new and required.",
            "- **Breaking:** type of the argument `client.get(n)`: `int` → `str`.",
        ],
        Section.DEPRECATED: ["- `client.old`."],
        Section.REMOVED: ["- **Breaking:** field ```types.Zone.a`b ``c```."],
    }


def test_every_kind_of_change_has_a_line() -> None:
    assert set(PHRASES) == set(Kind)
