"""The tree refuses every path that some file system would take elsewhere."""

from __future__ import annotations

import pytest

from generator.output.paths import is_hand_written
from generator.output.tree import FileTree, UnsafePath


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "//host/share",
        "a//b",
        "a/",
        ".",
        "..",
        "../x",
        "a/../../x",
        "a/./b",
        "C:/x",
        "C:x",
        "a\\..\\b",
        "a\0b",
        "a\nb",
        "a\x7fb",
        'a"b',
        "a?b",
        "a*",
        "stream:alternate",
        "trailing.",
        "trailing /x",
        "con",
        "CON",
        "nul.py",
        "src/Aux.tar.gz",
        "com1.py",
        "LPT9",
        "lpt¹.txt",
        "CONIN$",
        "con .py",
        "x" * 256,
        "é" * 128,
        "lone\ud800surrogate",
        ".git/hooks/pre-commit",
        "sub/.GIT/config",
        "lib/mine.py",
        "src/package/lib/mine.py",
    ],
)
def test_an_unsafe_path_is_refused(path: str) -> None:
    with pytest.raises(UnsafePath) as refused:
        FileTree({path: b""})
    assert "cannot be written" in str(refused.value)


@pytest.mark.parametrize(
    "path",
    [
        "a",
        ".manifest.json",
        ".gitattributes",
        "src/p/__init__.py",
        "x" * 255,
        "é" * 127,
        "console.py",
        "com.py",
        "com10.py",
        "a b/c",
        "..a",
        "src/p/resources/lib/x.py",
        "lib.py",
    ],
)
def test_an_unusual_but_safe_path_is_accepted(path: str) -> None:
    assert list(FileTree({path: b""})) == [path]


@pytest.mark.parametrize(
    "pair",
    [
        ("a.py", "A.py"),
        ("Pets/a.py", "pets/b.py"),
        ("straße.py", "STRASSE.py"),
        ("caf\u00e9.py", "cafe\u0301.py"),
        ("a", "a/b"),
        ("x/A", "x/a/b"),
    ],
)
def test_two_paths_that_are_one_to_some_file_system_are_refused(
    pair: tuple[str, str],
) -> None:
    with pytest.raises(UnsafePath, match="conflict with each other"):
        FileTree(dict.fromkeys(pair, b""))


def test_the_tree_is_in_order_of_path_whatever_it_was_made_from() -> None:
    assert list(FileTree({"b": b"", "a/c": b"", "a-b": b""})) == ["a-b", "a/c", "b"]


def test_the_tree_does_not_change_with_the_mapping_it_was_made_from() -> None:
    files = {"a": b"1"}
    tree = FileTree(files)
    files["../b"] = b"2"
    assert dict(tree) == {"a": b"1"}
    assert len(tree) == 1
    with pytest.raises(TypeError):
        tree["b"] = b""  # type: ignore[index]  # what must not be possible


@pytest.mark.parametrize(
    ("path", "hand_written"),
    [
        ("lib/a", True),
        ("src/p/lib/a/b.py", True),
        ("lib", False),
        ("src/p/types/lib/a.py", False),
        ("src/p/library/a.py", False),
    ],
)
def test_only_the_lib_folders_of_output_and_package_are_hand_written(
    path: str, hand_written: bool
) -> None:
    assert is_hand_written(path) is hand_written
