"""Response bytes as typed values."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Generic, TypeVar, cast, get_args

import pydantic
from pydantic import PydanticUndefinedAnnotation, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError, core_schema, from_json

from .flat import OwnSchema, building, own_schema
from .lenient import LABEL, NEVER, lenient
from .models import BaseModel
from .required import is_required
from .tagged import UNDECIDED, subtypes_of
from .validators import Validate, validator_of

T = TypeVar("T")
MOST_PROBLEMS = 5
LARGE = 64 * 1024
"""Bytes of a body from which on its decoding is not interrupted."""

_PACKAGE = __name__.rpartition("._core")[0] or __package__
_NOT_OURS = (
    "Pydantic models must subclass our base model type, e.g. "
    f"`from {_PACKAGE} import BaseModel`"
)


class Undecodable(Exception):
    """Bytes that are not what was described; the message names the places."""


@dataclass(frozen=True, slots=True)
class Decoder(Generic[T]):
    """Decodes JSON into one type.

    ``as_is`` takes the value from the reply without decoding, for the client that received it;
    what is ``streamed`` reads the body itself. ``unwrap`` takes what a method returns from what was
    decoded.
    """

    decode: Callable[[bytes, bool], Any]
    as_is: Callable[[Any, Any], T] | None = None
    streamed: bool = False
    unwrap: Callable[[Any], T] | None = None

    @staticmethod
    def of(kind: Any, *, is_json: bool = False) -> Decoder[Any]:
        """The decoder of a type: a model, a list of models, a union, a response class, …

        ``str`` stands for the text of the body, unless that is known to be JSON. An empty body is
        None where the type allows it.

        Raises:
            TypeError: it is a pydantic model, but none of this package's.
        """
        if kind is None or kind is type(None):
            return Decoder(lambda data, strict: None)
        if kind is bytes:
            return Decoder(lambda data, strict: data)
        if kind is str and not is_json:
            return Decoder(
                lambda data, strict: data.decode("utf-8", "replace"),
                as_is=lambda reply, client: reply.response.text,
            )
        if kind is bool and not is_json:
            return Decoder(_any_case(_guarded(_validator(bool))))
        if isinstance(kind, type):
            if issubclass(kind, BaseModel):
                whole = getattr(kind, "_whole", None)
                return Decoder(
                    _guarded(_validator(kind))
                    if whole is None
                    else _wrapped(kind, cast("str", whole))
                )
            if issubclass(kind, pydantic.BaseModel):
                raise TypeError(_NOT_OURS)
            if (
                from_reply := getattr(cast("object", kind), "from_reply", None)
            ) is not None:
                return Decoder(lambda data, strict: data, as_is=from_reply)
            if hasattr(cast("object", kind), "iter_bytes"):
                return Decoder(
                    lambda data, strict: data,
                    as_is=lambda reply, client: reply.response,
                )
        return Decoder(_none_if_empty(_guarded(_validator(kind)), kind))


def unwrapping(kind: Any, name: str) -> Decoder[Any]:
    """The decoder of a JSON object whose property of this name has the type, and is returned."""
    value: Any = (kind, pydantic.Field(alias=name))
    envelope = pydantic.create_model("Envelope", __base__=BaseModel, value=value)
    decode = _none_if_empty(_guarded(_validator(envelope)), kind)
    return Decoder(decode, unwrap=lambda found: None if found is None else found.value)


def _wrapped(kind: type[BaseModel], name: str) -> Callable[[bytes, bool], Any]:
    """The decoding of a model of which one field, by its wire name, is the whole body."""
    fields = kind.model_fields.items()
    attribute, field = next(f for f in fields if name == (f[1].alias or f[0]))
    decode = _guarded(_validator(field.annotation))
    return lambda data, strict: kind.model_construct(
        **{attribute: decode(data, strict)}
    )


def _any_case(decode: Callable[[bytes, bool], Any]) -> Callable[[bytes, bool], Any]:
    """The same decoding of true or false, however a server that does not send JSON writes them."""

    def decode_word(data: bytes, strict: bool) -> Any:
        word = data.strip().lower()
        return decode(word if word in (b"true", b"false") else data, strict)

    return decode_word


def _none_if_empty(decode: Callable[[bytes, bool], Any], kind: Any) -> Any:
    """The same decoding; an empty body is None where the type allows that."""
    if kind is not object and type(None) not in get_args(kind):
        return decode

    def decode_unless_empty(data: bytes, strict: bool) -> Any:
        return decode(data, strict) if data else None

    return decode_unless_empty


class _Wanted:
    """An annotation that takes the ``schema`` of a type; pydantic needs to make it."""

    schema: OwnSchema

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        with building() as build:
            schema = build.named(handler, source)
            if not _is_one_model(source):
                schema = lenient(schema)
            build.finish(handler)
            self.schema = build.linked(schema, handler)
        return core_schema.any_schema()


def _is_one_model(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return subtypes_of(kind) is None
    return False


def _listed(kind: Any, note: Any) -> Any:
    return list[Annotated[kind, note]]


def _schema(kind: Any) -> OwnSchema:
    wanted = _Wanted()
    listed = _listed(kind, wanted)  # of a model alone, pydantic would put it off
    try:
        TypeAdapter(listed)
    except PydanticUndefinedAnnotation:
        if not _is_one_model(kind):
            raise
        kind.model_rebuild()  # old versions of pydantic look into its module only here
        schema = own_schema(kind)
        assert schema is not None
        return schema
    return wanted.schema


def _validator(kind: Any) -> Validate:
    """The validator of a type, made once where the type can be a key."""
    try:
        hash(kind)
    except TypeError:
        return validator_of(_schema(kind))
    return _known_validator(kind)


@cache
def _known_validator(kind: Any) -> Validate:
    return validator_of(_schema(kind))


def _guarded(validate: Callable[..., Any]) -> Callable[[bytes, bool], Any]:
    def decode(data: bytes, strict: bool) -> Any:
        try:
            if _may_hold(data, b"NaN") or _may_hold(data, b"Infinity"):
                from_json(data, allow_inf_nan=False)  # JSON has no such numbers
            if len(data) < LARGE:
                value = validate(data, strict=strict or None)
            else:
                with _uninterrupted():
                    value = validate(data, strict=strict or None)
        except ValidationError as error:
            raise Undecodable(_words(error)) from _plain(error)
        except ValueError as error:
            raise Undecodable(f"Invalid JSON: {error}") from None
        missing = (
            [f"{path}: Field required" for path in _missing(value)] if strict else []
        )
        if missing:
            raise Undecodable(_shown(missing))
        return value

    return decode


def _may_hold(data: bytes, word: bytes) -> bool:
    """Whether a word stands in a body.

    Its first letter is looked for first, as a byte is found a hundred times as fast as a word; then
    the word from the end, as ``rfind`` leaps over what ``in`` reads.
    """
    return word[:1] in data and data.rfind(word) >= 0


@contextmanager
def _uninterrupted() -> Generator[None]:
    """Keeps the cyclic collector from running while a large body is decoded.

    It would look through thousands of new objects again and again, and find none to collect: that
    is a third of the time. Nothing else runs meanwhile, for the decoder holds the interpreter.
    """
    pauses = gc.isenabled() and _has_global_lock()
    if pauses:
        gc.disable()
    try:
        yield
    finally:
        if pauses:
            gc.enable()


def _has_global_lock() -> bool:
    return bool(getattr(sys, "_is_gil_enabled", lambda: True)())


def _missing(value: object, path: str = "") -> Iterator[str]:
    """The required fields that did not arrive although null would have been allowed."""
    entries: Iterable[tuple[object, object]] = ()
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        for name, field in fields.items():
            if is_required(field) and name not in value.model_fields_set:
                yield f"{path}{field.alias or name}"
        entries = (
            (field.alias or name, getattr(value, name))
            for name, field in fields.items()
        )
    elif isinstance(value, dict):
        entries = cast("dict[object, object]", value).items()
    elif isinstance(value, (list, tuple)):
        entries = enumerate(cast("list[object]", value))
    for key, entry in entries:
        yield from _missing(entry, f"{path}{key}.")


def decode_json(data: bytes) -> Any:
    """The JSON value of bytes.

    Raises:
        Undecodable: they are not JSON, or too deep.
    """
    try:
        return from_json(data, allow_inf_nan=False)
    except ValueError as error:
        raise Undecodable(f"Invalid JSON: {error}") from None


def _words(error: ValidationError) -> str:
    return _shown(list(_problems(error)))


def _shown(problems: list[str]) -> str:
    shown = "; ".join(problems[:MOST_PROBLEMS])
    more = len(problems) - MOST_PROBLEMS
    return f"{shown}; and {more} more" if more > 0 else shown


def _problems(error: ValidationError) -> Iterator[str]:
    for line in _lines(error):
        path = ".".join(str(part) for part in line["loc"])
        yield f"{path}: {line['msg']}" if path else line["msg"]


def _plain(error: ValidationError) -> ValidationError:
    """The same error as pydantic would raise it for the declared types; its text does not show what arrived."""
    lines: list[Any] = [
        {**line, "type": PydanticCustomError(line["type"], line["msg"])}
        for line in _lines(error)
    ]
    return ValidationError.from_exception_data(
        error.title, lines, "json", hide_input=True
    )


def _lines(error: ValidationError) -> Iterator[dict[str, Any]]:
    """The problems, without those that come from how fields are lenient."""
    for entry in error.errors(include_url=False, include_context=True):
        is_never = repr(NEVER) == entry.get("ctx", {}).get("expected")
        if is_never or entry["type"] == UNDECIDED:
            continue
        loc = tuple(part for part in entry["loc"] if part != LABEL)
        line = {"loc": loc, "input": entry["input"]}
        yield {**line, "type": entry["type"], "msg": entry["msg"]}


def decode_loosely(data: bytes) -> Any:
    """The JSON value of bytes, or their text, or None where there is nothing; never raises."""
    if not data.strip():
        return None
    try:
        return from_json(data, allow_inf_nan=False)
    except ValueError:
        return data.decode("utf-8", "replace").strip()
