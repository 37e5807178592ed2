import json

import client_errors
from client_errors import ClientErrors, PaymentError, TooManyOrders
from stub import Sent, Stub


def refusal(status: int, **body: object) -> Sent:
    return Sent("application/json", json.dumps(body).encode(), status)


with Stub(
    refusal(429, kind="too_many_orders", text="Wait a minute."),
    refusal(402, kind="payment_refused", text="Pay first."),
    refusal(404, kind="order_not_found"),
) as stub:
    orders = ClientErrors(base_url=stub.url).orders
    try:
        orders.create()
    except TooManyOrders as error:
        assert isinstance(error, client_errors.RateLimitError)
        assert error.message.startswith("Error code: 429 - Wait a minute. (POST /")
    try:
        orders.create()
    except PaymentError as error:
        assert error.status_code == 402
    try:
        orders.create()
    except client_errors.NotFoundError as error:
        assert "order_not_found" in error.message  # no text, so the whole body
assert len(stub.requests) == 3
