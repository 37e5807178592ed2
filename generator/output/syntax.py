"""Whether a generated text is what its name says: Python that compiles, TOML or JSON that parses.

Part of the output phase; the last look at a tree before it may go to the disk. What is refused
here is a bug in the generator, regardless of the inputs.
"""

from __future__ import annotations

import json
import tomllib
import warnings
from collections.abc import Mapping


class BrokenOutput(Exception):
    """A generated text that its language refuses; tells the file, the line and the problem.

    ``line`` counts from 1; 0 means the file as a whole.
    """

    def __init__(self, name: str, line: int, language: str, problem: str) -> None:
        super().__init__(name, line, language, problem)
        self.name = name
        self.line = line
        self.language = language
        self.problem = problem

    def __str__(self) -> str:
        return (
            f"{self.name}:{self.line}: the generated text is not valid {self.language}: "
            f"{self.problem}"
        )


def check_python(source: str, name: str) -> None:
    """Compile a Python file without running it; a warning of the compiler counts as an error.

    Raises:
        BrokenOutput: it does not compile.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            compile(source, name, "exec", dont_inherit=True)
        except SyntaxError as error:
            raise _broken_python(name, error.lineno or 0, error.msg) from error
        except (ValueError, RecursionError, MemoryError, OverflowError) as error:
            raise _broken_python(name, 0, str(error)) from error


def check_python_files(files: Mapping[str, str]) -> None:
    """Compile Python files that are not formatted; raises BrokenOutput."""
    for name, text in files.items():
        check_python(text, name)


def _broken_python(name: str, line: int, problem: str) -> BrokenOutput:
    return BrokenOutput(name, line, "Python", problem)


def check_data_files(files: Mapping[str, str]) -> None:
    """Parse every TOML and JSON file among ``files``, which maps paths to texts.

    Raises:
        BrokenOutput: one of them does not parse.
    """
    for name, text in files.items():
        if name.endswith(".toml"):
            _check_toml(text, name)
        elif name.endswith(".json"):
            _check_json(text, name)


def _check_toml(text: str, name: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = str(error)
        line = found.rpartition("(at line ")[2].partition(",")[0]
        number = int(line) if line.isdigit() else 0
        raise BrokenOutput(name, number, "TOML", found) from error


def _check_json(text: str, name: str) -> None:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise BrokenOutput(name, error.lineno, "JSON", error.msg) from error
