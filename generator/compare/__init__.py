"""Two Python packages compared as their users see them: what a program would have to change.

Reads both sides with the reader of ``published``; knows neither descriptions nor how a client is
generated.
"""
