"""Text of a description as docstrings: it stays inside the quotes and reads as it was meant."""

from __future__ import annotations

import ast
import re
import textwrap
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output import arrange_python
from generator.surface import first_sentence
from generator.targets.python.docstrings import docstring, one_line, passage

ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1) | st.text(
    st.sampled_from("\"\\'\n\r\t `{}%#-*|>x \u2028\u202e\ud800\x00")
)
HOSTILE = [
    '"""',
    '""" + exec("x") + """',
    'ends with "',
    'ends with ""',
    "ends with \\",
    "ends with \\\\",
    '\\"""',
    '\\\\"""',
    '""""""',
    '"',
    "\\",
    '\\"',
    '\\\\"',
    "\\N{BULLET} \\x41 \\u0041",
    "{{ view }} {% if x %}",
    "\x00\x1b[31m\u202e\u2066\u200b",
    "\ud800",
    "line\u2028separator\u2029x\x0cy\x0bz\x85w",
    "a\rb\r\nc",
    "%(x)s {0} $x",
]


def module(lines: tuple[str, ...]) -> str:
    """A class with the docstring, as the templates print one."""
    if len(lines) == 1:
        return f'class A:\n    """{lines[0]}"""\n\n    x: int\n'
    inner = "\n".join(f"    {line}" if line else "" for line in lines[1:])
    return f'class A:\n    """{lines[0]}\n{inner}\n    """\n\n    x: int\n'


def documented(source: str) -> str:
    """The docstring of the one class in a source that holds nothing else."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tree = ast.parse(source)
    (definition,) = tree.body
    assert isinstance(definition, ast.ClassDef)
    doc, field = definition.body
    assert isinstance(doc, ast.Expr)
    assert isinstance(field, ast.AnnAssign)
    found = ast.get_docstring(definition)
    assert found is not None
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(ANY_TEXT, st.sampled_from([0, 4, 8, 40]), st.sampled_from([0, 4]))
def test_any_text_stays_one_docstring(text: str, indent: int, hanging: int) -> None:
    lines = docstring(text, indent=indent)
    if lines:
        documented(module(lines))
    inside = passage(text, indent=indent, hanging=hanging)
    documented(module(("First.", *inside, "Last.")))
    documented(module((*inside, "Last.")))
    lines += inside
    for line in lines:
        assert line.isprintable()
        assert line.isascii() or line.encode("utf-8")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_stays_one_docstring(text: str) -> None:
    source = module(docstring(text, indent=4))
    assert squeezed(documented(source)) == squeezed(text)
    assert squeezed(documented(arrange_python(source, "x.py"))) == squeezed(text)


@given(st.text(st.characters(exclude_categories=("C", "Z"))))
def test_no_character_is_lost(text: str) -> None:
    lines = docstring(text, indent=4)
    shown = documented(module(lines)) if lines else ""
    assert squeezed(shown) == squeezed(text)


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert line.isprintable()
    if line:
        documented(module((line,)))


def test_prose_is_wrapped_at_the_margin() -> None:
    lines = docstring("word " * 60, indent=8)
    assert len(lines) > 3
    assert all(len(line) <= 88 - 8 for line in lines)
    assert max(len(line) for line in lines) > 70


def test_paragraphs_stay_apart_and_lines_of_one_are_joined() -> None:
    assert docstring("one\ntwo\n\n\nthree", indent=4) == ("one two", "", "three")


@pytest.mark.parametrize(
    "block",
    [
        "- one\n- two",
        "* one\n* two",
        "1. one\n2. two",
        "| a | b |\n| - | - |",
        "> quoted\n> text",
        "    code\n    more",
        "# heading\nunder it",
    ],
)
def test_lists_tables_quotes_and_code_keep_their_lines(block: str) -> None:
    lines = docstring(f"Before.\n\n{block}\n\nAfter.", indent=4)
    assert lines == ("Before.", "", *block.split("\n"), "", "After.")


def test_fenced_code_keeps_its_empty_lines() -> None:
    code = "```python\na = 1\n\nb = 2\n```"
    assert docstring(code, indent=4) == tuple(code.split("\n"))


def test_continuation_lines_are_indented() -> None:
    first, *rest = passage("word " * 40, indent=8, hanging=4)
    assert not first.startswith(" ")
    assert rest
    assert all(re.match(r"    \S", line) for line in rest)


@pytest.mark.parametrize("text", ["", " \n\t\n "])
def test_an_empty_text_gives_no_lines(text: str) -> None:
    assert docstring(text, indent=4) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Lists zones. And more.", "Lists zones."),
        ("Lists\nzones", "Lists zones"),
        ("Is it? Yes.", "Is it?"),
        ("Version 1.2 is out. Use it.", "Version 1.2 is out."),
        ("For zones, e.g. this one.", "For zones, e.g. this one."),
        ("See https://a.example/b. Then go.", "See https://a.example/b."),
        ("", ""),
    ],
)
def test_the_summary_is_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


@given(
    st.lists(st.text("ab-", min_size=1, max_size=60) | st.just("\xa0"), min_size=1).map(
        lambda words: ["a", *words, "b"]
    ),
    st.integers(0, 50),
)
def test_prose_is_wrapped_as_by_the_standard_library(
    words: list[str], indent: int
) -> None:
    text = " ".join(words)
    wrapped = textwrap.wrap(
        text, 88 - indent, break_long_words=False, break_on_hyphens=False
    )
    shown = [line.replace("\xa0", "\\u00a0") for line in wrapped]
    assert list(passage(text, indent=indent)) == shown
