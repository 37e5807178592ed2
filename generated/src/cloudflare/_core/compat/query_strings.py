"""Query strings with the defaults that these functions have long had (``_qs``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import parse_qs

from ..wire.query import ArrayFormat, NestedFormat, encode_query
from ..wire.sentinels import NotGiven, not_given

_FORMATS = ("comma", "repeat", "indices", "brackets")


class Querystring:
    """A way to write query strings."""

    def __init__(
        self,
        *,
        array_format: ArrayFormat = "repeat",
        nested_format: NestedFormat = "brackets",
    ) -> None:
        self.array_format: ArrayFormat = array_format
        self.nested_format: NestedFormat = nested_format

    def parse(self, query: str) -> Mapping[str, object]:
        """The parameters of a query string, each with its values."""
        return cast("Mapping[str, object]", parse_qs(query))

    def stringify(
        self,
        params: Mapping[str, Any],
        *,
        array_format: ArrayFormat | NotGiven = not_given,
        nested_format: NestedFormat | NotGiven = not_given,
    ) -> str:
        """The query string for parameters.

        Raises:
            NotImplementedError: there is no such format of lists.
        """
        arrays, nested = array_format or self.array_format, nested_format
        if arrays not in _FORMATS:
            raise NotImplementedError(
                f"Unknown array_format value: {arrays}, choose from {', '.join(_FORMATS)}"
            )
        return encode_query(
            params,
            array_format=arrays,
            nested_format=nested or self.nested_format,
        )


_USUAL = Querystring()
parse = _USUAL.parse
stringify = _USUAL.stringify
