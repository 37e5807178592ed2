from nested import Nested
from nested.types import Address
from stub import Stub

answer = {
    "lines": [{"sku": "a"}, 7],
    "total": {"tax": {"rate": 0.2}},
    "ship_to": {"city": "x"},
    "notes": {"n": "m"},
    "parts": {"p": {"count": "many"}},
}
with Stub(answer) as stub:
    order = Nested(base_url=stub.url).orders.latest()
assert order.lines is not None and order.lines[0].sku == "a" and order.lines[1] == 7
assert (
    order.total is not None
    and order.total.tax is not None
    and order.total.tax.rate == 0.2
)
assert isinstance(order.ship_to, Address) and order.to_dict(mode="json") == answer
