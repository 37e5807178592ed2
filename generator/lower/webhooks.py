"""Methods that read webhooks: what any webhook of the description may hold, as one type.

Part of lowering.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..config import ResourceConfig, WebhookConfig
from ..diagnostics import Report
from ..ir import (
    ClientOption,
    MethodId,
    ModelEntry,
    Scalar,
    ScalarKind,
    TypeId,
    WebhookMethod,
)
from ..openapi import Description, Discriminator, Origin, Schema
from ..source import Pointer
from .auth import Auth
from .objects import properties_of
from .schemas import SchemaLowering
from .use import root_use

_TEXT = Scalar(ScalarKind.STRING)
_UNVERIFIED = ("unsafe", "unverified")
"""What the name of a method has that reads a webhook without a check of its signature, unless it has a key."""


class WebhookLowering(Struct, frozen=True):
    """Lowers the methods that read webhooks, after the types of these are known."""

    description: Description
    schemas: SchemaLowering
    models: dict[str, TypeId]
    auth: Auth
    report: Report

    def methods(self, resource: ResourceConfig) -> tuple[WebhookMethod, ...]:
        """The methods of a resource that read webhooks."""
        return tuple(self._method(resource, entry) for entry in resource.webhooks)

    def _method(self, resource: ResourceConfig, entry: WebhookConfig) -> WebhookMethod:
        payloads = list(self._payloads())
        if not payloads:
            self.report.tolerable(
                "C024",
                entry.place,
                f"the description has no webhooks with JSON, so '{entry.name}' returns any value",
                help="list them under 'webhooks' of the description",
            )
        for payload in payloads:
            self._check(entry, payload)
        id_ = MethodId(resource.path, entry.name)
        name = f"{entry.name}_webhook_event"
        use = root_use(f"#/webhook-events/{id_}", ModelEntry(resource.path, name))
        for payload in payloads:
            if payload.id in self.schemas.types:  # a type of its own
                self.models.setdefault(payload.id, TypeId(payload.id))
        key = self._named_key(entry) if entry.key is not None else self._key()
        return WebhookMethod(
            id=id_,
            type=self.schemas.type_of(self._union(entry, payloads), use),
            key=key.name if key is not None else None,
            is_verified=entry.key is not None
            or not any(word in entry.name.lower() for word in _UNVERIFIED),
            deprecated=entry.deprecated,
            place=entry.place,
        )

    def _payloads(self) -> Iterator[Schema]:
        """The schemas of the webhooks' bodies, each once."""
        known: set[str] = set()
        for event in self.description.webhooks:
            found = (m.schema for m in event.body.content if m.is_json)
            stated = next((schema for schema in found if schema is not None), None)
            target = self.description.resolve(stated) if stated is not None else None
            if target is not None and target.id not in known:
                known.add(target.id)
                yield target

    def _union(self, entry: WebhookConfig, payloads: list[Schema]) -> Schema:
        """One schema for all payloads."""
        document = self.description.origin.document
        return Schema(
            origin=Origin("", Pointer(("webhooks",)), document),
            any_of=tuple(payloads),
            discriminator=(
                Discriminator(property=entry.discriminator, mapping={})
                if entry.discriminator
                else None
            ),
            description="What a webhook of the API holds.",
            has_keywords=bool(payloads),
        )

    def _check(self, entry: WebhookConfig, payload: Schema) -> None:
        """Report a payload that lacks the property that is to tell it apart."""
        name = entry.discriminator
        parts = self.description.constituents(payload)
        if not name or any(name in properties_of(self.description, p) for p in parts):
            return
        self.report.tolerable(
            "C024",
            entry.place,
            f"a webhook has no property '{name}', which is to tell webhooks apart",
            help=f"name a property that all webhooks have ({payload.origin.place})",
            related=(("this webhook lacks it", payload.origin.place),),
        )

    def _named_key(self, entry: WebhookConfig) -> ClientOption | None:
        """The option of the client that the configuration names as the key of signatures."""
        texts = {o.name: o for o in self.auth.options if o.type == _TEXT}
        if entry.key not in texts:
            self.report.tolerable(
                "C027",
                entry.key_place,
                f"the client has no text option '{entry.key}', so '{entry.name}' needs the argument 'key'",
                help=f"use one of client_settings.opts: {', '.join(texts) or 'none of type string yet'}",
            )
        return texts.get(entry.key or "")

    def _key(self) -> ClientOption | None:
        """The option of the client with the key of signatures: the first text that is named after them."""
        held = {scheme.option for scheme in self.auth.schemes}
        held |= {s.partner for s in self.auth.schemes if s.partner is not None}
        for option in self.auth.options:
            is_named = option.name not in held and "webhook" in option.name.lower()
            if is_named and option.type == _TEXT:
                return option
        return None
