"""Values and their bytes: URLs, queries, headers, bodies, event streams.

Everything that HTTP messages are written from and read into, without I/O. It knows no client, no
policy and no HTTP library, and imports no other subpackage.
"""
