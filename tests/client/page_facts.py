"""The facts on the reference page, read off its text; its sentences are left alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_ENTRY = re.compile(r"(\w+): ([A-Z]\w*(?:\[.*\])?|str|int)")
_BOUND = re.compile(r"(format|maximum|minimum)(\S+)")
_VALUE = re.compile(r'"(\w+)"')


@dataclass
class Entry:
    """A parameter or a field: its name and type as printed, format, bounds and enum values."""

    name: str
    type: str
    facts: dict[str, str] = field(default_factory=dict)
    values: list[str] = field(default_factory=list)


@dataclass
class Page:
    """Everything that the page states."""

    title: str
    call: str
    argument: tuple[str, str]
    params_type: str
    returns: str
    verb: str
    path: str
    headers: list[str]
    parameters: list[Entry]
    item: str
    fields: list[Entry]
    program: str
    examples: list[Any]


def read_page(text: str) -> Page:
    """The facts of the page; a part that is not found is an error."""
    text = text.replace("\r\n", "\n")
    lines = text.splitlines()
    signature = _found(
        r"^([\w.]+)\((\w+?)(issue_id), (\w+)\*\*kwargs\) -> (\S+)$", text
    )
    call = _found(r"^(GET|POST|PUT|PATCH|DELETE)(/\S+)$", text)
    start, end = lines.index("ParametersExpand Collapse"), lines.index(
        "ReturnsExpand Collapse"
    )
    program = text.index("\nimport os\n") + 1
    first_brace = text.index("\n{\n", program) + 1
    return Page(
        title=lines[lines.index("Start here") + 2],
        call=signature[1],
        argument=(signature[3], signature[2]),
        params_type=signature[4],
        returns=signature[5],
        verb=call[1],
        path=call[2],
        headers=re.findall(r"^Example:([\w-]+): ", text, re.M),
        parameters=list(_entries(lines[start + 1 : end])),
        item=_found(r"^class (\w+):$", text)[1],
        fields=list(_entries(lines[end + 2 :])),
        program=text[program:first_brace],
        examples=list(_documents(text[first_brace:])),
    )


def _found(pattern: str, text: str) -> re.Match[str]:
    found = re.search(pattern, text, re.M)
    assert found is not None, f"the page has nothing like {pattern}"
    return found


def _entries(lines: list[str]) -> Iterator[Entry]:
    entry: Entry | None = None
    for line in lines:
        if line == "import os":
            break
        if found := _ENTRY.fullmatch(line):
            if entry is not None:
                yield entry
            entry = Entry(found[1], found[2])
        elif entry is not None and (found := _BOUND.fullmatch(line)):
            entry.facts[found[1]] = found[2]
        elif entry is not None and (found := _VALUE.fullmatch(line)):
            entry.values.append(found[1])
    if entry is not None:
        yield entry


def _documents(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder()
    while (start := text.find("{")) >= 0:
        value, end = decoder.raw_decode(text[start:])
        yield value
        text = text[start + end :]
