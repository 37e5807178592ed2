"""Views of the package's own tests: each method is called once against a mock of the API.

Their client decodes strictly, so a response that is not of the described type fails its test.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import assert_never

from msgspec import Struct

from ...surface import (
    Alias,
    ListOf,
    Literals,
    Location,
    MapOf,
    Method,
    Named,
    Nullable,
    PageItem,
    Resource,
    Scalar,
    Sdk,
    TupleOf,
    TypeExpression,
    TypeName,
    UnionOf,
    Unknown,
    names_in,
)
from ..notation.credentials import sample_of
from ..notation.examples import given_as_source
from ..notation.literals import literal
from .result_checks import checks_of


class ModeView(Struct, frozen=True):
    """The test of a method in one mode: its signature and what it does."""

    signature: str
    statements: tuple[str, ...]


class CallTestView(Struct, frozen=True):
    """The tests of a method; ``skip`` is a decorator, empty for a test that runs."""

    skip: str
    sync: ModeView
    asynchronous: ModeView


class ApiTestsView(Struct, frozen=True):
    """The tests of a resource, at its dotted ``path``."""

    path: str
    imported: str
    calls: tuple[CallTestView, ...]


class ConftestView(Struct, frozen=True):
    """The clients of the tests; ``options`` are arguments as source."""

    package: str
    client: str
    async_client: str
    options: tuple[str, ...]


def conftest(sdk: Sdk) -> ConftestView:
    """The clients of the tests, with a value for each option that a call needs."""
    keys = _usable_credentials(sdk)
    given = (o for o in sdk.options if o.required or o.needed or o.key in keys)
    return ConftestView(
        package=sdk.package.import_name,
        client=sdk.client,
        async_client=sdk.async_client,
        options=tuple(f"{o.name}={literal(sample_of(o))}" for o in given),
    )


def api_tests(sdk: Sdk) -> Iterator[tuple[str, ApiTestsView]]:
    """The path and the view of the tests of each resource that has methods to test.

    No test may leave the machine: a method with a server of its own, and one that needs a token
    from an endpoint, have none. Nor has one that takes tuples, since examples hold lists, nor one
    whose example leaves a part of the path empty, which the client refuses.
    """
    if not sdk.package.has_tests:
        return
    keys, with_tuples = _usable_credentials(sdk), _with_tuples(sdk)
    for resource in sdk.every_resource():
        methods = [
            method
            for method in resource.methods
            if _is_testable(method, keys)
            and _has_path(method)
            and not any(
                _is_with_tuple(a.type) or not with_tuples.isdisjoint(names_in(a.type))
                for a in method.arguments
            )
        ]
        if methods:
            *folders, name = (
                resource.path if resource.is_client else resource.module[1:]
            )
            path = "/".join(("tests", "api_resources", *folders, f"test_{name}.py"))
            yield path, _view(sdk, resource, methods)


def _view(sdk: Sdk, resource: Resource, methods: list[Method]) -> ApiTestsView:
    sync = _Mode("client", sdk.client, "def", "")
    asynchronous = _Mode("async_client", sdk.async_client, "async def", "await ")

    def mode(method: Method, mode: _Mode) -> ModeView:
        statements = tuple(_statements(sdk, method, mode))
        return ModeView(mode.signature(method), statements)

    calls = tuple(
        CallTestView(
            skip=_skip(method.skip_test) if method.skip_test else "",
            sync=mode(method, sync),
            asynchronous=mode(method, asynchronous),
        )
        for method in methods
    )
    checks = [s for call in calls for s in call.sync.statements[1:]]
    modules = [
        name
        for name in ("pagination", "types")
        if any(f" {name}." in check for check in checks)
    ]
    names = ", ".join((sdk.async_client, sdk.client, *modules))
    return ApiTestsView(
        path=".".join(resource.path),
        imported=f"from {sdk.package.import_name} import {names}",
        calls=calls,
    )


def _skip(reason: str) -> str:
    return f"@pytest.mark.skip(reason={literal(reason)})"


class _Mode(Struct, frozen=True):
    """The words that differ between the modes: the fixture, its class, and what Python adds."""

    fixture: str
    client: str
    defined: str
    awaited: str

    def signature(self, method: Method) -> str:
        """The first line of a test."""
        given = f"self, {self.fixture}: {self.client}"
        return f"{self.defined} test_{method.name}({given}) -> None:"


def _has_path(method: Method) -> bool:
    """Whether the example fills each part of the path."""
    given = method.example.arguments
    return all(
        given.get(argument.name) != ""
        for argument in method.arguments
        if argument.location is Location.PATH
    )


def _is_testable(method: Method, keys: frozenset[str]) -> bool:
    """Whether a client that holds these credentials can call the method: the mock refuses one of
    them without the others of its requirement."""
    alternatives = [set(a) for a in method.security]
    is_open = not alternatives or any(a <= keys for a in alternatives)
    is_half = any(a & keys and not a <= keys for a in alternatives)
    return method.server is None and is_open and not is_half


def _with_tuples(sdk: Sdk) -> frozenset[TypeName]:
    """The types that have a tuple somewhere inside."""
    users: dict[TypeName, list[TypeName]] = defaultdict(list)
    waiting: list[TypeName] = []
    for definition in sdk.types:
        if isinstance(definition, Alias):
            inside = [definition.type]
        else:
            inside = [field.type for field in definition.fields]
        waiting += [definition.name] if any(map(_is_with_tuple, inside)) else []
        for name in chain.from_iterable(map(names_in, inside)):
            users[name].append(definition.name)
    found: set[TypeName] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += users[name]
    return frozenset(found)


def _is_with_tuple(ref: TypeExpression) -> bool:
    """Whether a tuple is in a type, outside the types that it names."""
    match ref:
        case TupleOf():
            return True
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return _is_with_tuple(inner)
        case UnionOf(members):
            return any(map(_is_with_tuple, members))
        case Named() | Scalar() | Literals() | Unknown() | PageItem():
            return False
    assert_never(ref)


def _usable_credentials(sdk: Sdk) -> frozenset[str]:
    """The options of the credentials that are sent as they are, in requirements without others."""
    plain = {
        key
        for c in sdk.credentials
        if c.token_url is None
        for key in (c.option, c.partner)
        if key is not None
    }
    own = (method.security for method in sdk.every_method())
    alternatives = [set(a) for security in (sdk.security, *own) for a in security]
    return frozenset(key for a in alternatives if a <= plain for key in a)


def _statements(sdk: Sdk, method: Method, mode: _Mode) -> Iterator[str]:
    """What a test does: it calls the method, and checks the type of what is returned."""
    name, checks = checks_of(sdk, method.result, is_async=bool(mode.awaited))
    sources = {n: literal(value) for n, value in method.example.arguments.items()}
    given = ", ".join(given_as_source(method, sources))
    target = f"{name} = " if checks else ""
    yield f"{target}{mode.awaited}{mode.fixture}.{method.dotted}({given})"
    yield from checks
