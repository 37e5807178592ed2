"""A whole configuration for a description, as the mapping that its file would hold."""

from __future__ import annotations

from typing import Any

from ..config import is_endpoint
from ..openapi import Description
from . import names
from .models import SHARED, add_models
from .placing import placings, snake
from .routes import routes
from .tree import Node, tree_of


def inferred(description: Description) -> dict[str, Any]:
    """The configuration that a person would write for a description.

    An operation whose path no configuration can name is left out.
    """
    operations = (o for o in description.operations.values() if is_endpoint(str(o)))
    placed = placings(description, routes(operations))
    root = tree_of(placed)
    add_models(root, description, placed)
    about = {snake(tag): text for tag, text in description.info.tags.items()}
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
