"""What a method calls: verb, path, and what comes back. Made once, when a resource is imported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..cached import cached_property
from .params import Params, Styles, params, styles_of

if TYPE_CHECKING:
    from typing import Literal, TypedDict, Unpack

    from ..policy.credentials import Alternatives
    from ..decode.decoding import Decoder
    from ..wire.path_scope import PathScope
    from ..wire.wire_names import Converter
    from .binary_responses import AsyncBinaryAPIResponse, BinaryAPIResponse
    from .body_spec import BodySpec
    from .streams import AsyncStream, Stream

    class Defaults(TypedDict, total=False):
        """What calls have as long as their user says nothing else; the timeout is in seconds."""

        timeout: float
        max_retries: int
        retries: Literal["safe", "compatible"]

    class Request(TypedDict, total=False):
        """What an endpoint says of its requests, beyond the verb and the path."""

        path_params: Params
        scope: PathScope | None
        scope_params: Params
        query_params: Params
        header_params: Params
        cookie_params: Params
        security: Alternatives | None
        body: BodySpec | None
        arguments: Callable[[], Any] | None
        server: str | None
        query: Mapping[str, str] | None
        failures: Mapping[str, Callable[[], Any]] | None
        defaults: Defaults | None


T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
PageT_co = TypeVar("PageT_co", covariant=True)
AsyncPageT_co = TypeVar("AsyncPageT_co", covariant=True)


_NO_STYLES: Styles = {}
_NO_DEFAULTS: Defaults = {}

STREAMED_TYPES = "text/event-stream, application/x-ndjson, application/json;q=0.9"
"""The media types that a streamed call accepts unless it names its own."""


class Endpoint(Generic[T_co]):
    """A call that returns a value of one type, which is loaded with the first response.

    A ``streamed`` call returns a stream, say ``Stream[Event]``, whose response is left open.
    ``path_params``, ``scope_params``, ``query_params``, ``header_params`` and ``cookie_params`` are
    the arguments that go there; ``body`` says which ones go into the body, and how.
    """

    pages_in_body = False
    """Whether the arguments that ask for a page are properties of the body."""

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
        cookie_params: Params = (),
        security: Alternatives | None = None,
        accept: str | None = None,
        body: BodySpec | None = None,
        arguments: Callable[[], Any] | None = None,
        is_json: bool = True,
        streamed: bool = False,
        statuses: Mapping[str, Callable[[], Any]] | None = None,
        unwrap: str | None = None,
        server: str | None = None,
        query: Mapping[str, str] | None = None,
        failures: Mapping[str, Callable[[], Any]] | None = None,
        defaults: Defaults | None = None,
    ) -> None:
        """``server`` is where the call goes as long as the client has its default base URL;
        ``query`` is always sent. ``security`` are the credentials of the call, if not those of the
        API; ``accept`` is the media type that is asked for; ``arguments`` is the typed dictionary of
        the arguments, where names inside them differ from those on the wire.
        A response ``is_json``, even where it is a single string. ``statuses`` has the types of
        responses whose status (``202``, or ``2XX`` for all that begin so) has a type of its own,
        ``failures`` those of error statuses (``default`` among them), None where there is none.
        ``defaults`` replace those of the client; ``unwrap`` is the property that is returned in place
        of the whole. Arguments of a ``scope`` are its choices, unless ``scope_params`` names them.
        """
        self.method = method
        self.path = path
        self.path_params = path_params
        self.scope = scope
        self.scope_params = scope_params or params(*(scope.choices if scope else ()))
        self.query_params = query_params
        self.header_params = header_params
        self.cookie_params = cookie_params
        self.security = security
        self.path_styles = styles_of(path_params) if path_params else _NO_STYLES
        self.query_styles = styles_of(query_params) if query_params else _NO_STYLES
        self.header_styles = styles_of(header_params) if header_params else _NO_STYLES
        self.cookie_styles = styles_of(cookie_params) if cookie_params else _NO_STYLES
        self.accept = accept
        self.streamed = streamed
        self.defaults = defaults or _NO_DEFAULTS
        self.server = server and f"{server.rstrip('/')}/"
        self.query = query or {}
        self.body = body
        self._arguments = arguments
        self._returns = returns
        self._is_json = is_json
        self._statuses = statuses or {}
        self._unwrap = unwrap
        self._failures = failures or {}

    @cached_property
    def converters(self) -> Mapping[str, Converter]:
        """What turns the values of arguments into what is sent, by argument."""
        if self._arguments is None:
            return {}
        from ..wire.wire_names import converters_of

        return converters_of(self._arguments())

    @cached_property
    def decoder(self) -> Decoder[T_co]:
        """Decodes a response of this call."""
        if self.streamed:
            from .streams import stream_decoder

            return stream_decoder(self._returns())
        from ..decode.decoding import Decoder, unwrapping

        if self._unwrap is not None:
            return unwrapping(self._returns(), self._unwrap)
        return Decoder.of(self._returns(), is_json=self._is_json)

    def decoder_for(self, status: int) -> Decoder[T_co]:
        """Decodes a response that has a status."""
        if not self._statuses:
            return self.decoder
        return self._decoders.get(f"{status}") or self._decoders.get(
            f"{status // 100}XX", self.decoder
        )

    def failure_type(self, status: int) -> Any:
        """The type of the body of an error status, or None."""
        for key in (f"{status}", f"{status // 100}XX", "default"):
            if key in self._failures:
                return self._failures[key]()
        return None

    @cached_property
    def _decoders(self) -> Mapping[str, Decoder[T_co]]:
        from ..decode.decoding import Decoder

        statuses = self._statuses.items()
        return {s: Decoder.of(returns(), is_json=True) for s, returns in statuses}


class PagedEndpoint(Generic[PageT_co, AsyncPageT_co]):
    """A call that returns a page; ``pages`` and ``async_pages`` are its two forms. The arguments that
    ask for a page are parameters of the query, or ``in_body``."""

    def __init__(
        self,
        method: str,
        path: str,
        *,
        page: Callable[[], type[PageT_co]],
        async_page: Callable[[], type[AsyncPageT_co]],
        accept: str | None = None,
        in_body: bool = False,
        **request: Unpack[Request],
    ) -> None:
        self.pages: Endpoint[PageT_co] = Endpoint(
            method, path, returns=page, accept=accept, **request
        )
        self.async_pages: Endpoint[AsyncPageT_co] = Endpoint(
            method, path, returns=async_page, accept=accept, **request
        )
        self.pages.pages_in_body = self.async_pages.pages_in_body = in_body


class BinaryEndpoint:
    """A call that returns bytes; ``responses`` and ``async_responses`` are its two forms."""

    def __init__(
        self,
        method: str,
        path: str,
        *,
        accept: str | None = None,
        **request: Unpack[Request],
    ) -> None:
        def response() -> type[BinaryAPIResponse]:
            from .binary_responses import BinaryAPIResponse

            return BinaryAPIResponse

        def async_response() -> type[AsyncBinaryAPIResponse]:
            from .binary_responses import AsyncBinaryAPIResponse

            return AsyncBinaryAPIResponse

        self.responses: Endpoint[BinaryAPIResponse] = Endpoint(
            method, path, returns=response, accept=accept, **request
        )
        self.async_responses: Endpoint[AsyncBinaryAPIResponse] = Endpoint(
            method, path, returns=async_response, accept=accept, **request
        )


class StreamEndpoint(Generic[T]):
    """A call that returns a stream of items; ``streams`` and ``async_streams`` are its two forms."""

    def __init__(
        self,
        method: str,
        path: str,
        *,
        item: Callable[[], Any],
        accept: str,
        **request: Unpack[Request],
    ) -> None:
        def stream() -> Any:
            from .streams import stream_class

            return stream_class(None, item(), is_async=False)

        def async_stream() -> Any:
            from .streams import stream_class

            return stream_class(None, item(), is_async=True)

        self.streams: Endpoint[Stream[T]] = Endpoint(
            method, path, returns=stream, accept=accept, streamed=True, **request
        )
        self.async_streams: Endpoint[AsyncStream[T]] = Endpoint(
            method, path, returns=async_stream, accept=accept, streamed=True, **request
        )


class SwitchedEndpoint(StreamEndpoint[T], Generic[T, T_co]):
    """A call that returns a stream of items, or one value if its caller asks for none; ``chosen``
    and ``async_chosen`` are the two forms of what the caller asks for."""

    def __init__(
        self,
        method: str,
        path: str,
        *,
        returns: Callable[[], Any],
        item: Callable[[], Any],
        accept: str,
        accept_value: str | None = None,
        statuses: Mapping[str, Callable[[], Any]] | None = None,
        unwrap: str | None = None,
        **request: Unpack[Request],
    ) -> None:
        super().__init__(method, path, item=item, accept=accept, **request)
        self.values: Endpoint[T_co] = Endpoint(
            method,
            path,
            returns=returns,
            accept=accept_value,
            statuses=statuses,
            unwrap=unwrap,
            **request,
        )

    def chosen(self, streams: object) -> Endpoint[T_co | Stream[T]]:
        """The form for an argument that asks for a stream if it is true."""
        return self.streams if streams else self.values

    def async_chosen(self, streams: object) -> Endpoint[T_co | AsyncStream[T]]:
        """The form for an argument that asks for a stream if it is true."""
        return self.async_streams if streams else self.values
