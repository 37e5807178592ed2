"""The API whose client lives: a description that changes step by step, and its configuration."""

from __future__ import annotations

CONFIG = """\
organization:
  name: acme
x-version: 1.0.0
targets:
  python:
    package_name: acme
environments:
  production: https://api.acme.example
resources:
  parcels:
    models:
      parcel: "#/components/schemas/Parcel"
    methods:
      list: get /parcels
      send: post /parcels
      track: get /parcels/{parcel_id}
  depots:
    models:
      depot: "#/components/schemas/Depot"
    methods:
      list: get /depots
      close: delete /depots/{depot_id}
"""

CLOSE = """\
  /depots/{depot_id}:
    delete:
      operationId: closeDepot
      summary: Close a depot.
      parameters:
        - { name: depot_id, in: path, required: true, schema: { type: string } }
      responses:
        "204": { description: It is closed. }
"""

DESCRIPTION = (
    """\
openapi: 3.1.0
info: { title: Acme, version: "1" }
paths:
  /parcels:
    get:
      operationId: listParcels
      summary: List all parcels.
      parameters:
        - { name: depot, in: query, schema: { type: string } }
      responses:
        "200":
          description: The parcels.
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Parcel" } }
    post:
      operationId: sendParcel
      summary: Send a parcel.
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [to]
              properties:
                to: { type: string }
                speed: { type: string, enum: [slow, fast] }
      responses:
        "200":
          description: The parcel that was sent.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Parcel" }
  /parcels/{parcel_id}:
    get:
      operationId: trackParcel
      summary: Find out where a parcel is.
      parameters:
        - { name: parcel_id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: The parcel.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Parcel" }
  /depots:
    get:
      operationId: listDepots
      summary: List all depots.
      responses:
        "200":
          description: The depots.
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Depot" } }
"""
    + CLOSE
    + """\
components:
  schemas:
    Parcel:
      type: object
      required: [id]
      properties:
        id: { type: string }
        weight: { type: integer, description: In grams. }
        state: { type: string, enum: [waiting, moving] }
        note: { type: string }
    Depot:
      type: object
      required: [id]
      properties:
        id: { type: string }
        town: { type: string }
"""
)
