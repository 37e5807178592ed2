"""Names that exist for migrated programs alone; nothing else in this package uses them.

It imports no other subpackage.
"""
