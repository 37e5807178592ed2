"""Views of the package's own tests: each method is called once against a mock of the API.

Their client decodes strictly, so a response that is not of the described type fails its test.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from ...surface import (
    Alias,
    BinaryResult,
    ListOf,
    Literals,
    MapOf,
    Method,
    Model,
    ModelResult,
    Named,
    NoResult,
    Nullable,
    PageItem,
    PageResult,
    Resource,
    Result,
    Scalar,
    ScalarKind,
    Sdk,
    StreamResult,
    SwitchedResult,
    TextResult,
    TupleOf,
    TypeExpression,
    TypeName,
    UnionOf,
    Unknown,
)
from ..notation.credentials import sample_of
from ..notation.literals import literal
from .layout import Statement, call, is_instance, plain, signature

_INDENT = 8
_CLASSES = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.BOOLEAN: "bool",
}


@dataclass(frozen=True, slots=True)
class ModeView:
    """The test of a method in one mode: its signature and what it does."""

    signature: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallTestView:
    """The tests of a method; ``skip`` is a decorator, empty for a test that runs."""

    skip: str
    sync: ModeView
    asynchronous: ModeView


@dataclass(frozen=True, slots=True)
class ApiTestsView:
    """The tests of a resource, at its dotted ``path``; ``final`` if black would change nothing."""

    path: str
    imported: str
    calls: tuple[CallTestView, ...]
    final: bool


@dataclass(frozen=True, slots=True)
class ConftestView:
    """The clients of the tests; ``options`` are arguments as source."""

    package: str
    client: str
    async_client: str
    options: tuple[str, ...]


def conftest(sdk: Sdk) -> ConftestView:
    """The clients of the tests, with a value for each option that a call needs."""
    keys = _usable_credentials(sdk)
    partners = {c.partner for c in sdk.credentials if c.option in keys}
    given = (
        o for o in sdk.options if o.required or o.needed or o.key in keys | partners
    )
    return ConftestView(
        package=sdk.package.import_name,
        client=sdk.client,
        async_client=sdk.async_client,
        options=tuple(f"{o.name}={literal(sample_of(o))}" for o in given),
    )


def api_tests(sdk: Sdk) -> Iterator[tuple[str, ApiTestsView]]:
    """The path and the view of the tests of each resource that has methods to test.

    No test may leave the machine: a method with a server of its own, and one that needs a token
    from an endpoint, have none. Nor has one that takes tuples, since examples hold lists.
    """
    if not sdk.package.has_tests:
        return
    keys = _usable_credentials(sdk)
    for resource in sdk.every_resource():
        methods = [
            method
            for method in resource.methods
            if _is_testable(method, keys)
            and not any(_has_tuples(sdk, a.type, set()) for a in method.arguments)
        ]
        if methods:
            *folders, name = resource.module[1:]
            path = "/".join(("tests", "api", *folders, f"test_{name}.py"))
            yield path, _view(sdk, resource, methods)


def _view(sdk: Sdk, resource: Resource, methods: list[Method]) -> ApiTestsView:
    """The tests of a resource. Each statement is printed as it is laid out."""
    sync = _Mode("client", sdk.client, "def", "")
    asynchronous = _Mode("async_client", sdk.async_client, "async def", "await ")
    laid_out: list[Statement] = []

    def text(statement: Statement) -> str:
        laid_out.append(statement)
        return statement.text

    def mode(method: Method, mode: _Mode) -> ModeView:
        first = text(mode.signature(method))
        return ModeView(first, tuple(map(text, _statements(sdk, method, mode))))

    calls = tuple(
        CallTestView(
            skip=text(_skip(method.skip_test)) if method.skip_test else "",
            sync=mode(method, sync),
            asynchronous=mode(method, asynchronous),
        )
        for method in methods
    )
    checks = [s.text for s in laid_out if s.text.startswith("assert ")]
    modules = [
        name
        for name in ("pagination", "types")
        if any(f" {name}." in check for check in checks)
    ]
    names = ", ".join((sdk.async_client, sdk.client, *modules))
    start = f"from {sdk.package.import_name} import "
    return ApiTestsView(
        path=".".join(resource.path),
        imported=text(plain(f"{start}{names}", indent=0)),
        calls=calls,
        final=all(statement.final for statement in laid_out),
    )


def _skip(reason: str) -> Statement:
    return plain(f"@pytest.mark.skip(reason={literal(reason)})", indent=4)


@dataclass(frozen=True, slots=True)
class _Mode:
    """The words that differ between the modes: the fixture, its class, and what Python adds."""

    fixture: str
    client: str
    defined: str
    awaited: str

    def signature(self, method: Method) -> Statement:
        """The first line of a test, or lines."""
        start = f"{self.defined} test_{method.name}("
        given = f"self, {self.fixture}: {self.client}"
        return signature(start, given, ") -> None:", indent=4)


def _is_testable(method: Method, keys: frozenset[str]) -> bool:
    is_open = not method.security or any(keys.issuperset(a) for a in method.security)
    return method.server is None and is_open


def _has_tuples(sdk: Sdk, ref: TypeExpression, seen: set[TypeName]) -> bool:
    """Whether a tuple is somewhere in a type; ``seen`` are the names that were followed."""
    match ref:
        case TupleOf():
            return True
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return _has_tuples(sdk, inner, seen)
        case UnionOf(members):
            return any(_has_tuples(sdk, member, seen) for member in members)
        case Named(name):
            if name in seen or name not in sdk.definitions:
                return False
            seen.add(name)
            found = sdk.definitions[name]
            if isinstance(found, Alias):
                return _has_tuples(sdk, found.type, seen)
            return any(_has_tuples(sdk, field.type, seen) for field in found.fields)
        case Scalar() | Literals() | Unknown() | PageItem():
            return False
    assert_never(ref)


def _usable_credentials(sdk: Sdk) -> frozenset[str]:
    """The options of the credentials that are sent as they are; none if a client cannot be given
    all of them together."""
    plain = {c.option for c in sdk.credentials if c.token_url is None}
    own = (method.security for method in sdk.every_method())
    alternatives = [set(a) for security in (sdk.security, *own) for a in security]
    keys = frozenset(key for a in alternatives if a <= plain for key in a)
    is_half = any(a & keys and not a <= keys for a in alternatives)
    return frozenset() if is_half else keys


def _statements(sdk: Sdk, method: Method, mode: _Mode) -> Iterator[Statement]:
    """What a test does: it calls the method, and checks the type of what is returned."""
    check = _check(sdk, method.result, is_async=bool(mode.awaited))
    target, statement = check if check else ("", None)
    called = f"{mode.awaited}{mode.fixture}.{method.dotted}"
    yield call(target, called, method.example.arguments, indent=_INDENT)
    if statement:
        yield statement


def _check(sdk: Sdk, result: Result, *, is_async: bool) -> tuple[str, Statement] | None:
    """What a result is called, and an assertion about it; None where it is nothing, or of one of
    several classes, which the client has checked."""
    match result:
        case NoResult():
            return None
        case StreamResult():
            items = "[item async for item in stream]" if is_async else "list(stream)"
            return "stream", plain(f"assert {items}", indent=_INDENT)
        case BinaryResult():
            name, value, class_ = "response", "response.read()", "bytes"
            value = f"await {value}" if is_async else value
        case PageResult(scheme=scheme):
            page = sdk.page(scheme)
            found = page.async_class if is_async else page.sync_class
            name, value, class_ = "page", "page", f"pagination.{found}"
        case TextResult():
            name, value, class_ = "result", "result", "str"
        case ModelResult(type=ref) | SwitchedResult(value=ModelResult(type=ref)):
            name, value, class_ = "result", "result", _class_of(sdk, ref)
        case _:
            assert_never(result)
    return (name, is_instance(value, class_, indent=_INDENT)) if class_ else None


def _class_of(sdk: Sdk, ref: TypeExpression) -> str:
    """The class of every value of a type, as source; empty if there are several."""
    match ref:
        case Scalar(kind=kind):
            return _CLASSES.get(kind, "")
        case TupleOf() | Nullable() | UnionOf() | Literals() | Unknown() | PageItem():
            return ""
        case ListOf():
            return "list"
        case MapOf():
            return "dict"
        case Named(name):
            found = sdk.definitions.get(name)
            if isinstance(found, Alias):
                return _class_of(sdk, found.type)
            is_public = isinstance(found, Model) and found.root is None
            return ".".join((*name.module[:-1], name.name)) if is_public else ""
    assert_never(ref)
