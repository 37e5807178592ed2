"""Pages of lists: how the next one is found, and iteration over items across pages.

It imports ``wire``, ``policy`` and ``decode``. How a page is fetched is passed in: it knows neither
clients nor connections.
"""
