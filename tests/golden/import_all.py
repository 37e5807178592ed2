"""Imports every module of a package, takes every export, and builds every model."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import pydantic

package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
    module = importlib.import_module(found.name)
    for name in getattr(module, "__all__", ()):
        value = getattr(module, name)
        if isinstance(value, type) and issubclass(value, pydantic.BaseModel):
            value.model_rebuild()
            value.model_json_schema()
