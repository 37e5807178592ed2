"""What a side records of itself that its code does not show: the file ``.surface.json``, read.

The file comes from a repository that anybody may have written to. Only what is compared is read of it,
into texts that are safe to show; a file that is not of its form is one finding.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from ..diagnostics import Place, Report
from ..published import Recorded
from ..surface_file import SURFACE_FORMAT

_DEEPEST = 3
ABSENT = "none"
_PLAIN = re.compile(r"(?!(?:true|false|null|none)$)[A-Za-z_/][A-Za-z0-9_./:{}-]*")
_NAME = re.compile(r"[^\W\d]\w*")
_HELP = (
    "restore it from version control, or generate the client of this side again; until then changed "
    "retries, defaults, environment variables, pagination schemes, and deprecations of arguments and fields "
    "are not found"
)
_OF_OPTIONS = "default", "variable"
_OF_METHODS = "max_retries", "retried", "timeout", "server"
_ARGUMENT = re.compile(r"([^\W\d][\w.]*)\(([^\W\d]\w*)\)")
_FIELD = re.compile(r"([^\W\d][\w.]*)\.([^\W\d]\w*)")
Texts = Mapping[str, str]


class Part(Struct, frozen=True):
    """An argument of a method, or a field of a type: the name of either with its own."""

    owner: str
    name: str


class Facts(Struct, frozen=True, kw_only=True, dict=True):
    """What a side records, as texts: of the client, and of each option, page class and method by its
    name; and whether each argument and field is deprecated."""

    recorded: Recorded
    client: Texts
    options: Mapping[str, Texts]
    pages: Texts
    methods: Mapping[str, Texts]
    arguments: Mapping[Part, bool]
    fields: Mapping[Part, bool]

    def place(self, section: str, key: str) -> Place:
        """The line of an entry."""
        return Place(self.recorded.path, self._lines.get((section, json.dumps(key)), 0))

    @cached_property
    def _lines(self) -> Mapping[tuple[str, str], int]:
        """The lines of the entries by their section and the JSON of their key; each has its own."""
        found: dict[tuple[str, str], int] = {}
        section = ""
        for number, line in enumerate((self.recorded.text or "").split("\n"), start=1):
            if line.startswith('  "'):
                key = line[2:].partition('": ')[0]
                found.setdefault((section, f'{key}"'), number)
            elif line.startswith(' "'):
                section = line[2:].partition('"')[0]
        return found


def read_facts(recorded: Recorded | None, report: Report) -> Facts | None:
    """What a side records; None if it records nothing, or after a finding about its file."""
    if recorded is None:
        return None
    place = Place(recorded.path)
    try:
        return _facts(recorded)
    except json.JSONDecodeError as error:
        place = Place(recorded.path, error.lineno, error.colno)
        reason = f"it is not JSON: {error.msg}"
    except RecursionError:
        reason = "it is nested too deeply"
    except ValueError as error:
        reason = str(error).partition(";")[0]
    report.warning(
        "P011", place, f"the recorded surface cannot be read: {reason}", help=_HELP
    )
    return None


def _facts(recorded: Recorded) -> Facts:
    if recorded.text is None:
        raise ValueError("it is too large")
    found = json.loads(recorded.text)
    if not isinstance(found, dict):
        raise ValueError("it is not an object")
    if found.get("format") != SURFACE_FORMAT:
        raise ValueError(
            f"its 'format' is not {SURFACE_FORMAT}: another version wrote it"
        )
    options = {
        name: _texts(entry, _OF_OPTIONS) for name, entry in _entries(found, "options")
    }
    pages = {
        name: text_of({k: v for k, v in entry.items() if k != "async"})
        for name, entry in _entries(found, "pages")
    }
    wrong = next((n for n in (*options, *pages) if not _NAME.fullmatch(n)), None)
    if wrong is not None:
        raise ValueError(f"{json.dumps(wrong)} is not a name")
    return Facts(
        recorded=recorded,
        client={k: text_of(v) for k, v in _section(found, "client") if "." in k},
        options=options,
        pages=pages,
        methods=dict(_method(*pair) for pair in _entries(found, "methods")),
        arguments=_deprecations(found, "methods", _ARGUMENT),
        fields=_deprecations(found, "types", _FIELD),
    )


def _section(found: Mapping[str, Any], name: str) -> list[tuple[str, Any]]:
    section = found.get(name)
    if not isinstance(section, dict):
        raise ValueError(f"its '{name}' is not an object")
    return list(section.items())


def _entries(
    found: Mapping[str, Any], name: str
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, entry in _section(found, name):
        if not isinstance(entry, dict):
            raise ValueError(f"{json.dumps(key)} of its '{name}' is not an object")
        yield key, entry


def _deprecations(
    found: Mapping[str, Any], section: str, form: re.Pattern[str]
) -> dict[Part, bool]:
    """Whether each part that a section has an entry for is deprecated; other entries are passed over."""
    return {
        Part(match[1], match[2]): entry.get("deprecated") is True
        for name, entry in _entries(found, section)
        if (match := form.fullmatch(name)) is not None
    }


def _method(name: str, entry: Mapping[str, Any]) -> tuple[str, Texts]:
    texts = _texts(entry, _OF_METHODS)
    returns = entry.get("returns")
    if isinstance(returns, dict) and "page" in returns:
        texts["page"] = text_of(returns["page"])
        texts["asks"] = "body" if returns.get("in_body") is True else "query"
    return name, texts


def _texts(entry: Mapping[str, Any], wanted: Iterable[str]) -> dict[str, str]:
    return {key: text_of(entry[key]) for key in wanted if key in entry}


def text_of(value: Any, depth: int = 0) -> str:
    """A value as it is shown and compared, other values as other texts.

    Raises ValueError for one that is nested deeply.
    """
    if depth > _DEEPEST:
        raise ValueError("a value of it is nested too deeply")
    match value:
        case None:
            return ABSENT
        case str():
            return value if _PLAIN.fullmatch(value) else json.dumps(value)
        case list():
            return f"[{', '.join(text_of(item, depth + 1) for item in value)}]"
        case dict():
            parts = (f"{text_of(k)}: {text_of(v, depth + 1)}" for k, v in value.items())
            return ", ".join(parts) if depth == 0 else f"{{{', '.join(parts)}}}"
        case _:
            return json.dumps(value)
