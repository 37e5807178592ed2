"""The configuration format as one table: every key, its kind, its meaning, its effect.

Everything that knows the format comes from these rows: the checks and the typed reads
(``..audit``, ``..entry``), the JSON Schema for editors (``..schema``) and the reference page
(``..reference``). To add a key, add a row.
"""

from . import (
    client,
    description,
    methods,
    ours,
    obsolete,
    project,
    readme,
    resources,
    service,
    wire,
    words,
)
from .kinds import (
    Anything,
    Choice,
    Effect,
    Either,
    Fields,
    Flag,
    Ignored,
    Key,
    Kind,
    ListOf,
    MapOf,
    Number,
    Section,
    Shape,
    Text,
    Used,
    sections,
)
from .top import TOP
from .wire import PURPOSE

EXTENSIONS = description.EXTENSIONS
"""The extension keywords of the description."""

PLACES = description.PLACES

SECTIONS = {
    **sections(TOP),
    **obsolete.ALL,
    **project.ALL,
    **client.ALL,
    **wire.ALL,
    **resources.ALL,
    **methods.ALL,
    **readme.ALL,
    **words.ALL,
    **service.ALL,
    **description.ALL,
    **ours.ALL,
}
"""Every section by its name, in the order of the reference page."""

__all__ = [
    "EXTENSIONS",
    "PURPOSE",
    "SECTIONS",
    "TOP",
    "Anything",
    "Choice",
    "Effect",
    "Either",
    "Fields",
    "Flag",
    "Ignored",
    "Key",
    "Kind",
    "ListOf",
    "MapOf",
    "Number",
    "Section",
    "Shape",
    "Text",
    "Used",
]
