"""The help of each command has examples that work, exit codes and a page to read."""

from __future__ import annotations

import re
import shlex

import click
import pytest
from click.shell_completion import ShellComplete

from generator.cli import main
from generator.cli.commands import command

from .conftest import ROOT, Project

assert main  # adds the commands
EXAMPLE = re.compile(r"^    clientwright (.*)$", re.MULTILINE)


def help_of(name: str) -> str:
    context = click.Context(command.commands[name], info_name=name)
    return command.commands[name].get_help(context)


@pytest.mark.parametrize("name", command.commands)
def test_a_command_has_one_line_examples_exit_codes_and_a_page(name: str) -> None:
    text = help_of(name)
    assert len(EXAMPLE.findall(text)) > 0
    assert re.search(r"^  Exit codes: 0 ", text, re.MULTILINE)
    page = re.search(r"^  Documentation: (\S+) in the repository$", text, re.MULTILINE)
    assert page
    assert (ROOT / page[1]).is_file()
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("name", command.commands)
def test_examples_are_accepted(name: str) -> None:
    for example in EXAMPLE.findall(help_of(name)):
        called, *words = shlex.split(example.partition(" > ")[0])
        assert called == name
        command.commands[name].make_context(name, words)  # raises for wrong usage


def completed(*words: str, last: str) -> list[tuple[str, str]]:
    """The type and value of what a shell offers after these words."""
    shell = ShellComplete(command, {}, "clientwright", "_CLIENTWRIGHT_COMPLETE")
    return [(c.type, c.value) for c in shell.get_completions([*words], last)]


def test_a_shell_completes_commands_files_and_codes() -> None:
    assert ("plain", "generate") in completed(last="gen")
    assert completed("generate", last="open") == [("file", "open")]
    assert completed("generate", "--spec", last="open") == [("file", "open")]
    codes = [value for _, value in completed("explain", last="i00")]
    assert codes == [f"I00{number}" for number in range(1, 10)]


def test_commands_are_listed_in_the_order_of_their_use(fresh: Project) -> None:
    listed = re.findall(r"^  (\w+)  ", fresh.run("--help").out, re.MULTILINE)
    assert listed[:2] == ["generate", "init"]
    assert sorted(listed) == sorted(command.commands)
