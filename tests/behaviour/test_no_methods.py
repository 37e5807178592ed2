"""An API of which no method is generated still gives a package that can be built and used."""

from __future__ import annotations

import importlib
from pathlib import Path

from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub


def test_a_package_without_methods_has_the_readme_that_its_build_needs(
    generate: Generate,
) -> None:
    package = generate("paths: {}", "resources: {}")
    folder = Path(str(package.__file__)).parents[2]
    readme = (folder / "README.md").read_text()
    assert 'readme = "README.md"' in (folder / "pyproject.toml").read_text()
    assert f"from {package.__name__} import" in readme
    with Stub({"a": 1}) as stub, package.Client(base_url=stub.url) as client:
        assert client.get("/path", cast_to=object) == {"a": 1}


def test_a_resource_of_models_alone_has_a_package_and_a_heading(
    generate: Generate,
) -> None:
    package = generate(
        """
paths: {}
components: { schemas: { Size: { type: object, properties: { a: { type: string } } } } }
""",
        "resources: { things: { subresources: { parts: { models: { size: Size } } } } }",
    )
    types = importlib.import_module(f"{package.__name__}.types.things")
    assert types.Size(a="b").a == "b"
    parts = importlib.import_module(f"{package.__name__}.resources.things")
    assert parts.PartsResource.__name__ == "PartsResource"
    listed = (Path(str(package.__file__)).parents[2] / "api.md").read_text()
    assert "## `things.parts`" in listed
    assert f"from {package.__name__}.types.things import Size" in listed


def test_a_resource_is_described_by_the_tag_of_its_methods(generate: Generate) -> None:
    package = generate(
        """
tags: [{ name: T, description: All about things. }, { name: O, description: Others. }]
paths:
  /a: { get: { tags: [T], responses: { '204': { description: ok } } } }
  /b: { get: { tags: [T], responses: { '204': { description: ok } } } }
  /c: { get: { tags: [O], responses: { '204': { description: ok } } } }
  /d: { get: { tags: [O], responses: { '204': { description: ok } } } }
""",
        """
resources:
  things: { methods: { a: get /a, b: get /b } }
  mixed: { methods: { c: get /c } }
  more: { methods: { d: get /d } }
""",
    )
    assert package.resources.ThingsResource.__doc__ == "All about things."
    assert package.resources.MixedResource.__doc__ == "Calls under mixed."
