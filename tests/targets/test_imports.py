"""Modules are imported under names that mean nothing else where they are used."""

from __future__ import annotations

import pytest

from generator.targets.notation.imports import Imports


@pytest.mark.parametrize(
    ("module", "alias"),
    [
        (("types", "pets"), "pets"),
        (("types", "annotations"), "types_annotations"),
        (("types", "complex"), "types_complex"),
        (("types", "list"), "types_list"),
        (("types", "shadowed"), "types_shadowed"),
    ],
)
def test_a_module_has_a_name_that_nothing_else_has(
    module: tuple[str, ...], alias: str
) -> None:
    imports = Imports(("resources", "pets"))
    assert imports.module_alias(module, frozenset({"shadowed"})) == alias
    (view,) = imports.internal()
    name = module[-1] if alias == module[-1] else f"{module[-1]} as {alias}"
    assert (view.module, view.names) == ("..types", (name,))
