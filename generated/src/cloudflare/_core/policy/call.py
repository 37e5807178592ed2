"""One call, ready to be sent: what the sans-IO core works on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from ..wire.headers import HeaderMap
from ..wire.urls import origin_of

if TYPE_CHECKING:
    from ..wire.param_styles import ParamStyle
    from ..wire.timeouts import TimeoutOption
    from ..wire.request_body import RequestBody
    from ..wire.sources import Source


@dataclass(frozen=True, slots=True)
class Call:
    """A call with everything that the client and its user decided about it.

    ``url`` has no query: ``params`` are kept apart so that the next page can change one.
    ``template`` is the path as the API describes it, ``styles`` are those of the parameters that
    are not written as the API usually does.
    ``deadline`` is in seconds for the whole call, ``timeout`` for each of its phases. A call
    ``is_idempotent``, for any method, if it carries an idempotency key.
    """

    method: str
    url: str
    params: Mapping[str, object] = field(repr=False)
    headers: HeaderMap = field(repr=False)
    body: Source | None = field(repr=False)
    timeout: TimeoutOption
    template: str
    max_retries: int
    deadline: float | None
    is_idempotent: bool = False
    follow_redirects: bool = True
    styles: Mapping[str, ParamStyle] = field(default_factory=dict[str, "ParamStyle"])
    given: RequestBody | None = field(default=None, repr=False)
    """The body as the caller gave it."""

    pages_in_body: bool = False
    """Whether the parameters that ask for a page are properties of the body."""

    auth: Any = field(default=None, repr=False)
    """What gets the token that the call carries (an ``httpx2.Auth``)."""

    @property
    def can_be_sent_again(self) -> bool:
        """Whether the body, if there is one, can be had from its beginning."""
        return self.body is None or self.body.can_start

    def with_params(self, params: Mapping[str, object]) -> Call:
        """The same call with some parameters changed."""
        return replace(self, params={**self.params, **params})

    @property
    def page_params(self) -> Mapping[str, object]:
        """Where the parameters are that ask for a page."""
        if not self.pages_in_body:
            return self.params
        value = self.given.value if self.given is not None else None
        return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else {}

    def with_page(self, params: Mapping[str, object]) -> Call:
        """The same call for another page."""
        if not self.pages_in_body:
            return self.with_params(params)
        from ..wire.headers import add_headers
        from ..wire.request_body import RequestBody

        given = (self.given or RequestBody()).merged(params)
        encoded = given.encoded()
        assert encoded is not None  # it has at least these parameters
        headers = dict(self.headers)
        if "content-type" not in headers:  # the call had no body before
            add_headers(headers, {"Content-Type": encoded[0]})
        return replace(self, given=given, body=encoded[1], headers=headers)

    def as_get(self) -> Call:
        """The call that follows a "see other" redirect: a GET without a body."""
        headers = {
            n: e for n, e in self.headers.items() if not n.startswith("content-")
        }
        return replace(self, method="GET", body=None, headers=headers)

    def to(self, url: str, secrets: frozenset[str]) -> Call:
        """The same call to another URL, which brings its own query.

        Credentials stay behind where the origin changes.
        """
        headers = self.headers
        if origin_of(url) != origin_of(self.url):
            headers = {
                name: entry for name, entry in headers.items() if name not in secrets
            }
        return replace(self, url=url, params={}, headers=headers)
