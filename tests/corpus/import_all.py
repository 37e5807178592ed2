"""Imports every module of the one package in a folder and builds every model in it."""

import importlib
import pkgutil
import sys
from pathlib import Path

source = Path(sys.argv[1])
sys.path.insert(0, str(source))
(name,) = (folder.name for folder in source.iterdir())
package = importlib.import_module(name)
for found in pkgutil.walk_packages(package.__path__, f"{name}."):
    module = importlib.import_module(found.name)
    for exported in getattr(module, "__all__", ()):
        value = getattr(module, exported)
        if hasattr(value, "model_rebuild"):
            value.model_rebuild()
