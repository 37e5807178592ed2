"""The resource tree: models, methods, subresources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec.structs import replace

from ..source import Reader
from .entry import Entry
from .client import seconds
from .model import (
    CallDefaults,
    MethodConfig,
    ModelConfig,
    ResourceConfig,
    StreamingConfig,
    UnwrapConfig,
    WebhookConfig,
)
from .table import Fields

CLIENT = "$client"
"""What holds the methods of the client itself."""

SHARED = "$shared"
"""What holds the models that several resources use."""

_PYTHON = "python"
_WEBHOOKS = "webhook_unwrap"


def read_resources(
    section: Entry,
) -> tuple[tuple[ResourceConfig, ...], tuple[ModelConfig, ...]]:
    """The top-level resources in their order, and the shared models."""
    resources = (*_client(section.at(CLIENT)), *_resources((), section))
    return resources, _models(section.section(SHARED))


def skipped_endpoints(section: Entry) -> frozenset[tuple[str, str]]:
    """The endpoints of methods that other languages have, and Python has not."""
    client = section.at(CLIENT)
    own = [(CLIENT, client)] if client is not None else []
    return frozenset(_skipped([*own, *section.entries()], is_skipped=False))


def overridden_parts(section: Entry) -> Iterator[tuple[str, Reader]]:
    """The keys by which methods replace parts of their operations, each with the whole method."""
    resources = [*section.entries()]
    client = section.at(CLIENT)
    if client is not None:
        resources.append((CLIENT, client))
    while resources:
        name, entry = resources.pop()
        if name != CLIENT and not _is_for_python(entry):
            continue
        for _, method in entry.section("methods").entries():
            is_full = isinstance(method.kind, Fields) and _is_for_python(method)
            for key in ("request_body", "response") if is_full else ():
                if method.at(key) is not None and method.text("endpoint") is not None:
                    yield key, method.reader
        if name != CLIENT:
            resources += entry.section("subresources").entries()


def _skipped(
    resources: Iterable[tuple[str, Entry]], *, is_skipped: bool
) -> Iterator[tuple[str, str]]:
    for name, entry in resources:
        is_client = name == CLIENT
        is_out = is_skipped or not (is_client or _is_for_python(entry))
        for _, method in entry.section("methods").entries():
            text = method.as_text()
            if isinstance(method.kind, Fields):
                text = method.text("endpoint")
            if text is not None and (is_out or not _is_for_python(method)):
                yield read_endpoint(text)
        inner = () if is_client else entry.section("subresources").entries()
        yield from _skipped(inner, is_skipped=is_out)


def _is_for_python(entry: Entry) -> bool:
    """Whether an entry is left out neither everywhere nor in Python."""
    if not isinstance(entry.kind, Fields):
        return True
    skip, only = entry.at("skip"), entry.at("only")
    if skip is not None and (
        skip.value is True or _PYTHON in [item.as_text() for item in skip.items()]
    ):
        return False
    return only is None or _PYTHON in [item.as_text() for item in only.items()]


def model_target(dotted: str) -> tuple[tuple[str, ...], str]:
    """The resource and the name of a model written as ``resource.model``."""
    *resource, name = dotted.split(".")
    return tuple(resource), name


def read_endpoint(text: str) -> tuple[str, str]:
    """The verb, in lower case, and the path of an endpoint."""
    verb, _, path = text.partition(" ")
    return verb.lower(), path.strip()


def _client(entry: Entry | None) -> Iterator[ResourceConfig]:
    """The methods and models of the client itself, as a resource without a name."""
    if entry is not None:
        yield ResourceConfig(
            path=(CLIENT,),
            models=_models(entry),
            methods=_methods(entry),
            children=(),
            description=entry.text("description"),
            deprecated=None,
            place=entry.place,
            webhooks=_webhooks(entry),
        )


def _methods(entry: Entry) -> tuple[MethodConfig, ...]:
    methods: dict[str, MethodConfig] = {}
    aliases: list[tuple[str, Entry]] = []
    skipped: set[str] = set()
    for name, method in entry.section("methods").entries():
        if not _is_for_python(method):
            skipped.add(name)
        elif _reads_webhooks(method):
            continue
        elif _alias_of(method) is not None:
            aliases.append((name, method))
        elif (found := read_method(name, method)) is not None:
            methods[name] = found
    for name, alias in aliases:
        target = methods.get(_alias_of(alias) or "")
        if target is not None:
            why = _deprecated(alias) or target.deprecated
            methods[name] = replace(
                target, name=name, alias_of=target.name, deprecated=why
            )
        elif _alias_of(alias) not in skipped:
            alias.reader.report.tolerable(
                "C005",
                alias.place,
                f"the alias '{name}' names no method of its resource",
                help=f"write to: with one of: {', '.join(methods) or 'none'}",
            )
    return tuple(methods.values())


def _reads_webhooks(entry: Entry) -> bool:
    return isinstance(entry.kind, Fields) and entry.choice("type") == _WEBHOOKS


def _webhooks(entry: Entry) -> tuple[WebhookConfig, ...]:
    found: list[WebhookConfig] = []
    for name, method in entry.section("methods").entries():
        if not isinstance(method.kind, Fields):
            continue
        property, why = method.text("discriminator"), _deprecated(method)
        key, stated = method.text("webhook_key_opt"), method.at("webhook_key_opt")
        if _is_for_python(method) and _reads_webhooks(method):
            found.append(
                WebhookConfig(
                    name,
                    property,
                    why,
                    method.place,
                    key=key,
                    key_place=stated.place if stated is not None else method.place,
                )
            )
    return tuple(found)


def _alias_of(entry: Entry) -> str | None:
    """What an alias is another name for; None for any other entry."""
    if not isinstance(entry.kind, Fields):
        return None
    target = entry.text("to") or ""
    return target if entry.choice("type") == "alias" else None


def _resources(above: tuple[str, ...], section: Entry) -> Iterator[ResourceConfig]:
    for name, entry in section.entries():
        if _is_for_python(entry):
            yield _resource((*above, name), entry)


def _resource(path: tuple[str, ...], entry: Entry) -> ResourceConfig:
    return ResourceConfig(
        path=path,
        models=_models(entry),
        methods=_methods(entry),
        children=tuple(_resources(path, entry.section("subresources"))),
        description=entry.text("description"),
        deprecated=_deprecated(entry),
        place=entry.place,
        has_own_list=entry.flag("standalone_api"),
        webhooks=_webhooks(entry),
    )


def _models(entry: Entry) -> tuple[ModelConfig, ...]:
    models: list[ModelConfig] = []
    for name, model in entry.section("models").entries():
        if not _is_for_python(model):
            continue
        alias_of = _alias_of(model)
        why = _deprecated(model) if isinstance(model.kind, Fields) else None
        if alias_of is not None:
            models.append(ModelConfig(name, "", model.place, alias_of, why))
            continue
        target = _target(name, model)
        if target is not None:
            is_full = isinstance(model.kind, Fields)
            is_bare = is_full and model.flag("no_params_suffix")
            found = ModelConfig(name, target, model.place, has_suffix=not is_bare)
            models.append(found)
    return tuple(models)


def _target(name: str, entry: Entry) -> str | None:
    if not isinstance(entry.kind, Fields):
        return entry.as_text()
    if entry.lacks("openapi_uri"):
        entry.error(
            "C007",
            f"the model '{name}' has no schema",
            help="add openapi_uri: with the name of a component",
        )
    return entry.text("openapi_uri")


def read_method(name: str, entry: Entry) -> MethodConfig | None:
    """A method, or None after reporting why it cannot be one."""
    if not isinstance(entry.kind, Fields):  # the short form: the endpoint alone
        verb, path = read_endpoint(entry.as_text() or "")
        place = entry.place
        return MethodConfig(name, verb, path, None, None, None, place, place)
    if entry.lacks("endpoint"):
        entry.error(
            "C007",
            f"the method '{name}' has no endpoint",
            help="add endpoint: <verb> <path>, e.g. 'get /zones/{zone_id}'",
        )
    endpoint = entry.text("endpoint")
    if endpoint is None:
        return None
    verb, path = read_endpoint(endpoint)
    paginated = entry.at("paginated")
    return MethodConfig(
        name=name,
        verb=verb,
        path=path,
        paginated=_paginated(paginated),
        positional=_positional(entry.at("positional_params")),
        deprecated=_deprecated(entry),
        place=entry.place,
        paginated_place=paginated.place if paginated else entry.place,
        streaming=_streaming(entry.at("streaming")),
        unwrapped=_unwrapped(entry.at("unwrap_response")),
        body=entry.text("body_param_name") or None,
        skip_test=_skip_test(entry.at("skip_test_reason")),
        defaults=_defaults(entry),
    )


def _defaults(entry: Entry) -> CallDefaults:
    options = entry.section("default_request_options")
    timeout, retries = options.at("timeout"), options.at("max_retries")
    return CallDefaults(
        timeout_seconds=seconds(timeout.value) if timeout is not None else None,
        max_retries=options.integer("max_retries") if retries is not None else None,
        retries=entry.text("x-retries"),
    )


def _streaming(entry: Entry | None) -> StreamingConfig | Literal[False] | None:
    if entry is None:
        return None
    if not isinstance(entry.kind, Fields):
        return StreamingConfig(None, None, entry.place) if entry.value else False
    model = entry.text("stream_event_model")
    event = model_target(model) if model else None
    return StreamingConfig(
        switch=entry.text("param_discriminator"),
        event=event,
        place=entry.place,
    )


def _unwrapped(entry: Entry | None) -> UnwrapConfig | Literal[False] | None:
    if entry is None:
        return None
    name = entry.as_text()
    if name is not None:
        return UnwrapConfig(name, entry.place)
    return False if entry.value is False else None


def _paginated(entry: Entry | None) -> str | bool | None:
    value = entry.value if entry else None
    return value if isinstance(value, (str, bool)) else None


def _positional(entry: Entry | None) -> tuple[str, ...] | None:
    if entry is None:
        return None
    texts = (item.as_text() for item in entry.items())
    return tuple(text for text in texts if text is not None)


def _skip_test(entry: Entry | None) -> str | None:
    """Why a test is skipped: a text, or the one for Python among several languages."""
    if entry is None:
        return None
    return entry.text("python") if isinstance(entry.kind, Fields) else entry.as_text()


def _deprecated(entry: Entry) -> str | None:
    """Why an entry is deprecated: a text, or the one for Python among several languages."""
    found = entry.at("deprecated")
    if found is None:
        return None
    if isinstance(found.kind, Fields):
        return found.text("python")
    return "deprecated" if found.value is True else found.as_text()
