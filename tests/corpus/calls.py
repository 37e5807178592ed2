"""Calls each method of a generated package once, with the arguments of its example, and decodes.

usage: python -m tests.corpus.calls DESCRIPTION CONFIGURATION SOURCE

SOURCE is the folder of the package. The mock of the description answers. Prints JSON: ``called``, the
number of methods, ``failed``, what went wrong by method, ``contradictory``, why methods that failed cannot
be called by anybody, and ``untyped``, the places of schemas that became ``object`` although they say more.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import sys
import warnings
from collections.abc import Callable, Mapping
from functools import reduce
from pathlib import Path
from typing import Any

from generator.diagnostics import Report
from generator.mock import Mock
from generator.openapi import Described, describe
from generator.pipeline import Inputs, compile_inputs
from generator.surface import Method, Sdk
from tests.corpus.contradictions import Contradictions
from tests.corpus.untyped import untyped_places
from tests.mock.serving import served

ITEMS = 3
"""Items of a list that is paged."""


def main(description: str, configuration: str, source: str) -> int:
    """0 if each method returned a decoded response."""
    warnings.simplefilter("ignore")  # deprecated methods are called as well
    inputs = Inputs(Path(description), Path(configuration))
    with untyped_places() as untyped:
        compiled = compile_inputs(inputs, Report(), progress=lambda _: None)
    described = describe(inputs.description, Report())
    assert compiled is not None
    assert described is not None
    sdk = compiled.sdk
    sys.path.insert(0, source)
    package = importlib.import_module(sdk.package.import_name)
    with served(Mock(described, compiled.config, items=ITEMS)) as url:
        failed = asyncio.run(failures(sdk, package, url))
    contradictory = contradictions(described, sdk, failed)
    result = {
        "called": len(sdk.every_method()),
        "failed": {m: why for m, why in failed.items() if m not in contradictory},
        "contradictory": contradictory,
        "untyped": sorted(untyped),
    }
    print(json.dumps(result))
    return 1 if result["failed"] else 0


def contradictions(
    described: Described, sdk: Sdk, failed: Mapping[str, str]
) -> dict[str, str]:
    """Why methods that failed cannot be called by their own description."""
    known = Contradictions(described)
    operations = described.description.operations
    found = {
        method.dotted: known.of(operations[method.verb, method.route])
        for method in sdk.every_method()
        if method.dotted in failed
    }
    return {name: why for name, why in found.items() if why is not None}


async def failures(sdk: Sdk, package: Any, url: str) -> dict[str, str]:
    """What is wrong, by method; each is called with both clients."""
    options = {option.name: "a-1" for option in sdk.options if option.default is None}
    given = {"base_url": url, "max_retries": 0, "timeout": 10.0, **options}
    given["_strict_response_validation"] = True
    found: dict[str, str] = {}
    with getattr(package, sdk.client)(**given) as client:
        for method in sdk.every_method():
            if (problem := tried(lambda m=method: called(client, m))) is not None:
                found[method.dotted] = problem
    async with getattr(package, sdk.async_client)(**given) as client:
        for method in sdk.every_method():
            problem = await atried(client, method)
            if problem is not None:
                found.setdefault(method.dotted, f"async: {problem}")
    return found


def called(client: Any, method: Method) -> Any:
    """What a method returns for its example; a page has been iterated to its end."""
    function: Callable[..., Any] = reduce(getattr, method.path, client)
    value = function(**method.example.arguments)
    if method.is_paged and not inspect.isawaitable(value) and hasattr(value, "items"):
        return list(value)
    return value


def tried(call: Callable[[], Any]) -> str | None:
    """How a call failed."""
    try:
        call()
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:300]}"
    return None


async def atried(client: Any, method: Method) -> str | None:
    """How a call of the asynchronous client failed."""
    try:
        value = called(client, method)
        if inspect.isawaitable(value):
            await value
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:300]}"
    return None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
