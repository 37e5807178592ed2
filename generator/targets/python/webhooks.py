"""Views of the methods that read webhooks."""

from __future__ import annotations

from msgspec import Struct


from ...surface import Webhook
from ..notation.literals import literal
from .endpoints import return_types
from .methods import MethodWriter


class WebhookView(Struct, frozen=True):
    """A method that reads a webhook; ``option`` is the attribute of the client with its key, ``deprecated`` may be
    empty, ``key_type`` and ``key_default`` are those of the argument for another key.
    """

    name: str
    about: str
    is_verified: bool
    key_type: str
    key_default: str
    option: str
    returns: str
    deprecated: str


def webhook_view(webhook: Webhook, writer: MethodWriter) -> WebhookView:
    """The view of a method that reads a webhook."""
    imports = writer.imports
    types = return_types(writer.sdk, imports, imports, writer.shadowed)
    if webhook.is_verified:
        writer.typing_only.name("collections.abc", "Mapping")
    if webhook.deprecated is not None:
        imports.name("typing_extensions", "deprecated")
    return WebhookView(
        name=webhook.name,
        about=webhook.about,
        is_verified=webhook.is_verified,
        key_type="str | bytes | None" if webhook.key else "str | bytes",
        key_default=" = None" if webhook.key else "",
        option=literal(webhook.key),
        returns=types.annotate(webhook.type),
        deprecated=(
            literal(webhook.deprecated) if webhook.deprecated is not None else ""
        ),
    )
