"""One value for an argument, and one for the body of a response.

Deliberately simple: where a server would refuse a value, an example in the description replaces it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from ..ir import (
    FORMATS,
    Alias,
    Api,
    Argument,
    BinaryResult,
    Bounds,
    Definition,
    ListOf,
    Literals,
    MapOf,
    Method,
    ModelResult,
    NoResult,
    Nullable,
    Object,
    PageItem,
    PageResult,
    Ref,
    Result,
    Scalar,
    ScalarKind,
    ScopeArgument,
    StreamResult,
    SwitchedResult,
    TextResult,
    TypeId,
    TypeRef,
    UnionOf,
    Unknown,
)

_DEEPEST, _MOST = 6, 150
_FILE = b"raw file contents"


def argument_sample(api: Api, argument: Argument) -> object:
    """A value for an argument: its example, else one of its type."""
    if isinstance(argument, ScopeArgument):
        return argument.wire_name
    if argument.example is not None:
        return argument.example
    return _Sampler(api.types).value(argument.type, argument.wire_name, argument.bounds)


def body_sample(api: Api, method: Method) -> object:
    """A body of the successful response, or an item of a stream: the example, else one of its type;
    None without one."""
    return _body_sample(api, method.result)


def _body_sample(api: Api, result: Result) -> object:
    sampler = _Sampler(api.types)
    match result:
        case NoResult() | BinaryResult():
            return None
        case SwitchedResult(value=value):
            return _body_sample(api, value)
        case (
            ModelResult(example=example)
            | PageResult(example=example)
            | StreamResult(example=example)
            | TextResult(example=example)
        ) if (example is not None):
            return example
        case TextResult():
            return "text"
        case StreamResult(item=item):
            return sampler.value(item, "", ()) if item is not None else None
        case ModelResult(type=ref):
            return sampler.value(ref, "", ())
        case PageResult(scheme=name, item=item):
            scheme = next(s for s in api.pages if s.name == name)
            page = sampler.value(Ref(scheme.id), "", ())
            items = [sampler.value(item, "", ())]
            return _placed(page, scheme.fields["items"], items)
    assert_never(result)


def _placed(page: object, path: tuple[str, ...], items: list[object]) -> object:
    """The page with the items at their place; a list where the page is nothing but its items."""
    if not path:
        return items
    entries = dict(page) if isinstance(page, dict) else {}
    return entries | {path[0]: _placed(entries.get(path[0]), path[1:], items)}


@dataclass(slots=True)
class _Sampler:
    """Makes one value; what is optional is left out once it grew large."""

    types: Mapping[TypeId, Definition]
    count: int = 0
    around: list[TypeId] = field(default_factory=list[TypeId])

    def value(self, ref: TypeRef, name: str, bounds: Bounds) -> object:
        self.count += 1
        match ref:
            case Scalar(kind=kind, format=format_):
                return _scalar(kind, format_, name, dict(bounds))
            case Literals(values):
                return values[0]
            case ListOf(item):
                return [self.value(item, name.removesuffix("s"), ())]
            case MapOf(value):
                return {"key": self.value(value, name, ())}
            case Nullable(inner):
                return self.value(inner, name, bounds)
            case UnionOf(members, discriminator):
                first = self.value(members[0], name, bounds)
                if discriminator is None or not isinstance(first, dict):
                    return first
                tags = (v for v, member in discriminator.tags if member == members[0])
                tag = next(tags, None)
                return first if tag is None else first | {discriminator.property: tag}
            case Ref(target):
                return self._defined(target, name)
            case Unknown() | PageItem():
                return {}
        assert_never(ref)

    def _defined(self, target: TypeId, name: str) -> object:
        definition = self.types.get(target)
        deep = target in self.around or len(self.around) > _DEEPEST
        if definition is None or deep:
            return {}
        self.around.append(target)
        try:
            if isinstance(definition, Alias):
                return self.value(definition.type, name, ())
            return self._object(definition)
        finally:
            self.around.pop()

    def _object(self, definition: Object) -> dict[str, object]:
        base = self.types[definition.base] if definition.base else None
        entries = self._object(base) if isinstance(base, Object) else {}
        for entry in definition.fields:
            if self.count > _MOST and not entry.required:
                continue
            entries[entry.wire_name] = (
                entry.example
                if entry.example is not None
                else self.value(entry.type, entry.wire_name, entry.bounds)
            )
        return entries


def _scalar(
    kind: ScalarKind, format_: str | None, name: str, bounds: Mapping[str, object]
) -> object:
    match kind:
        case ScalarKind.NULL:
            return None
        case ScalarKind.BOOLEAN:
            return True
        case ScalarKind.INTEGER | ScalarKind.NUMBER:
            least, most = bounds.get("minimum"), bounds.get("maximum")
            if isinstance(least, (int, float)) and least > 0:
                return least
            return most if isinstance(most, (int, float)) and most < 0 else 0
        case ScalarKind.FILE | ScalarKind.CONTENT:
            return _FILE
        case (
            ScalarKind.STRING
            | ScalarKind.DATE_TIME
            | ScalarKind.DATE
            | ScalarKind.BINARY
        ):
            known = FORMATS.get(format_ or "")
            text = (known.sample if known else None) or name or "string"
            least = bounds.get("minLength")
            return text.ljust(least, "x") if isinstance(least, int) else text
    assert_never(kind)
