"""Which class an error has: that of its kind, as its response says it, or that of its status."""

from __future__ import annotations

from typing import cast

from .errors import APIStatusError, status_error_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .settings import ErrorKinds


def error_class(
    status: int, content: object, kinds: ErrorKinds | None
) -> type[APIStatusError]:
    """The class for a status, or for the kind of error that the body says it is."""
    value = value_at(content, kinds.path) if kinds is not None else None
    if kinds is not None and isinstance(value, (str, int)):
        kind, statuses = kinds.table().get(str(value), (None, ()))
        if kind is not None and (not statuses or status in statuses):
            return cast("type[APIStatusError]", kind)
    return status_error_class(status)


def value_at(content: object, path: tuple[str, ...]) -> object:
    """The value that some properties lead to; None where there is none."""
    for name in path:
        if not isinstance(content, dict):
            return None
        content = cast("dict[str, object]", content).get(name)
    return content
