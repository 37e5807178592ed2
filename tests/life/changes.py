"""Ten changes of an API, as its owner would make them: texts of the description and what replaces them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.life.api import CLOSE


@dataclass(frozen=True, slots=True)
class Change:
    """A step in the life of a description: what it is, the replacements in it, and those in the
    configuration."""

    what: str
    description: tuple[tuple[str, str], ...]
    config: tuple[tuple[str, str], ...] = ()


_STOP = """\
  /parcels/{parcel_id}/stop:
    post:
      operationId: stopParcel
      summary: Stop a parcel where it is.
      parameters:
        - { name: parcel_id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: The parcel.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Parcel" }
"""
_DEPOT = "        - { name: depot, in: query, schema: { type: string } }\n"
_LIMIT = "        - { name: limit, in: query, schema: { type: integer } }\n"
_TOWN = "        town: { type: string }\n"
_STREET = "        street: { type: string }\n"

SMALL = (
    Change(
        "add a method",
        (("  /depots:\n", f"{_STOP}  /depots:\n"),),
        (
            (
                "      track: get /parcels/{parcel_id}\n",
                "      track: get /parcels/{parcel_id}\n"
                "      stop: post /parcels/{parcel_id}/stop\n",
            ),
        ),
    ),
    Change("add an argument", ((_DEPOT, _DEPOT + _LIMIT),)),
    Change(
        "add a value that is received",
        (("[waiting, moving]", "[waiting, moving, arrived]"),),
    ),
    Change("add a field", ((_TOWN, _TOWN + _STREET),)),
)
"""What programs do not notice."""

REWORDED = Change(
    "reword the line that was edited",
    (("Find out where a parcel is.", "Find where a parcel is now."),),
)

LARGE = (
    Change("rename a field", (("        note: {", "        remark: {"),)),
    Change(
        "remove a method",
        ((CLOSE, ""),),
        (("      close: delete /depots/{depot_id}\n", ""),),
    ),
    Change(
        "retype a field",
        ((_STREET, _STREET.replace("string", "integer")),),
    ),
    Change(
        "add a required argument",
        (
            (
                "              required: [to]\n              properties:\n",
                "              required: [to, sender]\n              properties:\n"
                "                sender: { type: string }\n",
            ),
        ),
    ),
    Change("remove a value that is sent", (("enum: [slow, fast]", "enum: [fast]"),)),
)
"""What programs notice."""

AFTERWARDS = Change(
    "add another field",
    ((_TOWN, f"{_TOWN}        country: {{ type: string }}\n"),),
)
"""What comes after all of them, in another clone."""
