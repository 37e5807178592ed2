"""The versions of Python that a client is tested with."""

PYTHONS = ("3.11", "3.12", "3.13")
"""From the oldest that it supports; metadata, README and the workflow of tests name them."""
