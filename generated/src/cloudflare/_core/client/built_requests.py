"""The request of a call as httpx2 shows it, without sending it: ``client._build_request``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2

from ..http.default_clients import default_timeout
from ..http.httpx_requests import build
from ..policy.errors import Attempt
from ..wire.sentinels import NotGiven
from ..wire.timeouts import phases
from .perform import flow_of

if TYPE_CHECKING:
    from ..policy.call import Call
    from ..wire.sources import Source
    from .base_client import BaseClient
    from .endpoint import Endpoint


def built_request(
    client: BaseClient, endpoint: Endpoint[Any], call: Call, *, retries_taken: int
) -> Any:
    """The request of the attempt after some retries; a body whose length is known is read for it."""
    flow = flow_of(client, endpoint, "parsed", call)
    flow.attempts = (Attempt("not sent"),) * retries_taken
    wire = flow.request(call.deadline)
    content = None if wire.body is None else _content(wire.body, client)
    usual = default_timeout(client._settings.timeout)
    given = client._pool.given
    if given is not None:
        return build(given, wire, content, usual, client)
    timeout = usual if isinstance(wire.timeout, NotGiven) else wire.timeout
    connect, read, write, pool = phases(timeout, wire.seconds_left)
    seconds = {"connect": connect, "read": read, "write": write, "pool": pool}
    return httpx2.Request(
        wire.method,
        wire.url,
        headers=dict(wire.headers),
        content=content,
        extensions={"timeout": seconds},
    )


def _content(source: Source, client: BaseClient) -> Any:
    if source.length is not None:
        return b"".join(source.start())
    return source.astart() if client._is_async else source.start()
