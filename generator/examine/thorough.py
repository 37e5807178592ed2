"""openapi-spec-validator, with a place for each finding.

Runs in the examining process. Its own paths are relative to the schema it looked at, so
each of its keyword validators is wrapped to note the place that it was called with. Defaults are
left to the step before, whose engine for patterns always ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import jsonschema_rs
from jsonschema_path.paths import SchemaPath
from openapi_spec_validator import (
    OpenAPIV2SpecValidator,
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)

from .uris import BASE, uri_of

_VALIDATORS = {
    "2.0": OpenAPIV2SpecValidator,
    "3.0": OpenAPIV30SpecValidator,
    "3.1": OpenAPIV31SpecValidator,
    "3.2": OpenAPIV32SpecValidator,
}


_MOST_RESOLVED = 1_000
"""Paths of which the value is kept: each is asked for a dozen times, most of them in a row."""


class _Handlers(dict[str, Callable[[str], Any]]):
    """Answers for every scheme: one that is left out would be fetched."""

    def __init__(self, documents: Mapping[str, Any]) -> None:
        super().__init__()
        self._documents = documents

    def __contains__(self, scheme: object) -> bool:
        return True

    def __missing__(self, scheme: str) -> Callable[[str], Any]:
        return self._document

    def _document(self, uri: str) -> Any:
        is_ours = uri.startswith(BASE)
        return self._documents[unquote(uri.removeprefix(BASE)) if is_ours else uri]


def examine(
    version: str, root: str, documents: Mapping[str, Any]
) -> Iterator[tuple[list[str], str, str]]:
    """The tokens, the kind and the message of each finding beyond the meta-schema.

    References are looked up in ``documents`` only: no file is opened, nothing is fetched.
    """
    validator = _VALIDATORS[version]
    located = {
        name: _unused(kind) if name == "default" else _located(kind)
        for name, kind in validator.keyword_validators.items()
    }
    path = SchemaPath.from_dict(
        documents[root],
        base_uri=uri_of(root),
        handlers=_Handlers(documents),
        resolved_cache_maxsize=_MOST_RESOLVED,
    )
    checker = type("Located", (validator,), {"keyword_validators": located})(path)
    for error in checker.root_validator(path):
        if version == "2.0" and error.instance == "file":
            continue  # a type of Swagger that only the meta-schema knows
        yield _tokens(error), type(error).__name__, str(error.message)


def _tokens(error: Any) -> list[str]:
    inner = [str(token) for token in error.absolute_path]
    where = list(getattr(error, "where", ()))
    return where if where[-len(inner) :] == inner else where + inner


def _unused(kind: type[Any]) -> type[Any]:
    """The keyword validator that finds nothing."""

    def call(self: Any, *args: Any, **options: Any) -> Iterator[Any]:
        return iter(())

    return type(f"Unused{kind.__name__}", (kind,), {"__call__": call})


class _Ids(set[int]):
    """What has been visited; the validators append to lists, and search these for each schema."""

    append = set.add


def _located(kind: type[Any]) -> type[Any]:
    """The keyword validator that puts its place on errors which have none yet."""

    def begin(self: Any, *args: Any, **options: Any) -> None:
        kind.__init__(self, *args, **options)
        for name in ("visited_schema_ids", "meta_checked_schema_ids"):
            if hasattr(self, name):
                setattr(self, name, _Ids())

    def call(self: Any, *args: Any, **options: Any) -> Iterator[Any]:
        path = next((arg for arg in args if isinstance(arg, SchemaPath)), None)
        for error in kind.__call__(self, *args, **options):
            if path is not None and not hasattr(error, "where"):
                error.where = [str(part) for part in path.parts]
            yield error

    methods = {"__init__": begin, "__call__": call, **_quick(kind)}
    return type(f"Located{kind.__name__}", (kind,), methods)


def _quick(kind: type[Any]) -> dict[str, Callable[..., Any]]:
    """The check of a schema against the meta-schema of OpenAPI 3.0 by another engine, fifty times as fast;
    where it finds something, the slow one says what."""
    if not hasattr(kind, "schema_validator_cls"):
        return {}
    meta = kind.schema_validator_cls.META_SCHEMA
    engine = jsonschema_rs.validator_for(meta, validate_formats=True, offline=True)

    def check(self: Any, path: SchemaPath, schema: Any) -> Any:
        if engine.is_valid(schema):
            return None
        return kind._validate_schema_meta(self, path, schema)

    return {"_validate_schema_meta": check}
