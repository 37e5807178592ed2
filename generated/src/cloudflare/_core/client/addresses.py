"""Where a client reaches the API: an address of its own, the environment's, or the usual one."""

from __future__ import annotations

from ..wire.sentinels import NotGiven
from .client_options import missing_base_url

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ..policy.settings import Settings


def chosen_address(
    settings: Settings, base_url: Any, environment: Any, environ: Mapping[str, str]
) -> Any:
    """The address for what the constructor was given: ``base_url`` itself, that of the
    ``environment``, that of the variable, and otherwise the usual one.

    Raises:
        ValueError: there is no such environment, or the variable says something else.
        ClientError: no address is known.
    """
    variable = f"{settings.env_prefix}_BASE_URL"
    if base_url and not isinstance(base_url, NotGiven):
        return base_url
    if environment is not None and not isinstance(environment, NotGiven):
        if environ.get(variable) and base_url is not None:
            raise ValueError(
                f"Ambiguous URL; The `{variable}` env var and the `environment` argument are given. "
                "If you want to use the environment, you must pass base_url=None"
            )
        return address_of(settings, environment)
    return environ.get(variable) or settings.base_url or missing_base_url(settings)


def address_of(settings: Settings, environment: Any) -> str:
    """The address of an environment.

    Raises:
        ValueError: there is no such environment.
    """
    if environment not in settings.environments:
        known = ", ".join(settings.environments)
        raise ValueError(f"Unknown environment: {environment}; it is one of {known}")
    return settings.environments[environment]


def filled(settings: Settings, url: str, options: Mapping[str, Any]) -> str:
    """An address whose variables have the values of the options that belong to them.

    Raises:
        ValueError: an option has no value, or one that could lead to another host.
    """
    for option, variable in settings.url_options.items():
        place = f"{{{variable}}}"
        if place not in url:
            continue
        value = options.get(option)
        text = "" if value is None else str(value)
        if not text or not all(c.isalnum() or c in "-._~" for c in text):
            raise ValueError(
                f"{option} becomes a part of the base URL: it must be letters, digits, '-', '.', "
                "'_' and '~'"
            )
        url = url.replace(place, text)
    return url
