"""waitress, with the bounds and the log that a server for hostile clients needs.

Part of the mock; knows connections and requests as bytes, nothing of the description.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask
from waitress.utilities import BadRequest

MOST_CONNECTIONS = 200
"""With more open connections the one that has been silent for longest is closed; the soft limit of
file descriptors is 256 on some systems."""
_LIMIT = 4 * MOST_CONNECTIONS
"""Where waitress itself stops accepting: beyond what closing silent connections can keep open."""

Refused = Callable[[str, str], None]
"""Gets the status line and the explanation of bytes that are not a valid request."""

_UNDERSCORED = re.compile(
    rb"^(?!content.length|transfer.encoding)[^:\r\n]*_[^:\r\n]*:", re.I | re.M
)
"""A header with an underscore in its name, but for those that delimit requests."""


class _Parser(HTTPRequestParser):
    """Refuses with 400 what the parser stumbles over; waitress would close without a response.

    WSGI does not tell underscores in the names of headers from hyphens, so waitress would drop these
    headers. Descriptions have keys that travel in them.
    """

    def parse_header(self, header_plus: bytes) -> None:
        """Read the request line and the headers."""
        line, end, headers = header_plus.partition(b"\n")
        headers = _UNDERSCORED.sub(lambda m: m[0].replace(b"_", b"-"), headers)
        super().parse_header(line + end + headers)

    def received(self, data: bytes) -> int:
        """The number of bytes used."""
        try:
            return super().received(data)
        except Exception:
            # The task that sends the response reads both.
            self.headers, self.version = {}, "1.0"
            self.error = BadRequest("the request line or a header is malformed")
            self.completed = True
            return len(data)


class _ErrorTask(ErrorTask):
    """The response to a malformed or oversized request, with a line in the log."""

    def execute(self) -> None:
        """Send the response."""
        super().execute()
        request: Any = self.request
        server: Any = self.channel.server
        server.refused(self.status, str(request.error.body))


class _Channel(HTTPChannel):
    """A connection; a new one takes the place of a silent one where there are too many."""

    parser_class = _Parser
    error_task_class = _ErrorTask

    def __init__(self, server: Any, *arguments: Any, **options: Any) -> None:
        super().__init__(server, *arguments, **options)
        others = [c for c in server.active_channels.values() if c is not self]
        silent = [c for c in others if not c.requests and not c.will_close]
        if silent and len(others) >= MOST_CONNECTIONS:
            min(silent, key=lambda channel: channel.last_activity).will_close = True


class Listener(TcpWSGIServer):
    """Accepts connections; a client that sends nothing or half a request costs no other client."""

    channel_class = _Channel

    def __init__(self, *arguments: Any, refused: Refused, **options: Any) -> None:
        self.refused = refused
        super().__init__(
            *arguments,
            **options,
            connection_limit=_LIMIT,
            asyncore_use_poll=True,
        )
