"""Findings as SARIF 2.1.0 for code hosts and viewers.

Sections are those of the OASIS standard (with errata 01). What GitHub code scanning calls
required beyond the standard is there too.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .ascii_json import ascii_json
from .codes import AREAS, TITLES
from .model import Diagnostic, Place, Report
from .span import Sources, end_column, lines_of

_URI = ":/?#[]@!$&'()*+,;=%~"

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HELP = "Each message names the place and says what to write instead."

Object = dict[str, Any]


def render_sarif(report: Report, *, version: str) -> str:
    """The findings as the log of one run; ``version`` is the generator's."""
    found, sources = report.in_order(), lines_of(report)
    codes = sorted({diagnostic.code for diagnostic in found})
    rules = [_rule(code) for code in codes]
    tool = {"name": "clientwright", "semanticVersion": version, "rules": rules}
    results = [
        {
            "ruleId": diagnostic.code,
            "ruleIndex": codes.index(diagnostic.code),
            **_result(diagnostic, sources),
            "partialFingerprints": {"finding/v1": fingerprint},
        }
        for diagnostic, fingerprint in zip(found, _fingerprints(found), strict=True)
    ]
    run = {
        "tool": {"driver": tool},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return ascii_json({"version": "2.1.0", "$schema": SCHEMA, "runs": [run]})


def _rule(code: str) -> Object:
    title = TITLES[code]
    return {
        "id": code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": f"{title} ({AREAS[code[0]]})"},
        "help": {"text": HELP},
    }


def _result(diagnostic: Diagnostic, sources: Sources) -> Object:
    code = diagnostic.code
    result: Object = {
        "level": diagnostic.severity.value,
        "message": {"text": _message(diagnostic)},
        "locations": [_location(diagnostic.place, code, sources)],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _literal(words)},
                **_location(place, code, sources),
            }
            for number, (words, place) in enumerate(diagnostic.related, 1)
        ]
    return result


def _message(diagnostic: Diagnostic) -> str:
    """What is wrong, what to write instead, and links to the related locations."""
    parts = (diagnostic.message, diagnostic.help)
    text = _literal("; ".join(part for part in parts if part))
    # A code host shows related locations only where the message links to them.
    links = [
        f"[{_literal(words)}]({number})"
        for number, (words, _) in enumerate(diagnostic.related, 1)
    ]
    return f"{text} ({', '.join(links)})" if links else text


def _literal(text: str) -> str:
    """Text that is taken for neither a placeholder nor a link (3.11.5, 3.11.6)."""
    if "](" in text:
        text = re.sub(r"[\\\[\]]", r"\\\g<0>", text)
    return text.replace("{", "{{").replace("}", "}}")


def _location(place: Place, code: str, sources: Sources) -> Object:
    physical: Object = {"artifactLocation": _artifact(place.file)}
    if place.line:
        region = {"startLine": place.line, "startColumn": place.column}
        end = end_column(place, code, sources)
        if end is not None:
            region["endColumn"] = end
        physical["region"] = region
    location: Object = {"physicalLocation": physical}
    if place.pointer:
        token = place.pointer.rpartition("/")[2]
        name = token.replace("~1", "/").replace("~0", "~")
        location["logicalLocations"] = [
            {"name": name, "fullyQualifiedName": place.pointer}
        ]
    return location


def _artifact(file: str) -> Object:
    """A file's URI, below the working folder relative to it; what was fetched has its own."""
    if file.startswith(("http://", "https://")):
        return {"uri": quote(file, _URI)}
    here = Path.cwd()
    path = Path(os.path.abspath(file))  # a URI has no '..' (3.10.2)
    if not path.is_relative_to(here):
        return {"uri": path.as_uri()}
    relative = path.relative_to(here).as_posix()
    return {
        "uri": quote(relative, errors="surrogateescape"),
        "uriBaseId": "%SRCROOT%",
    }


def _fingerprints(found: list[Diagnostic]) -> list[str]:
    """What identifies each finding within its file, independent of its line (3.27.17).

    Equal ones are numbered in their order.
    """
    seen: Counter[tuple[str, str]] = Counter()
    fingerprints = []
    for diagnostic in found:
        identity = "\0".join(
            (diagnostic.code, diagnostic.place.pointer, diagnostic.message)
        )
        data = identity.encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(data).hexdigest()[:16]
        seen[diagnostic.place.file, digest] += 1
        fingerprints.append(f"{digest}:{seen[diagnostic.place.file, digest]}")
    return fingerprints
