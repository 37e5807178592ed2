"""How a client prepares a call: everything that can go wrong before a request is sent."""

from __future__ import annotations

from .base_client import BaseClient
from .client_options import checked_timeout
from .loading import call_class, path_filler
from ..policy.credentials import missing_credentials
from ..wire.headers import add_headers, is_sent, wire_headers
from ..wire.request import SAFE_METHODS
from ..wire.secret import Secret
from ..wire.sentinels import NotGiven, Omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ..policy.call import Call
    from ..policy.credentials import Alternatives
    from .base_client import Defaults
    from .endpoint import Endpoint
    from ..wire.headers import HeaderMap
    from ..wire.timeouts import TimeoutOption
    from ..wire.param_styles import ParamStyle
    from ..wire.request_body import RequestBody
    from ..wire.sources import Source


class PreparingClient(BaseClient):
    """A client that turns the arguments of a method into a call."""

    def prepare(
        self,
        endpoint: Endpoint[Any],
        *,
        path: Mapping[str, object],
        scope: Mapping[str, Any],
        query: Mapping[str, object],
        headers: Mapping[str, object],
        cookies: Mapping[str, object],
        body: RequestBody | None,
        extra_headers: Mapping[str, object],
        extra_query: Mapping[str, object],
        extra_body: object | None,
        timeout: TimeoutOption,
        idempotency_key: str | None = None,
    ) -> Call:
        """The call that a method's arguments ask for; nothing is sent.

        Raises:
            ValueError: an argument is empty or unsafe, or cannot be sent.
            TypeError: a value has no form in which it could be sent, or the client has no
                credentials.
        """
        for wire, value in path.items():
            if not value and not isinstance(value, (int, float)):
                name = next(n for n, w, _ in endpoint.path_params if w == wire)
                raise ValueError(
                    f"Expected a non-empty value for `{name}` but received {value!r}"
                )
        filled = endpoint.scope.resolve(scope) if endpoint.scope else {}
        if extra_body is not None and (endpoint.body or endpoint.method != "GET"):
            if body is None and endpoint.body is not None:
                body = endpoint.body.empty()
            body = _extended(body, extra_body)
        defaults = self._defaults(endpoint.security)
        if endpoint.header_styles:
            headers = _styled(headers, endpoint.header_styles)
        if cookies:
            own, styles = defaults.headers, endpoint.cookie_styles
            headers = {**headers, **_cookie_header(own, cookies, styles)}
        return self._call(
            path_filler()(endpoint.path, {**path, **filled}, endpoint.path_styles),
            params=(
                {**endpoint.query, **query, **extra_query}
                if endpoint.query
                else {**query, **extra_query}
            ),
            headers={**headers, **extra_headers},
            endpoint=endpoint,
            defaults=defaults,
            timeout=timeout,
            body=body,
            idempotency_key=idempotency_key,
        )

    def _call(
        self,
        path: str,
        *,
        endpoint: Endpoint[Any],
        defaults: Defaults,
        params: Mapping[str, object],
        headers: Mapping[str, object],
        timeout: TimeoutOption,
        body: RequestBody | None,
        max_retries: int | None = None,
        idempotency_key: str | None = None,
        follow_redirects: bool = True,
    ) -> Call:
        encoded = body.encoded(_boundary(headers)) if body is not None else None
        key_header = self._settings.idempotency_header
        all_headers = self._headers_of(
            endpoint, defaults, headers, encoded, idempotency_key
        )
        if type(self)._validate_headers is not PreparingClient._validate_headers:
            sent, _ = wire_headers(all_headers)
            self._validate_headers(sent, headers)
        else:
            self._require_credentials(all_headers, endpoint.security, defaults)
        base = self._base_url
        if endpoint.server is not None:
            usual = self._settings.base_url
            base = endpoint.server if base.rstrip("/") == usual.rstrip("/") else base
        is_elsewhere = path.lower().startswith(("http:", "https:"))
        call = call_class()(
            method=endpoint.method,
            url=base if is_elsewhere else base + path.lstrip("/"),
            params={**defaults.query, **params},
            headers=all_headers,
            body=encoded[1] if encoded is not None else None,
            timeout=(
                self._timeout_of(endpoint)
                if isinstance(timeout, NotGiven)
                else checked_timeout(timeout)
            ),
            template=endpoint.path,
            styles=endpoint.query_styles,
            max_retries=(
                self._retries_of(endpoint) if max_retries is None else max_retries
            ),
            deadline=self.deadline,
            follow_redirects=follow_redirects,
            is_idempotent=key_header is not None and is_sent(key_header, all_headers),
            given=body,
            pages_in_body=endpoint.pages_in_body,
            auth=self._token_auth(defaults.token_source),
        )
        if not is_elsewhere:
            return call
        from ..wire.urls import check_url

        elsewhere = call.to(check_url(path), self._settings.secret_names)
        return elsewhere.with_params(params)

    def _timeout_of(self, endpoint: Endpoint[Any]) -> TimeoutOption:
        """The client's timeout, or that of an endpoint which has its own, as long as no one chose
        the client's."""
        timeout: TimeoutOption = self._timeout
        if isinstance(timeout, NotGiven):
            return endpoint.defaults.get("timeout", timeout)
        return timeout

    def _retries_of(self, endpoint: Endpoint[Any]) -> int:
        """The client's number of retries, or that of an endpoint which has its own, as long as the
        client has the usual one."""
        if self.max_retries == self._settings.max_retries:
            return endpoint.defaults.get("max_retries", self.max_retries)
        return self.max_retries

    def _headers_of(
        self,
        endpoint: Endpoint[Any],
        defaults: Defaults,
        headers: Mapping[str, object],
        encoded: tuple[str, Source] | None,
        idempotency_key: str | None,
    ) -> HeaderMap:
        """All headers of a call; those of the client itself where it needs no others."""
        accept = endpoint.accept
        if endpoint.streamed and accept is None:
            from .endpoint import STREAMED_TYPES

            accept = STREAMED_TYPES
        base = defaults.headers
        if encoded is not None or accept is not None:
            base = _typed_headers(defaults, encoded[0] if encoded else None, accept)
        is_safe = endpoint.method in SAFE_METHODS
        key_header = None if is_safe else self._settings.idempotency_header
        if not (key_header or headers):
            return base
        all_headers = dict(base)
        if key_header:
            from uuid import uuid4

            add_headers(all_headers, {key_header: idempotency_key or str(uuid4())})
        add_headers(all_headers, _without_bare_form(headers, encoded))
        return all_headers

    def _validate_headers(
        self, headers: Mapping[str, str], custom_headers: Mapping[str, object]
    ) -> None:
        """Refuse a call without credentials, unless the caller sets or omits their headers."""
        given: HeaderMap = {}
        for some in (headers, custom_headers):
            add_headers(given, some)
        self._require_credentials(given, None, self._defaults(None))

    def _require_credentials(
        self, headers: HeaderMap, security: Alternatives | None, defaults: Defaults
    ) -> None:
        """Refuse a request without credentials, unless the user sets or omits their headers, or
        authenticates in another way."""
        settings = self._settings
        alternatives = settings.security if security is None else security
        if defaults.credentials.chosen or not alternatives or () in alternatives:
            return
        if self._pool.authenticates or self.custom_auth is not None:
            return
        if not any(
            credential.place.lower() in headers for credential in settings.credentials
        ):
            raise TypeError(missing_credentials(settings))


