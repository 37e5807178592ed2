"""The body that a call asks for, as the bytes and the media type that go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from .json_body import encode_json
from .sentinels import Omit, omit
from .sources import BytesSource, source_of

if TYPE_CHECKING:
    from .form_fields import FieldEncoding
    from .multipart import Files, Syntax
    from .query import ArrayFormat, NestedFormat
    from .sources import Content, Source

BodyFormat: TypeAlias = Literal["json", "form", "multipart", "content"]
"""How a body is written: JSON, a form (WHATWG URL, 5.2), a multipart form, or as it is."""


@dataclass(slots=True)
class RequestBody:
    """What a caller gave: a ``value`` to be encoded, ``files`` beside it, or ``content`` as it is.

    ``media_type`` is None for the usual one of the format; ``encodings`` are those of the fields of
    a form that are not written in the usual way; ``arrays`` and ``objects`` say how a multipart
    form has lists, and objects that are not written in JSON.
    """

    value: object = omit
    files: Files | None = None
    content: Content | None = None
    format: BodyFormat = "json"
    syntax: Syntax = "brackets"
    media_type: str | None = None
    encodings: Mapping[str, FieldEncoding] | None = None
    arrays: ArrayFormat = "brackets"
    objects: NestedFormat = "brackets"

    def merged(self, extra: Mapping[str, Any] | None) -> RequestBody:
        """The body with further properties, which win over its own.

        Raises:
            TypeError: the body is not a mapping.
        """
        if not extra:
            return self
        value = self.value
        if self.content is not None or not isinstance(value, (Mapping, Omit)):
            raise TypeError(
                "extra properties can only be added to a body that is a mapping"
            )
        own = cast("Mapping[str, Any]", value or {})
        return replace(self, value={**own, **extra})

    def encoded(self, boundary: str | None = None) -> tuple[str, Source] | None:
        """The media type and the source of the bytes; None without a body. The ``boundary`` of a
        multipart form is made up unless it is given.

        Raises:
            TypeError: a value cannot be encoded, or two bodies were given.
            ValueError: a value may not stand in a body.
            RuntimeError: a file is of no kind that can be sent.
        """
        if self.content is not None:
            return self._content(self.content)
        if self.files or self.format == "multipart":
            from .multipart import multipart_body

            return multipart_body(
                self._fields(),
                self.files or (),
                syntax=self.syntax,
                boundary=boundary,
                media_type=self.media_type,
                encodings=self.encodings,
                arrays=self.arrays,
                objects=self.objects,
            )
        if isinstance(self.value, Omit):
            return None
        if self.format == "form":
            from .form_fields import encode_form

            text = encode_form(self._fields(), self.encodings or {}, self.arrays)
            kind = "application/x-www-form-urlencoded"
            return self.media_type or kind, BytesSource(text.encode())
        data = encode_json(self.value)
        return self.media_type or "application/json", BytesSource(data)

    def _content(self, content: Content) -> tuple[str, Source]:
        if not isinstance(self.value, Omit) or self.files:
            raise TypeError("give either content or a body, not both")
        is_text = isinstance(content, str)
        usual = "text/plain; charset=utf-8" if is_text else "application/octet-stream"
        return self.media_type or usual, source_of(content)

    def _fields(self) -> Mapping[str, object]:
        value = self.value
        if isinstance(value, Omit):
            return {}
        if not isinstance(value, Mapping):
            kind = type(value).__name__
            raise TypeError(f"the fields of a form are a mapping, not a {kind}")
        return cast("Mapping[str, object]", value)
