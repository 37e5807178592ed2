"""The file in which a client records its surface: what its writer and its readers agree on."""

SURFACE_NAME = ".surface.json"
SURFACE_FORMAT = 1
"""The version of the form, which is raised if readers of the former one would misread it."""
