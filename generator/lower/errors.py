"""Errors of the API: what their responses list and say, and the kinds of them that have classes.

Part of lowering. What the configuration says is compared with the schemas of error responses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ..config import ErrorKindsConfig, ErrorVariantConfig, SdkConfig
from ..diagnostics import Report
from ..ir import ErrorEnvelope, ErrorKind, ErrorKinds, ModelEntry, OwnErrors
from ..openapi import ABSENT, Description, Schema, Value
from ..source.suggest import closest
from .objects import properties_of
from .resources import NamedSchema

_ERRORS = range(400, 600)
"""The statuses of errors (RFC 9110, 15)."""


def error_list(
    config: SdkConfig, named: tuple[NamedSchema, ...], report: Report
) -> ErrorEnvelope | None:
    """Where a response lists its errors, and the model of each."""
    stated = config.errors.listed
    if stated is None:
        return None
    resource, name = stated.model
    model = next((m for m in named if m.entry == ModelEntry(resource, name)), None)
    if model is None:
        report.tolerable(
            "C013",
            stated.place,
            f"x-errors refers to the model '{'.'.join((*resource, name))}', which is not configured",
            help="add it under 'models' of that resource",
        )
        return None
    return ErrorEnvelope(stated.items, model.id, stated.success)


def own_errors(
    description: Description, config: SdkConfig, report: Report
) -> OwnErrors:
    """What the errors of an API say, and the kinds of them that have classes."""
    return OwnErrors(
        message=_message(description, config, report),
        kinds=_kinds(description, config, report),
    )


def _message(
    description: Description, config: SdkConfig, report: Report
) -> tuple[str, ...]:
    """The properties that lead to the message of an error.

    None of the error responses that are described has them: reported, as they may be described wrongly.
    """
    stated = config.errors.message
    if stated is None:
        return ()
    path = stated.path
    described = [
        media.schema
        for operation in description.operations.values()
        for response in operation.responses
        if not response.is_success
        for media in response.content
        if media.is_json and media.schema is not None
    ]
    if described and not any(_at(description, each, path) for each in described):
        report.tolerable(
            "C023",
            stated.place,
            f"no error response has the property '{'.'.join(path)}'",
            help="name the property of the error responses that holds the message",
        )
    return path


def _kinds(
    description: Description, config: SdkConfig, report: Report
) -> ErrorKinds | None:
    """The kinds of errors that have classes of their own."""
    stated = config.errors.kinds
    if stated is None:
        return None
    found = description.find_schema(stated.source)
    source = description.resolve(found) if found is not None else None
    if source is None:
        close = closest(stated.source, description.schema_names)
        report.tolerable(
            "C013",
            stated.place,
            f"errors.union refers to the schema '{stated.source}', which does not exist",
            help=(
                f"did you mean '{close}'?"
                if close
                else "use a schema of the description"
            ),
        )
        return None
    return _Kinds(description, stated, report).of(source)


class _Variant(Struct, frozen=True):
    """A value of the discriminator, the statuses of its responses, and what its schema says."""

    value: str
    statuses: tuple[int, ...]
    description: str | None


class _Kinds(Struct, frozen=True):
    """Finds the kinds of errors in the schemas of a union."""

    description: Description
    stated: ErrorKindsConfig
    report: Report

    def of(self, source: Schema) -> ErrorKinds | None:
        """The kinds that a union has; None after reporting that there are none."""
        variants: dict[str, _Variant] = {}
        for schema in self._members(source):
            for variant in self._variants(schema, source):
                variants.setdefault(variant.value, variant)
        listed = {variant.value: variant for variant in self.stated.variants}
        for value, entry in listed.items():
            if value not in variants:
                self._report_unknown(entry, variants)
        if not variants:
            return None
        kinds: dict[tuple[str, bool], ErrorKind] = {}
        for value, variant in variants.items():
            kind = self._kind(variant, listed.get(value))
            key = (kind.name, kind.is_configured)
            kinds[key] = _joined(kinds[key], kind) if key in kinds else kind
        return ErrorKinds(self.stated.discriminator, tuple(kinds.values()))

    def _members(self, source: Schema) -> Iterator[Schema]:
        """The schemas of a union, of nested ones too; one that is no union is its only member."""
        seen = {source.id}
        waiting = [source]
        while waiting:
            schema = waiting.pop(0)
            inner = [
                self.description.resolve(s) for s in (*schema.any_of, *schema.one_of)
            ]
            if not inner:
                yield schema
            for member in inner:
                if member is not None and member.id not in seen:
                    seen.add(member.id)
                    waiting.append(member)

    def _variants(self, schema: Schema, source: Schema) -> Iterator[_Variant]:
        path = self.stated.discriminator
        found = _at(self.description, schema, path)
        if found is None:
            self._report_lack(schema, path)
            return
        values = _values(found) or _mapped(source, schema, path[-1])
        if not values:
            self.report.tolerable(
                "C023",
                self.stated.place,
                f"'{'.'.join(path)}' of '{_name(schema)}' can be any text, so it means no kind of error",
                help=f"give it an enum or a const ({found.origin.place})",
            )
        statuses = self._statuses(schema)
        for value in values:
            if isinstance(value, (str, int)) and not isinstance(value, bool):
                yield _Variant(str(value), statuses, schema.description)

    def _statuses(self, schema: Schema) -> tuple[int, ...]:
        path = self.stated.status
        if not path:
            return ()
        found = _at(self.description, schema, path)
        if found is None:
            self._report_lack(schema, path)
            return ()
        statuses: list[int] = []
        for value in _values(found):
            text = str(value)
            if text.isascii() and text.isdigit() and int(text[:4]) in _ERRORS:
                statuses.append(int(text))
            else:
                self.report.tolerable(
                    "C023",
                    found.origin.place,
                    f"'{text[:20]}' is not the status of an error",
                    help="write a status from 400 to 599",
                )
        return tuple(sorted(set(statuses)))

    def _kind(self, variant: _Variant, entry: ErrorVariantConfig | None) -> ErrorKind:
        name = entry.name if entry is not None else None
        status = entry.status if entry is not None else None
        return ErrorKind(
            name=name or variant.value,
            values=(variant.value,),
            statuses=variant.statuses if status is None else (status,),
            is_configured=name is not None,
            description=variant.description,
            place=entry.place if entry is not None else self.stated.place,
        )

    def _report_lack(self, schema: Schema, path: Sequence[str]) -> None:
        self.report.tolerable(
            "C023",
            self.stated.place,
            f"'{_name(schema)}' has no property '{'.'.join(path)}'",
            help=f"name a property that all errors of '{self.stated.source}' have",
        )

    def _report_unknown(
        self, entry: ErrorVariantConfig, variants: Iterable[str]
    ) -> None:
        known = list(variants)
        close = closest(entry.value, known)
        self.report.tolerable(
            "C023",
            entry.place,
            f"no error of '{self.stated.source}' has '{entry.value}' as its "
            f"'{'.'.join(self.stated.discriminator)}'",
            help=f"did you mean '{close}'?" if close else _choice(known),
        )


def _joined(first: ErrorKind, second: ErrorKind) -> ErrorKind:
    """One kind for two that have one name; the statuses are known if those of both are."""
    both = {*first.statuses, *second.statuses}
    is_known = bool(first.statuses and second.statuses)
    return ErrorKind(
        name=first.name,
        values=(*first.values, *second.values),
        statuses=tuple(sorted(both)) if is_known else (),
        is_configured=first.is_configured,
        description=first.description,
        place=first.place,
    )


def _choice(known: list[str]) -> str:
    return f"use one of: {', '.join(known[:20])}" if known else "remove it"


def _name(schema: Schema) -> str:
    return schema.name if schema.is_component else schema.id


def _at(description: Description, schema: Schema, path: Sequence[str]) -> Schema | None:
    """The schema of a nested property, of any variant that has it; None if there is none."""
    *above, last = path
    waiting = [schema]
    for name in above:
        waiting = list(_properties(description, waiting, name))
    return next(iter(_properties(description, waiting, last)), None)


def _properties(
    description: Description, schemas: Iterable[Schema], name: str
) -> Iterator[Schema]:
    for schema in schemas:
        for part in description.constituents(schema):
            found = properties_of(description, part).get(name)
            target = description.resolve(found) if found is not None else None
            if target is not None:
                yield target


def _values(schema: Schema) -> tuple[Value, ...]:
    """The only values that a schema allows; empty if there are more."""
    if schema.const is not ABSENT:
        return (schema.const,)
    return schema.enum or ()


def _mapped(source: Schema, member: Schema, name: str) -> tuple[Value, ...]:
    """The values that the discriminator of a union has for a member."""
    stated = source.discriminator
    if stated is None or stated.property != name:
        return ()
    return tuple(
        value for value, target in stated.mapping.items() if target == member.id
    )
