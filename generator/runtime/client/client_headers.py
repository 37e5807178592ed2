"""The headers of every request of a client: each source may replace what came before it."""

from __future__ import annotations

from ..policy.credentials import Credentials
from ..wire.headers import add_headers
from ..wire.secret import Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..wire.headers import HeaderMap
    from ..policy.settings import Settings


def client_headers(
    settings: Settings,
    credentials: Credentials,
    *,
    program: Mapping[str, str],
    options: Mapping[str, object],
    cookies: Mapping[str, object],
    from_environment: str,
    custom: Mapping[str, str],
) -> HeaderMap:
    """The headers of every request, the strongest source last.

    ``program`` says what sends the request, ``options`` are the client's options that travel in
    headers, ``cookies`` those that travel in one, ``from_environment`` has a ``Name: value`` on each line.
    """
    headers: HeaderMap = {}
    add_headers(headers, {"Accept": "application/json", **program})
    add_headers(headers, settings.default_headers)
    lines = (line.partition(":") for line in from_environment.splitlines())
    variables = {n.strip(): Secret(v.strip()) for n, colon, v in lines if colon}
    if credentials.explicit and variables:
        places = {c.place.lower() for c in settings.credentials}
        variables = {n: v for n, v in variables.items() if n.lower() not in places}
    if not credentials.explicit:
        add_headers(headers, credentials.sent_in("header"))
    add_headers(headers, variables)
    if credentials.explicit:
        add_headers(headers, credentials.sent_in("header"))
    own = {settings.cookie_options[o]: v for o, v in cookies.items() if v is not None}
    sent = {**own, **credentials.sent_in("cookie")}
    if sent:
        pairs = "; ".join(f"{name}={value}" for name, value in sent.items())
        add_headers(headers, {"Cookie": Secret(pairs)})
    add_headers(headers, {settings.header_options[o]: v for o, v in options.items()})
    add_headers(headers, custom)
    return headers
