"""What a caller may give with any call, and the types that annotate it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Protocol,
    SupportsIndex,
    TypeAlias,
    TypedDict,
    TypeVar,
    overload,
)

from .sentinels import NotGiven, Omit

if TYPE_CHECKING:
    import httpx2

T_co = TypeVar("T_co", covariant=True)

Headers: TypeAlias = Mapping[str, str | Omit]
"""Headers of a request; ``omit`` removes one that would be sent otherwise."""

Query: TypeAlias = Mapping[str, object]
"""Query parameters by wire name."""

Body: TypeAlias = object
"""Properties that are merged into a JSON body."""

DEFAULT_MAX_RETRIES = 2


class SequenceNotStr(Protocol[T_co]):
    """A sequence of strings that is not itself a string."""

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> T_co: ...
    @overload
    def __getitem__(self, index: slice, /) -> SequenceNotStr[T_co]: ...
    def __contains__(self, value: object, /) -> bool: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[T_co]: ...


class RequestOptions(TypedDict, total=False):
    """Options of ``client.get`` and its kin."""

    headers: Headers
    params: Query
    timeout: float | httpx2.Timeout | None
    max_retries: int
    idempotency_key: str
    extra_json: Mapping[str, Any]


TimeoutOption: TypeAlias = "float | httpx2.Timeout | None | NotGiven"
"""Seconds for each phase of a call, None for no limit, ``not_given`` for the client's."""