def _typed_headers(
    defaults: Defaults, content_type: str | None, accept: str | None
) -> HeaderMap:
    """The headers of every request with those two, put together once where calls share them."""
    types = content_type, accept
    known = defaults.typed.get(types)
    if known is None:
        known = dict(defaults.headers)
        add_headers(known, {"Content-Type": content_type, "Accept": accept})
        if content_type is None or "boundary=" not in content_type:
            defaults.typed[types] = known
    return known


def _cookie_header(
    own: HeaderMap, cookies: Mapping[str, object], styles: Mapping[str, ParamStyle]
) -> Mapping[str, str]:
    """The header of a method's cookies, behind those of the client's ``own`` headers."""
    from ..wire.param_styles import FORM

    pairs = [
        pair
        for name, value in cookies.items()
        for pair in styles.get(name, FORM).in_cookie(name, value)
    ]
    _, credential = own.get("cookie", ("", None))
    if isinstance(credential, str):
        pairs.insert(0, credential)
    return {"Cookie": Secret("; ".join(pairs))} if pairs else {}


def _styled(
    headers: Mapping[str, object], styles: Mapping[str, ParamStyle]
) -> Mapping[str, object]:
    """The headers of a method's arguments, those with a style of their own written in it."""
    return {
        name: (
            styles[name].in_header(name, value)
            if name in styles and not isinstance(value, (Omit, NotGiven, type(None)))
            else value
        )
        for name, value in headers.items()
    }


def _without_bare_form(
    headers: Mapping[str, object], encoded: tuple[str, Source] | None
) -> Mapping[str, object]:
    """The caller's headers, but for a content type that would lose a form its boundary."""
    if encoded is None or not encoded[0].startswith("multipart/"):
        return headers
    return {
        name: value
        for name, value in headers.items()
        if name.lower() != "content-type" or "boundary=" in str(value)
    }


def _boundary(headers: Mapping[str, object]) -> str | None:
    """The boundary of a multipart form that the caller's content type states (RFC 2046, 5.1.1)."""
    for name, value in headers.items():
        if name.lower() == "content-type" and isinstance(value, str):
            import re

            found = re.search(r';\s*boundary=(?:"([^"]+)"|([^\s;"]+))', value, re.I)
            return found[1] or found[2] if found else None
    return None


def _extended(body: RequestBody | None, extra: object) -> RequestBody:
    """The body with ``extra_body`` merged in; that alone may be any JSON value."""
    from collections.abc import Mapping
    from typing import cast

    from ..wire.request_body import RequestBody

    if body is None and not isinstance(extra, Mapping):
        return RequestBody(extra)
    if not isinstance(extra, Mapping):
        raise TypeError("extra_body must be a mapping to be merged into the body")
    return (body or RequestBody()).merged(cast("Mapping[str, Any]", extra))
