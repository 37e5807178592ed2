"""Findings of the examining process as diagnostics: each once, at its place, in plain words.

Knows what validators say; finds nothing itself.
"""

from __future__ import annotations

from ...diagnostics import Place, Report
from ...source.document import Document
from ..documents import DocumentSet
from ...source.pointer import Pointer
from ...examine.protocol import Finding, Progress
from .messages import Message, messages

_OURS = frozenset(
    (
        "UnresolvableParameterError",
        "DuplicateOperationIDError",
        "ParameterDuplicateError",
    )
)
"""Findings of openapi-spec-validator that our own checks report with a better place."""

_REFERENCES = frozenset(("S001", "S002", "S003", "S006"))
"""Broken references: openapi-spec-validator gives up on them, and they are reported."""


class Translation:
    """Reports findings; ``upgraded`` are the documents in which samples were found."""

    def __init__(
        self, documents: DocumentSet, upgraded: DocumentSet, report: Report
    ) -> None:
        self._documents = documents
        self._report = report
        self._as_read = _by_path(documents)
        self._upgraded = _by_path(upgraded)
        self._places: set[Place] = set()

    def add(self, finding: Finding) -> None:
        """Report a finding."""
        if finding["step"] == "samples":
            self._sample(finding)
        elif finding["step"] == "thorough":
            self._thorough(finding)
        else:
            document = self._as_read[finding["document"]]
            for text in messages(finding):
                self._error(text, document, finding["tokens"])

    def end_step(self, line: Progress) -> None:
        """Report that a step failed, or that it found more than it showed."""
        place, step = Place(self._documents.root.name), line["done"]
        broken = any(d.code in _REFERENCES for d in self._report.diagnostics)
        if "failure" in line and not (step == "thorough" and broken):
            message = f"the validator failed at '{step}': {line['failure']}"
            help = "fix the other findings first"
            self._report.warning("S039", place, message, help=help)
        if line.get("left_out"):
            message = f"the step '{step}' has {line['left_out']} more findings"
            help = "fix the findings shown, then run it again"
            self._report.warning("S039", place, message, help=help)

    def _error(self, text: Message, document: Document, tokens: list[str]) -> None:
        pointer = Pointer((*tokens, *([] if text.key is None else [text.key])))
        place = document.locate(pointer)
        self._places.add(place)
        self._report.error(text.code, place, text.message, help=text.help)

    def _sample(self, finding: Finding) -> None:
        document = self._upgraded[finding["document"]]
        place = document.locate(Pointer(tuple(finding["tokens"])))
        kind = finding.get("kind", "example")
        code = "S034" if kind == "default" else "S033"
        tokens = list(Pointer.parse(place.pointer).tokens)
        text = messages({**finding, "tokens": tokens})[0]
        message = f"the {kind} does not match its schema: {text.message}"
        self._places.add(place)
        help = f"fix the {kind} or the schema"
        self._report.warning(code, place, message, help=help)

    def _thorough(self, finding: Finding) -> None:
        """Report what only openapi-spec-validator has found."""
        if finding["keyword"] in _OURS:
            return
        place = self._place(finding["tokens"])
        if any(_overlap(place, known) for known in self._places):
            return
        help = "compare it with the OpenAPI standard"
        self._report.error("S020", place, _plain(finding["message"]), help=help)

    def _place(self, tokens: list[str]) -> Place:
        """The place of a value that openapi-spec-validator reached through references."""
        for length in range(len(tokens), 0, -1):
            pointer = Pointer(tuple(tokens[:length]))
            found = self._documents.find(self._documents.root, pointer)
            if found is not None:
                return found[0].locate(found[1])
        return self._documents.root.locate(Pointer())


def _by_path(documents: DocumentSet) -> dict[str, Document]:
    return {documents.relative(d): d for d in documents.files.values()}


def _overlap(one: Place, other: Place) -> bool:
    """Whether one place is the other, or lies in it."""
    if one.file != other.file:
        return False
    outer, inner = sorted((one.pointer, other.pointer), key=len)
    return outer == inner or (outer != "" and inner.startswith(outer + "/"))


def _plain(message: str) -> str:
    undefined = "Required list has not defined properties"
    return message.replace(undefined, "'required' names properties that do not exist")
