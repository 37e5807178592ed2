"""What is decided about a call: attempts, delays, redirects, credentials, errors, what is logged.

The decisions are made without I/O; the driver sends, reads and sleeps. It imports ``wire``,
and ``decode`` for the bodies of errors; it knows no connection and no client.
"""
