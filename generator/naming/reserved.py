"""Names that a scope of generated code cannot give away, and how a name steps aside.

What a surface decides follows the published one: keywords and the attributes of a model get a
trailing underscore; ``id``, ``type``, ``format`` and other builtins stay as they are.
"""

from __future__ import annotations

import keyword

KEYWORDS = frozenset(keyword.kwlist)

MODEL_ATTRIBUTES = frozenset(
    "construct copy dict fields from_orm json parse_file parse_obj parse_raw schema schema_json "
    "to_dict to_json update_forward_refs validate".split()
)
"""Attributes of the model base class, which a field must not hide."""

PAGE_ATTRIBUTES = MODEL_ATTRIBUTES | frozenset(
    "get_next_page has_next_page items iter_pages next_page_info".split()
)
"""Attributes of the base class of pages, which a field must not hide."""

MODEL_MODULE_NAMES = frozenset(
    "BaseModel Field Literal TypeAlias TypeAliasType".split()
)
"""Classes that a module of models imports."""

PAGE_MODULE_NAMES = MODEL_MODULE_NAMES | frozenset(
    "BaseAsyncPage BaseSyncPage CursorIdRules CursorRules CursorUrlRules Generic ItemT "
    "OffsetRules PageNumberRules SinglePageRules".split()
)
"""Classes that a module of pages imports."""

OPTION_ARGUMENTS = frozenset(
    "extra_headers extra_query extra_body timeout self".split()
)
"""Arguments that every method has."""

RESOURCE_ATTRIBUTES = frozenset(
    "self with_raw_response with_streaming_response".split()
)
"""Attributes that every resource has."""

CLIENT_ATTRIBUTES = RESOURCE_ATTRIBUTES | frozenset(
    "api_version auth_headers base_url close copy custom_auth deadline default_headers "
    "default_query delete get get_api_list is_closed max_retries patch platform_headers post put "
    "qs request timeout user_agent with_options".split()
)
"""Attributes that every client has."""

CLIENT_ARGUMENTS = frozenset(
    "base_url deadline default_headers default_query http_client max_retries self timeout".split()
)
"""Arguments that every client's constructor has."""


def escape(name: str, reserved: frozenset[str]) -> str:
    """The name, with a trailing underscore where the language or the scope has taken it."""
    return f"{name}_" if name in KEYWORDS or name in reserved else name


def identifier(name: str, fallback: str) -> str:
    """A valid identifier close to ``name``: never empty, never starting with a digit.

    ``fallback`` is the word that stands for a name without letters or before a digit.
    """
    if not name:
        return fallback
    return f"{fallback}_{name}" if name[0].isdigit() else name
