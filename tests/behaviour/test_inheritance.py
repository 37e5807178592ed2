"""Classes that extend others: in any graph of modules, and with properties described again."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

GETTING = "resources: { things: { models: { %s }, methods: { get: get /thing } } }"


def description(root: str, **schemas: str) -> str:
    """A description of ``GET /thing`` that returns a component."""
    components = "".join(f"\n    {name}: {text}" for name, text in schemas.items())
    return f"""
paths:
  /thing: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{
    schema: {{ $ref: '#/components/schemas/{root}' }} }} }} }} }} }} }}
components:
  schemas:{components}
"""


def models(*names: str) -> str:
    return GETTING % ", ".join(f"{name.lower()}: {name}" for name in names)


def modules_of(package: ModuleType) -> list[str]:
    types = import_module(f"{package.__name__}.types")
    found = pkgutil.walk_packages(types.__path__, f"{types.__name__}.")
    return [module.name for module in found]


CYCLES = {
    "Ref": "{ type: object, properties: { branch: { $ref: '#/components/schemas/Branch' }, leaf: { $ref: '#/components/schemas/Leaf' }, note: { $ref: '#/components/schemas/Note' } } }",
    "Branch": "{ allOf: [{ $ref: '#/components/schemas/Ref' }, { type: object, properties: { refs: { type: array, items: { $ref: '#/components/schemas/Ref' } } } }] }",
    "Leaf": "{ allOf: [{ $ref: '#/components/schemas/Branch' }, { type: object, properties: { up: { $ref: '#/components/schemas/Branch' } } }] }",
    "Note": "{ type: object, properties: { about: { $ref: '#/components/schemas/Leaf' } } }",
}


def test_every_module_of_a_cycle_with_inheritance_can_be_imported_first(
    generate: Generate,
) -> None:
    package = generate(description("Leaf", **CYCLES), models(*CYCLES))
    source = Path(package.__path__[0]).parent
    for module in modules_of(package):
        program = f"import {module}"
        subprocess.run([sys.executable, "-c", program], cwd=source, check=True)


def test_classes_of_a_cycle_of_modules_are_decoded_with_what_they_inherit(
    generate: Generate,
) -> None:
    package = generate(description("Leaf", **CYCLES), models(*CYCLES))
    types = import_module(f"{package.__name__}.types")
    answer = {"branch": {"refs": [{}]}, "leaf": {"up": {}}, "note": {"about": {}}}
    with Stub(answer) as stub, package.Client(base_url=stub.url) as client:
        leaf = client.things.get()
    assert isinstance(leaf, types.Leaf)
    assert type(leaf.branch) is types.Branch
    assert type(leaf.branch.refs[0]) is types.Ref
    assert type(leaf.leaf.up) is types.Branch
    assert type(leaf.note.about) is types.Leaf


def test_an_inherited_field_has_the_type_of_the_class_that_defines_it(
    generate: Generate,
) -> None:
    """Each module has a class Item of its own."""
    base = "{ type: object, properties: { item: { type: object, properties: { of_base: { type: integer }, base: { $ref: '#/components/schemas/Base' } } } } }"
    heir = "{ allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { more: { type: object, properties: { item: { type: object, properties: { base: { $ref: '#/components/schemas/Base' } } } } } } }] }"
    package = generate(description("Heir", Base=base, Heir=heir), models("Base"))
    answer = {"item": {"of_base": 1, "base": {}}, "more": {"item": {"base": {}}}}
    with Stub(answer) as stub, package.Client(base_url=stub.url) as client:
        heir_ = client.things.get()
    types = import_module(f"{package.__name__}.types")
    assert type(heir_.item) is import_module(types.Base.__module__).Item
    assert type(heir_.more.item.base) is types.Base


def test_nested_classes_that_extend_each_other_s_roots_can_be_imported(
    generate: Generate,
) -> None:
    schemas = {
        name: "{ type: object, properties: { n: { type: integer }, part: { allOf: [{ $ref: '#/components/schemas/OTHER' }, { type: object, properties: { m: { type: integer } } }] } } }".replace(
            "OTHER", other
        )
        for name, other in (("One", "Two"), ("Two", "One"), ("Self", "Self"))
    }
    package = generate(description("One", **schemas), models(*schemas))
    for module in modules_of(package):
        import_module(module)
    types = import_module(f"{package.__name__}.types")
    for name in schemas:
        getattr(types, name).model_rebuild()
    answer = {"part": {"n": 1, "m": 2, "part": {}}}
    with Stub(answer) as stub, package.Client(base_url=stub.url) as client:
        one = client.things.get()
    assert (one.part.n, one.part.m) == (1, 2)


def test_a_nested_class_may_have_the_name_of_the_class_it_extends(
    generate: Generate,
) -> None:
    item = "{ type: object, properties: { n: { type: integer }, app: { $ref: '#/components/schemas/App' } } }"
    app = "{ type: object, properties: { item: { allOf: [{ $ref: '#/components/schemas/Item' }, { type: object, properties: { m: { type: integer } } }] } } }"
    package = generate(description("App", App=app, Item=item), models("App", "Item"))
    with (
        Stub({"item": {"n": 1, "m": 2}}) as stub,
        package.Client(base_url=stub.url) as client,
    ):
        found = client.things.get()
    types = import_module(f"{package.__name__}.types")
    assert isinstance(found.item, types.Item)
    assert (found.item.n, found.item.m) == (1, 2)


@pytest.mark.parametrize(
    ("again", "extends", "codes"),
    [
        ("{ required: [a] }", False, []),
        ("{ required: [b] }", True, []),
        ("{ type: object, properties: { b: { enum: [x] } } }", True, []),
        ("{ type: object, properties: { b: { description: more } } }", True, []),
        ("{ type: object, properties: { b: { type: integer } } }", False, ["L012"]),
    ],
)
def test_a_class_extends_another_unless_it_contradicts_its_fields(
    again: str,
    extends: bool,
    codes: list[str],
    generate_with_findings: GenerateWithFindings,
) -> None:
    base = "{ type: object, required: [b], properties: { a: { type: string }, b: { type: string } } }"
    heir = f"{{ allOf: [{{ $ref: '#/components/schemas/Base' }}, {{ type: object, properties: {{ c: {{ type: string }} }} }}, {again}] }}"
    package, report = generate_with_findings(
        description("Heir", Base=base, Heir=heir), models("Base")
    )
    assert [found.code for found in report.diagnostics] == codes
    types = import_module(f"{package.__name__}.types")
    with Stub({}) as stub, package.Client(base_url=stub.url) as client:
        found = client.things.get()
    assert isinstance(found, types.Base) is extends
    assert set(type(found).model_fields) == {"a", "b", "c"}
