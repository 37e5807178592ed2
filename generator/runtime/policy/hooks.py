"""What a subclass of a client may override. As they are here, the hooks leave all to the policies."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import httpx2

    from .call import Call
    from .errors import APIStatusError
    from .settings import ErrorKinds, Settings
    from ..wire.event_stream import EventDecoder
    from ..wire.options import FinalRequestOptions


class Hooks:
    """The hooks of a client.

    In the asynchronous client ``_prepare_options`` and ``_prepare_request`` may be coroutine
    functions.
    """

    _settings: Settings
    max_retries: int

    @property
    def custom_auth(self) -> httpx2.Auth | None:
        """What every request goes through; None for nothing."""
        return None

    def _prepare_options(self, options: FinalRequestOptions) -> Any:
        """The options of a call: changed in place, or others, before the first attempt."""
        return options

    def _prepare_request(self, request: Any) -> Any:
        """Change a request (``httpx2.Request``) just before an attempt to send it."""

    def _validate_headers(
        self, headers: Mapping[str, str], custom_headers: Mapping[str, object]
    ) -> None:
        """Refuse a call by its headers, those of the caller apart once more.

        Raises:
            TypeError: the client has no credentials, and the headers hold none.
        """

    def _should_retry(self, response: Any) -> bool | None:
        """Whether a call is sent again after an error status (``httpx2.Response``); None leaves it
        to the policy."""

    def _calculate_retry_timeout(
        self,
        remaining_retries: int,
        options: FinalRequestOptions,
        response_headers: Mapping[str, str] | None = None,
    ) -> float | None:
        """Seconds until a call is sent again, within deadline and budget; None leaves it to the
        policy, whose delay this is. There are no headers where no answer arrived."""
        from .retries import RetryRules, retry_after
        from ..wire.sentinels import NotGiven

        settings, stated = self._settings, options.max_retries
        allowed = self.max_retries if isinstance(stated, NotGiven) else stated
        rules = RetryRules(allowed, settings.retries, delays=settings.retry_delays)
        hint = retry_after(response_headers) if response_headers else None
        least = rules.least_delay(hint) or 0.0
        taken = max(0, allowed - remaining_retries)
        return max(least, rules.delay(taken, throttled=least > 0.0))

    def _make_status_error(
        self, err_msg: str, *, body: object, response: Any
    ) -> APIStatusError:
        """The error for an error status (``httpx2.Response``); ``body`` is parsed."""
        from .error_kinds import error_class

        kind = error_class(response.status_code, body, self._error_kinds)
        return kind(err_msg, response=response, body=body)

    @property
    def _error_kinds(self) -> ErrorKinds | None:
        """Which class an error has, by what its response says."""
        return None

    def _make_sse_decoder(self) -> EventDecoder | None:
        """What decodes ``text/event-stream``; None for the decoder of the standard."""

    def _chosen_delay(
        self, remaining: int, call: Call, headers: Mapping[str, str] | None
    ) -> float | None:
        """The delay that a subclass chooses; None where it chooses none."""
        if not self._overrides("_calculate_retry_timeout"):
            return None
        from .options_hook import options_of

        delay = self._calculate_retry_timeout(remaining, options_of(call), headers)
        return None if delay is None else max(0.0, delay)

    def _overrides(self, name: str) -> bool:
        """Whether a subclass has its own form of a hook."""
        return getattr(type(self), name) is not getattr(Hooks, name)
