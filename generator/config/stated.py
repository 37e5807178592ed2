"""Methods and models that a description states by extension keywords, among those of the configuration.

An operation or a schema that the configuration names already keeps the names that it has there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from ..source import Reader
from .audit import audit
from .entry import Entry
from .model import MethodConfig, ModelConfig, ResourceConfig, SdkConfig
from .resources import CLIENT, SHARED, read_method
from .table import Fields

METHOD_KEYWORD = "x-stainless-method"
MODEL_KEYWORD = "x-stainless-model"
STATING = (METHOD_KEYWORD, MODEL_KEYWORD)
"""The keywords that name the method of an operation and the model of a schema."""

_COMPONENTS = (("components", "schemas"), ("definitions",))
_Path = tuple[str, ...]


def with_stated(
    config: SdkConfig, parts: Iterable[tuple[str, Reader]], *, is_inferred: bool
) -> SdkConfig:
    """The configuration with what the mappings of a description's main file state.

    ``parts`` are these mappings, each with what it is. In a configuration that is only inferred, what
    is stated replaces what is inferred.
    """
    found = _Stated(config, is_inferred)
    for role, mapping in parts:
        if role == "operation" and mapping.has(METHOD_KEYWORD):
            found.add_method(mapping, mapping.step(METHOD_KEYWORD))
        elif role == "schema" and mapping.has(MODEL_KEYWORD):
            found.add_model(mapping, mapping.step(MODEL_KEYWORD))
    return found.merged()


class _Stated(Struct, dict=True):
    """What a description states, as it is found."""

    config: SdkConfig
    is_inferred: bool
    methods: dict[_Path, list[MethodConfig]] = field(
        default_factory=lambda: defaultdict(list)
    )
    models: dict[_Path, list[ModelConfig]] = field(
        default_factory=lambda: defaultdict(list)
    )
    replaced: set[object] = field(default_factory=set[object])

    def __post_init__(self) -> None:
        own = () if self.is_inferred else tuple(_flat(self.config.resources))
        shared = () if self.is_inferred else self.config.shared
        self.names = {(*r.path, m.name) for r in own for m in r.methods}
        self.endpoints = {(m.verb, m.path) for r in own for m in r.methods}
        models = [(r.path, m) for r in own for m in r.models]
        models += [((SHARED,), m) for m in shared]
        self.model_names = {(*path, m.name) for path, m in models}
        self.targets = {m.target for _, m in models}

    def add_method(self, operation: Reader, stated: Reader) -> None:
        tokens = operation.pointer.tokens
        if len(tokens) != 3 or tokens[0] != "paths":
            help = "list the method in the configuration"
            message = f"'{METHOD_KEYWORD}' has an effect under 'paths' only"
            stated.warning("C002", message, help=help)
            return
        endpoint = (tokens[2].lower(), tokens[1])
        options: dict[str, Any] = dict(stated.value) if stated.has("path") else {}
        target = _target(stated, options.pop("path", stated.value), "pets.list")
        if target is None or endpoint in self.endpoints:
            return
        options["endpoint"] = f"{endpoint[0]} {endpoint[1]}"
        written = replace(stated, value=options)
        audit(written, Fields("method"), has_effect=False)
        method = read_method(target[-1], Entry(written, Fields("method")))
        if method is not None and self._is_free(target, self.names, stated):
            self.endpoints.add(endpoint)
            self.replaced.add(endpoint)
            self.methods[target[:-1]].append(method)

    def add_model(self, schema: Reader, stated: Reader) -> None:
        tokens = schema.pointer.tokens
        forms = [f"#{schema.pointer}"]
        if tokens[:-1] in _COMPONENTS:
            forms.append(tokens[-1])
        target = _target(stated, stated.value, "pets.pet")
        if target is None or not self.targets.isdisjoint(forms):
            return
        if self._is_free(target, self.model_names, stated):
            self.targets.update(forms)
            self.replaced.update(forms)
            model = ModelConfig(target[-1], forms[0], stated.place)
            self.models[target[:-1]].append(model)

    def _is_free(self, target: _Path, names: set[_Path], stated: Reader) -> bool:
        if target not in names:
            names.add(target)
            return True
        message = f"there is another '{'.'.join(target)}' already"
        help = "choose a name that is free"
        stated.report.tolerable("C005", stated.place, message, help=help)
        return False

    def merged(self) -> SdkConfig:
        """The configuration with everything that was found."""
        config = self.config
        if not self.replaced:
            return config
        paths = {*self.methods, *self.models} - {(SHARED,)}
        shared = (*self._kept(config.shared), *self.models.get((SHARED,), ()))
        resources = self._resources(config.resources, (), paths)
        client = [r for r in resources if r.path == (CLIENT,)]
        others = [r for r in resources if r.path != (CLIENT,)]
        return replace(config, shared=shared, resources=(*client, *others))

    def _resources(
        self, present: Iterable[ResourceConfig], above: _Path, paths: set[_Path]
    ) -> tuple[ResourceConfig, ...]:
        """Resources below one, those with what is stated among them."""
        depth = len(above) + 1
        own = {resource.path: resource for resource in present}
        inner = sorted(p for p in paths if p[: depth - 1] == above and len(p) >= depth)
        for path in inner:
            own.setdefault(path[:depth], self._new(path[:depth]))
        found = (
            replace(
                resource,
                methods=(*self._called(resource), *self.methods.get(path, ())),
                models=(*self._kept(resource.models), *self.models.get(path, ())),
                children=self._resources(resource.children, path, paths),
            )
            for path, resource in own.items()
        )
        return tuple(r for r in found if not self.is_inferred or _has_content(r))

    def _called(self, resource: ResourceConfig) -> Iterator[MethodConfig]:
        for method in resource.methods:
            endpoint = (method.verb, method.path)
            if not self.is_inferred or endpoint not in self.replaced:
                yield method

    def _kept(self, models: tuple[ModelConfig, ...]) -> Iterator[ModelConfig]:
        for model in models:
            if not self.is_inferred or model.target not in self.replaced:
                yield model

    def _new(self, path: _Path) -> ResourceConfig:
        return ResourceConfig(
            path=path,
            models=(),
            methods=(),
            children=(),
            description=None,
            deprecated=None,
            place=self.config.place,
        )


def _has_content(resource: ResourceConfig) -> bool:
    return bool(
        resource.methods or resource.models or resource.children or resource.webhooks
    )


def _flat(resources: Iterable[ResourceConfig]) -> Iterator[ResourceConfig]:
    for resource in resources:
        yield resource
        yield from _flat(resource.children)


def _target(stated: Reader, text: object, example: str) -> _Path | None:
    """The resource and name that a text leads to; None after reporting that it does not."""
    if isinstance(text, str):
        parts = tuple(text.split("."))
        if len(parts) > 1 and all(part.strip() for part in parts):
            return parts
        message = f"'{text}' does not name a resource and what it has"
    else:
        message = f"'{stated.name}' does not say where it belongs"
    help = f"write the names of the resources and its own, e.g. {example}"
    stated.report.tolerable("C004", stated.place, message, help=help)
    return None
