"""Functions that only migrated programs and tests call, under the names of the private modules that
generated clients have long had (``_utils``, ``_files``, …); nothing else in this package uses them.
"""
