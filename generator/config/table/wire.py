"""Rows about what is sent and received: queries, forms, pages, streams, errors, security."""

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
    Number,
    Section,
    Text,
    either,
    sections,
)

PURPOSE = "x-stainless-pagination-property"
PAGE_TYPES = (
    "cursor",
    "cursor_id",
    "cursor_url",
    "offset",
    "page_number",
    "fake_page",
)
PURPOSES = (
    "items",
    "next_cursor_param",
    "previous_cursor_param",
    "next_cursor_field",
    "previous_cursor_field",
    "next_cursor_id_param",
    "previous_cursor_id_param",
    "cursor_item_id",
    "cursor_url_field",
    "offset_count_param",
    "offset_count_start_field",
    "offset_total_count_field",
    "page_number_param",
    "current_page_number_field",
    "total_page_count_field",
    "has_next_page",
)
_ARRAYS = Choice(("comma", "repeat", "indices", "brackets"))
_NESTED = Choice(("brackets", "dots"))
_PROPERTIES = MapOf("property", Fields("page_property"))

QUERY = Section(
    "query_settings",
    "query_settings",
    "How query parameters are written.",
    (
        Key(
            "array_format",
            _ARRAYS,
            "Lists: `a=1,2`, `a=1&a=2`, `a[0]=1&a[1]=2` or `a[]=1&a[]=2`. Without it, and where a "
            "parameter states its style, as the description says.",
            "repeat",
        ),
        Key(
            "nested_format",
            _NESTED,
            "Objects: `a[b]=1` or `a.b=1`. Without it, and where a parameter states its style, as "
            "the description says.",
            "dots",
        ),
    ),
)

MULTIPART = Section(
    "multipart_settings",
    "multipart_settings",
    "How multipart forms are written, in place of `query_settings`.",
    (
        Key(
            "array_format",
            _ARRAYS,
            "Lists. Without it, brackets or indices as in `query_settings`, else each item is a part "
            "of the same name.",
            "repeat",
        ),
        Key(
            "nested_format",
            _NESTED,
            "Objects: a part for each of their values. Without it, an object is one part in JSON.",
            "dots",
        ),
    ),
)

PAGE = Section(
    "page",
    "pagination[]",
    "A pagination scheme: a class of pages, and the rule that leads from one to the next.",
    (
        Key(
            "name",
            Text(),
            "The name of the scheme; the class is named after it.",
            "cursor_page",
            default="page",
        ),
        Key("type", Choice(PAGE_TYPES), "The rule.", "cursor", required=True),
        Key(
            "description",
            Text(),
            "What the pages are, for the docstring of the class.",
            "A page of results.",
        ),
        Key(
            "request",
            _PROPERTIES,
            "The parameters that ask for a page, as JSON schemas.",
            {"cursor": {"type": "string", PURPOSE: {"purpose": "next_cursor_param"}}},
        ),
        Key(
            "response",
            _PROPERTIES,
            "The properties of a page, as JSON schemas.",
            {"data": {"type": "array", "items": {}, PURPOSE: {"purpose": "items"}}},
        ),
        Key(
            "param_location",
            Choice(("query", "body")),
            "Where the parameters are sent, for methods that have them in the query and in the body.",
            "body",
            default="query",
        ),
    ),
    missing="C006",
)

PAGE_PROPERTY = Section(
    "page_property",
    "pagination[].request.<property>, pagination[].response.<property>",
    "A parameter or a property of a pagination scheme.",
    (
        Key(
            "type",
            either(Text(), ListOf(Text())),
            "Its JSON type, perhaps with `null`.",
            "string",
        ),
        Key(
            "properties",
            _PROPERTIES,
            "The properties of an object.",
            {"next_cursor": {"type": "string"}},
        ),
        Key(
            "items",
            Fields("page_property"),
            "The items of a list, in which one property may be their `cursor_item_id`.",
            {"properties": {"id": {PURPOSE: "cursor_item_id"}}},
        ),
        Key(
            PURPOSE,
            either(Choice(PURPOSES), Fields("page_purpose")),
            "Its role in the scheme; the short form is the purpose alone. Without it, the role "
            "is guessed from type and name.",
            {"purpose": "items"},
        ),
    ),
    others=MapOf("keyword", Anything()),
)

PAGE_PURPOSE = Section(
    "page_purpose",
    f"pagination[].….{PURPOSE}",
    "The role of a parameter or a property in a pagination scheme.",
    (
        Key(
            "purpose",
            Choice(PURPOSES),
            "The role.",
            "next_cursor_param",
        ),
        Key(
            "required",
            Flag(),
            "Whether the response must have it.",
            True,
            effect=Ignored("a page that lacks it is the last one"),
        ),
        Key(
            "from_header",
            Text(),
            "The response header that holds the value, for properties at the top of a response; of "
            "`Link`, the address with `rel=next` (RFC 8288).",
            "X-Next-Cursor",
        ),
        Key(
            "is_top_level_array",
            Flag(),
            "Whether the response is the list itself.",
            True,
            default=False,
        ),
    ),
)

