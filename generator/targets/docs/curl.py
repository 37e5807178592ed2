"""The example of a method as a curl command: the request that the client would send.

Paths, queries, headers and forms are written by the run-time library, as the client's are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never, cast

from msgspec import Struct

from ...runtime.wire.param_styles import FORM, ParamStyle
from ...runtime.wire.path_scope import PathScope
from ...runtime.wire.query import encode_query
from ...runtime.wire.urls import fill_path
from ...surface import (
    Argument,
    Carrier,
    Credential,
    Location,
    Method,
    Option,
    Sdk,
    StreamResult,
)
from ..notation.credentials import held_options
from ..notation.examples import accepted, example_view
from .curl_bodies import body_options, header
from .shell_words import Variable, word

if TYPE_CHECKING:
    from ...runtime.wire.query import ArrayFormat, NestedFormat

_SIMPLE = ParamStyle("simple")
_TOKEN = "ACCESS_TOKEN"
"""The variable of a token that the client would fetch."""


def curl(sdk: Sdk, method: Method) -> str:
    """The command that sends the example of a method; empty if there is none that does."""
    try:
        text = _Command(sdk, method).text()
    except (TypeError, ValueError):  # what no client can send either
        return ""
    is_shown = all(c.isprintable() or c == "\n" for c in text)
    return text if is_shown else ""


class _Command(Struct, frozen=True):
    """The command for one method."""

    sdk: Sdk
    method: Method

    def text(self) -> str:
        """The command, an option a line."""
        lines = [f"curl {self._url()}", *self._options()]
        return " \\\n    ".join(lines) + "\n"

    def _given(self, *locations: Location) -> Iterator[tuple[Argument, object]]:
        """The arguments of the example that go to some locations, with what is sent for each."""
        sent = self.method.example.sent
        for argument in self.method.arguments:
            if argument.name in sent and argument.location in locations:
                yield argument, sent[argument.name]

    def _url(self) -> str:
        base = self.method.server or self.sdk.base_url
        start: str | Variable = base.rstrip("/")
        if not base:
            start = Variable(f"{self.sdk.env_prefix}_BASE_URL")
        given = list(self._given(Location.QUERY))
        query = encode_query(
            {**dict(self.method.query), **{a.wire_name: v for a, v in given}},
            array_format=cast("ArrayFormat", self.sdk.array_format),
            nested_format=cast("NestedFormat", self.sdk.nested_format),
            styles={a.wire_name: _style(a) for a, _ in given if a.style is not None},
        )
        keys: list[str | Variable] = []
        for credential in self._credentials():
            if credential.carrier is Carrier.QUERY:
                name = encode_query({credential.wire_name: ""})
                keys += [
                    f"{'&' if query or keys else ''}{name}",
                    self._secret(credential),
                ]
        mark = "?" if query or keys else ""
        first, *rest = keys or [""]
        path = f"/{self._path()}{mark}{query}{first}"
        address = (
            word(f"{start}{path}", *rest)
            if isinstance(start, str)
            else word(start, path, *rest)
        )
        is_globbed = any(c in "[]{}" for c in f"{base}{self._path()}{query}")
        return f"--globoff {address}" if is_globbed else address

    def _path(self) -> str:
        values = {a.wire_name: value for a, value in self._given(Location.PATH)}
        styles = {
            a.wire_name: _style(a)
            for a, _ in self._given(Location.PATH)
            if a.style is not None
        }
        scope = self.method.scope
        if scope is not None:
            chosen = {a.wire_name: str(v) for a, v in self._given(Location.SCOPE)}
            pair = PathScope((scope.kind, scope.id), scope.choices)
            values |= pair.resolve(chosen)
        return fill_path(self.method.template, values, styles).lstrip("/")

    def _options(self) -> Iterator[str]:
        verb = self.method.verb.upper()
        if verb == "HEAD":
            yield "--head"
        elif verb != "GET":
            yield f"-X {word(verb)}"
        yield from self._headers()
        yield from body_options(self.method, list(self._given(Location.BODY)))
        if isinstance(self.method.result, StreamResult):
            yield "--no-buffer"
        file = example_view(self.sdk, self.method).file
        if file:
            yield f"--output {word(file)}"

    def _headers(self) -> Iterator[str]:
        for credential in self._credentials():
            yield from self._credential(credential)
        for name, constant in self.sdk.default_headers.items():
            yield header(name, constant)
        for option in self.sdk.options:
            if option.header and option.needed:
                yield header(option.header, _variable(option))
        types = accepted(self.method.result)
        if types:
            yield header("Accept", ", ".join(types))
        for argument, value in self._given(Location.HEADER):
            name = argument.wire_name
            yield header(name, _style(argument).in_header(name, value))
        pairs = [
            pair
            for a, value in self._given(Location.COOKIE)
            for pair in (_style(a) if a.style else FORM).in_cookie(a.wire_name, value)
        ]
        if pairs:
            yield f"-b {word('; '.join(pairs))}"

    def _credentials(self) -> tuple[Credential, ...]:
        """The credentials of the alternative that the Python example uses, or else the first one."""
        security = self.method.security
        sole = self.sdk.sole_credential(security)
        if sole is not None:
            return (sole,)
        needed = next((keys for keys in security if keys), ())
        return tuple(c for c in self.sdk.credentials if c.option in needed)

    def _credential(self, credential: Credential) -> Iterator[str]:
        secret = self._secret(credential)
        match credential.carrier:
            case Carrier.HEADER if credential.partner and not credential.token_url:
                user, password = map(_variable, held_options(self.sdk, credential))
                yield f"-u {word(user, ':', password)}"
            case Carrier.HEADER:
                yield header(credential.wire_name, credential.prefix, secret)
            case Carrier.COOKIE:
                start = f"{credential.wire_name}={credential.prefix}"
                yield f"-b {word(start, secret)}"
            case Carrier.QUERY:
                return
            case _:
                assert_never(credential.carrier)

    def _secret(self, credential: Credential) -> Variable | str:
        if credential.token_url is not None:
            return Variable(_TOKEN)
        return _variable(held_options(self.sdk, credential)[0])


def _variable(option: Option) -> Variable | str:
    return Variable(option.env) if option.env else f"<{option.name}>"


def _style(argument: Argument) -> ParamStyle:
    """How a parameter is written; in the usual way of a path or header if nothing is said."""
    style = argument.style
    if style is None:
        return _SIMPLE
    return ParamStyle(
        style.name.value,
        style.explode,
        allow_reserved=style.allow_reserved,
        whole=style.whole,
    )
