"""Rows about the resource tree: resources and their models."""

from __future__ import annotations

from .kinds import (
    Anything,
    Choice,
    Fields,
    Flag,
    Ignored,
    Key,
    MapOf,
    Section,
    Text,
    either,
    sections,
)
from .methods import DEPRECATED, SERVER, SKIP, TERRAFORM
from .shapes import endpoint, text_by_language

_MODELS = MapOf("model", either(Text(), Fields("model")))
_METHODS = MapOf("method", either(endpoint, Fields("method")))
RESOURCES = Section(
    "resources",
    "resources",
    "The resource tree, in the order of the documentation.",
    (
        Key(
            "$shared",
            Fields("shared"),
            "Models that several resources use.",
            {"models": {"error_data": "ErrorData"}},
        ),
        Key(
            "$client",
            Fields("client_methods"),
            "Methods of the client itself.",
            {"methods": {"status": "get /status"}},
        ),
    ),
    others=MapOf("resource", Fields("resource")),
)

SHARED = Section(
    "shared",
    "resources.$shared",
    "Models that several resources use.",
    (
        Key(
            "models",
            _MODELS,
            "The models: names and their schemas.",
            {"error_data": "ErrorData"},
        ),
        Key(
            "description",
            Text(),
            "A description of all models.",
            "Types that all resources use.",
            effect=Ignored("shared models have no separate page"),
        ),
    ),
)

CLIENT_METHODS = Section(
    "client_methods",
    "resources.$client",
    "Methods of the client itself.",
    (
        Key(
            "methods",
            _METHODS,
            "The methods: names and their operations.",
            {"status": "get /status"},
        ),
        Key(
            "models",
            _MODELS,
            "Models of these methods.",
            {"status": "Status"},
        ),
        Key(
            "description",
            Text(),
            "A description of all methods.",
            "The state of the service.",
        ),
    ),
)

RESOURCE = Section(
    "resource",
    "resources.<resource>",
    "A resource: an attribute of the client, or of another resource, that has methods.",
    (
        Key(
            "models",
            _MODELS,
            "Models of this resource: names and their schemas.",
            {"zone": "Zone"},
        ),
        Key(
            "methods",
            _METHODS,
            "The methods: names and their operations.",
            {"list": "get /zones"},
        ),
        Key(
            "subresources",
            MapOf("resource", Fields("resource")),
            "Resources that are attributes of this one.",
            {"records": {"methods": {"list": "get /zones/{zone_id}/records"}}},
        ),
        Key(
            "description",
            Text(),
            "What the resource is, for docstrings and documentation.",
            "Zones and their settings.",
        ),
        DEPRECATED,
        *SKIP,
        Key(
            "custom",
            Flag(),
            "Whether the resource is written by hand.",
            True,
            default=False,
            effect=Ignored("hand-written resources belong in `lib/`; list none here"),
        ),
        Key(
            "standalone_api",
            Flag(),
            "Whether its methods are listed in a separate api.md.",
            True,
            default=False,
        ),
        Key(
            "terraform",
            Anything(),
            "The resource in Terraform.",
            False,
            effect=TERRAFORM,
        ),
        Key("mcp", Anything(), "The resource as tools.", False, effect=SERVER),
    ),
)

MODEL = Section(
    "model",
    "resources.<resource>.models.<model>",
    "A model. The short form is the schema alone: `zone: Zone`.",
    (
        Key(
            "type",
            Choice(("model", "alias")),
            "The kind of entry: a schema, or another name for a model.",
            "model",
            default="model",
        ),
        Key(
            "openapi_uri",
            Text(),
            "The schema: the name of a component or a JSON pointer.",
            "#/components/schemas/Zone",
        ),
        Key(
            "no_params_suffix",
            Flag(),
            "Whether the type that callers give has the name of the model, without the suffix `Param`; of a model "
            "that no response has.",
            True,
            default=False,
        ),
        Key(
            "param_model",
            Text(),
            "The model that is used for arguments in place of this one.",
            "zones.zone_param",
            effect=Ignored("models of responses can be given as arguments as they are"),
        ),
        *SKIP,
        Key(
            "to",
            Text(),
            "The model that an alias is another name for, with its resource if that is another one.",
            "zone",
        ),
        Key(
            "deprecated",
            either(Flag(), text_by_language),
            "Why the alias is deprecated.",
            "Use zone.",
            default=False,
        ),
    ),
)

ALL = sections(
    RESOURCES,
    SHARED,
    CLIENT_METHODS,
    RESOURCE,
    MODEL,
)
