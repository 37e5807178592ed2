"""Requests as a client of the httpx family takes them: with what that client adds to each.

The client may be httpx2's, one of the older httpx family, or anything with the same methods.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import httpx2

from ..wire.request import WireRequest
from .exchange import Request, body_length, end_in, needs_framing
from .http1 import framing
from .interception import Functions
from .owner import Owner
from .strict_decoding import decode_strictly
from ..wire.sentinels import NotGiven
from ..wire.timeouts import phases
from ..wire.urls import origin_of

_BUILDING = (
    "build_request",
    "_merge_url",
    "_merge_headers",
    "_merge_cookies",
    "_merge_queryparams",
)
"""What makes a request in a client of httpx2."""


def build(
    client: Any,
    request: WireRequest,
    content: Any,
    default: httpx2.Timeout,
    owner: Owner,
) -> Any:
    """The request that ``client`` sends for ``owner``; its ``deadline`` extension is for our own
    transports, and ``default`` is the timeout of a request without its own.

    At another origin than that of the API, the client adds neither parameters nor credentials.
    """
    timeout = default if isinstance(request.timeout, NotGiven) else request.timeout
    seconds = phases(timeout, request.seconds_left)
    is_home = _is_home(request, owner)
    unwanted = set(request.unwanted)
    if not is_home:
        sent = {name.lower() for name in request.headers}
        unwanted |= owner._settings.secret_names - sent
    make = _quickly_built if _is_original(client) else _built
    built = make(client, request, content, seconds, unwanted)
    if client.params:
        built.url = _merged(built.url, request.url, client.params if is_home else {})
    built.extensions["deadline"] = end_in(request.seconds_left)
    return built


def sending_options(owner: Owner, request: WireRequest) -> dict[str, Any]:
    """How a client sends a request: through the user's ``auth``, but never at another origin."""
    options: dict[str, Any] = {"stream": True, "follow_redirects": False}
    if not _is_home(request, owner):
        return {**options, "auth": None}
    auth = request.auth if owner.custom_auth is None else owner.custom_auth
    return options if auth is None else {**options, "auth": auth}


def received(response: Any) -> Any:
    """A response of a client of the httpx family: decoded strictly, and pickled without a credential."""
    decode_strictly(response)
    following = getattr(response, "next_request", None)
    if isinstance(following, httpx2.Request):
        response.next_request = Request.of(following)
    return response


def _built(
    client: Any, request: WireRequest, content: Any, seconds: Any, unwanted: set[str]
) -> Any:
    """A request as the client itself makes it."""
    headers = dict(request.headers)
    if content is not None and needs_framing(request) and request.body is not None:
        length = request.body.length
        if length is not None:
            headers["Content-Length"] = str(length)
    built = client.build_request(
        request.method, request.url, headers=headers, content=content, timeout=seconds
    )
    for name in unwanted:
        built.headers.pop(name, None)
    return Request.of(built) if type(built) is httpx2.Request else built


def _quickly_built(
    client: Any, request: WireRequest, content: Any, seconds: Any, unwanted: set[str]
) -> Request:
    """The same request, in half the time, for a client that makes it as httpx2 does."""
    url = httpx2.URL(request.url)
    own = [(n.encode("ascii"), v.encode("ascii")) for n, v in request.headers.items()]
    if needs_framing(request):
        own.append(framing(body_length(request)))
    taken = {name.lower() for name, _ in own} | {n.encode("ascii") for n in unwanted}
    added = [(n, v) for n, v in client.headers.raw if n.lower() not in taken]
    if b"host" not in taken and "host" not in client.headers:
        added.insert(0, (b"Host", url.netloc))
    connect, read, write, pool = seconds
    timeouts = {"connect": connect, "read": read, "write": write, "pool": pool}
    is_whole = content is None or isinstance(content, bytes)
    built = Request(
        request.method,
        url,
        headers=added + own,
        cookies=client.cookies if b"cookie" not in taken else None,
        content=None if is_whole else content,
        stream=httpx2.ByteStream(content or b"") if is_whole else None,
        extensions={"timeout": timeouts},
    )
    if is_whole:
        built.read()
    return built


def _is_original(client: Any) -> bool:
    """Whether a client makes requests as httpx2 does."""
    functions = _functions(client.__class__)
    return (
        isinstance(client, (httpx2.Client, httpx2.AsyncClient))
        and "build_request" not in vars(client)
        and functions.are_original()
    )


@lru_cache(maxsize=16)
def _functions(kind: type) -> Functions:
    return Functions((kind, _BUILDING))


def _is_home(request: WireRequest, owner: Owner) -> bool:
    """Whether a request goes to the origin of the API."""
    base, url = owner._base_url, request.url
    return url.startswith(base) or origin_of(url) == origin_of(base)


def _merged(built: Any, url: str, params: Any) -> Any:
    """A URL with its own query after those of a client's parameters that are not in it; httpx
    itself replaces the query of a URL by the parameters."""
    given = httpx2.URL(url)
    pairs: list[tuple[str, str]] = params.multi_items() if params else []
    added = httpx2.QueryParams([(n, v) for n, v in pairs if n not in given.params])
    query = b"&".join(part for part in (str(added).encode(), given.query) if part)
    return built.copy_with(query=query or None)
