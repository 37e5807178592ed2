"""Clients, their options, resources and responses: what generated code calls.

It joins the other subpackages and may import all of them but ``aiohttp`` and ``compat``; none
imports it.
"""
