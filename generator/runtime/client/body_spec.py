"""What the body of a method is made of. Made once, when a resource is imported."""

from __future__ import annotations

from ..wire.sentinels import NotGiven, Omit, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .params import Params
    from ..wire.form_fields import FieldEncoding
    from ..wire.query import ArrayFormat, NestedFormat
    from ..wire.request_body import BodyFormat, RequestBody


class BodySpec:
    """The arguments of a method that go into its body, and the format in which they are written.

    They are ``fields`` of the body and, in a multipart form, its ``files``; or one argument is
    the ``whole`` body. A ``required`` body is sent even if no argument is given; it has all
    arguments of one of the alternatives of ``either``.
    """

    __slots__ = (
        "arrays",
        "either",
        "encodings",
        "fields",
        "files",
        "format",
        "media_type",
        "objects",
        "required",
        "whole",
    )

    def __init__(
        self,
        format: BodyFormat = "json",
        fields: Params = (),
        *,
        files: Params = (),
        whole: str = "",
        required: bool = False,
        either: tuple[tuple[str, ...], ...] = (),
        media_type: str | None = None,
        encodings: Mapping[str, FieldEncoding] | None = None,
        arrays: ArrayFormat = "repeat",
        objects: NestedFormat | None = None,
    ) -> None:
        """``media_type`` is given where it is not the usual one of the format, ``encodings`` are
        those of a form's fields that are not written in the usual way, with lists as ``arrays``.
        Objects in a multipart form are written as ``objects``; without it, in JSON.
        """
        self.format: BodyFormat = format
        self.fields = fields
        self.files = files
        self.whole = whole
        self.required = required
        self.either = either
        self.media_type = media_type
        self.encodings = encodings
        self.arrays: ArrayFormat = arrays
        self.objects: NestedFormat | None = objects

    def of(self, arguments: Mapping[str, Any]) -> RequestBody | None:
        """The body that arguments ask for; None where none is given and none is required.

        Raises:
            TypeError: arguments are missing of each of the alternatives.
        """
        if self.whole:
            value = arguments[self.whole]
            return None if isinstance(value, (Omit, NotGiven)) else self._with(value)
        fields = _given(self.fields, arguments)
        files = _given(self.files, arguments)
        if not (fields or files or self.required):
            return None
        if self.either and not any(_are_given(n, arguments) for n in self.either):
            names = " or ".join(map(_listed, self.either))
            raise TypeError(
                f"Missing required arguments; Expected either {names} arguments to be given"
            )
        return self._with(fields, files)

    def empty(self) -> RequestBody:
        """A body of this format without anything in it."""
        return self._with({})

    def _with(self, value: Any, files: Mapping[str, Any] | None = None) -> RequestBody:
        from ..wire.request_body import RequestBody

        is_content = self.format == "content"
        return RequestBody(
            value=omit if is_content else value,
            files=_each_file(files) if files else None,
            content=value if is_content else None,
            format=self.format,
            syntax="brackets" if self.objects else "parts",
            media_type=self.media_type,
            encodings=self.encodings,
            arrays=self.arrays,
            objects=self.objects or "brackets",
        )


def _given(wanted: Params, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that are not left out, by wire name."""
    return {
        wire_name: value
        for name, wire_name, _ in wanted
        if not isinstance(value := arguments[name], (Omit, NotGiven))
    }


def _are_given(names: tuple[str, ...], arguments: Mapping[str, Any]) -> bool:
    return not any(isinstance(arguments[n], (Omit, NotGiven)) for n in names)


def _listed(names: tuple[str, ...]) -> str:
    return f"({' and '.join(map(repr, names))})"


def _each_file(files: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """A part for each file of a list of them; null has no part."""
    found: list[tuple[str, Any]] = []
    for name, value in files.items():
        many: list[Any] = list(value) if _is_list(value) else [value]
        found += [(name, file) for file in many if file is not None]
    return found


def _is_list(value: object) -> bool:
    """Whether a value is files, not one: a file may be a tuple, and a handle can be iterated."""
    from collections.abc import Iterable

    if hasattr(value, "read") or hasattr(value, "__fspath__"):
        return False
    one = (bytes, bytearray, str, tuple)
    return isinstance(value, Iterable) and not isinstance(value, one)
