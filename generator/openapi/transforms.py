"""The transforms of a configuration: changes to a description before it is read.

Applied before overlays and before references are followed; parts that a transform brings are
placed in the configuration.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

from ..diagnostics import Report
from ..source.document import Document, Value
from ..source.reader import Reader
from .patch import Incompatible, Patch, Path, Source, TooLarge
from .selecting import Unselectable, select_plus
from .transform_paths import (
    inner_first,
    mappings,
    parent_and_key,
    pointer,
    schemas_with,
)

_PLACEHOLDER = "{{value}}"
_NAMING = "x-stainless-naming"
_LONGEST_TEXT = 1_000_000


Stated = tuple[str, Reader]
"""A command and its arguments."""


def apply_transforms(
    root: Document, transforms: Iterable[Stated], report: Report
) -> Document:
    """The root of a description with each transform, in order.

    A transform that cannot be applied as a whole is reported and changes nothing; one that would
    make the description too large is the last that is tried.
    """
    patch = None
    for command, stated in transforms:
        patch = patch or Patch(root)
        try:
            _Transform(patch, command, stated, report).apply()
        except TooLarge:
            break  # reported
    return patch.document() if patch else root


class _Brought(NamedTuple):
    """A value and where it is written."""

    value: Value
    source: Source


class _Transform(Struct, frozen=True):
    """One transform on its way into a description."""

    patch: Patch
    command: str
    stated: Reader
    report: Report

    def apply(self) -> None:
        """Do what the command says to everything that its target selects, or to nothing.

        Raises:
            TooLarge: the description would become too large, which is reported.
        """
        try:
            with self.patch.together():
                _COMMANDS[self.command](self)
        except Unselectable as error:
            self._wrong(str(error), error.remedy)
        except TooLarge as error:
            self._wrong(
                f"{error}, so {self._name} and later ones are not applied",
                _SMALLER,
            )
            raise
        except Incompatible as error:
            self._wrong(
                f"{self._name} does not fit and changes nothing: {error}",
                _HELP,
            )

    def update(self) -> None:
        """Replace values; with ``template``, put the text of each into a text."""
        brought = self._brought("value")
        is_template = self._args.get("template") is True
        for path in self._targets():
            value = brought.value
            if is_template:
                present = self.patch.copy(path)[0]
                if not isinstance(value, str) or not isinstance(present, str):
                    raise Incompatible("a template and its targets are texts")
                value = _filled(value, present)
            self._put(path, value, brought.source)

    def append(self) -> None:
        """Add entries to mappings, which must not have them, or items to lists."""
        brought = self._brought("value", "object")
        for path in self._targets():
            present, value = self.patch.copy(path)[0], brought.value
            if isinstance(present, dict) and isinstance(value, dict):
                for key in value:
                    if key in present:
                        at = pointer((*path, key))
                        raise Incompatible(f"'{at}' is already in the description")
            elif not isinstance(present, list):
                raise Incompatible(f"'{pointer(path)}' is not a mapping or a list")
            self.patch.merge(path, *brought)

    def merge(self) -> None:
        """Merge a mapping into others, at every depth."""
        brought = self._brought("value", "object")
        for path in self._targets():
            self.patch.merge(path, *brought)

    def remove(self) -> None:
        """Take values out, or some keys of mappings."""
        keys = self._args.get("keys")
        names = _listed(keys)
        if not all(isinstance(name, str) for name in names):
            raise Incompatible("'keys' is a key or a list of keys")
        for path in self._targets():
            if keys is None:
                self._remove(path)
                continue
            present = self.patch.copy(path)[0]
            found = [k for k in names if isinstance(present, dict) and k in present]
            for key in found:
                self._remove((*path, key))
            if not found:
                self._missing(f"{pointer(path)} has none of the keys to remove")

    def copy(self) -> None:
        """Copy one value to other places."""
        self._copy()

    def move(self) -> None:
        """Copy one value to other places, and take it from its own."""
        path = self._copy(is_move=True)
        if path is not None:
            self._remove(path)

    def use_any_of(self) -> None:
        """Turn each ``oneOf`` into ``anyOf``."""
        for path in list(schemas_with("oneOf", self.patch.value)):
            if "anyOf" not in self.patch.copy(path)[0]:
                inner = (*path, "oneOf")
                value, source = self.patch.copy(inner)
                self.patch.put((*path, "anyOf"), value, source)
                self.patch.remove(inner)

    def rename(self) -> None:
        """Give names to properties, as ``x-stainless-naming`` does."""
        rename = self._args.get("rename")
        if not isinstance(rename, dict):
            raise Incompatible("it needs 'rename'")
        naming: dict[str, dict[str, Value]] = {}
        for key, name in rename.items():
            language, _, part = key.partition(".")
            naming.setdefault(language, {})[part] = name
        source = self._source("rename")
        for path in self._targets():
            self.patch.merge(path, {_NAMING: naming}, source)

    def replace_body(self) -> None:
        """Give an operation another request body."""
        operation = self._operation()
        if operation is not None:
            brought = self._part("request_body")
            self.patch.put((*operation, "requestBody"), *brought)

    def replace_response(self) -> None:
        """Give an operation another successful response, in place of all that it has."""
        operation = self._operation()
        if operation is None:
            return
        brought = self._part("response")
        self.patch.merge(operation, {"responses": {}}, brought.source)
        responses = (*operation, "responses")
        present = self.patch.copy(responses)[0]
        successes = sorted(key for key in present if key.startswith("2"))
        for key in successes:
            self.patch.remove((*responses, key))
        first = successes[0] if successes else "200"
        self.patch.put((*responses, first), *brought)

    def _operation(self) -> Path | None:
        """The operation of a method; None if the description lacks it, which is reported elsewhere."""
        verb, _, route = str(self._args["endpoint"]).partition(" ")
        path: Path = ("paths", route.strip(), verb.lower())
        found = self.patch.value
        if "swagger" in found:
            raise Incompatible("only OpenAPI 3 has such parts")
        for key in path:
            if not isinstance(found, dict) or key not in found:
                return None
            found = found[key]
        return path if isinstance(found, dict) else None

    def _part(self, key: str) -> _Brought:
        brought = self._brought(key)
        value = brought.value
        if not isinstance(value, dict) or not value.keys() & {"content", "$ref"}:
            raise Incompatible(f"'{key}' has no 'content'")
        return brought

    def extract(self) -> None:
        """Make components of schemas, and refer to them."""
        for ref in _listed(self._args.get("ref")):
            name = ref.get("name") if isinstance(ref, dict) else None
            if not isinstance(name, str):
                raise Incompatible("'ref' needs 'target' and 'name'")
            self._require_schemas()
            at: Path = ("components", "schemas", name)
            # inner ones first, as in _targets
            for path in inner_first(self._selected(ref.get("target"))):
                value, source = self.patch.copy(path)
                self.patch.put(at, value, source)
                self._put(path, {"$ref": pointer(at)}, self._source("ref"))

    def _require_schemas(self) -> None:
        source = self._source("ref")
        self.patch.merge((), {"components": {"schemas": {}}}, source)

    @property
    def _name(self) -> str:
        """What findings call it."""
        is_key = self.command in ("request_body", "response")
        return f"{'the key' if is_key else 'the transform'} '{self.command}'"

    @property
    def _args(self) -> Mapping[str, Value]:
        args: Mapping[str, Value] = self.stated.value
        return args

    def _source(self, key: str) -> Source:
        return self.stated.document, (*self.stated.pointer.tokens, key)

    def _brought(self, *keys: str) -> _Brought:
        """The value under the first of some keys that is there."""
        for key in keys:
            if key in self._args:
                return _Brought(self._args[key], self._source(key))
        raise Incompatible(f"it needs '{keys[0]}'")

    def _targets(self) -> list[Path]:
        """What the targets select, after reporting each that selects nothing."""
        filters = self._args.get("filter")
        only = filters.get("only") if isinstance(filters, dict) else None
        stated = self._args.get("target", only)
        if stated is None:
            raise Incompatible("it needs 'target'")
        return inner_first(self._selected(stated))

    def _selected(self, stated: Value) -> list[Path]:
        found: list[Path] = []
        for target in _listed(stated):
            if isinstance(target, dict) and "matches_schema" in target:
                paths = self._alike(target)
            elif isinstance(target, str):
                paths = select_plus(target, self.patch.value)
            else:
                raise Incompatible("a target is a JSONPath expression")
            if not paths:
                text = target if isinstance(target, str) else target["matches_schema"]
                self._missing(f"the target '{text}' matches nothing")
            found += paths
        return found

    def _alike(self, target: Mapping[str, Value]) -> list[Path]:
        """The schemas that are equal to the one that a target names."""
        model = select_plus(str(target["matches_schema"]), self.patch.value)
        ignored = {
            path
            for text in _listed(target.get("ignore", []))
            for path in select_plus(str(text), self.patch.value)
        }
        if len(model) != 1:
            return []
        value = self.patch.copy(model[0])[0]
        return [
            path
            for path, found in mappings(self.patch.value)
            if found == value and not any(path[: len(i)] == i for i in ignored)
        ]

    def _copy(self, *, is_move: bool = False) -> Path | None:
        start = self._brought("from", "target").value
        found = self._selected(start)
        if len(found) > 1:
            raise Incompatible(f"'{start}' must select one value, not {len(found)}")
        if not found:
            return None
        texts = _listed(self._brought("to").value)
        paths = [self._destination(str(text)) for text in texts]
        for path in paths:
            if path == found[0]:
                raise Incompatible("a value cannot replace itself")
            if is_move and found[0][: len(path)] == path:
                raise Incompatible("a value cannot be moved to what it is in")
            if is_move and path[: len(found[0])] == found[0]:
                raise Incompatible("a value cannot be moved into itself")
        copies = [self.patch.copy(found[0]) for _ in paths]
        for path, (value, source) in zip(paths, copies, strict=True):
            self._put(path, value, source)
        return found[0]

    def _destination(self, text: str) -> Path:
        """The path that an expression names, of which the last key need not exist."""
        found = select_plus(text, self.patch.value)
        if len(found) == 1:
            return found[0]
        parent, key = parent_and_key(text)
        above = select_plus(parent, self.patch.value) if parent else []
        if len(above) != 1 or not isinstance(self.patch.copy(above[0])[0], dict):
            raise Incompatible(f"'{text}' does not name one place in a mapping")
        return (*above[0], key)

    def _put(self, path: Path, value: Value, source: Source) -> None:
        if not path:
            raise Incompatible("the whole description cannot be replaced")
        self.patch.put(path, value, source)

    def _remove(self, path: Path) -> None:
        if not path:
            raise Incompatible("the whole description cannot be removed")
        self.patch.remove(path)

    def _missing(self, message: str) -> None:
        help = "fix the expression, or remove the transform"
        self.report.tolerable("C021", self.stated.place, message, help=help)

    def _wrong(self, message: str, help: str) -> None:
        self.report.tolerable("C020", self.stated.place, message, help=help)


_SMALLER = "bring less: name what is to be changed more precisely"
_HELP = "see 'openapi.transforms' in the reference of the configuration"
_COMMANDS: Mapping[str, Callable[[_Transform], None]] = {
    "update": _Transform.update,
    "append": _Transform.append,
    "merge": _Transform.merge,
    "mergeObject": _Transform.merge,
    "remove": _Transform.remove,
    "copy": _Transform.copy,
    "move": _Transform.move,
    "oneOfToAnyOf": _Transform.use_any_of,
    "renameValue": _Transform.rename,
    "extractToRefs": _Transform.extract,
    # keys of methods
    "request_body": _Transform.replace_body,
    "response": _Transform.replace_response,
}


def _listed(value: Value) -> list[Value]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _filled(template: str, text: str) -> str:
    """A template with a text in its places.

    Raises:
        Incompatible: the result would be too long.
    """
    if len(template) + template.count(_PLACEHOLDER) * len(text) > _LONGEST_TEXT:
        raise Incompatible("the text would become too long")
    return template.replace(_PLACEHOLDER, text)
