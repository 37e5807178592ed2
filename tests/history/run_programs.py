"""Runs the programs of steps against a stub that answers every request, and prints what breaks.

A program breaks that cannot import what it uses, or whose call Python or the client refuses; what the
stub's answers lead to is not about it.
"""

from __future__ import annotations

import importlib
import inspect
import json
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2

BREAKS = (ImportError, AttributeError, TypeError)


def answer(_: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={})


def client_of(kind: Any) -> Any:
    """A client with a value for each option that it needs."""
    needed = {
        name: "x"
        for name, parameter in inspect.signature(kind).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY
        and not name.startswith("_")
        and "str" in str(parameter.annotation)
        and name not in ("base_url", "environment")
    }
    transport = httpx2.MockTransport(answer)
    return kind(
        **needed,
        base_url="http://stub.example",
        max_retries=0,
        http_client=httpx2.Client(transport=transport),
    )


def breaks(step: str) -> Iterator[tuple[str, int, str]]:
    """What breaks in the programs of a step: the step, the line, the error."""
    module = importlib.import_module(f"uses_{step}")
    facts = json.loads(Path(f"uses_{step}.json").read_text("utf-8"))
    client: Any = None
    for name, program in vars(module).items():
        if not name.startswith("program_"):
            continue
        line = program.__code__.co_firstlineno
        try:
            use = program()
            if line not in facts["runs"]:
                continue
            if client is None:
                client = client_of(
                    getattr(importlib.import_module(step), facts["client"])
                )
            use(client)
        except BREAKS as error:
            yield step, line, f"{type(error).__name__}: {error}"
        except Exception:
            continue


def main() -> None:
    warnings.simplefilter("ignore")
    print(json.dumps([found for step in sys.argv[1:] for found in breaks(step)]))


if __name__ == "__main__":
    main()
