"""The examining process: reads a marshalled request, writes findings as lines of JSON.

    python -P -m <package>.examine

Findings are written as they are found, so that they survive when the process has to be ended.
It opens no file but the meta-schemas and never uses the network.
"""

from __future__ import annotations

import gc
import json
import marshal
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema_rs

from . import errors
from .protocol import Entry, Finding, Request, Spot, steps
from .samples import SampleChecks

MOST_FINDINGS = 200
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_META_NAMES = {
    "path": ("pathItem", "PathItem", "path-item"),
    "operation": ("operation", "Operation", "operation"),
    "parameter": ("parameter", "Parameter", "parameter"),
    "body": (None, "RequestBody", "request-body"),
    "response": ("response", "Response", "response"),
    "header": ("header", "Header", "header"),
    "example": (None, "Example", "example"),
    "link": (None, "Link", "link"),
    "security scheme": (None, "SecurityScheme", "security-scheme"),
    "media": (None, "MediaType", "media-type"),
    "encoding": (None, "Encoding", "encoding"),
    "components": (None, "Components", "components"),
    "schema": ("schema", "Schema", "schema"),
}
"""The names of the objects in the meta-schemas of 2.0, of 3.0 and of later versions."""

_ID_20 = "http://swagger.io/v2/schema.json"
"""The published name of the meta-schema of 2.0, which has none in its file."""


def main() -> None:
    """Do the steps of the request on standard input, one after the other."""
    sys.addaudithook(_stay_offline)
    request = _read()
    by_name: dict[str, Callable[[Request], Iterator[Finding]]] = {
        "structure": _structure,
        "schemas": _schemas,
        "samples": _samples,
        "thorough": _thorough,
    }
    for name in steps(request["version"], thorough=request["thorough"]):
        _write({"done": name, **_run(by_name[name], request)})


def _read() -> Request:
    """The request on standard input, which Python's collector never looks through: it stays."""
    gc.disable()
    request: Request = marshal.loads(sys.stdin.buffer.read())
    gc.freeze()
    gc.enable()
    return request


def _stay_offline(event: str, _: tuple[object, ...]) -> None:
    """Block network access for all libraries."""
    if event in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
        raise PermissionError("descriptions are validated without network access")


def _run(
    step: Callable[[Request], Iterator[Finding]], request: Request
) -> dict[str, Any]:
    """Write a step's findings; what is left to say about the step itself."""
    count = 0
    try:
        for finding in step(request):
            count += 1
            if count <= MOST_FINDINGS:
                _write(finding)
    except BaseException as error:  # a panic in Rust is not an Exception
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        failure = f"{type(error).__name__}: {error}".split("\n")[0]
        return {"failure": errors.shortened(failure)}
    return {"left_out": max(0, count - MOST_FINDINGS)}


def _write(line: Any) -> None:
    print(json.dumps(line), flush=True)


def _structure(request: Request) -> Iterator[Finding]:
    """What does not keep to the meta-schema of the version."""
    meta = _meta(request["version"])
    root = jsonschema_rs.validator_for(meta, offline=True)
    draft = jsonschema_rs.Draft4 if "draft-04" in meta["$schema"] else None
    registry = jsonschema_rs.Registry([(_id(meta), meta)], draft=draft)

    @cache
    def validator(name: str) -> Any:
        reference = (
            f"{_id(meta)}#/{'definitions' if 'definitions' in meta else '$defs'}"
        )
        schema = {"$schema": meta["$schema"], "$ref": f"{reference}/{name}"}
        return jsonschema_rs.validator_for(schema, registry=registry, offline=True)

    column = {"2.0": 0, "3.0": 1}.get(request["version"], 2)
    for spot, value, role in _entries(request):
        if role == "description":
            found = root.iter_errors(value)
        else:
            name = _META_NAMES[role][column]
            found = validator(name).iter_errors(value) if name else iter(())
        for error in found:
            yield from _findings("structure", error, spot, {_id(meta): meta})


def _schemas(request: Request) -> Iterator[Finding]:
    """Schemas that are not JSON Schemas of the 2020-12 dialect."""
    dialect = {"$schema": _DIALECT, "$ref": _DIALECT}
    validator = jsonschema_rs.validator_for(dialect, offline=True)
    for spot in request["schemas"]:
        for error in validator.iter_errors(_value(request["documents"], spot)):
            yield from _findings("schemas", error, spot, {})


def _samples(request: Request) -> Iterator[Finding]:
    """Examples and defaults that do not match their schema."""
    checks = SampleChecks(request["upgraded"], request["samples"])
    for sample in request["samples"]:
        spot = sample["value"]
        found = checks.errors(sample["schema"], _value(request["upgraded"], spot))
        for error in found[:1]:
            for finding in _findings("samples", error, spot, {}):
                del finding["tokens"][len(spot["tokens"])]
                yield {**finding, "kind": sample["kind"]}


def _thorough(request: Request) -> Iterator[Finding]:
    """What openapi-spec-validator finds beyond the meta-schema."""
    from .thorough import examine

    version, root = request["version"], request["root"]
    for tokens, kind, message in examine(version, root, request["documents"]):
        yield {
            "step": "thorough",
            "document": root,
            "tokens": tokens,
            "keyword": kind,
            "detail": {},
            "message": errors.shortened(message),
        }


def _findings(
    step: str, error: jsonschema_rs.ValidationError, spot: Spot, metas: dict[str, Any]
) -> Iterator[Finding]:
    for leaf in errors.flattened(error):
        detail = errors.detail(leaf)
        if leaf.kind.name in ("additionalProperties", "unevaluatedProperties"):
            detail["known"] = errors.known_keys(leaf, metas)
        if leaf.kind.name in ("anyOf", "oneOf"):
            detail["alternatives"] = errors.alternatives(leaf)
        ambiguous = errors.is_ambiguous(leaf)
        yield {
            "step": step,
            "document": spot["document"],
            "tokens": spot["tokens"] + [str(token) for token in leaf.instance_path],
            "keyword": "ambiguous" if ambiguous else leaf.kind.name,
            "detail": detail,
            "message": errors.shortened(leaf.message),
        }


def _entries(request: Request) -> Iterator[tuple[Entry, Any, str]]:
    """The parts to hold against the meta-schema; a mapping of names gives each of its parts."""
    for entry in request["entries"]:
        value, role = _value(request["documents"], entry), entry["role"]
        if not role.endswith("*"):
            parts = {"": value}
        else:
            parts = value if isinstance(value, dict) else {}
        for key, part in parts.items():
            tokens = [*entry["tokens"], *([key] if role.endswith("*") else [])]
            spot: Entry = {**entry, "tokens": tokens}
            kind = role.removesuffix("*")
            reference = isinstance(part, dict) and "$ref" in part and kind != "path"
            if not reference and (kind in _META_NAMES or kind == "description"):
                yield spot, part, kind


def _value(documents: dict[str, Any], spot: Spot) -> Any:
    value = documents[spot["document"]]
    for token in spot["tokens"]:
        value = value[int(token)] if isinstance(value, list) else value[token]
    return value


def _id(meta: dict[str, Any]) -> str:
    return str(meta.get("$id") or meta.get("id") or _ID_20)


def _meta(version: str) -> dict[str, Any]:
    """The meta-schema that openapi-spec-validator brings, without importing it."""
    package = find_spec("openapi_spec_validator")
    folders = package.submodule_search_locations if package else None
    if not folders:
        raise ModuleNotFoundError("openapi-spec-validator is not installed")
    path = Path(folders[0], "resources", "schemas", f"v{version}", "schema.json")
    meta: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return meta


if __name__ == "__main__":
    main()
