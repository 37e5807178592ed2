"""A shell gives a program exactly the words that were meant."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from generator.targets.docs.shell_words import Variable, word
from tests.docs.test_hostile import MORE
from tests.security.hostile import TEXTS

WORDS = [text for text in (*TEXTS, *MORE) if "\0" not in text]


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell is installed")
def test_a_shell_takes_every_text_as_it_is() -> None:
    secret = 'the ${secret} `id` "value" \''
    around = [word(text, Variable("SECRET"), text) for text in WORDS]
    given = " ".join([*map(word, WORDS), *around])
    done = subprocess.run(
        ["sh", "-c", f"printf '%s\\0' {given}"],
        env={"PATH": os.defpath, "SECRET": secret},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8", "surrogatepass").split("\0")[:-1] == [
        *WORDS,
        *(f"{text}{secret}{text}" for text in WORDS),
    ]


@pytest.mark.parametrize("name", ["", "A-B", "A}$(id)", "1A", "Ä"])
def test_a_name_that_no_shell_takes_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a variable"):
        word("a", Variable(name))


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        (("https://a.example/b",), "https://a.example/b"),
        (("it's",), "'it'\"'\"'s'"),
        (
            ("Authorization: Bearer ", Variable("TOKEN")),
            '"Authorization: Bearer ${TOKEN}"',
        ),
        (("a$b ", Variable("TOKEN")), "'a$b '\"${TOKEN}\""),
    ],
)
def test_a_word_is_as_plain_as_it_can_be(
    parts: tuple[str | Variable, ...], written: str
) -> None:
    assert word(*parts) == written
