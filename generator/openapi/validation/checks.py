"""What a description must mean: paths and their parameters, unique names, known schemes.

Rules that a meta-schema cannot express. Assumes nothing about the values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...diagnostics import Report
from ...source.document import Document, Value
from ..documents import DocumentSet, Target
from ..grammar import METHODS
from ...source.pointer import Pointer
from ...source.suggest import closest

_VARIABLE = re.compile(r"\{([^{}/]+)\}")
_MOST_HOPS = 50


def check_meaning(documents: DocumentSet, report: Report) -> None:
    """Report violations of rules that only the text of the standard has."""
    checks = _Checks(documents, report)
    checks.operation_ids()
    checks.paths()
    checks.security()


class _Parameter(NamedTuple):
    name: str
    location: str
    document: Document
    pointer: Pointer


class _Checks:
    def __init__(self, documents: DocumentSet, report: Report) -> None:
        self._documents = documents
        self._report = report

    def operation_ids(self) -> None:
        """Every operationId is used once."""
        first: dict[str, tuple[Document, Pointer]] = {}
        for document, part in self._documents.operations:
            name = part.value.get("operationId")
            if not isinstance(name, str):
                continue
            pointer = Pointer((*part.tokens, "operationId"))
            if name not in first:
                first[name] = (document, pointer)
                continue
            home, known = first[name]
            self._report.error(
                "S042",
                document.locate(pointer),
                f"duplicate operationId '{name}'",
                help="give each operation a unique operationId",
                related=(("first used here", home.locate(known)),),
            )

    def paths(self) -> None:
        """Path variables and path parameters correspond, and parameters are unique."""
        root = self._documents.root
        paths = _entry(root.value, "paths")
        for path in paths if isinstance(paths, dict) else ():
            item = self._resolved(self._documents.find(root, Pointer(("paths", path))))
            if item is None or not path.startswith("/"):
                continue
            shared = list(self._parameters(item))
            for operation in _operations(item):
                self._operation(path, shared, operation)

    def security(self) -> None:
        """Security requirements name schemes that exist."""
        root = self._documents.root
        home = Pointer(_HOME_20 if _entry(root.value, "swagger") else _HOME)
        found = self._documents.find(root, home)
        known = list(found[2]) if found and isinstance(found[2], dict) else []
        holders = [(root, Pointer(), root.value)]
        holders += [
            (document, Pointer(part.tokens), part.value)
            for document, part in self._documents.operations
        ]
        for document, pointer, value in holders:
            requirements = _entry(value, "security")
            if isinstance(requirements, list):
                at = pointer / "security"
                self._requirements(document, at, requirements, known, home)

    def _requirements(
        self,
        document: Document,
        at: Pointer,
        requirements: list[Value],
        known: list[str],
        home: Pointer,
    ) -> None:
        for index, requirement in enumerate(requirements):
            for name in requirement if isinstance(requirement, dict) else ():
                if name in known or "/" in name or "#" in name:
                    continue  # a URI is allowed since 3.2
                place = document.locate(at / index / name)
                close = closest(name, known)
                add = f"add '{name}' to {'/'.join(home.tokens)}"
                help = f"did you mean '{close}'?" if close else add
                message = f"unknown security scheme '{name}'"
                self._report.error("S044", place, message, help=help)

    def _operation(self, path: str, shared: list[_Parameter], at: Target) -> None:
        own = list(self._parameters(at))
        self._twice(own)
        document, pointer, _ = at
        variables = set(_VARIABLE.findall(path))
        parameters = [p for p in (*own, *shared) if p.location == "path"]
        names = {parameter.name for parameter in parameters}
        for name in sorted(variables - names):
            close = closest(name, names - variables)
            self._report.error(
                "S040",
                document.locate(pointer),
                f"the path variable '{name}' of '{path}' has no parameter",
                help=(
                    f"rename the parameter '{close}'"
                    if close
                    else f"add a parameter with name: {name}, in: path, required: true"
                ),
            )
        for parameter in parameters:
            if parameter.name not in variables:
                self._report.error(
                    "S041",
                    parameter.document.locate(parameter.pointer),
                    f"the path '{path}' has no variable '{parameter.name}'",
                    help=f"add '{{{parameter.name}}}' to the path, or remove the parameter",
                )

    def _twice(self, parameters: list[_Parameter]) -> None:
        first: dict[tuple[str, str], _Parameter] = {}
        for parameter in parameters:
            known = first.setdefault((parameter.name, parameter.location), parameter)
            if known is not parameter:
                place = known.document.locate(known.pointer)
                self._report.error(
                    "S043",
                    parameter.document.locate(parameter.pointer),
                    f"duplicate {parameter.location} parameter '{parameter.name}'",
                    help="remove one of the two",
                    related=(("first defined here", place),),
                )

    def _parameters(self, holder: Target) -> Iterator[_Parameter]:
        """The parameters listed at a path or operation, placed where they are listed."""
        document, pointer, value = holder
        listed = _entry(value, "parameters")
        for index, item in enumerate(listed if isinstance(listed, list) else ()):
            at = pointer / "parameters" / index
            found = self._resolved((document, at, item))
            name = _entry(found[2], "name") if found else None
            location = _entry(found[2], "in") if found else None
            if isinstance(name, str) and isinstance(location, str):
                yield _Parameter(name, location, document, at)

    def _resolved(self, target: Target | None) -> Target | None:
        """What a chain of references leads to; None where it leads nowhere or never ends."""
        for _ in range(_MOST_HOPS):
            ref = _entry(target[2], "$ref") if target else None
            if target is None or not isinstance(ref, str):
                return target
            target = self._documents.follow(target[0], ref)
        return None


_HOME = ("components", "securitySchemes")
_HOME_20 = ("securityDefinitions",)


def _operations(item: Target) -> Iterator[Target]:
    document, pointer, value = item
    for method in METHODS:
        if isinstance(_entry(value, method), dict):
            yield document, pointer / method, value[method]
    more = _entry(value, "additionalOperations")
    for method in more if isinstance(more, dict) else ():
        yield document, pointer / "additionalOperations" / method, more[method]


def _entry(value: Value, key: str) -> Value:
    return value.get(key) if isinstance(value, dict) else None
