"""Keys of ``paths`` with a query or a fragment, which tell operations on one path apart.

By the letter a key is a path alone; descriptions of APIs that dispatch on a query parameter write
``/x?op=list``, and ``/x#list`` where the body decides.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from urllib.parse import parse_qsl

from msgspec.structs import replace

from .model import Location, Parameter

Query = tuple[tuple[str, str], ...]

_VARIABLE = re.compile(r"\{([^{}]*)\}")


def split_key(key: str) -> tuple[str, Query]:
    """The path and the query of a key; its fragment is never sent."""
    path, _, query = key.partition("#")[0].partition("?")
    return path, tuple(parse_qsl(query, keep_blank_values=True))


def fixed_query(query: Query, parameters: Iterable[Parameter]) -> Query:
    """The entries of a key's query that no argument sets."""
    named = {p.name for p in parameters if p.location is Location.QUERY}
    return tuple(
        (name, value)
        for name, value in query
        if name not in named and not _VARIABLE.search(value)
    )


def placed(parameters: Collection[Parameter], query: Query) -> tuple[Parameter, ...]:
    """The parameters at the places of their variables: those in the key's query are query parameters.

    Where the query parameter itself is described, that is the one.
    """
    known = {(p.location, p.name) for p in parameters}
    return tuple(
        parameter
        for stated in parameters
        if (parameter := _in_query(stated, query)) is stated
        or (parameter.location, parameter.name) not in known
    )


def _in_query(parameter: Parameter, query: Query) -> Parameter:
    """A path parameter whose variable is in the key's query, as the query parameter it is."""
    names = [name for name, value in query if value == f"{{{parameter.name}}}"]
    if parameter.location is not Location.PATH or not names:
        return parameter
    return replace(
        parameter,
        name=names[0],
        location=Location.QUERY,
        style="form",
        required=True,
    )
