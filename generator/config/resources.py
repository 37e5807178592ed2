"""The resource tree: models, methods, subresources."""

from __future__ import annotations

from ..openapi import Cursor
from . import keys
from .model import MethodConfig, ModelConfig, ResourceConfig

VERBS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
SHARED = "$shared"
ROOT = "$client"


def read_resources(
    root: Cursor,
) -> tuple[tuple[ResourceConfig, ...], tuple[ModelConfig, ...]]:
    """The top-level resources in their order, and the shared models."""
    section = root.at("resources")
    if section is None:
        root.error(
            "C003",
            "the configuration has no resources",
            help="add resources: with the methods to generate",
        )
        return (), ()
    resources: list[ResourceConfig] = []
    shared: tuple[ModelConfig, ...] = ()
    for name, entry in section.entries():
        if name == SHARED:
            keys.SHARED.check(entry)
            shared = _models(entry)
        elif name == ROOT:
            entry.warning(
                "C002",
                "methods of the client itself are not read yet",
                help="move them",
            )
        else:
            resources.append(_resource((name,), entry))
    return tuple(resources), shared


def model_target(dotted: str) -> tuple[tuple[str, ...], str]:
    """The resource and the name of a model written as ``resource.model``."""
    *resource, name = dotted.split(".")
    return tuple(resource), name


def _resource(path: tuple[str, ...], cursor: Cursor) -> ResourceConfig:
    keys.RESOURCE.check(cursor)
    methods = cursor.at("methods")
    children = cursor.at("subresources")
    read = (_method(name, c) for name, c in methods.entries()) if methods else ()
    return ResourceConfig(
        path=path,
        models=_models(cursor),
        methods=tuple(method for method in read if method is not None),
        children=(
            tuple(_resource((*path, n), c) for n, c in children.entries())
            if children
            else ()
        ),
        description=cursor.text("description"),
        deprecated=_words(cursor.at("deprecated")),
        place=cursor.place,
    )


def _models(cursor: Cursor) -> tuple[ModelConfig, ...]:
    section = cursor.at("models")
    models: list[ModelConfig] = []
    for name, entry in section.entries() if section else ():
        target = _target(name, entry)
        if target is not None:
            models.append(ModelConfig(name, target, entry.place))
    return tuple(models)


def _target(name: str, entry: Cursor) -> str | None:
    if not isinstance(entry.value, dict):
        return entry.as_text()
    keys.MODEL.check(entry)
    kind = entry.text("type")
    if kind not in (None, "model"):
        entry.warning(
            "C002",
            f"models of the type '{kind}' are not read yet",
            help="remove the model, or use a version that reads it",
        )
        return None
    target = entry.text("openapi_uri")
    if target is None:
        entry.error(
            "C007",
            f"the model '{name}' names no schema",
            help="add openapi_uri: with the name of a component",
        )
    return target


def _method(name: str, cursor: Cursor) -> MethodConfig | None:
    if isinstance(cursor.value, str):
        endpoint: str | None = cursor.value
    else:
        keys.METHOD.check(cursor)
        if cursor.value is not None and not isinstance(cursor.value, dict):
            return None
        if cursor.text("type") not in (None, "http"):
            cursor.warning(
                "C002",
                f"methods of the type '{cursor.text('type')}' are not read yet",
                help="remove the method, or use a version that reads it",
            )
            return None
        endpoint = cursor.text("endpoint")
    verb, _, path = (endpoint or "").partition(" ")
    if verb.lower() not in VERBS or not path.strip().startswith("/"):
        cursor.error(
            "C007",
            f"the method '{name}' names no endpoint",
            help="write it as '<verb> <path>', e.g. 'get /zones/{zone_id}'",
        )
        return None
    paginated = cursor.at("paginated")
    positional = (
        cursor.strings("positional_params") if cursor.has("positional_params") else None
    )
    return MethodConfig(
        name=name,
        verb=verb.lower(),
        path=path.strip(),
        paginated=_paginated(paginated),
        positional=positional,
        deprecated=_words(cursor.at("deprecated")),
        place=cursor.place,
        paginated_place=paginated.place if paginated else cursor.place,
    )


def _paginated(cursor: Cursor | None) -> str | bool | None:
    if cursor is None or cursor.value is None or isinstance(cursor.value, bool):
        return cursor.value if cursor else None
    return cursor.as_text()


def _words(cursor: Cursor | None) -> str | None:
    """A text, or the Python text of a map from languages to texts."""
    if cursor is None:
        return None
    if isinstance(cursor.value, dict):
        return cursor.text("python")
    return "deprecated" if cursor.value is True else cursor.as_text()
