"""YAML text as the values that JSON would have held, built straight from the parser's events.

Knows YAML's scalars, keys and tags; the rules for containers and aliases are in ``build``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

import yaml

from .build import Builder
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

    What JSON does not have is read as the nearest thing that it has, and noted.

    Raises:
        Refusal: the text is explosive or too deep.
        yaml.YAMLError: the text is not YAML.
    """
    builder, documents = Builder(), 0
    events = _events(text)
    for event in events:
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            _scalar(builder, event)
        elif kind is yaml.MappingStartEvent:
            if builder.at_key:
                _key_of_parts(builder, event, events, text)
            else:
                _open(builder, event, {})
        elif kind is yaml.SequenceStartEvent:
            if builder.at_key:
                _key_of_parts(builder, event, events, text)
            else:
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
                builder.odd("I011", event.start_mark.index, message, remedy)
                break
    return builder


def number(text: str) -> int | float | str:
    """The number of a JSON number's text; the text itself where none can be held."""
    if len(text) > LONGEST_NUMBER:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    value = float(text)
    return text if math.isinf(value) else value


def note_number(builder: Builder, text: str, offset: int) -> None:
    """Say why a number was read as text."""
    if len(text) > LONGEST_NUMBER:
        message = f"a number has more than {LONGEST_NUMBER} digits"
        builder.odd("I009", offset, message, "shorten it, or quote it")
    else:
        builder.odd("I009", offset, f"the number {text} is too large", "quote it")


def _events(text: str) -> Iterator[_Event]:
    loader = _Loader(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


def _open(builder: Builder, event: _Event, container: Value) -> None:
    offset = event.start_mark.index
    if event.tag not in _CONTAINERS:
        _foreign(builder, event.tag, offset)
    builder.open(container, offset, event.anchor)


def _key_of_parts(
    builder: Builder, event: _Event, events: Iterator[_Event], text: str
) -> None:
    """Take a mapping or list where a key must be as the text that it is written as."""
    offset, depth = event.start_mark.index, 1
    builder.odd("I006", offset, "a key must be a string", "write a plain key")
    while depth:
        event = next(events)
        kind = event.__class__
        depth += kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent
        depth -= kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent
    builder.key(text[offset : event.end_mark.index], offset)


def _scalar(builder: Builder, event: _Event) -> None:
    text, tag, offset = event.value, event.tag, event.start_mark.index
    plain = event.implicit[0] if tag is None else tag in _AS_WRITTEN
    if tag is not None and not plain and tag not in _AS_TEXT:
        if tag == _YAML + "merge" and builder.at_key:
            plain = True
        else:
            _foreign(builder, tag, offset)
    if builder.at_key:
        builder.key(None if plain and text == "<<" else text, offset)
        return
    value = _resolved(text) if plain else text
    if plain and value is text and text[0] in "-0123456789" and _NUMBER.fullmatch(text):
        note_number(builder, text, offset)
    builder.put(value, offset, event.anchor)


def _resolved(text: str) -> Value:
    """What a plain scalar means: JSON's null, booleans and numbers, and else a string."""
    if text in _NULL:
        return None
    if text[0] in "-0123456789":
        return number(text) if _NUMBER.fullmatch(text) else text
    return _BOOLEAN.get(text, text)


def _alias(builder: Builder, event: _Event) -> None:
    offset = event.start_mark.index
    if not builder.at_key:
        builder.alias(event.anchor, offset)
        return
    key = builder.scalar_of(event.anchor)
    if not isinstance(key, str):
        builder.odd("I006", offset, "a key must be a string", "write the key out")
        key = f"*{event.anchor}"
    builder.key(key, offset)


def _foreign(builder: Builder, tag: str, offset: int) -> None:
    """Note a tag that is ignored."""
    shown = tag.replace(_YAML, "!!")
    message = f"the tag '{shown}' has no JSON equivalent"
    builder.odd("I006", offset, message, "remove the tag")
