"""What programs that show or report tracebacks with local variables would show of an error."""

from __future__ import annotations

import dataclasses
import json
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from sentry_sdk.utils import event_from_exception

TESTS = str(Path(__file__).parent)
SHOWN_OF_A_TEXT = 80
"""Characters of a long text that some of them cut out before they call ``repr``."""


def shown(error: BaseException) -> str:
    """The texts of an error and its causes, and the local variables of every frame below the
    tests, as a terminal and a reporting service show them."""
    return "\n".join((*_on_a_terminal(error), *_reported(error)))


def _on_a_terminal(error: BaseException) -> Iterator[str]:
    chain: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in chain:
        chain.append(following)
        following = following.__cause__ or following.__context__
    for one in chain:
        yield f"{one} {one!r}"
        for frame, _ in traceback.walk_tb(one.__traceback__):
            if not frame.f_code.co_filename.startswith(TESTS):
                place = f"{frame.f_code.co_filename} {frame.f_code.co_name}"
                for name, value in frame.f_locals.items():
                    for text in _parts(value):
                        yield f"{place}: {name}={text}"


def _parts(value: Any, depth: int = 0) -> Iterator[str]:
    """A value as ``repr`` shows it; containers and dataclasses are also taken apart, as rich does."""
    yield repr(value)
    if depth > 5:
        return
    if isinstance(value, (str, bytes)):
        yield repr(value[:SHOWN_OF_A_TEXT])
    elif isinstance(value, dict):
        for pair in cast("dict[Any, Any]", value).items():
            yield from _parts(pair, depth + 1)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in cast("list[Any]", value):
            yield from _parts(item, depth + 1)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            if field.repr:
                yield from _parts(getattr(value, field.name, None), depth + 1)


def _reported(error: BaseException) -> Iterator[str]:
    event, _ = event_from_exception(
        (type(error), error, error.__traceback__),
        client_options=cast(
            "Any",
            {
                "include_local_variables": True,
                "include_source_context": False,
                "max_value_length": 10_000,
            },
        ),
    )
    for one in event["exception"]["values"]:
        for frame in one.get("stacktrace", {}).get("frames", ()):
            if not str(frame.get("abs_path", "")).startswith(TESTS):
                yield json.dumps(frame.get("vars", {}))
