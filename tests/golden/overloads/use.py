"""Sends each kind of body by its own arguments, and as one value."""

import json

from overloads import Client
from stub import Stub

with Stub(None, None, None) as stub, Client(base_url=stub.url) as client:
    client.messages.send("t", type="text", text="hello", reply_to="m")
    client.messages.send("t", type="picture", url="u", size={"max_width": 1})
    client.messages.replace(
        "t", message={"type": "picture", "url": "u", "size": {"max_width": 1}}
    )
picture = {"type": "picture", "url": "u", "size": {"maxWidth": 1}}
assert list(map(json.loads, stub.bodies)) == [
    {"type": "text", "text": "hello", "replyTo": "m"},
    picture,
    picture,
]
