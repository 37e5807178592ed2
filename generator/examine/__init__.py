"""The process that holds a description against its standard: a validator may hang or die on one.

``python -m`` runs it: a request comes in by standard input, findings go out line by line. Knows
nothing of the rest, so that it starts quickly.
"""
