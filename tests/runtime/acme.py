"""A client of an imaginary API, as the generator would write it: what the tests call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.runtime import (
    AsyncAPIClient,
    AsyncPage,
    AsyncResource,
    BaseModel,
    BodySpec,
    Credential,
    CursorRules,
    Endpoint,
    ErrorEnvelope,
    ItemT,
    PagedEndpoint,
    PathScope,
    Settings,
    SyncAPIClient,
    SyncPage,
    SyncResource,
    omit,
    params,
)
from generator.runtime.policy.policies import Policies
from tests.runtime.models import Problem, Zone

EAGER = Policies(random_fraction=lambda: 0.0)
"""Retries wait no longer than they are asked to."""


class SyncCursorPage(SyncPage[ItemT]):
    result: list[ItemT]
    cursor: str | None = None

    _rules = CursorRules(items=("result",), cursor=("cursor",), param="cursor")


class AsyncCursorPage(AsyncPage[ItemT]):
    result: list[ItemT]
    cursor: str | None = None

    _rules = CursorRules(items=("result",), cursor=("cursor",), param="cursor")


CREDENTIALS = (
    Credential(option="email", env="ACME_EMAIL", header="X-Email"),
    Credential(option="key", env="ACME_KEY", header="X-Key"),
    Credential(
        option="token", env="ACME_TOKEN", header="Authorization", prefix="Bearer "
    ),
)


def settings(**changes: Any) -> Settings:
    """The settings of the client, some of them changed."""
    usual: dict[str, Any] = {
        "name": "Acme",
        "package": "acme",
        "version": "1.2.3",
        "base_url": "https://api.acme.test/v1",
        "env_prefix": "ACME",
        "credentials": CREDENTIALS,
        "security": (("token",), ("email", "key")),
        "array_format": "repeat",
        "nested_format": "dots",
        "errors": ErrorEnvelope("errors", lambda: Problem, success="success"),
    }
    return Settings(**usual | changes)


SCOPE = PathScope(("kind", "id"), {"account_id": "accounts", "zone_id": "zones"})
GET = Endpoint(
    "GET", "/zones/{zone_id}", returns=lambda: Zone, path_params=params("zone_id")
)
CREATE = Endpoint("POST", "/zones", returns=lambda: Zone, body=BodySpec(whole="body"))
LIST: PagedEndpoint[SyncCursorPage[Zone], AsyncCursorPage[Zone]] = PagedEndpoint(
    "GET",
    "/{kind}/{id}/zones",
    scope=SCOPE,
    page=lambda: SyncCursorPage[Zone],
    async_page=lambda: AsyncCursorPage[Zone],
)


def _listing(
    query: Mapping[str, object] | None, options: dict[str, Any]
) -> dict[str, Any]:
    """The arguments of a list whose query holds whatever a test wants."""
    extra = {**(query or {}), **options.pop("extra_query", {})}
    return {"account_id": omit, "zone_id": "z", "extra_query": extra, **options}


class Zones(SyncResource):
    def get(self, zone_id: str, **options: Any) -> Zone:
        return self._request(GET, zone_id=zone_id, **options)

    def create(self, body: object = omit, **options: Any) -> Zone:
        return self._request(CREATE, body=body, **options)

    def list(
        self, query: Mapping[str, object] | None = None, **options: Any
    ) -> SyncCursorPage[Zone]:
        return self._list(LIST, **_listing(query, options))


class AsyncZones(AsyncResource):
    async def get(self, zone_id: str, **options: Any) -> Zone:
        return await self._request(GET, zone_id=zone_id, **options)

    async def create(self, body: object = omit, **options: Any) -> Zone:
        return await self._request(CREATE, body=body, **options)

    def list(self, query: Mapping[str, object] | None = None, **options: Any) -> Any:
        return self._list(LIST, **_listing(query, options))


def sync_client(base_url: str, **options: Any) -> SyncAPIClient:
    """A client that retries without jitter unless it gets other policies."""
    options = {"_policies": EAGER, **options}
    given = options.pop("options", {"token": "s3cret"})
    used = options.pop("settings", settings())
    return SyncAPIClient(used, options=given, base_url=base_url, **options)


def async_client(base_url: str, **options: Any) -> AsyncAPIClient:
    """A client that retries without jitter unless it gets other policies."""
    options = {"_policies": EAGER, **options}
    given = options.pop("options", {"token": "s3cret"})
    used = options.pop("settings", settings())
    return AsyncAPIClient(used, options=given, base_url=base_url, **options)


__all__ = [
    "AsyncZones",
    "BaseModel",
    "Zones",
    "async_client",
    "settings",
    "sync_client",
]
