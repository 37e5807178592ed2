"""Views of the raw and streaming companions: of a resource, in a module next to its own."""

from __future__ import annotations

from dataclasses import dataclass

from ...surface import Module, Resource


@dataclass(frozen=True, slots=True)
class Mode:
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
        "whose calls return the response itself, its body read",
    ),
    Mode(
        "stream",
        "with_streaming_response",
        "WithStreamingResponse",
        "WithStreamedResponse",
        "whose calls return the response before its body is read",
    ),
)


def modes_module(resource: Resource) -> Module:
    """The private module of a resource's companions, next to its own."""
    *package, name = resource.module
    return (*package, f"_{name}_modes")


def class_of(resource: Resource, mode: Mode | None, *, is_async: bool) -> str:
    """The name of a resource's class, or of its companion for a mode."""
    name = resource.async_class if is_async else resource.sync_class
    return name + mode.suffix if mode else name


def class_names(resource: Resource) -> tuple[str, ...]:
    """The names of the two classes of a resource."""
    return resource.sync_class, resource.async_class


def companion_names(resource: Resource) -> tuple[str, ...]:
    """The names of all companions of a resource."""
    return tuple(name + mode.suffix for mode in MODES for name in class_names(resource))
