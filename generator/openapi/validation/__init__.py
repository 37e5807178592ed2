"""Whether a description keeps to its standard: what ``validate`` is made of.

``examine`` and what it imports run in a separate process, because a validator may hang or
die on a description; the rest turns what they find into diagnostics.
"""
