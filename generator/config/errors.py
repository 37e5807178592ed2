"""How failed calls are told apart: what their responses list, say and mean."""

from __future__ import annotations

from .entry import Entry
from .model import (
    ErrorKindsConfig,
    ErrorMessageConfig,
    ErrorsConfig,
    ErrorSettings,
    ErrorVariantConfig,
)
from .resources import model_target


def read_errors(root: Entry) -> ErrorsConfig:
    """Everything that is configured about errors."""
    return ErrorsConfig(_list(root), _message(root), _kinds(root))


def _list(root: Entry) -> ErrorSettings | None:
    """Where a response lists its errors (``x-errors``)."""
    section = root.at("x-errors")
    items = section.text("items") if section else None
    model = section.text("model") if section else None
    if section is None or items is None or model is None:
        return None
    target = model_target(model)
    return ErrorSettings(items, target, section.text("success"), section.place)


def _message(root: Entry) -> ErrorMessageConfig | None:
    """Where a response has the message of its error (``errors.message_property``)."""
    found = root.section("errors").at("message_property")
    if found is None or not found.value:
        return None
    return ErrorMessageConfig(_path(str(found.value)), found.place)


def _kinds(root: Entry) -> ErrorKindsConfig | None:
    """The kinds of errors that have classes of their own (``errors.union``)."""
    union = root.section("errors").at("union")
    source = union.text("source") if union else None
    discriminator = union.text("discriminator") if union else None
    if union is None or not source or not discriminator:
        return None
    status = union.text("status_property")
    return ErrorKindsConfig(
        source=source,
        discriminator=_path(discriminator),
        status=_path(status) if status else (),
        variants=tuple(
            _variant(name, entry) for name, entry in union.section("variants").entries()
        ),
        place=union.place,
    )


def _variant(value: str, entry: Entry) -> ErrorVariantConfig:
    status = entry.at("status_code")
    return ErrorVariantConfig(
        value=value,
        status=entry.integer("status_code") if status is not None else None,
        name=entry.text("name") or None,
        place=entry.place,
    )


def _path(text: str) -> tuple[str, ...]:
    """The properties that lead to a value: ``error.message``."""
    return tuple(text.split("."))
