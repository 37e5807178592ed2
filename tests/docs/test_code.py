"""Code is marked in the same way whether or not a line is read with its data."""

from __future__ import annotations

import pytest

from generator.targets.docs import code

LINES = {
    "python": (
        'x = "a" # b "c"',
        'f"{x}" "y"',
        'b"a,", "c"',
        "'it' \"x\"",
        '"""a"""',
        'client.zones.list("a", id=1)',
        'client.import_("a")',
        "from a.b import Cdefgh, None",
        "from a import type",
        "from a.b import Foobar, Bazqux",
        '    zone_id="a",',
        '    id="a",',
        '"a',
        '"%s {x}" % y',
        "ɵ = client.a",
    ),
    "json": (
        '  "k": "v",',
        '"a\\"b": "c"',
        '"it\'s": [true, null, -1.5e3, "x"]',
        '{"client.a": 1',
    ),
    "type": (
        'Literal["a", "", "b"] | None',
        "x: Literal['\"'] = 'a'",
        "() -> list[str]",
        'x: Literal["a…',
    ),
}


@pytest.mark.parametrize(
    ("line", "language"), [(line, name) for name in LINES for line in LINES[name]]
)
def test_data_of_a_line_does_not_change_its_classes(line: str, language: str) -> None:
    assert code.highlight(line, language) == code._shape(line, language)


@pytest.mark.parametrize("rest", ["", ' | Literal["Zone"]', " # Zone"])
def test_a_name_is_a_link_whether_or_not_there_is_a_string(rest: str) -> None:
    shown = code.highlight(f"list[Zone]{rest}", "type", {"Zone": "zone.html"})
    assert shown.startswith('list[<a href="zone.html">Zone</a>]')
