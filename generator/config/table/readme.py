"""Rows about README and documentation: the programs that they show."""

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
    sections,
)
from .shapes import endpoint

_PROGRAMS = {
    "default": "The call that README and documentation start with.",
    "headline": "The call at the top of the README.",
    "errors": "A call that shows error handling.",
    "retries": "A call that shows retries.",
    "nested_params": "A call with nested parameters.",
    "http_agent": "A call through a proxy.",
    "raw_response": "A call that shows the raw response.",
    "timeouts": "A call with a timeout.",
    "default_headers": "A call with headers.",
    "pagination": "A call that returns pages.",
    "streaming": "A call that streams.",
    "file_uploads": "A call that uploads a file.",
}
_REQUEST = {"type": "request", "endpoint": "get /zones/{zone_id}", "params": {}}

README = Section(
    "readme",
    "readme",
    "Programs for README and documentation.",
    (
        Key(
            "example_requests",
            Fields("example_requests"),
            "The calls that are shown, by what they show.",
            {"default": _REQUEST},
        ),
        Key(
            "example_types",
            Anything(),
            "Types that the README shows, by kind.",
            {"enum": "Colour"},
            effect=Ignored("the README shows no types; api.md lists them"),
        ),
        Key(
            "include_stainless_attribution",
            Flag(),
            "Whether the README names the hosted generator.",
            False,
            effect=Ignored("the README does not name it"),
        ),
    ),
)

EXAMPLE_REQUESTS = Section(
    "example_requests",
    "readme.example_requests",
    "Calls for the documentation. The call of a method is shown where the method is documented.",
    tuple(
        Key(name, Fields("example"), meaning, _REQUEST)
        for name, meaning in _PROGRAMS.items()
    ),
)

EXAMPLE = Section(
    "example",
    "readme.example_requests.<name>",
    "One call.",
    (
        Key(
            "type",
            Choice(("request",)),
            "The kind of example.",
            "request",
            default="request",
            effect=Ignored("there is one kind"),
        ),
        Key(
            "endpoint",
            endpoint,
            "The operation to call.",
            "get /zones/{zone_id}",
        ),
        Key(
            "params",
            MapOf("parameter", Anything()),
            "The values of the arguments, by their names in the API.",
            {"zone_id": "z1"},
        ),
        Key(
            "response_property",
            Text(),
            "The property of the response that is printed.",
            "id",
            effect=Ignored("examples print what a reader of the method needs"),
        ),
        Key(
            "assign_to",
            Text(),
            "The name of the variable for the response.",
            "zone",
            effect=Ignored("the name of the variable comes from the method"),
        ),
        Key(
            "example_properties",
            Anything(),
            "The properties that the example of errors prints.",
            ["status"],
            effect=Ignored("the example of errors prints the error"),
        ),
        Key(
            "file_param",
            Text(),
            "The argument that takes the file.",
            "file",
            effect=Ignored("no example of an upload is generated"),
        ),
        Key(
            "file_path",
            Text(),
            "The path of the uploaded file.",
            "/path/to/file",
            effect=Ignored("no example of an upload is generated"),
        ),
    ),
)

ALL = sections(README, EXAMPLE_REQUESTS, EXAMPLE)
