"""Calls to show: arguments as source, and what a program does with what is returned."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from msgspec import Struct

from ...surface import (
    Argument,
    BinaryResult,
    BodyPart,
    ListOf,
    Literals,
    MapOf,
    MediaTypes,
    Method,
    Model,
    ModelResult,
    MultipartBody,
    Named,
    NoResult,
    Nullable,
    PageItem,
    PageResult,
    RawBody,
    Result,
    Scalar,
    ScalarKind,
    Sdk,
    StreamResult,
    SwitchedResult,
    TextResult,
    TupleOf,
    TypeExpression,
    UnionOf,
    Unknown,
)
from .literals import literal

_FILES = (ScalarKind.FILE, ScalarKind.CONTENT)
_ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        "application/gzip": "gz",
        "application/json": "json",
        "application/pdf": "pdf",
        "application/x-gzip": "gz",
        "application/x-ndjson": "ndjson",
        "application/x-tar": "tar",
        "application/xml": "xml",
        "application/zip": "zip",
        "audio/mpeg": "mp3",
        "audio/wav": "wav",
        "image/gif": "gif",
        "image/jpeg": "jpg",
        "image/png": "png",
        "image/svg+xml": "svg",
        "text/csv": "csv",
        "text/html": "html",
        "text/plain": "txt",
        "text/xml": "xml",
        "video/mp4": "mp4",
    }
)
"""The usual endings of the names of files, by media type."""


class ExampleView(Struct, frozen=True):
    """A call to show: the dotted resource, the method, its arguments as source.

    ``form`` says what is done with the result: ``value``, ``page``, ``stream``, ``file`` or
    ``nothing``. ``items`` is the attribute of a page that holds its items, ``attribute`` one of a
    result or item that is worth printing, ``file`` the name of a file to write. ``has_paths`` says
    that files are given as paths, ``is_model`` that a model is returned.
    """

    resource: str
    method: str
    arguments: tuple[str, ...]
    form: str
    items: str
    attribute: str
    file: str
    has_paths: bool
    is_model: bool


def example_view(sdk: Sdk, method: Method, *, with_paths: bool = True) -> ExampleView:
    """The call of a method; without paths, a file is given as its bytes."""
    given = method.example.arguments
    return _view(sdk, method, method.result, given, with_paths=with_paths)


def stream_view(sdk: Sdk, method: Method) -> ExampleView | None:
    """The call of a method that asks for a stream instead of a value; None if it cannot."""
    result = method.result
    if not isinstance(result, SwitchedResult):
        return None
    given = dict(method.example.arguments) | {result.switch: True}
    in_order = {a.name: given[a.name] for a in method.arguments if a.name in given}
    return _view(sdk, method, result.stream, in_order)


def _view(
    sdk: Sdk,
    method: Method,
    result: Result,
    given: Mapping[str, object],
    *,
    with_paths: bool = True,
) -> ExampleView:
    model = _model(sdk, result)
    arguments = {a.name: a for a in method.arguments}
    files = {n for n, a in arguments.items() if with_paths and _is_file(a)}
    shown = {
        name: _path(method, arguments[name], value) if name in files else literal(value)
        for name, value in given.items()
    }
    return ExampleView(
        resource=".".join(method.path[:-1]),
        method=method.name,
        arguments=given_as_source(method, shown),
        form=_form(result),
        items=items_of(sdk, result),
        attribute=model.fields[0].name if model and model.fields else "",
        file=_file_name(method.path[-2:][0], result),
        is_model=model is not None or isinstance(result, PageResult),
        has_paths=not files.isdisjoint(shown),
    )


def given_as_source(method: Method, shown: Mapping[str, str]) -> tuple[str, ...]:
    """Arguments of a call as ``name=source``; a sole one that needs no name has none."""
    is_sole = len(method.arguments) == 1 and method.arguments[0].positional
    return tuple(s if is_sole else f"{name}={s}" for name, s in shown.items())


def _form(result: Result) -> str:
    match result:
        case ModelResult() | SwitchedResult() | TextResult():
            return "value"
        case PageResult():
            return "page"
        case StreamResult():
            return "stream"
        case BinaryResult():
            return "file"
        case NoResult():
            return "nothing"
    assert_never(result)


def items_of(sdk: Sdk, result: Result) -> str:
    """The dotted attributes from a page to its items; empty without pages."""
    if not isinstance(result, PageResult):
        return ""
    return ".".join(sdk.page(result.scheme).items)


def _model(sdk: Sdk, result: Result) -> Model | None:
    """The model that is returned, or that an item of a page is."""
    match result:
        case ModelResult(type=ref) | SwitchedResult(value=ModelResult(type=ref)):
            found = ref
        case PageResult(item=item):
            found = item
        case StreamResult() | BinaryResult() | TextResult() | NoResult():
            return None
        case _:
            assert_never(result)
    definition = sdk.definitions.get(found.name) if isinstance(found, Named) else None
    return definition if isinstance(definition, Model) else None


def _is_file(argument: Argument) -> bool:
    return argument.part is not None and holds_files(argument.type)


def _path(method: Method, argument: Argument, value: object) -> str:
    """The value of an argument that is a file or a list of files, as source."""
    return _paths(value, file_name(method, argument))


def file_name(method: Method, argument: Argument) -> str:
    """The name of a file that an example gives for an argument."""
    return f"{argument.name}.{_ending(_media_types(method, argument))}"


def _paths(value: object, name: str) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_paths(item, name) for item in value)}]"
    return f"Path({literal(name)})"


def holds_files(ref: TypeExpression) -> bool:
    """Whether a value is a file, or a list of files."""
    match ref:
        case Scalar(kind=kind):
            return kind in _FILES
        case ListOf(inner) | Nullable(inner):
            return holds_files(inner)
        case UnionOf(members):
            return any(map(holds_files, members))
        case Literals() | TupleOf() | MapOf() | Named() | Unknown() | PageItem():
            return False
    assert_never(ref)


def _media_types(method: Method, argument: Argument) -> MediaTypes:
    """The media types of a file: of its part of a form, or of the body that it is."""
    body = method.body
    if isinstance(body, RawBody):
        return (body.media_type,)
    if isinstance(body, MultipartBody) and argument.wire_name in body.encodings:
        names = body.encodings[argument.wire_name].media_type or ""
        return tuple(name.strip() for name in names.split(","))
    return ()


def _ending(media_types: MediaTypes) -> str:
    known = (_ENDINGS.get(name.partition(";")[0].strip()) for name in media_types)
    return next((ending for ending in known if ending), "bin")


def _file_name(resource: str, result: Result) -> str:
    """The file to write a result to, named after its resource; empty for other results."""
    if not isinstance(result, BinaryResult):
        return ""
    return f"{resource}.{_ending(result.accept)}"


def accepted(result: Result) -> MediaTypes:
    """The media types that a call asks for."""
    match result:
        case SwitchedResult(value=value):
            return value.accept
        case NoResult():
            return ()
        case (
            ModelResult()
            | PageResult()
            | StreamResult()
            | BinaryResult()
            | TextResult()
        ):
            return result.accept
    assert_never(result)


def takes_files(method: Method) -> bool:
    """Whether a method sends files in a form."""
    return any(argument.part is BodyPart.FILE for argument in method.arguments)
