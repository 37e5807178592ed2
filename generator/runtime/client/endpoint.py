"""What a method calls: verb, path, and what comes back. Made once, when a resource is imported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..cached import cached_property

if TYPE_CHECKING:
    from ..decode.decoding import Decoder
    from ..wire.param_styles import ParamStyle
    from ..wire.path_scope import PathScope
    from ..wire.request_body import BodyFormat

T_co = TypeVar("T_co", covariant=True)
PageT_co = TypeVar("PageT_co", covariant=True)
AsyncPageT_co = TypeVar("AsyncPageT_co", covariant=True)


Params = tuple[tuple[str, str], ...]
"""Arguments of a method, each with its wire name."""

STREAMED_TYPES = "text/event-stream, application/x-ndjson, application/json;q=0.9"
"""The media types that a streamed call accepts."""


def params(*names: str | tuple[str, str]) -> Params:
    """Arguments by name, or by name and wire name if the two differ."""
    return tuple((n, n) if isinstance(n, str) else n for n in names)


class Endpoint(Generic[T_co]):
    """A call that returns a value of one type, which is loaded with the first response.

    A ``streamed`` call returns a stream, say ``Stream[Event]``, whose response is left open.
    ``path_params``, ``scope_params``, ``query_params`` and ``header_params`` are the arguments that
    go there.
    """

    def __init__(
        self,
        method: str,
        path: str,
        *,
        returns: Callable[[], Any],
        path_params: Params = (),
        scope: PathScope | None = None,
        scope_params: Params = (),
        query_params: Params = (),
        header_params: Params = (),
        accept: str | None = None,
        body: BodyFormat = "json",
        is_described: bool = True,
        streamed: bool = False,
        styles: Mapping[str, ParamStyle] | None = None,
        server: str | None = None,
        query: Mapping[str, str] | None = None,
    ) -> None:
        """``server`` is where the call goes as long as the client has its default base URL;
        ``query`` is always sent. ``accept`` is the media type that is asked for, ``body`` the format that is sent.

        A described response is JSON, even where it is a single string. ``styles`` are those of
        parameters that are not written as the API usually does. The arguments of a ``scope`` are
        its choices, unless ``scope_params`` gives them other names.
        """
        self.method = method
        self.path = path
        self.path_params = path_params
        self.scope = scope
        self.scope_params = scope_params or params(*(scope.choices if scope else ()))
        self.query_params = query_params
        self.header_params = header_params
        self.accept = accept
        self.streamed = streamed
        self.styles = styles or {}
        self.server = server and f"{server.rstrip('/')}/"
        self.query = query or {}
        self.body: BodyFormat = body
        self._returns = returns
        self._is_described = is_described

    @cached_property
    def decoder(self) -> Decoder[T_co]:
        """Decodes a response of this call."""
        if self.streamed:
            from .streams import stream_decoder

            return stream_decoder(self._returns())
        from ..decode.decoding import Decoder

        return Decoder.of(self._returns(), is_json=self._is_described)


class PagedEndpoint(Generic[PageT_co, AsyncPageT_co]):
    """A call that returns a page; ``pages`` and ``async_pages`` are its two forms."""

    def __init__(
        self,
        method: str,
        path: str,
        *,
        page: Callable[[], type[PageT_co]],
        async_page: Callable[[], type[AsyncPageT_co]],
        path_params: Params = (),
        scope: PathScope | None = None,
        scope_params: Params = (),
        query_params: Params = (),
        header_params: Params = (),
        server: str | None = None,
        query: Mapping[str, str] | None = None,
    ) -> None:
        def form(returns: Callable[[], Any]) -> Endpoint[Any]:
            return Endpoint(
                method,
                path,
                returns=returns,
                path_params=path_params,
                scope=scope,
                scope_params=scope_params,
                query_params=query_params,
                header_params=header_params,
                server=server,
                query=query,
            )

        self.pages: Endpoint[PageT_co] = form(page)
        self.async_pages: Endpoint[AsyncPageT_co] = form(async_page)
