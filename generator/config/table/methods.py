"""Rows about methods."""

from __future__ import annotations

from .kinds import (
    Anything,
    Choice,
    Fields,
    Flag,
    Ignored,
    Key,
    ListOf,
    MapOf,
    Section,
    Text,
    either,
    sections,
)
from .shapes import count, duration, endpoint, language, text_by_language

SERVER = Ignored("it is about a server for language models")
TERRAFORM = Ignored("it is about Terraform")
SKIP = (
    Key(
        "skip",
        either(Flag(), ListOf(language)),
        "Whether it is left out: everywhere, or in some languages.",
        ["go"],
        default=False,
    ),
    Key(
        "only",
        ListOf(language),
        "The only languages that have it.",
        ["python"],
    ),
)
DEPRECATED = Key(
    "deprecated",
    either(Flag(), text_by_language),
    "Why it is deprecated and what to use instead, for all languages or for each.",
    "Use zones.update.",
    default=False,
)

METHOD = Section(
    "method",
    "resources.<resource>.methods.<method>",
    "A method. The short form is the endpoint alone: `list: get /zones`.",
    (
        Key(
            "endpoint",
            endpoint,
            "The verb and the path of the operation, as in the description.",
            "get /zones/{zone_id}",
        ),
        Key(
            "type",
            Choice(("http", "alias", "webhook_unwrap")),
            "The kind of method. One of the kind `webhook_unwrap` checks the signature of a webhook (Standard "
            "Webhooks) and returns its event; without a check if it has no `webhook_key_opt` and its name has "
            "`unsafe` or `unverified` in it.",
            "http",
            default="http",
        ),
        Key(
            "paginated",
            either(Flag(), Text()),
            "The pagination scheme, `true` for the first that matches, `false` for none. "
            "Without it, the first that matches, if any: one whose parameters and response properties the "
            "operation has.",
            "cursor_page",
        ),
        Key(
            "positional_params",
            ListOf(Text()),
            "The arguments that can be given by position, in this order. Without it, the last "
            "parameter of the path.",
            ["zone_id"],
        ),
        DEPRECATED,
        Key(
            "to",
            Text(),
            "The method of the same resource that an alias calls.",
            "list",
        ),
        Key(
            "discriminator",
            Text(),
            "The property that tells the events of a webhook apart.",
            "type",
        ),
        Key(
            "webhook_key_opt",
            Text(),
            "The client option with the key of a webhook's signature. Without it, the first text option "
            "that is named after webhooks.",
            "webhook_secret",
        ),
        Key(
            "body_param_name",
            Text(),
            "The argument that takes the whole body. Without it, the properties of an object are "
            "arguments of their own, and any other body is the argument `body`.",
            "body",
        ),
        Key(
            "unwrap_response",
            either(Flag(), Text()),
            "The property of the response whose value the method returns; `false` for none. Without "
            "it, as `settings.unwrap_response_fields` says.",
            "data",
        ),
        Key(
            "streaming",
            either(Flag(), Fields("method_streaming")),
            "How the method streams its response: `true` for always, `false` for never. Without it, as the "
            "description says.",
            {"stream_event_model": "chat.event"},
        ),
        Key(
            "default_request_options",
            Fields("request_options"),
            "Timeout and retries of this method.",
            {"timeout": "PT10M"},
        ),
        *SKIP,
        Key(
            "skip_test_reason",
            text_by_language,
            "Why the generated test is skipped.",
            "The mock cannot do this.",
        ),
        Key(
            "docs",
            Anything(),
            "Details of the hosted documentation.",
            {"response_property": "id"},
            effect=Ignored("examples print what a reader of the method needs"),
        ),
        Key("mcp", Anything(), "The method as a tool.", False, effect=SERVER),
        Key(
            "terraform",
            Anything(),
            "The method in Terraform.",
            False,
            effect=TERRAFORM,
        ),
        Key(
            "request_body",
            MapOf("part", Anything()),
            "The request body that the operation has in place of the description's, as OpenAPI writes it.",
            {"content": {"application/json": {"schema": {"type": "string"}}}},
        ),
        Key(
            "response",
            MapOf("part", Anything()),
            "The successful response that the operation has in place of the description's, as OpenAPI "
            "writes it.",
            {"content": {"application/json": {"schema": {"type": "string"}}}},
        ),
        Key(
            "x-retries",
            Choice(("safe", "compatible")),
            "Which calls of this method are repeated, in place of the top-level `x-retries`.",
            "compatible",
        ),
    ),
)

METHOD_STREAMING = Section(
    "method_streaming",
    "resources.<resource>.methods.<method>.streaming",
    "How a method streams its response.",
    (
        Key(
            "param_discriminator",
            Text(),
            "The boolean argument that asks for a stream; null if the method always streams.",
            "stream",
        ),
        Key(
            "stream_event_model",
            Text(),
            "The model of an event, as `<resource>.<model>`.",
            "chat.event",
        ),
        Key(
            "params_type_name",
            Text(),
            "The name of the type of the arguments in languages that export all types from one module.",
            "chat_params",
            effect=Ignored(
                "types of arguments are named after resource and method, as published "
                "packages name them"
            ),
        ),
    ),
)

REQUEST_OPTIONS = Section(
    "request_options",
    "resources.<resource>.methods.<method>.default_request_options",
    "Timeout and retries of one method.",
    (
        Key(
            "timeout",
            duration,
            "The timeout, in milliseconds or as an ISO 8601 duration.",
            "PT10M",
        ),
        Key(
            "max_retries",
            count,
            "The number of retries.",
            0,
        ),
    ),
)

ALL = sections(METHOD, METHOD_STREAMING, REQUEST_OPTIONS)
