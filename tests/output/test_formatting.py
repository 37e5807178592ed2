"""Formatting gives what black gives in one mode, wherever and however it runs."""

from __future__ import annotations

import os
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from generator.output import format_cache, formatting
from generator.output.formatting import format_python, format_tree
from generator.output.syntax import BrokenOutput, check_data_files

UGLY = "x = { 'a':1 }\n"
NEAT = 'x = {"a": 1}\n'
LONG = (
    "value = call(first_argument_of_many, second_argument_of_many, third_argument_x)\n"
)


def entries(cache: Path) -> list[Path]:
    return [path for path in sorted(cache.rglob("*")) if path.is_file()]


def no_black(source: str, name: str) -> str:
    raise AssertionError(f"{name} was formatted")


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
        format_tree({"p/bad.py": source}, cache=None)
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
    files = {"z.py": UGLY, "README.md": UGLY, "a.py": UGLY}
    formatted = format_tree(files, cache=None)
    assert list(formatted.items()) == [
        ("z.py", NEAT),
        ("README.md", UGLY),
        ("a.py", NEAT),
    ]


def test_what_was_formatted_once_is_not_formatted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"a.py": UGLY, "b.py": NEAT}
    assert format_tree(files, cache=tmp_path) == {"a.py": NEAT, "b.py": NEAT}
    monkeypatch.setattr(formatting, "format_python", no_black)
    assert format_tree(files, cache=tmp_path) == {"a.py": NEAT, "b.py": NEAT}
    with pytest.raises(AssertionError):
        format_tree({"a.py": UGLY + "\n"}, cache=tmp_path)


def test_another_black_or_mode_does_not_see_old_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    format_tree({"a.py": UGLY}, cache=tmp_path)
    assert formatting.BLACK_VERSION in str(entries(tmp_path)[0])
    monkeypatch.setattr(formatting, "_STYLE", "99.1.0-88-py311")
    monkeypatch.setattr(formatting, "format_python", no_black)
    with pytest.raises(AssertionError):
        format_tree({"a.py": UGLY}, cache=tmp_path)


@pytest.mark.parametrize(
    "damage", [b"", b"x", b"=\n", b"0" * 64 + b"\nx = 2\n", b"\xff\xfe\n\xff"]
)
def test_a_damaged_cache_is_ignored_and_repaired(damage: bytes, tmp_path: Path) -> None:
    format_tree({"a.py": UGLY}, cache=tmp_path)
    (entry,) = entries(tmp_path)
    good = entry.read_bytes()
    entry.write_bytes(damage)
    assert format_tree({"a.py": UGLY}, cache=tmp_path) == {"a.py": NEAT}
    assert entry.read_bytes() == good


def test_a_cache_that_cannot_be_used_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert format_tree({"a.py": UGLY}, cache=tmp_path / "file") == {"a.py": NEAT}
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_cache_on_a_full_disk_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    assert format_tree({"a.py": UGLY}, cache=tmp_path) == {"a.py": NEAT}


def test_entries_of_two_months_ago_go_when_new_ones_come(tmp_path: Path) -> None:
    format_tree({"a.py": UGLY}, cache=tmp_path)
    (old,) = entries(tmp_path)
    eldest = old.stat().st_mtime - format_cache._KEPT_SECONDS - 1
    os.utime(old, (eldest, eldest))
    format_tree({"a.py": UGLY}, cache=tmp_path)
    assert old.exists()
    format_tree({"b.py": UGLY + "\n"}, cache=tmp_path)
    assert not old.exists()
    assert len(entries(tmp_path)) == 1


def many() -> dict[str, str]:
    return {f"m{n}.py": f"x = {{ 'a':{n} }}\n" * 20 for n in range(40)}


def test_processes_give_what_one_process_gives(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    alone = format_tree(many(), cache=None)
    monkeypatch.setattr(formatting, "_BYTES_FOR_A_POOL", 0)
    monkeypatch.setattr(formatting, "_BYTES_IN_A_BATCH", 5_000)
    monkeypatch.setattr(formatting, "_processors", lambda: 2)
    told: list[tuple[int, int]] = []
    together = format_tree(
        many(), cache=tmp_path, progress=lambda done, total: told.append((done, total))
    )
    assert list(together.items()) == list(alone.items())
    assert told == sorted(told)
    assert told[0] == (0, 40)
    assert told[-1] == (40, 40)
    assert len(told) > 2
    with pytest.raises(BrokenOutput, match=r"bad\.py:1"):
        format_tree({**many(), "bad.py": "("}, cache=None)


@pytest.mark.parametrize("error", [BrokenProcessPool, PermissionError, ImportError])
def test_without_worker_processes_one_process_formats_all(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise error("no processes here")

    monkeypatch.setattr(formatting, "_BYTES_FOR_A_POOL", 0)
    monkeypatch.setattr(formatting, "_BYTES_IN_A_BATCH", 5_000)
    monkeypatch.setattr(formatting, "_processors", lambda: 2)
    monkeypatch.setattr(formatting, "ProcessPoolExecutor", refuse)
    assert format_tree(many(), cache=None)["m7.py"] == 'x = {"a": 7}\n' * 20


def test_little_is_formatted_without_starting_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(formatting, "ProcessPoolExecutor", None)
    monkeypatch.setattr(formatting, "_processors", lambda: 2)
    assert len(format_tree(many(), cache=None)) == 40
