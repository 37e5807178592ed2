"""The transport of the optional extra ``aiohttp``, behind the same interface as ``http``.

It imports ``wire`` and ``http`` and is loaded only by a program that asks for it.
"""
