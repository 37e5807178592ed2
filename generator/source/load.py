"""Reads a YAML or JSON file into a located document, or says what is wrong with it.

YAML is read as JSON would have been: only ``true`` and ``false`` are booleans, dates stay
strings, keys become strings, and duplicate keys are reported.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path, PurePosixPath

import yaml

from ..diagnostics import Place, Report
from .build import Builder, Refusal
from .construct import construct
from .document import Document, Value
from .fetch import Fetched
from .index import Index, Places
from .json_text import JsonPlaces, read_json, scan_json
from .text import STANDARD_INPUT, decode, read_standard_input, read_text, shown

__all__ = [
    "LARGEST_FILE",
    "load_document",
    "load_fetched",
    "load_standard_input",
    "load_text",
    "shown",
]

LARGEST_FILE = 64 * 1024 * 1024
_MOST_DUPLICATES = 20
_MOST_ODDITIES = 100
_PROSE = (".md", ".markdown", ".txt")
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_REMEDIES = {
    "mapping values are not allowed": "put text that contains ': ' in quotes",
    "could not find expected ':'": "end the key with ':', or fix the line before",
    "cannot start any token": "indent with spaces, and quote values that start like this",
    "did not find expected key": "indent all keys of a mapping equally",
    "did not find expected '-' indicator": "indent all items of a list equally",
    "did not find expected ',' or": "close the bracket, or put commas between its items",
    "did not find expected node content": "write a value, or close the bracket",
    "unexpected end of stream": "close the quote or bracket",
    "found unexpected document indicator": "close the quote before '---'",
}


def load_document(
    path: Path,
    report: Report,
    *,
    what: str = "description",
    limit_bytes: int = LARGEST_FILE,
) -> Document | None:
    """The document at ``path``, or None after reporting the cause.

    ``what`` is the word for the file in messages; ``limit_bytes`` bounds its size. A file of
    prose (Markdown, plain text) is one string.
    """
    text = read_text(path, report, what, limit_bytes)
    if text is None:
        return None
    return _parse(shown(path), text, path.suffix, report, what)


def load_text(name: str, text: str, report: Report, *, what: str) -> Document | None:
    """The document of a YAML text that stands in no file, under the name that findings give it."""
    return _parse(name, text, "", report, what)


def load_standard_input(
    report: Report, *, what: str = "description"
) -> Document | None:
    """The document on standard input, or None after reporting the cause."""
    text = read_standard_input(report, what, LARGEST_FILE)
    if text is None:
        return None
    return _parse(STANDARD_INPUT, text, "", report, what)


def load_fetched(
    fetched: Fetched, report: Report, *, what: str = "description"
) -> Document | None:
    """The document that was fetched, or None after reporting why it cannot be read."""
    name = str(fetched.url)
    text = decode(fetched.data, Place(name), report, what=what, limit=LARGEST_FILE)
    if text is None:
        return None
    suffix = PurePosixPath(fetched.url.path).suffix
    return _parse(name, text, suffix, report, what)


def _parse(
    name: str, text: str, suffix: str, report: Report, what: str
) -> Document | None:
    """The document of a text, whose file's name ends in ``suffix``."""
    loading = _Loading(name, text, report)
    report.sources[loading.name] = text
    suffix = suffix.lower()
    if suffix in _PROSE:
        return Document(loading.name, text, lambda: Index(text, text))
    if not text.strip():
        loading.error(None, "I003", f"the {what} is empty", f"write the {what} to it")
        return None
    try:
        if suffix == ".json" or text.lstrip()[0] in "{[":
            return loading.from_json(is_meant=suffix == ".json")
        return loading.from_yaml()
    except Refusal as refusal:
        loading.error(refusal.offset, refusal.code, refusal.message, refusal.help)
    except yaml.YAMLError as error:
        loading.not_yaml(error)
    return None


