"""What differs between clients, as values: names, addresses, credentials, formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

ArrayFormat = Literal["comma", "repeat", "indices", "brackets"]
NestedFormat = Literal["brackets", "dots"]


@dataclass(frozen=True, slots=True)
class Credential:
    """A secret that a client option holds, the variable it is read from, and where it is sent.

    Exactly one of ``header``, ``query`` and ``cookie`` names the place; ``prefix`` stands before
    the value, e.g. ``"Bearer "``.
    """

    option: str
    env: str | None = None
    header: str | None = None
    query: str | None = None
    cookie: str | None = None
    prefix: str = ""

    @property
    def place(self) -> str:
        """The name under which the credential is sent."""
        return self.header or self.query or self.cookie or ""


@dataclass(frozen=True, slots=True)
class ErrorEnvelope:
    """Where a JSON body says what went wrong: the property that lists the errors, the type of
    each (loaded when needed), and the property that is false when a call failed."""

    items: str
    model: Callable[[], type[Any]]
    success: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The constants of one client.

    ``security`` lists the alternatives of credentials that the API accepts, each the options
    that belong together, the preferred one first. ``variables`` names the environment variables of
    options that are no credentials. ``timeout`` is in seconds. Keys that make a call
    idempotent are sent in ``idempotency_header``; without one, no call has such a key.
    """

    name: str
    package: str
    version: str
    base_url: str
    env_prefix: str
    credentials: tuple[Credential, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    header_options: Mapping[str, str] = field(default_factory=dict[str, str])
    default_headers: Mapping[str, str] = field(default_factory=dict[str, str])
    array_format: ArrayFormat = "comma"
    nested_format: NestedFormat = "brackets"
    errors: ErrorEnvelope | None = None
    timeout: float = 60.0
    retries: Literal["safe", "compatible"] = "safe"
    idempotency_header: str | None = None

    @property
    def secret_names(self) -> frozenset[str]:
        """The lower-case names under which credentials travel: never logged, never sent on."""
        declared = {credential.place.lower() for credential in self.credentials}
        return frozenset(
            declared | {"authorization", "cookie", "proxy-authorization", "set-cookie"}
        )
