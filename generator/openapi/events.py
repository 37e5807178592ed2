"""Reads what an API sends to its users: webhooks, and the callbacks of operations.

Both are path items whose requests the API makes (OpenAPI 3.2, 4.1.1 and 4.18).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..diagnostics import Place
from .cursor import Cursor
from .model import Body, Event

_ReadBody = Callable[[Cursor, Cursor, list[Place]], Body | None]


def read_webhooks(
    root: Cursor, verbs: tuple[str, ...], body: _ReadBody
) -> Iterator[Event]:
    """The events of a whole API."""
    for key in ("webhooks", "x-webhooks"):  # the latter before OpenAPI 3.1
        listed = root.at(key)
        for name, item in listed.entries() if listed else ():
            if not name.startswith("x-"):
                yield from _events(name, item, verbs, body)


def read_callbacks(
    operation: Cursor, verbs: tuple[str, ...], body: _ReadBody
) -> Iterator[Event]:
    """The events that an operation asks for, each with the name of its callback."""
    listed = operation.at("callbacks")
    for name, entry in listed.entries() if listed else ():
        callback = entry.target()
        for expression, item in callback.entries() if callback else ():
            if not expression.startswith("x-"):
                yield from _events(name, item, verbs, body)


def _events(
    name: str, stated: Cursor, verbs: tuple[str, ...], body: _ReadBody
) -> Iterator[Event]:
    item = stated.target()
    for verb, operation in item.entries() if item else ():
        found = operation.target() if verb in verbs else None
        if item is not None and found is not None:
            payload = body(item, found, [])
            if payload is not None:
                yield Event(origin=found.origin, name=name, body=payload)
