"""Compares what two sides record of themselves: what programs notice, and no signature shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from .changes import Change, Kind
from .facts import ABSENT, Facts, Part, text_of

# By whether the new side is deprecated.
_OF_ARGUMENTS = Kind.ARGUMENT_NOT_DEPRECATED, Kind.ARGUMENT_DEPRECATED
_OF_FIELDS = Kind.FIELD_NOT_DEPRECATED, Kind.FIELD_DEPRECATED
_CLIENT, _OPTIONS, _RETRIES = "client", "options", "max_retries"
_OF_METHODS = {
    _RETRIES: (Kind.RETRIES, _OPTIONS, _RETRIES),
    "retried": (Kind.RETRIES, _CLIENT, "retries.calls"),
    "timeout": (Kind.OPTION_DEFAULT, _OPTIONS, "timeout"),
    "server": (Kind.ROUTE, _OPTIONS, "base_url"),
}
"""What a method may have of its own: the kind of a change of it, and where the client's is, which other
methods have."""


class FactChanges(Struct, frozen=True):
    """The changes between two sides that record facts."""

    old: Facts
    new: Facts

    def changes(
        self, paths: Mapping[str, str], types: Mapping[str, tuple[str, str]]
    ) -> Iterator[Change]:
        """What differs in what both sides have. ``paths`` has the new path of each method; ``types`` of each
        type, by its recorded name, the name that programs import it by and its new recorded name.
        """
        yield from self._options()
        yield from self._client()
        for name, was in self.old.pages.items():
            now = self.new.pages.get(name, was)
            if was != now:
                owner = f"pagination.{name}"
                yield self._change(
                    Kind.PAGINATION, owner, "", (was, now), ("pages", name, name)
                )
        for path, target in paths.items():
            if path in self.old.methods and target in self.new.methods:
                yield from self._method(path, target)
        yield from self._arguments(paths)
        yield from self._fields(types)

    def _options(self) -> Iterator[Change]:
        for name, before in self.old.options.items():
            after = self.new.options.get(name)
            if after is None:
                continue
            entry = _OPTIONS, name, name
            values = before.get("default", ABSENT), after.get("default", ABSENT)
            if values[0] != values[1]:
                kind = Kind.RETRIES if name == _RETRIES else Kind.OPTION_DEFAULT
                yield self._change(kind, _CLIENT, name, values, entry)
            values = before.get("variable", ABSENT), after.get("variable", ABSENT)
            if values[0] != values[1]:
                yield self._change(Kind.OPTION_VARIABLE, _CLIENT, name, values, entry)

    def _client(self) -> Iterator[Change]:
        for key, was in self.old.client.items():
            section, _, name = key.partition(".")
            now = self.new.client.get(key, was)
            if was == now:
                continue
            entry = _CLIENT, key, key
            match section:
                case "retries":
                    yield self._change(Kind.RETRIES, _CLIENT, name, (was, now), entry)
                case "variables":
                    yield self._change(
                        Kind.OPTION_VARIABLE, _CLIENT, text_of(name), (was, now), entry
                    )
                case "environments":
                    subject = f"environment {text_of(name)}"
                    yield self._change(
                        Kind.OPTION_DEFAULT, _CLIENT, subject, (was, now), entry
                    )
                case _:
                    pass

    def _method(self, path: str, target: str) -> Iterator[Change]:
        before, after = self.old.methods[path], self.new.methods[target]
        owner, entry = f"{_CLIENT}.{path}", ("methods", path, target)
        for key, (kind, section, usual) in _OF_METHODS.items():
            if key in before or key in after:
                was = before.get(key) or _usual(self.old, section, usual)
                now = after.get(key) or _usual(self.new, section, usual)
                subject = "" if kind is Kind.ROUTE else key
                if was != now:
                    yield self._change(kind, owner, subject, (was, now), entry)
        was, now = before.get("asks", ""), after.get("asks", "")
        if before.get("page") == after.get("page") and was != now:
            yield self._change(Kind.PAGINATION, owner, "", (was, now), entry)

    def _arguments(self, paths: Mapping[str, str]) -> Iterator[Change]:
        for part, was in self.old.arguments.items():
            target, name = paths.get(part.owner, ""), part.name
            now = self.new.arguments.get(Part(target, name), was)
            if was != now:
                entry = "methods", f"{part.owner}({name})", f"{target}({name})"
                owner = f"{_CLIENT}.{part.owner}"
                yield self._change(_OF_ARGUMENTS[now], owner, name, ("", ""), entry)

    def _fields(self, types: Mapping[str, tuple[str, str]]) -> Iterator[Change]:
        for part, was in self.old.fields.items():
            owner, target = types.get(part.owner, ("", ""))
            now = self.new.fields.get(Part(target, part.name), was)
            if was != now:
                entry = "types", f"{part.owner}.{part.name}", f"{target}.{part.name}"
                yield self._change(_OF_FIELDS[now], owner, part.name, ("", ""), entry)

    def _change(
        self,
        kind: Kind,
        owner: str,
        subject: str,
        values: tuple[str, str],
        entry: tuple[str, str, str],
    ) -> Change:
        """A change of an entry, whose section and key on both sides are given. Programs meet only that
        a variable is no longer read."""
        section, before, after = entry
        is_lost = kind is Kind.OPTION_VARIABLE and values[0] != ABSENT
        return Change(
            kind=kind,
            owner=owner,
            subject=subject,
            old=values[0],
            new=values[1],
            old_place=self.old.place(section, before),
            new_place=self.new.place(section, after),
            compatible=not is_lost,
        )


def _usual(facts: Facts, section: str, name: str) -> str:
    """What methods have that have nothing of their own."""
    if section == _CLIENT:
        return facts.client.get(name, ABSENT)
    return facts.options.get(name, {}).get("default", ABSENT)
