"""Connections: sends one request, reads one response, and closes what was opened.

Over connections of our own, or through an httpx2 client. It imports ``wire`` alone and does not know
why a request is sent, whether it will be repeated, or what its response means.
"""
