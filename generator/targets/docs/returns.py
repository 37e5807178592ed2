"""What a call returns, in each of the forms that it may have: by status, or with a stream."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from msgspec import Struct

from ...surface import (
    BinaryResult,
    MediaTypes,
    Method,
    ModelResult,
    NoResult,
    PageResult,
    Result,
    Scalar,
    ScalarKind,
    StreamResult,
    SwitchedResult,
    TextResult,
    TypeExpression,
)
from .abouts import Printed, facts_of
from .code import highlight
from .entries import NOTHING_INSIDE, EntryWriter, InsideView
from .shell import Link
from .signatures import CodeView, SignatureWriter
from .text import EMPTY, RichText, line

_ABOUT_PAGES = "a page that goes on to the next ones when it is iterated over"
_ABOUT_STREAMS = "which gives out each item as it arrives"
_ABOUT_EVENTS = "which gives out each server-sent event as it arrives"
_ABOUT_FILES = "whose body is not read yet: `read()` returns its bytes, `write_to_file()` writes them to a file"
_ABOUT_TEXT = "the text of the body"
_ABOUT_XML = "the text of the body: XML is not parsed"
_ABOUT_NOTHING = "the response has no body"


class ReturnView(Struct, frozen=True):
    """One form of what a call returns. ``when`` says which calls or statuses have it, as code; it is
    empty for the only form. ``said`` is the description of the status; ``model`` is the class that it is about, with what is ``inside``.
    """

    anchor: str
    when: str
    said: RichText
    type: CodeView
    about: RichText
    facts: Printed
    model: Link
    inside: InsideView


class ReturnWriter(Struct, frozen=True):
    """Puts results into views for one page."""

    signatures: SignatureWriter
    entries: EntryWriter

    def returns(self, method: Method) -> tuple[ReturnView, ...]:
        """Every form of what a method returns."""
        return tuple(self._forms(method))

    def _forms(self, method: Method) -> Iterator[ReturnView]:
        said = {r.status: line(r.description) for r in method.successes}
        result = method.result
        if isinstance(result, SwitchedResult):
            yield from self._values(result.value, said)
            yield self._form(result.stream, "stream", f"{result.switch}=True", EMPTY)
        elif isinstance(result, ModelResult):
            yield from self._values(result, said)
        else:
            yield self._form(result, "field", "", EMPTY)

    def _values(
        self, result: ModelResult, said: Mapping[str, RichText]
    ) -> Iterator[ReturnView]:
        """The value, or that of each status if they differ."""
        if not result.statuses:
            yield self._form(result, "field", "", EMPTY)
        for number, (status, ref) in enumerate(result.statuses):
            anchor = f"form-{number}" if number else "field"
            about = said.get(status, EMPTY)
            yield self._form(ModelResult(ref, result.accept), anchor, status, about)

    def _form(
        self, result: Result, anchor: str, when: str, said: RichText
    ) -> ReturnView:
        source = self.signatures.returned(result)
        links = self.signatures.links(result)
        ref = _described(result)
        return ReturnView(
            anchor=anchor,
            when=when,
            said=said,
            type=CodeView(highlight(source, "type", links), source),
            about=line(_about(result)),
            facts=facts_of(("media type", name) for name in _accepted(result)),
            model=self.entries.link(ref),
            inside=self._inside(ref, anchor, is_further=bool(when)),
        )

    def _inside(
        self, ref: TypeExpression | None, anchor: str, *, is_further: bool
    ) -> InsideView:
        """What is inside; a form beside the first one has less room."""
        if ref is None:
            return NOTHING_INSIDE
        room = self.entries.room
        return self.entries.inside(ref, anchor, room // 3 if is_further else room)


def _described(result: Result) -> TypeExpression | None:
    """The described type of a value, or of one item."""
    match result:
        case ModelResult(type=ref):
            return ref
        case PageResult(item=item) | StreamResult(item=item):
            return item
        case SwitchedResult() | BinaryResult() | TextResult() | NoResult():
            return None
    assert_never(result)


def _about(result: Result) -> str:
    match result:
        case ModelResult(type=Scalar(kind=ScalarKind.NULL)) | NoResult():
            return _ABOUT_NOTHING
        case ModelResult() | SwitchedResult():
            return ""
        case PageResult():
            return _ABOUT_PAGES
        case StreamResult(item=item):
            return _ABOUT_STREAMS if item is not None else _ABOUT_EVENTS
        case BinaryResult():
            return _ABOUT_FILES
        case TextResult(accept=accept):
            return _ABOUT_XML if any("xml" in name for name in accept) else _ABOUT_TEXT
    assert_never(result)


def _accepted(result: Result) -> MediaTypes:
    """The media types that the response may have, but for those that say nothing."""
    match result:
        case (
            ModelResult(accept=accept)
            | PageResult(accept=accept)
            | StreamResult(accept=accept)
            | BinaryResult(accept=accept)
            | TextResult(accept=accept)
        ):
            return tuple(name for name in accept if name != "*/*")
        case SwitchedResult() | NoResult():
            return ()
    assert_never(result)