class _Loading:
    """One text on its way to a document."""

    def __init__(self, name: str, text: str, report: Report) -> None:
        self.name = name
        self.text = text
        self.report = report

    def from_json(self, *, is_meant: bool) -> Document | None:
        """The document of a JSON text, or of a YAML text that begins like one.

        YAML has nearly all of JSON, so that it reads what is not quite JSON even where JSON
        ``is_meant``.
        """
        try:
            value, is_odd = read_json(self.text)
        except json.JSONDecodeError as error:
            return self._nearly_json(error) if is_meant else self.from_yaml()
        if is_odd:
            self.notes(scan_json(self.text))
        return self.document(value, lambda: JsonPlaces(self.text))

    def _nearly_json(self, error: json.JSONDecodeError) -> Document | None:
        message, help = f"not JSON: {error.msg}", "fix the syntax here"
        try:
            document = self.from_yaml()
        except yaml.YAMLError:
            self.error(error.pos, "I005", message, help)
            return None
        self.tolerable(error.pos, "I005", message, help)
        return document

    def from_yaml(self) -> Document | None:
        """The document of a YAML text; characters that YAML does not allow count as spaces."""
        try:
            builder = construct(self.text)
        except yaml.reader.ReaderError:
            found = _UNPRINTABLE.search(self.text)
            if found is None:
                raise
            message = f"not YAML: the character U+{ord(found[0]):04X} is not allowed"
            self.tolerable(found.start(), "I005", message, "remove it")
            builder = construct(_UNPRINTABLE.sub(" ", self.text))
        self.notes(builder)
        return self.document(builder.root, lambda: builder.index(self.text))

    def document(self, value: Value, index: Callable[[], Places]) -> Document:
        """The document, whose index is made once even for its upgraded copies."""
        return Document(self.name, value, cache(index))

    def notes(self, builder: Builder) -> None:
        """Report duplicate keys, and what was not read as it is written."""
        index = Index(self.text, None)
        for code, offset, message, help in builder.oddities[:_MOST_ODDITIES]:
            self.tolerable(offset, code, message, help)
        for key, first, second in builder.duplicates[:_MOST_DUPLICATES]:
            self.report.tolerable(
                "I010",
                index.at(self.name, second),
                f"duplicate key '{key}'",
                help="remove one of the two",
                related=(("first defined here", index.at(self.name, first)),),
            )
        more = len(builder.duplicates) - _MOST_DUPLICATES
        if more > 0:
            message = f"{more} more duplicate keys"
            self.report.tolerable(
                "I010", Place(self.name), message, help="remove one of each pair"
            )

    def not_yaml(self, error: yaml.YAMLError) -> None:
        """Report a syntax error with its place."""
        offset, problem = None, "unreadable text"
        if isinstance(error, yaml.MarkedYAMLError):
            marks = [error.problem_mark, error.context_mark]
            offsets = [mark.index for mark in marks if mark is not None]
            end = len(self.text.rstrip())  # what is found there began before
            offset = next((o for o in offsets if o < end), next(iter(offsets), None))
            problem = ", ".join(filter(None, (error.problem, error.context)))
        known = (help for words, help in _REMEDIES.items() if words in problem)
        help = next(known, "fix the syntax here")
        if self.text.lstrip().startswith("<"):
            help = "this looks like a web page or XML: save the raw file instead"
        self.error(offset, "I005", f"not YAML: {problem}", help)

    def error(self, offset: int | None, code: str, message: str, help: str) -> None:
        """Report what makes the text unusable."""
        self.report.error(code, self._place(offset), message, help=help)

    def tolerable(self, offset: int, code: str, message: str, help: str) -> None:
        """Report what is wrong with a text that can be read all the same."""
        self.report.tolerable(code, self._place(offset), message, help=help)

    def _place(self, offset: int | None) -> Place:
        """The place of an offset; None is the file as a whole."""
        if offset is None:
            return Place(self.name)
        return Index(self.text, None).at(self.name, offset)
