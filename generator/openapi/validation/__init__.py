"""Whether a description keeps to its standard: what ``validate`` is made of.

Makes the request for the examining process, runs it, and turns what that finds into diagnostics.
"""