STREAMING = Section(
    "streaming",
    "streaming",
    "How event streams are read.",
    (
        Key(
            "on_event",
            ListOf(Fields("event_rule")),
            "Rules for events; the first that matches is applied.",
            [{"data_starts_with": "[DONE]", "handle": "done"}],
        ),
    ),
)

EVENT_RULE = Section(
    "event_rule",
    "streaming.on_event[]",
    "A rule for events of a stream.",
    (
        Key(
            "kind",
            Choice(("fallthrough",)),
            "`fallthrough` matches every event.",
            "fallthrough",
            effect=Ignored("a rule without conditions matches every event"),
        ),
        Key(
            "event_type",
            either(Text(), ListOf(Text())),
            "The types of event that match; null matches events without a type.",
            ["error"],
        ),
        Key(
            "data_starts_with",
            Text(),
            "The beginning of the data of events that match.",
            "[DONE]",
        ),
        Key(
            "handle",
            Choice(("yield", "done", "error")),
            "What happens: the event is an item, the end, or an error.",
            "yield",
            default="yield",
        ),
        Key(
            "error_property",
            Text(),
            "The property of the data that makes an item an error.",
            "error",
        ),
    ),
)

ERRORS = Section(
    "errors",
    "errors",
    "What errors of the API say, and classes for them.",
    (
        Key(
            "message_property",
            Text(),
            "The property of an error response that holds its message; dots lead into nested ones. It "
            "is shown in place of the whole response.",
            "error.message",
        ),
        Key(
            "union",
            Fields("error_union"),
            "A separate class for each kind of error.",
            {"source": "Error", "discriminator": "code"},
        ),
    ),
)

ERROR_UNION = Section(
    "error_union",
    "errors.union",
    "A separate class for each kind of error: a case of the class of its status, if it has one.",
    (
        Key(
            "source",
            Text(),
            "The schema of error responses, a union: the name of a component or a JSON pointer.",
            "#/components/schemas/Error",
            required=True,
        ),
        Key(
            "discriminator",
            Text(),
            "The property that tells the kinds apart; dots lead into nested ones.",
            "code",
            required=True,
        ),
        Key(
            "status_property",
            Text(),
            "The property whose enum lists the statuses of a kind.",
            "status",
        ),
        Key(
            "variants",
            MapOf("value", Fields("error_variant")),
            "The class of each kind, by the value of the discriminator. Kinds that are not listed "
            "are named after their values.",
            {"rate_limited": {"status_code": 429, "name": "too_many_calls"}},
        ),
    ),
)

ERROR_VARIANT = Section(
    "error_variant",
    "errors.union.variants.<value>",
    "The class of one kind of error.",
    (
        Key(
            "status_code",
            Number(400, 599, whole=True),
            "The status of its responses, in place of what `status_property` says.",
            429,
        ),
        Key(
            "name",
            Text(),
            "The name of the class, in place of the value of the discriminator; one name for several "
            "kinds is one class.",
            "too_many_calls",
        ),
    ),
)

SECURITY_SCHEME = Section(
    "security_scheme",
    "security_schemes.<scheme>",
    "A security scheme, as in OpenAPI.",
    (
        Key(
            "type",
            Choice(("http", "apiKey", "oauth2", "openIdConnect", "mutualTLS")),
            "The kind of scheme.",
            "http",
        ),
        Key("scheme", Text(), "The HTTP authentication scheme.", "bearer"),
        Key(
            "in",
            Choice(("header", "query", "cookie")),
            "Where an API key is sent.",
            "header",
        ),
        Key("name", Text(), "The name of the header of an API key.", "X-Api-Key"),
        Key("description", Text(), "What the credential is.", "An API token."),
        Key(
            "bearerFormat",
            Text(),
            "The format of the token, for people.",
            "JWT",
            effect=Ignored("it has no effect on requests"),
        ),
        Key(
            "flows",
            Anything(),
            "How OAuth 2.0 tokens are obtained; of the flows, client credentials have an effect.",
            {"clientCredentials": {"tokenUrl": "/token", "scopes": {}}},
        ),
        Key(
            "openIdConnectUrl",
            Text(),
            "Where OpenID Connect is described.",
            "https://acme.example/.well-known/openid-configuration",
            effect=Ignored(
                "tokens are given to the client; logins that read such an address take it as an argument"
            ),
        ),
    ),
)

ALL = sections(
    QUERY,
    MULTIPART,
    PAGE,
    PAGE_PROPERTY,
    PAGE_PURPOSE,
    STREAMING,
    EVENT_RULE,
    ERRORS,
    ERROR_UNION,
    ERROR_VARIANT,
    SECURITY_SCHEME,
)
