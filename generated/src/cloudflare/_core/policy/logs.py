"""What is logged of a call: method, URL, status, timing; never a credential or a body."""

from __future__ import annotations

import logging
import sys
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ..wire.request import WireRequest
from .settings import Settings

REDACTED = "<redacted>"


class CallLog:
    """Logs the course of a call under the name of the package."""

    def __init__(self, settings: Settings) -> None:
        self._logger = logging.getLogger(settings.package)
        self._secrets = settings.secret_names

    def sending(self, request: WireRequest) -> None:
        """A request goes out."""
        if self._logger.isEnabledFor(logging.DEBUG):
            shown = {n: self._value(n, v) for n, v in request.headers.items()}
            self._logger.debug(
                "%s %s %s", request.method, self.shown_url(request.url), shown
            )

    def answered(self, request: WireRequest, response: Any, seconds: float) -> None:
        """A response has arrived, some seconds after its request went out."""
        if self._logger.isEnabledFor(logging.INFO):
            url, status = self.shown_url(request.url), response.status_code
            self._logger.info(
                "%s %s: status %d in %.3f s", request.method, url, status, seconds
            )
        if self._logger.isEnabledFor(logging.DEBUG):
            shown = {n: self._value(n, v) for n, v in response.headers.items()}
            self._logger.debug("HTTP Response: %s %s", response.status_code, shown)

    def failed(self, request: WireRequest, reason: str, seconds: float) -> None:
        """No response arrived."""
        if self._logger.isEnabledFor(logging.INFO):
            url = self.shown_url(request.url)
            self._logger.info(
                "%s %s: no response in %.3f s: %s", request.method, url, seconds, reason
            )

    def retrying(self, delay: float) -> None:
        """The call is tried again."""
        self._logger.info("Retrying request in %f seconds", delay)

    def _value(self, name: str, value: str) -> str:
        return REDACTED if name.lower() in self._secrets else value

    def shown_url(self, url: str) -> str:
        """A URL without the credentials in its query."""
        parts = urlsplit(url)
        query = [
            (n, self._value(n, v))
            for n, v in parse_qsl(parts.query, keep_blank_values=True)
        ]
        return urlunsplit(parts._replace(query=urlencode(query, safe="<>")))


def set_up_logging(package: str, level: str | None) -> None:
    """Show the package's log on standard error where ``<PREFIX>_LOG`` says ``info`` or ``debug``.

    Only the package's own logger is touched.
    """
    wanted = {"info": logging.INFO, "debug": logging.DEBUG}.get((level or "").lower())
    if wanted is None:
        return
    logger = logging.getLogger(package)
    logger.setLevel(wanted)
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(
            logging.Formatter("[%(asctime)s %(name)s %(levelname)s] %(message)s")
        )
        logger.addHandler(handler)
