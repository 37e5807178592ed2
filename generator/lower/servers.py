"""Where requests go: the environments of a client, and operations that have servers of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ..config import SdkConfig
from ..diagnostics import Report
from ..openapi import Description, Operation, Server


def environments(
    description: Description, config: SdkConfig, report: Report
) -> Mapping[str, str]:
    """The base URLs by name, the default one first; none if each client needs one of its own.

    They are as configured, or else the first address of the description that can be called. A
    description that has them at its operations only is where most of these are.
    """
    _check_options(config, report)
    if config.environments:
        return dict(config.environments)
    usable = _usable(description.servers)
    if usable is None:
        operations = description.operations.values()
        counted = Counter(
            found for o in operations if (found := _usable(o.servers)) is not None
        )
        usable = max(counted, key=lambda url: counted[url], default=None)
    if usable is not None:
        return {"production": usable}
    servers = description.servers
    if servers:
        place = servers[0].origin.place
        message = f"the server '{servers[0].url}' is not a complete address: clients need base_url"
    else:
        place = config.place
        message = "no server is specified: clients need base_url"
    help = "add environments: {production: https://…} to the configuration"
    report.tolerable("C015", place, message, help=help)
    return {}


def _check_options(config: SdkConfig, report: Report) -> None:
    """Report options for variables that are in no configured URL."""
    for option in config.options:
        variable = f"{{{option.places.url}}}"
        if option.places.url and variable not in "".join(config.environments.values()):
            report.tolerable(
                "C004",
                option.place,
                f"no environment has '{variable}' in its URL, which '{option.name}' fills",
                help=f"write {variable} in a URL of environments, or remove server_variable",
            )


def operation_server(
    found: Operation, environments: Mapping[str, str], report: Report
) -> str | None:
    """The base URL of an operation that is not where the API is."""
    if not found.servers or not environments:
        return None
    own = _usable(found.servers)
    if own is None:
        report.warning(
            "L020",
            found.servers[0].origin.place,
            f"'{found}' is called at the base URL of the client: its own server "
            f"'{found.servers[0].url}' is not a complete address",
            help="write an absolute URL, and give each of its variables a default",
        )
        return None
    default = next(iter(environments.values()))
    return None if own.rstrip("/") == default.rstrip("/") else own


def _usable(servers: tuple[Server, ...]) -> str | None:
    return next((server.url for server in servers if server.is_usable), None)
