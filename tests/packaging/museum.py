"""A small API whose owner publishes its client: everything that a package can have is asked for."""

from __future__ import annotations

from pathlib import Path

DESCRIPTION = """
openapi: 3.1.0
info:
  title: Museum API
  version: 1.2.0
  description: "Opening hours and tickets of a museum. Further sentences are not shown.\\n\\n# Start"
servers: [{url: https://api.museum.example}]
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas: {Hours: {type: object, required: [day], properties: {day: {type: string, format: date}}}}
security: [{key: []}]
paths:
  /hours:
    get:
      responses:
        "200":
          description: some
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Hours"}}}}
  /hours/{day}:
    get:
      parameters: [{name: day, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: one, content: {application/json: {schema: {$ref: "#/components/schemas/Hours"}}}}
  /elsewhere:
    delete:
      servers: [{url: https://other.museum.example}]
      responses: {"204": {description: gone}}
"""

CONFIGURATION = """
organization: {name: museum, docs: https://docs.museum.example, contact: api@museum.example}
x-version: 1.2.3
x-ci: openapi.yaml
targets:
  python:
    project_name: museum-client
    production_repo: museum/museum-python#next
    readme_title: Museum
    publish: {pypi: true}
settings: {license: MIT}
readme: {example_requests: {default: {type: request, endpoint: get /hours, params: {}}}}
resources:
  hours:
    models: {hours: Hours}
    methods:
      list: get /hours
      retrieve: {endpoint: "get /hours/{day}", skip_test_reason: 'it is "closed"'}
  inner:
    subresources: {elsewhere: {methods: {delete: delete /elsewhere}}}
"""


def write(
    folder: Path, description: str = DESCRIPTION, config: str = CONFIGURATION
) -> Path:
    """The folder, with a description and a configuration in it."""
    (folder / "openapi.yaml").write_text(description)
    (folder / "stainless.yml").write_text(config)
    return folder
