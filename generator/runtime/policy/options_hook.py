"""A call as a hook sees it, and the call that it makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from ..wire.headers import HeaderMap, add_headers
from ..wire.options import FinalRequestOptions
from ..wire.request_body import RequestBody
from ..wire.sentinels import NotGiven, Omit, omit
from ..wire.urls import check_url

if TYPE_CHECKING:
    from .call import Call
    from .settings import Settings


def options_of(call: Call) -> FinalRequestOptions:
    """What a call consists of; headers are those that go out, credentials among them."""
    given = call.given or RequestBody()
    return FinalRequestOptions(
        method=call.method,
        url=call.url,
        params=dict(call.params),
        headers=dict(call.headers.values()),
        max_retries=call.max_retries,
        timeout=call.timeout,
        files=given.files,
        json_data=None if isinstance(given.value, Omit) else given.value,
        content=given.content,
        follow_redirects=call.follow_redirects,
    )


def call_with(
    options: FinalRequestOptions, call: Call, *, base_url: str, settings: Settings
) -> Call:
    """The call that options make of another; a relative URL stands below the base URL.

    Raises:
        ValueError: the URL is invalid, or a header cannot be sent.
        TypeError: the body cannot be encoded.
    """
    url = check_url(urljoin(base_url, options.url.lstrip("/")))
    moved = call if url == call.url else call.to(url, settings.secret_names)
    kept = {
        name: value
        for name, value in options.headers.items()
        if moved is call
        or name.lower() in moved.headers
        or name.lower() not in call.headers
    }
    headers: HeaderMap = {}
    add_headers(headers, kept)
    body, given = call.body, _given(call, options)
    if given is not call.given:
        encoded = given.encoded() if given is not None else None
        body = encoded[1] if encoded is not None else None
        if encoded is not None:
            add_headers(headers, {"Content-Type": encoded[0]})
    return replace(
        moved,
        method=options.method.upper(),
        params=options.params,
        headers=headers,
        body=body,
        given=given,
        timeout=_stated(options.timeout, call.timeout),
        max_retries=_stated(options.max_retries, call.max_retries),
        follow_redirects=options.follow_redirects is not False,
    )


def _given(call: Call, options: FinalRequestOptions) -> RequestBody | None:
    before = call.given or RequestBody()
    value = options.json_data
    if value is None and before.value is not None:
        value = omit
    after = replace(
        before,
        value=value,
        files=options.files,
        content=options.content,
    )
    unchanged = after == before and not options.extra_json
    return call.given if unchanged else after.merged(options.extra_json)


def _stated(value: Any, otherwise: Any) -> Any:
    return otherwise if isinstance(value, NotGiven) else value
