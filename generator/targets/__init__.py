"""What a surface becomes: one package a target, each a function from a surface to a file tree.

A target knows the surface and how to print, neither descriptions nor the other targets; what two
of them share is in ``notation``.
"""
