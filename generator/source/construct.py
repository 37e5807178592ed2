"""YAML text as the values that JSON would have held, built straight from the parser's events.

Knows YAML's scalars, keys and tags; the rules for containers and aliases are in ``build``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

import yaml

from .build import Builder, Refusal
from .document import Value

_Event = Any
"""A ``yaml.Event``; its stubs do not know that parsed events have marks."""

LONGEST_NUMBER = 400
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEAN = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_YAML = "tag:yaml.org,2002:"
_AS_TEXT = frozenset(("!", _YAML + "str", _YAML + "timestamp"))
_AS_WRITTEN = frozenset(_YAML + kind for kind in ("null", "bool", "int", "float"))
_CONTAINERS = frozenset((None, "!", _YAML + "map", _YAML + "seq"))


def construct(text: str) -> Builder:
    """A YAML text's value and the places of its parts; the last of duplicate keys wins.

    Raises:
        Refusal: the text is cyclic, explosive, too deep, or holds what JSON does not have.
        yaml.YAMLError: the text is not YAML.
    """
    builder, documents = Builder(), 0
    for event in _events(text):
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            _scalar(builder, event)
        elif kind is yaml.MappingStartEvent:
            _open(builder, event, {})
        elif kind is yaml.SequenceStartEvent:
            _open(builder, event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            builder.close()
        elif kind is yaml.AliasEvent:
            _alias(builder, event)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                message = "a second YAML document starts here"
                remedy = "keep one document per file; remove the '---'"
                raise Refusal("I011", event.start_mark.index, message, remedy)
    return builder


def number(text: str, offset: int | None = None) -> int | float:
    """The number of a JSON number's text.

    Raises:
        Refusal: it has too many digits, or is too large for a double.
    """
    if len(text) > LONGEST_NUMBER:
        message = f"a number has more than {LONGEST_NUMBER} digits"
        raise Refusal("I009", offset, message, "shorten it, or quote it")
    if _INTEGER.fullmatch(text):
        return int(text)
    value = float(text)
    if math.isinf(value):
        raise Refusal("I009", offset, f"the number {text} is too large", "quote it")
    return value


def _events(text: str) -> Iterator[_Event]:
    loader = _Loader(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


def _open(builder: Builder, event: _Event, container: Value) -> None:
    offset = event.start_mark.index
    if builder.at_key:
        raise Refusal("I006", offset, "a key must be a string", "write a plain key")
    if event.tag not in _CONTAINERS:
        raise _foreign(event.tag, offset)
    builder.open(container, offset, event.anchor)


def _scalar(builder: Builder, event: _Event) -> None:
    text, tag, offset = event.value, event.tag, event.start_mark.index
    plain = event.implicit[0] if tag is None else tag in _AS_WRITTEN
    if tag is not None and not plain and tag not in _AS_TEXT:
        if not (tag == _YAML + "merge" and builder.at_key):
            raise _foreign(tag, offset)
        plain = True
    if builder.at_key:
        builder.key(None if plain and text == "<<" else text, offset)
    else:
        value = _resolved(text, offset) if plain else text
        builder.put(value, offset, event.anchor)


def _resolved(text: str, offset: int) -> Value:
    """What a plain scalar means: JSON's null, booleans and numbers, and else a string."""
    if text in _NULL:
        return None
    if text[0] in "-0123456789":
        return number(text, offset) if _NUMBER.fullmatch(text) else text
    return _BOOLEAN.get(text, text)


def _alias(builder: Builder, event: _Event) -> None:
    offset = event.start_mark.index
    if builder.at_key:
        raise Refusal("I006", offset, "a key must be a string", "write the key out")
    builder.alias(event.anchor, offset)


def _foreign(tag: str, offset: int) -> Refusal:
    shown = tag.replace(_YAML, "!!")
    message = f"the tag '{shown}' has no JSON equivalent"
    return Refusal("I006", offset, message, "remove the tag")
