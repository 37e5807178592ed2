"""Imports generated packages of one name, each in a folder, and builds their models.

Runs in a process of its own: ``import_clients.py PACKAGE FOLDER…``. Prints a line for each that
fails: the folder, a tab, the error.
"""

import importlib
import os
import pkgutil
import sys


def import_all(name: str) -> None:
    """Import every module of a package; its copy of the run-time library is imported once."""
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(package.__path__, f"{name}."):
        if found.name.startswith(f"{name}._core"):
            continue
        module = importlib.import_module(found.name)
        for exported in getattr(module, "__all__", ()):
            value = getattr(module, exported)
            if hasattr(value, "model_rebuild"):
                value.model_rebuild()


def forget(name: str) -> None:
    """Make room for the next package, but for the run-time library."""
    for module in [m for m in sys.modules if m.partition(".")[0] == name]:
        if not module.startswith(f"{name}._core"):
            del sys.modules[module]


def main(name: str, folders: list[str]) -> None:
    for folder in folders:
        sys.path.insert(0, os.path.join(folder, "src"))
        importlib.invalidate_caches()
        try:
            import_all(name)
        except Exception as error:
            text = f"{type(error).__name__}: {error}".splitlines()[0]
            print(f"{folder}\t{text}", flush=True)
        forget(name)
        del sys.path[0]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
