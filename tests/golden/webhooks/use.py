import base64
import hashlib
import hmac
import time
from typing import assert_type

from webhooks import AsyncWebhooks, WebhookVerificationError, Webhooks
from webhooks.types import OrderCreated, UnwrapWebhookEvent
from webhooks.types.shared import OrderLostPayload

KEY = b"a secret"
BODY = '{"type": "order.created", "order": "o-1"}'

stamp = str(int(time.time()))
digest = hmac.new(KEY, f"m-1.{stamp}.{BODY}".encode(), hashlib.sha256).digest()
headers = {
    "webhook-id": "m-1",
    "webhook-timestamp": stamp,
    "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
}

client = Webhooks(webhook_key=base64.b64encode(KEY).decode())
event = client.webhooks.unwrap(BODY, headers=headers)
assert_type(event, UnwrapWebhookEvent)
assert isinstance(event, OrderCreated) and event.order == "o-1"
try:
    client.webhooks.unwrap(BODY, headers=headers | {"webhook-id": "m-2"})
except WebhookVerificationError as error:
    assert "its signature is not that of the key" in str(error)

other = AsyncWebhooks().webhooks.unsafe_unwrap('{"type": "order.lost"}')
assert isinstance(other, OrderLostPayload)
