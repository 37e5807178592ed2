"""The smallest inputs around what a test is about, compiled as far as the IR."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.config import load_config
from generator.diagnostics import Report
from generator.ir import Api, Definition, Field, Method, Object, TypeRef
from generator.lower import lower
from generator.openapi import Description, load_description, read_description

Json = dict[str, Any]

OK: Json = {"200": {"description": "fine"}}


def returns(schema: object) -> Json:
    """Responses whose success has a JSON body."""
    body = {"application/json": {"schema": schema}}
    return {"200": {"description": "fine", "content": body}}


def described(folder: Path, schemas: Json) -> Description:
    """A description of nothing but schemas."""
    path = folder / "openapi.json"
    components = {"components": {"schemas": schemas}}
    info = {"openapi": "3.1.0", "info": {"title": "Small", "version": "1"}}
    path.write_text(json.dumps(info | {"paths": {}} | components), "utf-8")
    report = Report()
    documents = load_description(path, report)
    assert documents is not None
    description = read_description(documents, report)
    assert description is not None
    return description


class Small:
    """A folder for the inputs, and what was reported about them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.report = Report()

    @property
    def codes(self) -> list[str]:
        return [diagnostic.code for diagnostic in self.report.diagnostics]

    def api(
        self,
        *,
        schemas: Json | None = None,
        paths: Json | None = None,
        resources: Json | None = None,
        version: str = "3.1.0",
        components: Json | None = None,
        **config: object,
    ) -> Api:
        """The SDK; without ``resources`` every path's GET is a method of the resource ``things``."""
        paths = paths or {}
        description = {
            "openapi": version,
            "info": {"title": "Small", "version": "1"},
            "paths": paths,
            "components": {"schemas": schemas or {}, **(components or {})},
        }
        methods = {f"get_{n}": f"get {path}" for n, path in enumerate(paths)}
        models = {name: f"#/components/schemas/{name}" for name in schemas or {}}
        things = {"things": {"models": models, "methods": methods}}
        settings = {
            "organization": {"name": "small"},
            "environments": {"production": "https://api.example.com"},
            "resources": resources or things,
            **config,
        }
        return self._lowered(description, settings)

    def _lowered(self, description: Json, settings: Json) -> Api:
        spec, config = self.folder / "openapi.json", self.folder / "stainless.json"
        spec.write_text(json.dumps(description))
        config.write_text(json.dumps(settings))
        documents = load_description(spec, self.report)
        assert documents is not None, self.report.diagnostics
        described = read_description(documents, self.report)
        read = load_config(config, self.report)
        assert described is not None, self.report.diagnostics
        assert read is not None, self.report.diagnostics
        return lower(described, read, self.report)

    def type_of(self, schema: object, **schemas: object) -> TypeRef:
        """The type of a property that has the schema; ``schemas`` are components, and models."""
        holder = {"type": "object", "properties": {"it": schema}}
        api = self.api(schemas={"Holder": holder, **schemas})
        return fields_of(api, "Holder")["it"].type

    def method(self, operation: Json, path: str = "/things", **more: Any) -> Method:
        """The method of a GET operation."""
        api = self.api(paths={path: {"get": operation}}, **more)
        (method,) = api.resources[0].methods
        return method


def model(api: Api, name: str) -> Definition:
    """The definition of a component that is a model."""
    return next(d for i, d in api.types.items() if i == f"#/components/schemas/{name}")


def fields_of(api: Api, name: str) -> dict[str, Field]:
    """The fields of a model by wire name."""
    definition = model(api, name)
    assert isinstance(definition, Object)
    return {field.wire_name: field for field in definition.fields}
