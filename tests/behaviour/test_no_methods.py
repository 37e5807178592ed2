"""An API of which no method is generated still gives a package that can be built and used."""

from __future__ import annotations

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
