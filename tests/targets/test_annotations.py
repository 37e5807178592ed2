"""Types are written as Python that it reads, however many they are put together of."""

from __future__ import annotations

from typing import Union, get_args

import pytest

from generator.naming.table import TypeName
from generator.surface import Named, UnionOf
from generator.targets.notation.annotations import Annotator
from generator.targets.notation.imports import Imports


@pytest.mark.parametrize("count", [2, 5000])
def test_a_union_of_very_many_types_is_read_by_python(count: int) -> None:
    imports = Imports(("types", "root"))
    annotator = Annotator(imports, model=lambda name: name.name)
    members = (Named(TypeName(f"Kind{n}", ("types", "kinds"))) for n in range(count))
    union = UnionOf(tuple(members))
    kinds = {f"Kind{n}": type(f"Kind{n}", (), {}) for n in range(count)}
    for text in (annotator.response(union), annotator.request(union)):
        read = eval(text, {"Union": Union, **kinds})
        assert get_args(read) == tuple(kinds.values())
