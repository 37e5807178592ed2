"""Response bodies as values: models, and the lenient decoding of what a server sent.

It imports no other subpackage: it knows neither requests nor HTTP.
"""
