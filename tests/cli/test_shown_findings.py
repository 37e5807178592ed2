"""How findings look: what is underlined, the lines around it, and one cause in many places."""

from __future__ import annotations

import json

import click
import pytest

from generator.diagnostics import (
    Place,
    Report,
    render_json,
    render_report,
    render_sarif,
    render_statistics,
)


def shown(text: str, line: int, column: int, code: str = "S024") -> list[str]:
    """The lines of the only finding of a report, without colours."""
    report = Report(sources={"a.yaml": text})
    report.error(code, Place("a.yaml", line, column), "wrong", help="right")
    return click.unstyle(render_report(report)).split("\n")


def underlined(line: str, column: int, code: str = "S024") -> str:
    """What is underlined of a line."""
    frame = shown(line, 1, column, code)
    code_line, carets = frame[3], frame[4]
    start = carets.index("^")
    return code_line[start : carets.rindex("^") + 1]


@pytest.mark.parametrize(
    ("line", "column", "span"),
    [
        ("  title: Zoo, old # x", 3, "title: Zoo, old"),
        ("paths:", 1, "paths"),
        ("  /a/{id}: {get: {}}", 3, "/a/{id}: {get: {}}"),
        ("- {in: path, schema: {type: x}} # y", 3, "{in: path, schema: {type: x}}"),
        ("{in: path, schema: {type: x}}", 12, "schema: {type: x}"),
        ("{in: path, schema: {type: x}}", 2, "in: path"),
        ("x: https://a.example/b#c", 1, "x: https://a.example/b#c"),
        ("  'a: b': don't # x", 3, "'a: b': don't"),
        ('{"a":1,"b":"x, }"}', 8, '"b":"x, }"'),
        ('    "a": true,', 5, '"a": true'),
        ("schema: {a: b,", 1, "schema"),
        ("g: &g [*f, *f]", 4, "&g [*f, *f]"),
        ("[[[[", 2, "["),
        ('a: "it\'s\\"" # x', 1, 'a: "it\'s\\""'),
    ],
)
def test_an_entry_is_underlined_as_far_as_it_reaches(
    line: str, column: int, span: str
) -> None:
    assert underlined(line, column) == span


def test_a_finding_about_a_key_underlines_the_key() -> None:
    assert underlined("  titel: Zoo", 3, "S022") == "titel"
    assert underlined("{name: id, in: path}", 1, "S021") == "{name: id, in: path}"


def test_a_finding_about_a_tag_underlines_the_tag() -> None:
    assert underlined("info: !!set {x}", 7, "I006") == "!!set"
    assert underlined("? {a: b}", 3, "I006") == "{a: b}"


def test_a_finding_about_a_character_underlines_it() -> None:
    assert underlined("paths: a: b", 9, "I005") == ":"


def test_two_lines_around_a_place_are_shown_and_blank_ends_are_not() -> None:
    text = "a: 1\n\nb: 2\nc: 3\nd: 4\n\ne: 5\n"
    assert shown(text, 4, 1)[2:-3] == [
        "   |",
        " 3 | b: 2",
        " 4 | c: 3",
        "   | ^^^^",
        " 5 | d: 4",
    ]
    assert [line for line in shown("a: 1\n" * 9, 5, 1) if " | a" in line] == [
        f" {number} | a: 1" for number in range(3, 8)
    ]


def test_carets_are_below_what_they_mark_whatever_is_before() -> None:
    frame = shown("\t😀e\u0301\u202e: x", 1, 2)
    assert frame[3] == " 1 |     😀e\u0301\\u202e: x"
    assert frame[4] == "   |     " + "^" * len("__e\\u202e: x")


def test_a_wide_line_is_cut_around_the_span() -> None:
    line = '{"a": "' + "x" * 5000 + '", "b": 1, "c": "' + "y" * 5000 + '"}'
    at = line.index('"b"')
    frame = shown(line, 1, at + 1)
    assert underlined(line, at + 1) == '"b": 1'
    assert frame[3].startswith(" 1 | …xx")
    assert frame[3].endswith("yy…")
    assert max(map(len, frame)) < 140
    assert underlined(line, line.index('"c"') + 1) == '"c"'


def many(number: int) -> Report:
    text = "\n".join(f"x{n}: 1" for n in range(number))
    report = Report(sources={"a.yaml": text})
    for n in range(number):
        report.warning("S022", Place("a.yaml", n + 1, 1), "wrong", help="right")
    return report


def test_one_cause_in_many_places_is_shown_once_with_its_count() -> None:
    text = click.unstyle(render_report(many(40)))
    assert text.count("warning[S022]: wrong") == text.count("= help: right") == 1
    assert [line for line in text.split("\n") if "-->" in line] == [
        f"  --> a.yaml:{n}:1" for n in (1, 2, 3)
    ]
    assert "   = note: and 37 more places; --verbose shows each\n" in text
    assert text.endswith("\n40 warnings")


def test_verbose_shows_each_place_with_its_lines() -> None:
    text = click.unstyle(render_report(many(40), verbose=True))
    assert text.count("warning[S022]") == 40
    assert text.count("| ^^") == 40


def test_a_single_further_place_is_named_instead_of_counted() -> None:
    text = click.unstyle(render_report(many(4)))
    assert text.count("-->") == 4
    assert "more place" not in text


def test_statistics_count_the_findings_of_each_code() -> None:
    report = many(12)
    report.error("S001", Place("a.yaml", 3, 1), "'#/x' does not exist", help="add it")
    assert click.unstyle(render_statistics(report)).split("\n") == [
        "12  warning[S022]  A key that is not allowed here, or conflicts with others  a.yaml:1:1, …",
        " 1  error[S001]    A dangling reference                                      a.yaml:3:1",
        "1 error, 12 warnings",
    ]
    assert render_statistics(Report()) == ""


def test_machines_are_told_where_a_span_ends() -> None:
    report = Report(sources={"a.yaml": "a: {type: strin}\n"})
    report.error("S024", Place("a.yaml", 1, 5), "wrong", help="right")
    (finding,) = json.loads(render_json(report))["findings"]
    assert (finding["column"], finding["end_column"]) == (5, 16)
    run = json.loads(render_sarif(report, version="1"))["runs"][0]
    (location,) = run["results"][0]["locations"]
    region = {"startLine": 1, "startColumn": 5, "endColumn": 16}
    assert location["physicalLocation"]["region"] == region
