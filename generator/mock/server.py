"""The mock on a socket, with a line for each request."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click
from waitress.wasyncore import close_all
from werkzeug.wrappers import Request, Response

from ..diagnostics import printable
from .application import MOST_BODY, Exchange, Mock, raw_path
from .listener import Listener
from .site import site_response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_THREADS = 16
_LONGEST = 300
_COLOURS = {2: "green", 3: "cyan", 4: "yellow", 5: "red"}
Log = Callable[[str], None]


class Server:
    """A mock, listening; it responds while ``run`` is running.

    ``mock`` may be replaced meanwhile: the next request gets the new one.
    """

    def __init__(
        self,
        mock: Mock,
        host: str,
        port: int,
        log: Log | None,
        site: Mapping[str, bytes],
    ) -> None:
        self.mock = mock
        self._log = log
        self._site = site
        self._sockets: dict[int, Any] = {}
        self._server: Any = Listener(
            self._respond,
            refused=self._refused,
            map=self._sockets,
            host=host,
            port=port,
            ipv4=":" not in host,
            ipv6=":" in host,
            threads=_THREADS,
            max_request_body_size=MOST_BODY,
            ident=None,
        )

    @property
    def url(self) -> str:
        """Where it listens."""
        host, port = self._server.socket.getsockname()[:2]
        return f"http://{f'[{host}]' if ':' in host else host}:{port}"

    def run(self) -> None:
        """Respond to requests until ``close`` is called or Ctrl-C is pressed."""
        try:
            self._server.run()
        finally:
            self._server.task_dispatcher.shutdown()

    def close(self) -> None:
        """Stop listening; for any thread."""
        with suppress(OSError):  # the loop was awake, and has closed all by now
            self._server.trigger.pull_trigger(lambda: close_all(self._sockets))

    def _respond(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        started, mock = perf_counter(), self.mock
        with Request(environ) as request:
            page = site_response(self._site, request.path)
            if (page is not None or _is_of_page(request)) and self._is_foreign(request):
                self._refused("421", "a page asks for a host that is not this machine")
                page = Response("not this machine", status=421)
            if page is not None:
                return page(environ, start_response)
            exchange = mock.exchange(request)
            if self._log is not None:
                self._log(_line(mock, request, exchange, perf_counter() - started))
        return exchange.response(environ, start_response)

    def _is_foreign(self, request: Request) -> bool:
        """Whether nothing but this machine can ask, and the request is for another host."""
        address = str(self._server.socket.getsockname()[0])
        is_loopback = address == "::1" or address.startswith("127.")
        host = request.headers.get("Host", "localhost")
        return is_loopback and not self.mock.origins.names(host)

    def _refused(self, status: str, why: str) -> None:
        if self._log is not None:
            code = int(status[:3])
            self._log(f"{_styled(code)}  not a valid request  {_printable(why)}")


_NO_SITE: Mapping[str, bytes] = {}


def bind(
    mock: Mock,
    host: str,
    port: int,
    log: Log | None = None,
    site: Mapping[str, bytes] = _NO_SITE,
) -> Server:
    """The mock on an address; port 0 takes a free one, ``log`` gets a line for each request of the
    API. ``site`` is served beside it; its files may be added once the address is known.

    Raises:
        OSError: the address is not available.
    """
    logging.getLogger("waitress").setLevel(logging.CRITICAL)
    return Server(mock, host, port, log, site)


def _line(mock: Mock, request: Request, exchange: Exchange, seconds: float) -> str:
    """Status, request, response and duration; no secrets."""
    status = exchange.response.status_code
    secrets = mock.credentials.query_names
    query = "&".join(
        f"{name}=…" if name in secrets else f"{name}={value}"
        for name, value in request.args.items(multi=True)
    )
    asked = f"{request.method} {raw_path(request)}{'?' if query else ''}{query}"
    line = f"{_printable(asked)}  {_printable(exchange.note)}"
    return f"{_styled(status)}  {line}  {seconds * 1000:.0f} ms"


def _is_of_page(request: Request) -> bool:
    """Whether a browser sends a request for a page; programs may use any host."""
    return "Origin" in request.headers or "Sec-Fetch-Site" in request.headers


def _styled(status: int) -> str:
    return click.style(str(status), fg=_COLOURS.get(status // 100), bold=True)


def _printable(text: str) -> str:
    """The text on one line of bounded length, with escapes for what a terminal would act on."""
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    return printable(text)
