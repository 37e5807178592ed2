"""Reads OpenAPI 3.0 into the model: 3.1 but for its schemas."""

from __future__ import annotations

from typing import ClassVar

from .read_31 import Read31
from .schemas_30 import Schemas30
from .schemas_31 import Schemas31


class Read30(Read31):
    """A reader of a description in OpenAPI 3.0."""

    SCHEMAS: ClassVar[type[Schemas31]] = Schemas30
