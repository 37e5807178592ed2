"""How a surface reads as Python: types, signatures, literals, examples.

Shared by the targets that print Python code or show it. Knows the surface, not the targets.
"""
