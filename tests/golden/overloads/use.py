"""Sends each kind of body by its own arguments, and as one value."""

import json

from overloads import Client
from overloads.types import MessageChangeParams, MessageSendParams
from overloads.types.message_change_params import PinIt
from stub import Stub

text: MessageSendParams = {"type": "text", "text": "hello", "reply_to": "m"}
pinned: PinIt = {"mark": {"type": "text", "text": "pin", "reply_to": "m"}}
changes: list[MessageChangeParams] = [
    {"silent": True, "mark": {"as_read": True}},
    pinned,
    {"mute": True},
]

with Stub(*[None] * 6) as stub, Client(base_url=stub.url) as client:
    client.messages.send("t", **text)
    client.messages.send("t", type="picture", url="u", size={"max_width": 1})
    client.messages.replace(
        "t", message={"type": "picture", "url": "u", "size": {"max_width": 1}}
    )
    for change in changes:
        client.messages.change("t", **change)
picture = {"type": "picture", "url": "u", "size": {"maxWidth": 1}}
assert list(map(json.loads, stub.bodies)) == [
    {"type": "text", "text": "hello", "replyTo": "m"},
    picture,
    picture,
    {"mark": {"asRead": True}},
    {"mark": {"type": "text", "text": "pin", "replyTo": "m"}},
    {"mute": True},
]
