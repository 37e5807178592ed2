"""A compiler from an OpenAPI description and an SDK configuration to a Python client."""
