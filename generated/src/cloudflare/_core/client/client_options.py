"""The options of a client: what may be given, and what a copy of a client takes over."""

from __future__ import annotations

from ..wire.sentinels import NotGiven, not_given

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, NoReturn

    from ..policy.settings import Settings

DEFAULT_MAX_RETRIES = 2


def changed_options(
    settings: Settings, given: Mapping[str, Any], changed: Mapping[str, Any]
) -> dict[str, Any]:
    """The options of a copy: a changed credential takes the place of those it is not used with."""
    credentials = {credential.option for credential in settings.credentials}
    if not credentials & changed.keys():
        return {**given, **changed}
    partners = {o for a in settings.security if changed.keys() & set(a) for o in a}
    kept = {n: v for n, v in given.items() if n not in credentials or n in partners}
    dropped = dict.fromkeys(credentials - kept.keys())
    return {**dropped, **kept, **changed}


def merged(
    name: str,
    own: Mapping[str, Any],
    added: Mapping[str, Any] | None,
    replacing: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """A copy's mapping: what the original has with ``added``, or ``replacing`` instead."""
    if added is not None and replacing is not None:
        raise ValueError(
            f"The `{name}` and `set_{name}` arguments are mutually exclusive"
        )
    return dict(replacing) if replacing is not None else {**own, **(added or {})}


def checked_retries(max_retries: Any) -> int:
    """The number of retries.

    Raises:
        TypeError: it is not a whole number.
        ValueError: it is negative.
    """
    if max_retries is None:
        raise TypeError("max_retries cannot be None; 0 turns retries off")
    if isinstance(max_retries, bool) or not isinstance(max_retries, int):
        raise TypeError(f"max_retries must be a whole number, not {max_retries!r}")
    if max_retries < 0:
        raise ValueError(f"max_retries must not be negative, it is {max_retries}")
    return max_retries


def checked_client(http_client: Any, *, is_async: bool) -> Any:
    """The user's HTTP client; httpx2's and those of the older httpx family are known by what
    they can do."""
    if http_client is None:
        return None
    fits = hasattr(http_client, "build_request") and hasattr(http_client, "send")
    if not fits or hasattr(http_client, "aclose") != is_async:
        wanted = "httpx2.AsyncClient" if is_async else "httpx2.Client"
        raise TypeError(
            f"Invalid `http_client` argument; Expected an instance of `{wanted}` "
            f"but got {type(http_client)}"
        )
    return http_client


def checked_deadline(deadline: Any) -> float | None:
    """Seconds for a whole call, or None.

    Raises:
        TypeError: it is not a number.
        ValueError: it is negative or not finite.
    """
    if deadline is None:
        return None
    _check_seconds("deadline", deadline)
    seconds: float = deadline
    return seconds


def checked_timeout(timeout: Any) -> Any:
    """The timeout that a caller gives; what is wrong with it is said where it is given.

    Raises:
        TypeError: it is neither a number, None nor a ``Timeout``.
        ValueError: a number is negative, infinite or not a number.
    """
    if timeout is None or isinstance(timeout, NotGiven):
        return timeout
    if _is_number(timeout):
        _check_seconds("timeout", timeout)
        return timeout
    for phase in ("connect", "read", "write", "pool"):
        if not hasattr(timeout, phase):
            raise TypeError(
                "timeout must be a number of seconds, None or an httpx2.Timeout, not "
                f"{type(timeout).__name__}"
            )
        _check_seconds(f"timeout.{phase}", getattr(timeout, phase))
    return timeout


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _check_seconds(name: str, seconds: Any) -> None:
    if seconds is None:
        return
    if not _is_number(seconds):
        raise TypeError(
            f"{name} must be a number of seconds or None, not {type(seconds).__name__}"
        )
    if not 0 <= seconds < float("inf"):
        raise ValueError(f"{name} must be finite and not negative, it is {seconds}")


def check_needed(settings: Settings, found: Mapping[str, Any]) -> None:
    """Refuse to build a client without an option that it needs.

    Raises:
        ClientError: an option has no value; the text names argument and variable.
    """
    for option, variable in settings.needed.items():
        if found.get(option) is None:
            from ..policy.errors import ClientError

            or_variable = f" or by setting the {variable} environment variable"
            raise ClientError(
                f"The {option} client option must be set "
                f"{'either ' if variable else ''}by passing {option} to the client"
                f"{or_variable if variable else ''}"
            )


def missing_base_url(settings: Settings) -> NoReturn:
    """Refuse to build a client of an API whose address is not known.

    Raises:
        ClientError: always; the text names argument and variable.
    """
    from ..policy.errors import ClientError

    raise ClientError(
        "The base_url client option must be set either by passing base_url to the client or by "
        f"setting the {settings.env_prefix}_BASE_URL environment variable"
    )


def given_time_out(http_client: Any) -> Any:
    """The timeout that a user's HTTP client was made with; ``not_given`` where it is the one
    that no one chose: 5 seconds in the library's own client, ``usual_timeout`` in ours.
    """
    timeout = getattr(http_client, "timeout", None)
    if timeout is None:
        return not_given
    usual = getattr(http_client, "usual_timeout", None) or type(timeout)(5.0)
    return not_given if timeout == usual else timeout


def needed_variables(settings: Settings, environ: Mapping[str, str]) -> dict[str, str]:
    """What the environment says about a client: read once, so that copies agree with it."""
    prefix = settings.env_prefix
    names = [f"{prefix}_BASE_URL", f"{prefix}_CUSTOM_HEADERS", f"{prefix}_LOG"]
    names += [c.env for c in settings.credentials if c.env]
    names += settings.variables.values()
    return {name: environ[name] for name in names if name in environ}
