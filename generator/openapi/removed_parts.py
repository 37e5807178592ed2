"""Arguments, properties and values that operations and schemas have lost, brought back as deprecated.

Compares two parts that stand for the same thing, first what they have, then what is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..source.document import Value
from .patch import Patch, Path
from .roots import (
    Parameters,
    Root,
    mapping_at,
    parameters_of,
    referred,
    target,
    value_at,
)
from .successors import Endpoint, renamed

_Tokens = tuple[str, ...]
_BODIES = ("body",)
_HOMES = ("components", "definitions", "parameters", "responses")
_UNIONS = ("oneOf", "anyOf")


class PairedSchemas:
    """Brings parts of one description into another one.

    ``successor`` gives what the owner says about a part, by its name; ``until`` is the version of the
    client that no longer has the parts.
    """

    def __init__(
        self,
        old: Root,
        patch: Patch,
        successor: Callable[[str], str | None],
        until: str,
    ) -> None:
        self._old = old
        self._patch = patch
        self._successor = successor
        self._until = until
        self._now = patch.value
        self._seen: set[tuple[_Tokens, _Tokens]] = set()

    def operation(self, former: Endpoint, now: Endpoint) -> None:
        """Bring back what an operation has lost: parameters, and what is in its bodies."""
        (verb, path), (now_verb, now_path) = former, now
        old = self._old.value["paths"][path][verb]
        new = self._patch.value["paths"][now_path][now_verb]
        olds = parameters_of(self._old, path, old, verb)
        news = parameters_of(self._patch.value, now_path, new, now_verb)
        at_old, at_new = ("paths", path, verb), ("paths", now_path, now_verb)
        self._parameters(olds, news, f"{verb} {path}", at_new)
        for key, (tokens, stated) in olds.items():
            if key in news and "schema" in stated:
                at = news[key][0]
                self._pair((*tokens, "schema"), (*at, "schema"), "", at)
            elif key in news:
                self._pair(tokens, news[key][0], "")
        self._contents(old, new, (*at_old, "requestBody"), (*at_new, "requestBody"))
        responses = mapping_at(old, "responses")
        for status in responses:
            inner = ("responses", status)
            if status in mapping_at(new, "responses"):
                self._contents(old, new, (*at_old, *inner), (*at_new, *inner))

    def component(self, name: str) -> None:
        """Bring back what a schema with a name has lost, or the schema."""
        at = (*self._old.home, name)
        if value_at(self._patch.value, at) is None:
            for found in self._bring(at):
                self.bring_references(found)
        else:
            self._pair(at, at, name)

    def bring_references(self, value: Value) -> None:
        """Bring what a value of the former description refers to and the present one no longer has."""
        waiting = [value]
        while waiting:
            for at in [*_references(waiting.pop(), self._old.home)]:
                waiting += self._bring(at)

    def _bring(self, at: _Tokens) -> list[Value]:
        """Bring a component, unless there is one; returns what was brought."""
        found = value_at(self._old.value, at)
        if found is None or value_at(self._patch.value, at) is not None:
            return []
        if len(at) < 2 or at[0] not in _HOMES:
            return (
                []
            )  # inside a part without a name: what needs it is left out with a finding
        for depth in range(1, len(at)):
            above = at[:depth]
            if value_at(self._patch.value, above) is None:
                self._put(above, {}, above)
            if not isinstance(value_at(self._patch.value, above), dict):
                return []
        self._put(at, found, at)
        return [found]

    def _parameters(
        self, olds: Parameters, news: Parameters, operation: str, at: _Tokens
    ) -> None:
        taken = {name for _, name in news} | self._body_names(at)
        for (place, name), (tokens, stated) in olds.items():
            if name in taken or place in ("path", *_BODIES):
                continue
            former = {n: _schema(p) for (w, n), (_, p) in olds.items() if w == place}
            present = {n: _schema(p) for (w, n), (_, p) in news.items() if w == place}
            other = self._successor(f"{operation} {name}") or renamed(
                name, former, present
            )
            copy = {k: v for k, v in stated.items() if k != "required"}
            copy |= self._marks(copy, other)
            self.bring_references(copy)
            if not isinstance(value_at(self._patch.value, (*at, "parameters")), list):
                self._put((*at, "parameters"), [], tokens)
            self._append((*at, "parameters"), copy, tokens)

    def _body_names(self, at: _Tokens) -> set[str]:
        """The properties of the bodies of an operation, which are arguments as well."""
        root = self._patch.value
        found: set[str] = set()
        _, body = target(root, value_at(root, (*at, "requestBody")), at)
        for media in mapping_at(body, "content").values():
            found |= self._names(mapping_at(media, "schema"))
        return found

    def _contents(
        self, old: Value, new: Value, at_old: _Tokens, at_new: _Tokens
    ) -> None:
        """Compare a request body or a response with its counterpart, in each media type."""
        root = self._patch.value
        at_old, stated = target(
            self._old.value, value_at(self._old.value, at_old), at_old
        )
        at_new, now = target(root, value_at(root, at_new), at_new)
        self._schemas_of(at_old, stated, at_new, now)  # of Swagger 2.0
        for name, media in mapping_at(stated, "content").items():
            inner = mapping_at(now, "content").get(name)
            place = ("content", name)
            if isinstance(inner, dict):
                self._schemas_of((*at_old, *place), media, (*at_new, *place), inner)

    def _schemas_of(
        self, at_old: _Tokens, old: Value, at_new: _Tokens, new: Value
    ) -> None:
        """Compare the schemas of two parts, if both have one."""
        if "schema" in mapping_at(old) and "schema" in mapping_at(new):
            self._pair((*at_old, "schema"), (*at_new, "schema"), "")

    def _pair(
        self,
        at_old: _Tokens,
        at_new: _Tokens,
        name: str,
        holder: _Tokens = (),
        known: frozenset[str] = frozenset(),
    ) -> None:
        """Bring back what a schema has lost against its counterpart.

        ``name`` is how the owner names the schema, ``holder`` what a reader sees of it besides, and
        ``known`` are properties that the object has elsewhere.
        """
        old, new = value_at(self._old.value, at_old), value_at(
            self._patch.value, at_new
        )
        if (at_old, at_new) in self._seen:
            return
        self._seen.add((at_old, at_new))
        if not isinstance(old, dict) or not isinstance(new, dict):
            return
        if "$ref" in old or "$ref" in new:
            self._renamed_component(old, new)
            return
        known |= self._names(new)
        self._properties(at_old, at_new, name, known)
        self._values(old, at_old, at_new, holder or at_new)
        for key, inner in _inner(old, new):
            nested = f"{name}.{inner[-1]}" if name and key == "properties" else ""
            around = known if key == "allOf" else frozenset[str]()
            self._pair((*at_old, *inner), (*at_new, *inner), nested, (), around)

    def _renamed_component(
        self, old: Mapping[str, Value], new: Mapping[str, Value]
    ) -> None:
        """Compare schemas with names of which one has taken the place of the other."""
        at_old, at_new = referred(old), referred(new)
        if at_old is None or at_new is None or at_old == at_new:
            return
        is_gone = value_at(self._now, at_old) is None
        if is_gone and value_at(self._old.value, at_new) is None:
            self._pair(at_old, at_new, "")

    def _properties(
        self, at_old: _Tokens, at_new: _Tokens, name: str, known: frozenset[str]
    ) -> None:
        former = mapping_at(self._old.value, *at_old, "properties")
        present = dict(mapping_at(self._patch.value, *at_new, "properties"))
        if not former or not (present or known):
            return  # no longer an object with properties
        for key, schema in former.items():
            if key in known or key in present:
                continue
            stated = self._successor(f"{name}.{key}") if name else None
            other = stated or renamed(key, former, present)
            copy = (
                {**schema, **self._marks(schema, other)}
                if isinstance(schema, dict)
                else schema
            )
            self.bring_references(copy)
            if "properties" not in mapping_at(self._patch.value, *at_new):
                self._put((*at_new, "properties"), {}, (*at_old, "properties"))
            written = (*at_old, "properties", key)
            self._put((*at_new, "properties", key), copy, written)

    def _values(
        self,
        old: Mapping[str, Value],
        at_old: _Tokens,
        at_new: _Tokens,
        holder: _Tokens,
    ) -> None:
        """Bring back the values that an enum has lost, with a word about them for readers."""
        former = old.get("enum")
        present = value_at(self._patch.value, (*at_new, "enum"))
        if not isinstance(former, list) or not isinstance(present, list):
            return
        gone = [value for value in former if value not in present]
        if not gone or {*map(type, gone)} - {*map(type, present)}:
            return  # values of another type: not the same thing
        for value in gone:
            self._append((*at_new, "enum"), value, (*at_old, "enum"))
        shown = ", ".join(f"`{value}`" for value in gone)
        text = f"Removed from the API, and from this client in {self._until}: {shown}."
        before = value_at(self._patch.value, (*holder, "description"))
        joined = f"{before.rstrip()}\n\n{text}" if isinstance(before, str) else text
        self._put((*holder, "description"), joined, at_old)

    def _put(self, at: _Tokens, value: Value, written: _Tokens) -> None:
        """Place a value of the former description, which is ``written`` there."""
        self._patch.put(self._path(at), value, (self._old.document, written))

    def _append(self, at: _Tokens, value: Value, written: _Tokens) -> None:
        """Add an item of the former description to a list."""
        self._patch.merge(self._path(at), [value], (self._old.document, written))

    def _path(self, at: _Tokens) -> Path:
        """The path in the patch for tokens: indices are numbers there."""
        value, path = self._patch.value, list[str | int]()
        for token in at:
            path.append(int(token) if isinstance(value, list) else token)
            value = value_at(value, (token,))
        return tuple(path)

    def _names(self, schema: Value, hops: int = 20) -> frozenset[str]:
        """The names of the properties of an object, with those of what it is put together from."""
        root = self._patch.value
        _, found = target(root, schema, ())
        names = frozenset(mapping_at(found, "properties"))
        parts = found.get("allOf") if isinstance(found, dict) and hops else None
        for part in parts if isinstance(parts, list) else ():
            names |= self._names(part, hops - 1)
        return names

    def _marks(
        self, stated: Mapping[str, Value], successor: str | None
    ) -> dict[str, Any]:
        """What says that a part is deprecated, and what to use instead."""
        text = removal_text(self._until, successor)
        before = stated.get("description")
        joined = f"{text}\n\n{before}" if isinstance(before, str) and before else text
        return {"deprecated": True, "description": joined}


def removal_text(until: str, successor: str | None) -> str:
    """Why a part is deprecated, for readers: when it goes, and what to use."""
    hint = f"; use `{successor}` instead" if successor else ""
    return f"Removed from the API, and from this client in {until}{hint}."


def _schema(parameter: Value) -> Value:
    """What tells parameters apart: the schema, or in Swagger 2.0 the parameter itself."""
    stated = mapping_at(parameter)
    if "schema" in stated:
        text = {k: stated[k] for k in ("description",) if k in stated}
        return {**mapping_at(stated, "schema"), **text}
    return {k: v for k, v in stated.items() if k not in ("name", "in", "required")}


def _inner(
    old: Mapping[str, Value], new: Mapping[str, Value]
) -> Iterator[tuple[str, _Tokens]]:
    """Where the schemas inside two schemas are that stand for the same."""
    for name in mapping_at(old, "properties"):
        if name in mapping_at(new, "properties"):
            yield "properties", ("properties", name)
    for key in ("items", "additionalProperties"):
        if isinstance(old.get(key), dict) and isinstance(new.get(key), dict):
            yield key, (key,)
    olds, news = old.get("allOf"), new.get("allOf")
    if isinstance(olds, list) and isinstance(news, list) and len(olds) == len(news):
        yield from (("allOf", ("allOf", str(index))) for index in range(len(olds)))
    for key in _UNIONS:
        olds, news = old.get(key), new.get(key)
        if isinstance(olds, list) and isinstance(news, list):
            only, other = _only(olds), _only(news)
            if only is not None and only == other:
                yield key, (key, str(only))


def _only(variants: list[Value]) -> int | None:
    """The index of the only variant besides null."""
    found = [
        index
        for index, variant in enumerate(variants)
        if mapping_at(variant).get("type") != "null"
    ]
    return found[0] if len(found) == 1 else None


def _references(value: Value, home: _Tokens) -> Iterator[_Tokens]:
    """Where the references inside a value lead, those of discriminators among them."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, list):
            waiting += found
        elif isinstance(found, dict):
            at = referred(found)
            if at is not None:
                yield at
            names = mapping_at(found, "discriminator", "mapping").values()
            for name in (n for n in names if isinstance(n, str)):
                yield referred({"$ref": name}) or (*home, name)
            waiting += found.values()
