"""A whole configuration for a description, as the mapping that its file would hold."""

from __future__ import annotations

from typing import Any

from ..config import is_endpoint
from ..diagnostics import Report
from ..openapi import Description
from . import names
from .models import SHARED, add_models, is_unicode
from .placing import placings, snake
from .routes import routes
from .tree import Node, tree_of

_VERBS = {verb: n for n, verb in enumerate("get post put patch delete".split())}
"""The order of operations on one path; those of other verbs come last."""


def inferred(description: Description, report: Report) -> dict[str, Any]:
    """The configuration that a person would write for a description.

    It does not depend on the order of the description. An operation whose path no configuration can
    name is left out; a number in a name is reported.
    """
    operations = (
        o
        for o in description.operations.values()
        if is_endpoint(str(o)) and is_unicode(str(o))
    )
    ordered = sorted(
        operations, key=lambda o: (o.path, _VERBS.get(o.verb, len(_VERBS)), o.verb)
    )
    placed = placings(description, routes(ordered))
    root = tree_of(placed, report)
    add_models(root, description, placed, report)
    tags = sorted(description.info.tags.items())
    about = {snake(tag): text for tag, text in tags if text and is_unicode(text)}
    shared = root.children.pop(SHARED, None)
    resources = {
        name: _resource(node, about.get(name)) for name, node in root.children.items()
    }
    if shared is not None:
        resources[SHARED] = {"models": shared.models}
    name = names.client_name(description)
    version = names.version(description)
    return {
        "organization": {"name": name},
        "targets": {"python": {"package_name": names.import_name(name)}},
        **({"x-version": version} if version else {}),
        "settings": {"license": names.license(description) or ""},
        "x-infer-pages": True,
        "x-unite-responses": True,
        "resources": resources,
    }


def _resource(node: Node, about: str | None) -> dict[str, Any]:
    children = {name: _resource(child, None) for name, child in node.children.items()}
    parts = {
        "description": about,
        "models": node.models,
        "methods": node.methods,
        "subresources": children,
    }
    return {key: value for key, value in parts.items() if value}
