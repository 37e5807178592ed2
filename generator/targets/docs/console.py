"""The console of a method's page: what its script needs to know to build a request.

Decides which inputs there are and what they hold at first; how values are written is up to the
script, which gets the styles as data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from markupsafe import Markup
from msgspec import Struct

from ...surface import (
    Alias,
    Argument,
    BinaryResult,
    BodyPart,
    Credential,
    FormBody,
    JsonBody,
    ListOf,
    Literals,
    Location,
    MapOf,
    Method,
    ModelResult,
    MultipartBody,
    Named,
    NoResult,
    Nullable,
    PageItem,
    PageResult,
    RawBody,
    Result,
    Scalar,
    ScalarKind,
    Sdk,
    StreamResult,
    Style,
    StyleName,
    SwitchedResult,
    TextResult,
    TupleOf,
    TypeExpression,
    UnionOf,
    Unknown,
)
from ..notation.credentials import held_options
from ..notation.examples import holds_files
from .text import embedded, printable

_JSON = "application/json"
_DEEPEST = 8
"""Aliases that refer to aliases; one that is further down takes any JSON."""
_PARAMETERS = (Location.PATH, Location.QUERY, Location.HEADER, Location.SCOPE)
"""Where a page may put a value; the cookies of another server are out of its reach."""


class ConsoleView(Struct, frozen=True):
    """The data of the console, as JSON that HTML may hold, and what it cannot send."""

    data: Markup
    cookies: tuple[str, ...]


def console(sdk: Sdk, method: Method, server: str = "") -> ConsoleView:
    """The console of a method, which calls ``server`` unless it is empty."""
    scope = method.scope
    described = {
        "verb": method.verb.upper(),
        "server": server or method.server or sdk.base_url,
        "path": method.template,
        "query": method.query,
        "accept": _accept(method.result),
        "headers": dict(sdk.default_headers),
        "arrays": sdk.array_format,
        "objects": sdk.nested_format,
        "scope": {"kind": scope.kind, "id": scope.id} if scope else None,
        "parameters": [*_parameters(sdk, method), *_client_headers(sdk)],
        "credentials": [*_credentials(sdk, method)],
        "body": _body(method),
    }
    cookies = [c.wire_name for c in _carried(sdk, method) if _is_cookie(c)]
    cookies += [a.wire_name for a in method.arguments if a.location is Location.COOKIE]
    return ConsoleView(
        embedded(described), tuple(map(printable, dict.fromkeys(cookies)))
    )


def _parameters(sdk: Sdk, method: Method) -> Iterator[Mapping[str, object]]:
    for argument in method.arguments:
        if argument.location not in _PARAMETERS:
            continue
        form, values = _input(sdk, argument.type)
        if argument.style is not None and argument.style.name is StyleName.JSON:
            form, values = "json", ()
        choices = method.scope.choices if method.scope else {}
        yield _stated(
            {
                "name": argument.wire_name,
                "in": argument.location.value,
                "form": form,
                "values": values,
                "value": _text(form, method.example.sent.get(argument.name)),
                "required": argument.required,
                "style": _style(argument.style),
                "kind": choices.get(argument.wire_name),
            }
        )


def _client_headers(sdk: Sdk) -> Iterator[Mapping[str, object]]:
    """Options of the client that are sent as a header with every call."""
    for option in sdk.options:
        if option.header:
            yield _stated(
                {
                    "name": option.header,
                    "in": Location.HEADER.value,
                    "form": "text",
                    "value": _text("text", option.default),
                    "required": option.needed,
                }
            )


def _stated(described: Mapping[str, object]) -> Mapping[str, object]:
    """What is not as usual: a page may have many parameters."""
    return {key: value for key, value in described.items() if value}


def _style(style: Style | None) -> Mapping[str, object]:
    if style is None:
        return {}
    return _stated(
        {
            "name": style.name.value,
            "explode": style.explode,
            "reserved": style.allow_reserved,
            "whole": style.whole,
        }
    )


def _input(
    sdk: Sdk, ref: TypeExpression, depth: int = 0
) -> tuple[str, tuple[object, ...]]:
    """How a value is entered, and those that can be chosen: ``text``, ``choice``, ``lines`` of a
    list, or ``json``."""
    if depth > _DEEPEST:
        return "json", ()
    match ref:
        case Literals(values):
            return "choice", values
        case Scalar(kind=ScalarKind.BOOLEAN):
            return "choice", (True, False)
        case Scalar() | Unknown() | PageItem():
            return "text", ()
        case Nullable(inner):
            return _input(sdk, inner, depth + 1)
        case ListOf(item):
            form, _ = _input(sdk, item, depth + 1)
            return ("lines" if form in ("text", "choice") else "json"), ()
        case UnionOf(members):
            forms = {_input(sdk, member, depth + 1)[0] for member in members}
            if "json" in forms:
                return "json", ()
            return ("lines" if "lines" in forms else "text"), ()
        case Named(name):
            found = sdk.definitions[name]
            if isinstance(found, Alias):
                return _input(sdk, found.type, depth + 1)
            return "json", ()
        case TupleOf() | MapOf():
            return "json", ()
    assert_never(ref)


def _text(form: str, value: object) -> str:
    """What an input holds at first."""
    if value is None or isinstance(value, bytes):
        return ""
    if form == "json":
        return _json(value)
    if form == "lines" and isinstance(value, (list, tuple)):
        listed: list[object] = [*value]
        return "\n".join(_text("text", item) for item in listed)
    return value if isinstance(value, str) else json.dumps(value, default=str)


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=str)


def _carried(sdk: Sdk, method: Method) -> tuple[Credential, ...]:
    """The credentials that any alternative of a method has."""
    known = {credential.option: credential for credential in sdk.credentials}
    wanted = dict.fromkeys(key for keys in method.security for key in keys)
    return tuple(known[key] for key in wanted if key in known)


def _is_cookie(credential: Credential) -> bool:
    return credential.carrier.value == Location.COOKIE.value


def _credentials(sdk: Sdk, method: Method) -> Iterator[Mapping[str, object]]:
    for credential in _carried(sdk, method):
        if _is_cookie(credential):
            continue
        names = [option.name for option in held_options(sdk, credential)]
        yield {
            "names": ["token"] if credential.token_url is not None else names,
            "in": credential.carrier.value,
            "name": credential.wire_name,
            "prefix": credential.prefix,
        }


def _accept(result: Result) -> str:
    match result:
        case SwitchedResult(value=value, stream=stream):
            return ", ".join((*(value.accept or (_JSON,)), *stream.accept))
        case ModelResult(accept=accept) | PageResult(accept=accept):
            return ", ".join(accept or (_JSON,))
        case (
            StreamResult(accept=accept)
            | BinaryResult(accept=accept)
            | TextResult(accept=accept)
        ):
            return ", ".join(accept or ("*/*",))
        case NoResult():
            return "*/*"
    assert_never(result)


def _body(method: Method) -> Mapping[str, object] | None:
    body = method.body
    if body is None:
        return None
    parts: Mapping[BodyPart, list[Argument]] = {
        part: [a for a in method.arguments if a.part is part] for part in BodyPart
    }
    sent = method.example.sent
    whole = next(iter(parts[BodyPart.WHOLE]), None)
    fields = [a for a in parts[BodyPart.FIELD] if a.name in sent]
    described: dict[str, Any] = {
        "type": body.media_type,
        "required": body.required,
        "files": [_file(found) for found in parts[BodyPart.FILE]],
        "value": _json({a.wire_name: sent[a.name] for a in fields}),
    }
    match body:
        case JsonBody():
            described["form"] = "json"
            if whole is not None:
                described["value"] = _text("json", sent.get(whole.name))
        case FormBody():
            described |= {"form": "form", **_written(body)}
        case MultipartBody(objects=objects):
            described |= {"form": "multipart", "objects": objects, **_written(body)}
        case RawBody():
            is_text = whole is not None and not holds_files(whole.type)
            described["form"] = "text" if is_text else "file"
            if whole is not None:
                described["value"] = _text("text", sent.get(whole.name))
        case _:
            assert_never(body)
    return described


def _file(argument: Argument) -> Mapping[str, object]:
    inner = (
        argument.type.inner if isinstance(argument.type, Nullable) else argument.type
    )
    return {
        "name": argument.wire_name,
        "required": argument.required,
        "many": isinstance(inner, ListOf),
    }


def _written(body: FormBody | MultipartBody) -> Mapping[str, object]:
    """How the fields of a form are written."""
    encodings = {
        name: {
            "style": found.style,
            "explode": found.explode,
            "type": found.media_type,
        }
        for name, found in body.encodings.items()
    }
    return {"arrays": body.arrays, "encodings": encodings}
