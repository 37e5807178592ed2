"""How long each phase of a call may take."""

from ._core.http.default_clients import default_timeout

DEFAULT_TIMEOUT = default_timeout(600.0)
