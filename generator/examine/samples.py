"""Examples and defaults, held against their schemas by one validator for as many as possible.

A validator for each schema compiles everything that it refers to: nine tenths of the time, where a
description has many. Runs in the examining process.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from jsonschema_rs import Registry, ValidationError, validator_for

from .protocol import Sample, Spot
from .uris import uri_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class SampleChecks:
    """The errors of values by their schemas, which are those of ``samples``.

    A validator checks an object, in which the key of a value is the reference to its schema.
    """

    def __init__(self, documents: dict[str, Any], samples: Sequence[Sample]) -> None:
        values = [(uri_of(key), value) for key, value in documents.items()]
        self._registry = Registry(values)
        self._validators: dict[str, Any] = {}
        self._failures: dict[str, BaseException] = {}
        self._compile([*dict.fromkeys(_reference(s["schema"]) for s in samples)])

    def errors(self, schema: Spot, value: Any) -> list[ValidationError]:
        """The errors of a value, whose paths begin with its key; none by a schema that cannot be
        used, which is for the other steps to report."""
        reference = _reference(schema)
        failure = self._failures.get(reference)
        if failure is None:
            return list(self._validators[reference].iter_errors({reference: value}))
        if isinstance(failure, Exception):
            return []
        raise failure  # a panic in Rust

    def _compile(self, references: list[str]) -> None:
        """Compile a validator for all schemas, or one for each half where one cannot be used."""
        schemas = {reference: {"$ref": reference} for reference in references}
        try:
            validator = validator_for(
                {"$schema": _DIALECT, "properties": schemas},
                registry=self._registry,
                validate_formats=True,
                offline=True,
            )
        except BaseException as error:
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                raise
            middle = len(references) // 2
            if middle:
                self._compile(references[:middle])
                self._compile(references[middle:])
            else:
                self._failures |= dict.fromkeys(references, error)
        else:
            self._validators |= dict.fromkeys(references, validator)


def _reference(schema: Spot) -> str:
    return f"{uri_of(schema['document'])}#{quote(_pointer(schema['tokens']))}"


def _pointer(tokens: list[str]) -> str:
    return "".join("/" + t.replace("~", "~0").replace("/", "~1") for t in tokens)
