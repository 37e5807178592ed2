"""What a caller may give with any call, and the types that annotate it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import (
    TYPE_CHECKING,
    Any,
    Protocol,
    SupportsIndex,
    TypeAlias,
    TypedDict,
    TypeVar,
    cast,
    overload,
)

from .sentinels import NotGiven, Omit, not_given

if TYPE_CHECKING:
    import httpx2

    from .multipart import Files, Syntax
    from .sources import Content
else:

    class _Httpx2:
        """Stands for httpx2, which is imported when ``typing.get_type_hints`` asks for a name."""

        def __getattr__(self, name):
            from importlib import import_module

            return getattr(import_module("httpx2"), name)

    httpx2 = _Httpx2()

T_co = TypeVar("T_co", covariant=True)

Headers: TypeAlias = Mapping[str, str | Omit]
"""Headers of a request; ``omit`` removes one that would be sent otherwise."""

Query: TypeAlias = Mapping[str, object]
"""Query parameters by wire name."""

Body: TypeAlias = object
"""Properties that are merged into a JSON body."""


class SequenceNotStr(Protocol[T_co]):
    """A sequence of strings that is not itself a string."""

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> T_co: ...
    @overload
    def __getitem__(self, index: slice, /) -> SequenceNotStr[T_co]: ...
    def __contains__(self, value: object, /) -> bool: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[T_co]: ...


class MethodOptions(TypedDict, total=False):
    """What every method takes beside the arguments of the API."""

    extra_headers: Headers | None
    """Further headers, which win over all others."""

    extra_query: Query | None
    """Further query parameters."""

    extra_body: Body | None
    """Further properties of the JSON body."""

    timeout: float | httpx2.Timeout | None | NotGiven
    """Seconds for each phase of this call (connect, read, write, pool)."""


class RequestOptions(TypedDict, total=False):
    """Options of ``client.get`` and similar methods."""

    headers: Headers
    params: Query
    timeout: float | httpx2.Timeout | None
    max_retries: int
    idempotency_key: str
    extra_json: Mapping[str, Any]
    multipart_syntax: Syntax
    follow_redirects: bool


@dataclass(slots=True)
class FinalRequestOptions:
    """Everything about one call of ``client.request``."""

    method: str
    url: str
    params: Query = field(default_factory=dict[str, object])
    headers: Headers = field(default_factory=dict[str, "str | Omit"])
    max_retries: int | NotGiven = not_given
    timeout: float | httpx2.Timeout | None | NotGiven = not_given
    files: Files | None = None
    idempotency_key: str | None = None
    json_data: object = None
    content: Content | None = None
    extra_json: Mapping[str, Any] | None = None
    follow_redirects: bool | None = None

    @classmethod
    def construct(cls, **values: Any) -> FinalRequestOptions:
        """The same as calling the class."""
        return cls(**values)

    def others(self) -> RequestOptions:
        """What the verbs take as ``options``."""
        found: dict[str, Any] = {"params": self.params, "headers": self.headers}
        for name in ("max_retries", "timeout"):
            if not isinstance(getattr(self, name), NotGiven):
                found[name] = getattr(self, name)
        for name in ("idempotency_key", "extra_json", "follow_redirects"):
            if getattr(self, name) is not None:
                found[name] = getattr(self, name)
        return cast("RequestOptions", found)
