"""The part of SARIF 2.1.0 that is written here, as a JSON schema: closed, so that a slip of a name shows.

It says what the standard says of these properties, and requires what GitHub code scanning does.
"""

from __future__ import annotations

from typing import Any

import jsonschema_rs

Schema = dict[str, Any]

COUNT = {"type": "integer", "minimum": 1}
INDEX = {"type": "integer", "minimum": 0}
TEXT = {"type": "string", "minLength": 1}


def closed(*optional: str, **properties: Schema) -> Schema:
    """An object with these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def items(schema: Schema, least: int = 0) -> Schema:
    """A list of such values."""
    return {"type": "array", "items": schema, "minItems": least}


MESSAGE = closed(text=TEXT)
ARTIFACT = {
    "oneOf": [
        closed(
            uri={"pattern": "^(?!/|\\.\\./)([A-Za-z0-9_.~/-]|%[0-9A-F]{2})+$"},
            uriBaseId={"const": "%SRCROOT%"},
        ),
        closed(uri={"pattern": "^file:///([A-Za-z0-9_.~/:-]|%[0-9A-F]{2})+$"}),
    ]
}
PHYSICAL = closed(
    "region",
    artifactLocation=ARTIFACT,
    region=closed("endColumn", startLine=COUNT, startColumn=COUNT, endColumn=COUNT),
)
LOGICAL = closed(name={"type": "string"}, fullyQualifiedName={"pattern": "^/"})
PLACE = {"physicalLocation": PHYSICAL, "logicalLocations": items(LOGICAL, 1)}
RESULT = closed(
    "relatedLocations",
    ruleId=TEXT,
    ruleIndex=INDEX,
    level={"enum": ["error", "warning"]},
    message=MESSAGE,
    locations=items(closed("logicalLocations", **PLACE), 1) | {"maxItems": 1},
    relatedLocations=items(
        closed("logicalLocations", id=COUNT, message=MESSAGE, **PLACE), 1
    ),
    partialFingerprints=closed(
        **{"finding/v1": {"pattern": "^[0-9a-f]{16}:[1-9][0-9]*$"}}
    ),
)
RULE = closed(id=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE)
DRIVER = closed(
    name={"const": "clientwright"},
    semanticVersion={"pattern": r"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$"},
    rules=items(RULE) | {"uniqueItems": True},
)
RUN = closed(
    tool=closed(driver=DRIVER),
    columnKind={"const": "unicodeCodePoints"},
    results=items(RESULT),
)
LOG = closed(
    **{
        "version": {"const": "2.1.0"},
        "$schema": {"pattern": "^https://.*/sarif-schema-2\\.1\\.0\\.json$"},
        "runs": items(RUN, 1) | {"maxItems": 1},
    }
)


def check_log(log: Any) -> None:
    """Fail unless this is a SARIF log whose results name their rules."""
    problems = jsonschema_rs.Draft202012Validator(LOG).iter_errors(log)
    assert [f"{error.instance_path}: {error.message}" for error in problems] == []
    rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    results = log["runs"][0]["results"]
    assert rules == sorted({result["ruleId"] for result in results})
    assert [rules[r["ruleIndex"]] for r in results] == [r["ruleId"] for r in results]
