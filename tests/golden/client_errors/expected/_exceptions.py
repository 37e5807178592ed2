"""The errors that this API has of its own."""

from ._core import (
    APIStatusError,
    NotFoundError,
    RateLimitError,
)

__all__ = [
    "TooManyOrders",
    "PaymentError",
]


class TooManyOrders(RateLimitError):
    """More orders than are allowed in a minute."""

    __module__ = __package__ or __name__


class PaymentError(APIStatusError):
    """An error of the kind unpaid or payment_refused."""

    __module__ = __package__ or __name__


ERROR_KINDS = {
    "too_many_orders": (TooManyOrders, (429,)),
    "order_not_found": (NotFoundError, (404,)),
    "unpaid": (PaymentError, (402, 503)),
    "payment_refused": (PaymentError, (402, 503)),
}
