"""Whether a request carries the credentials that its operation asks for."""

from __future__ import annotations

from collections.abc import Iterator

from werkzeug.wrappers import Request

from ..openapi import Description, Location, Operation, SchemeKind, SecurityScheme
from .refusal import Refusal


class Credentials:
    """The security schemes of a description; any value that has the right form is accepted."""

    def __init__(self, description: Description) -> None:
        self._description = description
        self._schemes = description.security_schemes

    @property
    def query_names(self) -> frozenset[str]:
        """The query parameters that carry a secret."""
        return frozenset(
            scheme.wire_name or ""
            for scheme in self._schemes.values()
            if scheme.location is Location.QUERY
        )

    def check(self, operation: Operation, request: Request) -> None:
        """Let a request pass that satisfies one of the operation's alternatives.

        Raises:
            Refusal: 401, with the challenge of the first scheme (RFC 9110, 11.6.1).
        """
        alternatives = operation.security
        if alternatives is None:
            alternatives = self._description.security or ()
        if not alternatives or any(
            all(self._is_there(name, request) for name in names)
            for names in alternatives
        ):
            return
        wanted = " or ".join(
            " with ".join(self._words(name) for name in names) for names in alternatives
        )
        challenge = next((c for n in alternatives[0] for c in self._challenges(n)), "")
        headers = {"WWW-Authenticate": challenge} if challenge else {}
        raise Refusal(401, f"missing credentials: {wanted}", headers=headers)

    def _is_there(self, name: str, request: Request) -> bool:
        scheme = self._schemes.get(name)
        if scheme is None or scheme.kind is SchemeKind.MUTUAL_TLS:
            return True  # a certificate is not part of the request
        if scheme.kind is not SchemeKind.API_KEY:
            kind, _, value = request.headers.get("Authorization", "").partition(" ")
            return kind.lower() == _http_scheme(scheme) and bool(value.strip())
        key = scheme.wire_name or ""
        match scheme.location:
            case Location.HEADER:
                return bool(request.headers.get(key))
            case Location.QUERY:
                return bool(request.args.get(key))
            case _:
                return bool(request.cookies.get(key))

    def _words(self, name: str) -> str:
        scheme = self._schemes.get(name)
        if scheme is None:
            return name
        if scheme.kind is SchemeKind.API_KEY:
            place = scheme.location.value if scheme.location else "parameter"
            return f"the {place} {scheme.wire_name}"
        return f"the header Authorization: {_http_scheme(scheme).capitalize()} …"

    def _challenges(self, name: str) -> Iterator[str]:
        scheme = self._schemes.get(name)
        if scheme is not None and scheme.kind is not SchemeKind.API_KEY:
            yield f'{_http_scheme(scheme).capitalize()} realm="mock"'


def _http_scheme(scheme: SecurityScheme) -> str:
    """The authentication scheme of the ``Authorization`` header, in lower case."""
    return scheme.http_scheme or "bearer"
