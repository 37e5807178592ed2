"""A surface as the text of ``.surface.json``: a line for each thing that a reviewer would look at.

It is committed with the client, to be read in diffs and compared (``compare``): it has what signatures do
not show, such as routes, retries and environment variables, and what they do. Everything is written by
the encoder of JSON, in ASCII; what is as usual is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from ..ir import Literals, PageItem, Scalar, Unknown
from ..naming import TypeName
from ..surface_file import SURFACE_FORMAT
from .arguments import Argument
from .model import Credential, Method, Option, Page, Sdk
from .returned import (
    BinaryResult,
    ModelResult,
    NoResult,
    PageResult,
    Result,
    StreamResult,
    SwitchedResult,
    TextResult,
)
from .types import (
    Alias,
    Definition,
    Discriminator,
    Field,
    ListOf,
    MapOf,
    Model,
    Named,
    Nullable,
    TupleOf,
    TypeExpression,
    UnionOf,
)

Value = Any
Entry = tuple[str, Value]


def recorded(sdk: Sdk) -> str:
    """The text of the file: the same one for the same surface."""
    sections: dict[str, Iterator[Entry]] = {
        "client": _client(sdk),
        "options": _options(sdk),
        "credentials": ((c.scheme, _credential(c)) for c in sdk.credentials),
        "pages": ((page.sync_class, _page(page)) for page in sdk.pages),
        "methods": _methods(sdk),
        "types": _types(sdk),
    }
    encode = json.JSONEncoder(default=str).encode
    parts = [f'{{\n "format": {SURFACE_FORMAT}']
    for name, entries in sections.items():
        known = sorted(dict(entries).items())
        lines = ",".join(f"\n  {encode(key)}: {encode(value)}" for key, value in known)
        parts.append(f' "{name}": {{{lines}\n }}')
    return ",\n".join(parts) + "\n}\n"


def _shortened(entry: Mapping[str, Value]) -> Mapping[str, Value]:
    """An entry without what is absent or as usual."""
    return {
        key: value
        for key, value in entry.items()
        if value is not None and value is not False and value != () and value != {}
    }


def _client(sdk: Sdk) -> Iterator[Entry]:
    prefix, policy = sdk.env_prefix, sdk.retries
    yield "classes", (sdk.client, sdk.async_client)
    yield "package", sdk.package.import_name
    yield "security", sdk.security
    yield "arrays", sdk.array_format
    yield "objects", sdk.nested_format
    yield "default_headers", dict(sorted(sdk.default_headers.items()))
    if sdk.error_classes is not None:
        classes = sdk.error_classes.classes
        yield "errors", {c.name: c.base for c in sorted(classes, key=lambda c: c.name)}
    for name, url in sdk.environments.items():
        yield f"environments.{name}", url
    yield "retries.calls", policy.mode
    yield "retries.delays", policy.delays
    yield "retries.idempotency_header", policy.idempotency_header
    for name in ("base_url", "custom_headers", "log"):
        yield f"variables.{name}", f"{prefix}_{name.upper()}"


def _options(sdk: Sdk) -> Iterator[Entry]:
    yield "base_url", _shortened({"type": "string", "default": sdk.base_url or None})
    yield "max_retries", {"type": "integer", "default": sdk.retries.max_retries}
    yield "timeout", {"type": "number", "default": sdk.timeout_seconds}
    for option in sdk.options:
        yield option.name, _option(option)


def _option(option: Option) -> Mapping[str, Value]:
    default = {} if option.default is None else {"default": option.default}
    facts = _shortened(
        {
            "type": option.kind.value,
            "required": option.required,
            "needed": option.needed,
            "variable": option.env,
            "header": option.header,
            "query": option.query,
            "cookie": option.cookie,
            "url_variable": option.url_variable,
        }
    )
    return {**facts, **default}


def _credential(found: Credential) -> Mapping[str, Value]:
    return _shortened(
        {
            "option": found.option,
            "in": found.carrier.value,
            "name": found.wire_name,
            "prefix": found.prefix or None,
            "partner": found.partner,
            "token_url": found.token_url,
        }
    )


def _page(page: Page) -> Mapping[str, Value]:
    return _shortened(
        {
            "kind": page.kind.value,
            "async": page.async_class,
            "params": dict(sorted(page.params.items())),
            "fields": dict(sorted(page.fields.items())),
            "headers": dict(sorted(page.headers.items())),
            "whole": page.whole,
        }
    )


def _methods(sdk: Sdk) -> Iterator[Entry]:
    for method in sdk.every_method():
        yield method.dotted, _method(sdk, method)
        for argument in method.arguments:
            yield f"{method.dotted}({argument.name})", _argument(argument)
    for resource in sdk.every_resource():
        for webhook in resource.webhooks:
            yield ".".join(webhook.path), _shortened(
                {
                    "reads": _type(webhook.type),
                    "key": webhook.key or None,
                    "verified": webhook.is_verified,
                    "deprecated": webhook.deprecated,
                }
            )


def _method(sdk: Sdk, method: Method) -> Mapping[str, Value]:
    own, scope = method.defaults, method.scope
    return _shortened(
        {
            "request": f"{method.verb} {method.route}",
            "query": dict(method.query),
            "server": method.server,
            "positional": tuple(a.name for a in method.arguments if a.positional),
            "sends": method.body.media_type if method.body else None,
            "returns": _result(sdk, method.result),
            "max_retries": own.max_retries,
            "retried": own.retries,
            "timeout": own.timeout_seconds,
            "security": method.security if method.has_own_security else None,
            "scope": dict(sorted(scope.choices.items())) if scope else None,
            "variants": tuple(tuple(a.name for a in v) for v in method.variants),
            "either": method.either,
            "deprecated": method.deprecated,
            "removed": method.is_removed,
        }
    )


def _argument(argument: Argument) -> Mapping[str, Value]:
    wire, style = argument.wire_name, argument.style
    return _shortened(
        {
            "in": argument.location.value,
            "part": argument.part.value if argument.part else None,
            "wire": wire if wire != argument.name else None,
            "type": _type(argument.type),
            "required": argument.required,
            "style": (style.name.value, style.explode) if style else None,
            "deprecated": argument.deprecated,
        }
    )


def _result(sdk: Sdk, result: Result) -> Value:
    match result:
        case ModelResult(type=found, statuses=statuses, unwrapped=unwrapped):
            kinds = {status: _type(t) for status, t in statuses}
            return _shortened(
                {"value": _type(found), "statuses": kinds, "unwrapped": unwrapped}
            )
        case PageResult(scheme=scheme, item=item, in_body=in_body):
            page = sdk.page(scheme).sync_class
            return _shortened({"page": page, "item": _type(item), "in_body": in_body})
        case StreamResult(item=item):
            return {"stream": "event" if item is None else _type(item)}
        case SwitchedResult(switch=switch, value=value, stream=stream):
            either = {**_result(sdk, value), **_result(sdk, stream)}
            return {**either, "switch": switch}
        case BinaryResult():
            return {"bytes": True}
        case TextResult():
            return {"text": True}
        case NoResult():
            return None
    assert_never(result)


def _types(sdk: Sdk) -> Iterator[Entry]:
    for definition in sdk.types:
        name = _name(definition.name)
        yield name, _definition(definition)
        if isinstance(definition, Model):
            for field in definition.fields:
                yield f"{name}.{field.name}", _field(field)


def _definition(definition: Definition) -> Mapping[str, Value]:
    direction = definition.direction.value
    match definition:
        case Alias(type=meaning):
            return {"is": direction, "type": _type(meaning)}
        case Model(base=base, extra=extra, subtypes=subtypes):
            return _shortened(
                {
                    "is": direction,
                    "base": _name(base) if base else None,
                    "extra": _type(extra) if extra is not None else None,
                    **(_discriminator(subtypes) if subtypes else {}),
                }
            )
    assert_never(definition)


def _field(field: Field) -> Mapping[str, Value]:
    wire = field.wire_name
    return _shortened(
        {
            "type": _type(field.type),
            "required": field.required,
            "wire": wire if wire != field.name else None,
            "deprecated": field.deprecated,
        }
    )


def _name(name: TypeName) -> str:
    return ".".join((*name.module, name.name))


def _type(found: TypeExpression) -> Value:
    """A type: the name of a kind or definition, or an object that says what is made of others."""
    match found:
        case Named(name):
            return _name(name)
        case Scalar(kind=kind):
            return kind.value
        case Literals(values):
            return {"enum": sorted(values, key=repr)}
        case ListOf(item):
            return {"list": _type(item)}
        case TupleOf(items):
            return {"tuple": [_type(item) for item in items]}
        case MapOf(value):
            return {"map": _type(value)}
        case Nullable(inner):
            return {"nullable": _type(inner)}
        case UnionOf(members, discriminator):
            by = _discriminator(discriminator) if discriminator else {}
            return {"union": [_type(member) for member in members], **by}
        case Unknown():
            return "any"
        case PageItem():
            return "item"
    assert_never(found)


def _discriminator(found: Discriminator) -> Mapping[str, Value]:
    tags = [(value, _type(member)) for value, member in found.tags]
    return {"by": found.property, "tags": sorted(tags, key=repr)}
