"""The classes of a resource, and the modules that hold them.

Its synchronous class has the module of its name. The asynchronous one and the raw and streaming
companions have private modules next to it, which are imported when they are first used.
"""

from __future__ import annotations

from msgspec import Struct


from ...surface import Module, Resource


class Mode(Struct, frozen=True):
    """A form in which calls return responses: the run-time library's word for it, the attribute that
    leads there, the end of the companions' names, and what their methods do."""

    word: str
    attribute: str
    suffix: str
    client_suffix: str
    doc: str


MODES = (
    Mode(
        "raw",
        "with_raw_response",
        "WithRawResponse",
        "WithRawResponse",
        "whose methods return the raw ``APIResponse``",
    ),
    Mode(
        "stream",
        "with_streaming_response",
        "WithStreamingResponse",
        "WithStreamedResponse",
        "whose methods return before the body is read",
    ),
)


def class_module(resource: Resource, *, is_async: bool) -> Module:
    """The module of a resource's class."""
    *package, name = resource.module
    return (*package, f"_{name}_async") if is_async else resource.module


def modes_module(resource: Resource) -> Module:
    """The private module of a resource's companions, next to its own."""
    *package, name = resource.module
    return (*package, f"_{name}_modes")


def class_of(resource: Resource, mode: Mode | None, *, is_async: bool) -> str:
    """The name of a resource's class, or of its companion for a mode."""
    name = resource.async_class if is_async else resource.sync_class
    return name + mode.suffix if mode else name


def companion_names(resource: Resource) -> tuple[str, ...]:
    """The names of all companions of a resource."""
    names = (resource.sync_class, resource.async_class)
    return tuple(name + mode.suffix for mode in MODES for name in names)
