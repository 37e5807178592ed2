"""The versions that a client supports: of Python, and of pydantic."""

PYTHONS = ("3.11", "3.12", "3.13")
"""From the oldest that it supports; metadata, README and the workflow of tests name them."""
OLDEST_PYDANTIC = "2.5"
PYDANTIC = f">={OLDEST_PYDANTIC},<3"
"""The requirement in the metadata."""
