"""Which property of a response a method returns in place of the whole."""

from __future__ import annotations

from msgspec import Struct, field


from ..config import MethodConfig, SdkConfig
from ..diagnostics import Report
from ..ir import TypeRef
from ..openapi import Description, Schema
from .objects import properties_of


class Unwrapping(Struct, frozen=True):
    """Finds the property that a response is the envelope of."""

    description: Description
    config: SdkConfig
    report: Report
    returned: dict[str, TypeRef] = field(default_factory=dict[str, TypeRef])
    """The types of the properties that methods return, by the ids of their schemas."""

    def choose(
        self, method: MethodConfig, response: Schema | None
    ) -> tuple[str, Schema] | None:
        """The wire name and the schema of the property; None for the whole response."""
        if method.unwrapped is False:
            return None
        properties = properties_of(self.description, response) if response else {}
        if method.unwrapped is None:
            if len(properties) > 1 and not self.config.unwraps_many:
                return None
            name = next(
                (name for name in self.config.unwrapped if name in properties), None
            )
            return (name, properties[name]) if name is not None else None
        name = method.unwrapped.property
        if name in properties:
            return name, properties[name]
        self.report.warning(
            "C019",
            method.unwrapped.place,
            f"the response of '{method.verb} {method.path}' has no property '{name}'",
            help=(
                f"name one of: {', '.join(properties)}"
                if properties
                else "remove 'unwrap_response': the response is not an object"
            ),
        )
        return None
