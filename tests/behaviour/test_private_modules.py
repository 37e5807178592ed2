"""The private modules that programs and tests written for other clients import."""

from __future__ import annotations

import importlib
import importlib.util
import sys

from generator.targets.python.migrated import MODULES
from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub

DESCRIPTION = "paths: { /a: { get: { responses: { '204': { description: ok } } } } }"
METHODS = "resources: { a: { methods: { list: get /a } } }\n"
OWN = (
    "client_settings: { default_timeout: PT7S, default_retries: { max_retries: 5 } }\n"
)


def test_every_name_of_every_module_can_be_imported(generate: Generate) -> None:
    package = generate(DESCRIPTION, METHODS).__name__
    for name in MODULES:
        module = importlib.import_module(f"{package}.{name}")
        assert module.__all__, name
        for exported in module.__all__:
            assert getattr(module, exported, None) is not None or exported in (
                "NoneType",
            )


def test_a_name_with_a_public_home_is_the_same_there(generate: Generate) -> None:
    package = generate(DESCRIPTION, METHODS)
    models = importlib.import_module(f"{package.__name__}._models")
    errors = importlib.import_module(f"{package.__name__}._exceptions")
    base = importlib.import_module(f"{package.__name__}._base_client")
    resource = importlib.import_module(f"{package.__name__}._resource")
    assert models.BaseModel is package.BaseModel
    assert errors.NotFoundError is package.NotFoundError
    assert issubclass(package.Client, base.BaseClient)
    assert issubclass(package.resources.AResource, resource.SyncAPIResource)


def test_constants_are_those_of_the_client(generate: Generate) -> None:
    package = generate(DESCRIPTION, METHODS + OWN)
    constants = importlib.import_module(f"{package.__name__}._constants")
    assert constants.DEFAULT_MAX_RETRIES == 5
    assert constants.DEFAULT_TIMEOUT.read == 7


def test_the_modules_can_be_left_out(generate: Generate) -> None:
    package = generate(DESCRIPTION, f"{METHODS}x-private-modules: false")
    for name in (*MODULES, "_exceptions"):
        top = name.partition(".")[0]
        assert importlib.util.find_spec(f"{package.__name__}.{top}") is None
    assert package.Client(base_url="https://a.test").a


def test_a_client_imports_none_of_them(generate: Generate) -> None:
    package = generate(DESCRIPTION, METHODS)
    with Stub(None) as stub, package.Client(base_url=stub.url) as client:
        client.a.list()
    own = f"{package.__name__}."
    loaded = [name.removeprefix(own) for name in sys.modules if name.startswith(own)]
    assert "_core.client.perform" in loaded
    private = {name.partition(".")[0] for name in MODULES}
    assert not [name for name in loaded if name.partition(".")[0] in private]
    assert not [name for name in loaded if name.startswith("_core.compat")]
