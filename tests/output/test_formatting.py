"""Formatting gives what black gives in one mode, wherever it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.formatting import format_python, format_tree
from generator.output.syntax import BrokenOutput, check_data_files

UGLY = "x = { 'a':1 }\n"
NEAT = 'x = {"a": 1}\n'
LONG = (
    "value = call(first_argument_of_many, second_argument_of_many, third_argument_x)\n"
)


def test_text_is_formatted_as_black_does_at_88_columns() -> None:
    assert format_python(UGLY, "a.py") == NEAT
    assert len(LONG) < 88
    assert format_python(LONG, "a.py") == LONG


def test_settings_of_surrounding_projects_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = "[tool.black]\nline-length = 20\nskip-string-normalization = true\n"
    (tmp_path / "pyproject.toml").write_text(settings)
    (tmp_path / "black").write_text(settings)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert format_python(UGLY + LONG, "a.py") == NEAT + LONG


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("x = 1\ndef f(:\n", 2),
        ("x = 1\n\nx = '\n", 3),
        ("if x:\npass\n", 2),
        ("(", 1),
        ("a\0", 0),
        ("def f(a, a): ...\n", 1),
        ("x = 1\nreturn x\n", 2),
        ('x = """\n\\d"""\n', 1),
    ],
)
def test_python_that_does_not_compile_names_its_file_and_line(
    source: str, line: int
) -> None:
    with pytest.raises(BrokenOutput) as refused:
        format_tree({"p/bad.py": source})
    assert (refused.value.name, refused.value.line) == ("p/bad.py", line)
    assert str(refused.value).startswith(f"p/bad.py:{line}: ")


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("pyproject.toml", 'a = 1\nb = "\n', "pyproject.toml:2: "),
        ("docs/search.json", '{\n"a": 1,,\n}', "docs/search.json:2: "),
    ],
)
def test_data_that_does_not_parse_names_its_file_and_line(
    name: str, text: str, where: str
) -> None:
    with pytest.raises(BrokenOutput) as refused:
        check_data_files({"README.md": "[[[", name: text})
    assert str(refused.value).startswith(where)


def test_data_that_parses_is_accepted() -> None:
    check_data_files({"a.toml": "a = 1\n", "b.json": "{}", "c.md": "[[["})


def test_only_python_is_formatted_and_the_order_stays() -> None:
    wide = LONG.replace("x)", "much_longer)")
    narrow = wide.replace("(", "(\n    ").replace(")", "\n)")
    told: list[tuple[int, int]] = []
    files = {"z.py": wide, "README.md": wide, "a.py": wide}
    formatted = format_tree(files, progress=lambda *counts: told.append(counts))
    assert list(formatted.items()) == [
        ("z.py", narrow),
        ("README.md", wide),
        ("a.py", narrow),
    ]
    assert told == [(1, 2), (2, 2)]
