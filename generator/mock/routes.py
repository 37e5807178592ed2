"""Which operation a request is for.

Of several templates that match a path the one with more literal text wins (OpenAPI 3.1, 4.8.8.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from msgspec import Struct

from ..openapi import Description, Operation
from .refusal import Refusal

_VARIABLE = re.compile(r"{([^{}]*)}")


class Match(Struct, frozen=True):
    """The operation of a request, and the path's variables as they were sent."""

    operation: Operation
    variables: Mapping[str, str]


class _Route(Struct, frozen=True):
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    literals: int
    operations: Mapping[str, Operation]


class Routes:
    """The paths of a description; each may also be asked for below the path of a server."""

    def __init__(self, description: Description) -> None:
        self._prefixes = ("", *dict.fromkeys(_server_paths(description)))
        self._routes = sorted(_routes(description), key=lambda route: -route.literals)

    @property
    def operations(self) -> list[Operation]:
        """All operations, in no particular order."""
        return [o for route in self._routes for o in route.operations.values()]

    def find(self, verb: str, path: str, query: str = "") -> list[Match]:
        """The operations for a verb, and a path and a query that are still percent-encoded, of
        which there are several where their keys differ in a fragment only: it is not sent.

        One whose key has a query is found by requests that have it.

        Raises:
            Refusal: 404 if no path or query matches, 405 if it matches with other verbs only.
        """
        known = [found for p in self._prefixes for found in self._matching(path, p)]
        sent = set(parse_qsl(query, keep_blank_values=True))
        matches: list[Match] = []
        for operations, variables in known:
            wanted = "get" if verb == "head" and "head" not in operations else verb
            if wanted in operations and sent.issuperset(operations[wanted].query):
                matches.append(Match(operations[wanted], variables))
        if matches:
            sought = matches[0].operation
            return [m for m in matches if _is_same(m.operation, sought)]
        if not known:
            raise Refusal(404, f"the description has no path that matches {path}")
        if any(verb in found for found, _ in known):
            raise Refusal(404, f"the description has no {verb} {path} with that query")
        allowed = ", ".join(sorted({v.upper() for found, _ in known for v in found}))
        message = f"{verb.upper()} is not described for this path, only {allowed}"
        raise Refusal(405, message, headers={"Allow": allowed})

    def _matching(
        self, path: str, prefix: str
    ) -> Iterator[tuple[Mapping[str, Operation], Mapping[str, str]]]:
        if not path.startswith(prefix):
            return
        for route in self._routes:
            found = route.pattern.fullmatch(path[len(prefix) :])
            if found is not None:
                yield route.operations, dict(
                    zip(route.names, found.groups(), strict=True)
                )


def _is_same(one: Operation, other: Operation) -> bool:
    return (one.route, one.query) == (other.route, other.query)


def _server_paths(description: Description) -> Iterator[str]:
    for server in description.servers:
        path = urlsplit(server.url).path.rstrip("/")
        if path and "{" not in path:
            yield path


def _literal(text: str) -> str:
    """The pattern of a part of a template, each character of which may be percent-encoded."""
    return "/".join(
        "".join(map(_character, unquote(segment))) for segment in text.split("/")
    )


def _character(character: str) -> str:
    encoded, plain = quote(character, safe=""), re.escape(character)
    return plain if encoded == character else f"(?:{plain}|(?i:{encoded}))"


def _routes(description: Description) -> Iterator[_Route]:
    by_path: dict[str, dict[str, Operation]] = {}
    for operation in description.operations.values():
        by_path.setdefault(operation.path, {})[operation.verb] = operation
    for template, operations in by_path.items():
        path, _, query = template.partition("#")[0].partition("?")
        parts = _VARIABLE.split(path)
        texts, names = parts[::2], parts[1::2]
        pattern = "([^/]+?)".join(_literal(text) for text in texts)
        if path.startswith("/"):
            literals = sum(map(len, texts)) + len(query)
            yield _Route(re.compile(pattern), tuple(names), literals, operations)
